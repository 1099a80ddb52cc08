import { type Cell, JUDGEMENT_PARTS, type Part, type Row } from '../../../shared/richtext/block-parts.ts';
import { type Block, type BlockOf, decisionPartAt } from '../../../shared/richtext/document.ts';
import type { RichTextSlate } from './slate-types.ts';

// Blocks as they are when they are put in: empty, and whole in the sense of the schema.

const nothing = () => [{ text: '' }];

export const emptyParagraph = (editor: RichTextSlate): Block => ({
  id: editor.makeBlockId(),
  type: 'paragraph',
  children: nothing(),
});

export const emptyCell = (align?: Cell['align']): Cell =>
  align ? { type: 'cell', align, children: nothing() } : { type: 'cell', children: nothing() };

export const emptyRow = (width: number): Row => ({
  type: 'row',
  children: Array.from({ length: width }, () => emptyCell()),
});

export const emptyTable = (editor: RichTextSlate, rows: number, width: number): BlockOf<'table'> => ({
  id: editor.makeBlockId(),
  type: 'table',
  header: true,
  children: Array.from({ length: rows }, () => emptyRow(width)),
});

export const emptyPart = <P extends Part['part']>(part: P): Part & { part: P } => ({
  type: 'part',
  part,
  children: nothing(),
});

export const emptyJudgement = (editor: RichTextSlate): BlockOf<'judgement'> => ({
  id: editor.makeBlockId(),
  type: 'judgement',
  children: JUDGEMENT_PARTS.map((part) => emptyPart(part)) as unknown as BlockOf<'judgement'>['children'],
});

export const emptyDecision = (editor: RichTextSlate): BlockOf<'decision'> => ({
  id: editor.makeBlockId(),
  type: 'decision',
  children: [0, 1, 2].map((index) => emptyPart(decisionPartAt(index))),
});
