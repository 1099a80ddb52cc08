import { Editor, Range, Transforms } from 'slate';
import { CALLOUT_TONES, type CalloutTone } from '../../../shared/richtext/block-parts.ts';
import { resolveDirections } from '../../../shared/richtext/direction.ts';
import type { Block } from '../../../shared/richtext/document.ts';
import { asBlock } from '../core/convert.ts';
import { emptyDecision, emptyJudgement, emptyParagraph, emptyTable } from '../core/new-blocks.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { handOverStart, subtreeEnd } from './move.ts';
import { type BlockEntry, cursorBlock, isEmptyBlock, selectedBlocks, selectedSpan } from './selection.ts';

/** What a block can be turned into, as named in menus. */
export type BlockKind =
  | 'paragraph'
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  | 'bullet'
  | 'number'
  | 'check'
  | 'quote'
  | 'code'
  | `callout-${CalloutTone}`;

const MAX_LIST_DEPTH = 8;
const SPECIFIC_KEYS = ['level', 'language', 'style', 'depth', 'checked', 'start', 'tone'] as const;

/** Blocks that are not lines of text: they are put in and taken out, never turned into a heading. */
const STANDING = ['image', 'file', 'audio', 'record', 'table', 'judgement', 'decision'] as const;
type StandingBlock = (typeof STANDING)[number];
export const isStanding = (kind: string): kind is StandingBlock =>
  (STANDING as readonly string[]).includes(kind);

export function kindOf(block: Block): BlockKind | StandingBlock | 'divider' {
  if (block.type === 'heading') return `heading-${block.level}`;
  if (block.type === 'callout') return `callout-${block.tone}`;
  return block.type === 'list-item' ? block.style : block.type;
}

function propertiesOf(kind: BlockKind, depth: number): Partial<Block> {
  switch (kind) {
    case 'heading-1':
      return { type: 'heading', level: 1 };
    case 'heading-2':
      return { type: 'heading', level: 2 };
    case 'heading-3':
      return { type: 'heading', level: 3 };
    case 'bullet':
    case 'number':
    case 'check':
      return { type: 'list-item', style: kind, depth };
    case 'callout-info':
    case 'callout-tip':
    case 'callout-warning':
    case 'callout-never':
      return { type: 'callout', tone: toneOfKind(kind) };
    default:
      return { type: kind };
  }
}

/** The tone of a callout named as a kind of block. */
const toneOfKind = (kind: string): CalloutTone | undefined =>
  CALLOUT_TONES.find((tone) => kind === `callout-${tone}`);

/** Makes one block another kind; its id, its direction and its words stay. */
export function setBlockKind(editor: RichTextSlate, [given, path]: BlockEntry, kind: BlockKind): void {
  const [index = 0] = path;
  // What was done to the block above may have changed this one.
  const block = asBlock(editor.children[index]) ?? given;
  if (block.type === 'divider' || isStanding(block.type)) return;
  if (kindOf(block) === kind) return;
  const next = propertiesOf(kind, block.type === 'list-item' ? block.depth : 0);
  Editor.withoutNormalizing(editor, () => {
    handOverStart(editor, index);
    const stale = SPECIFIC_KEYS.filter((key) => key in block && !(key in next));
    if (stale.length > 0) Transforms.unsetNodes(editor, stale as never, { at: path });
    Transforms.setNodes(editor, next as object, { at: path });
  });
}

/** Makes all selected blocks the given kind; when all are it already, paragraphs again. */
export function toggleBlockKind(editor: RichTextSlate, kind: BlockKind): void {
  const entries = selectedBlocks(editor).filter(([block]) => block.type !== 'divider');
  const target = entries.every(([block]) => kindOf(block) === kind) ? 'paragraph' : kind;
  Editor.withoutNormalizing(editor, () => {
    for (const entry of entries) setBlockKind(editor, entry, target);
  });
}

/** The kind all selected blocks share, `undefined` when they differ or nothing is selected. */
export function currentKind(editor: RichTextSlate): BlockKind | StandingBlock | 'divider' | undefined {
  const kinds = new Set(selectedBlocks(editor).map(([block]) => kindOf(block)));
  return kinds.size === 1 ? kinds.values().next().value : undefined;
}

/**
 * Puts a block in place of an empty line, or behind the block the cursor is in. Gives its index; `undefined` when
 * nothing was selected and nothing was done.
 */
export function insertBlock(editor: RichTextSlate, inserted: Block): number | undefined {
  const entry = cursorBlock(editor) ?? selectedBlocks(editor).at(-1);
  if (!entry) return undefined;
  const [block, [index = 0]] = entry;
  const replace = isEmptyBlock(editor, block);
  const at = replace ? index : index + 1;
  Editor.withoutNormalizing(editor, () => {
    if (replace) Transforms.removeNodes(editor, { at: [index] });
    Transforms.insertNodes(editor, inserted, { at: [at] });
    Transforms.select(editor, Editor.start(editor, [at]));
  });
  return at;
}

/** A rule, with a line to go on writing below it. */
export function insertDivider(editor: RichTextSlate): void {
  Editor.withoutNormalizing(editor, () => {
    const at = insertBlock(editor, { id: editor.makeBlockId(), type: 'divider', children: [{ text: '' }] });
    if (at === undefined) return;
    if (editor.children[at + 1] === undefined)
      Transforms.insertNodes(editor, emptyParagraph(editor), { at: [at + 1] });
    Transforms.select(editor, Editor.start(editor, [at + 1]));
  });
}

/** A table of three columns that names them, with the cursor in the first. */
export const insertTable = (editor: RichTextSlate): void =>
  void insertBlock(editor, emptyTable(editor, 3, 3));
export const insertJudgement = (editor: RichTextSlate): void =>
  void insertBlock(editor, emptyJudgement(editor));
export const insertDecision = (editor: RichTextSlate): void =>
  void insertBlock(editor, emptyDecision(editor));

export function toggleChecked(editor: RichTextSlate, index: number): void {
  const block = asBlock(editor.children[index]);
  if (block?.type !== 'list-item' || block.style !== 'check') return;
  if (block.checked) Transforms.unsetNodes(editor, 'checked' as never, { at: [index] });
  else Transforms.setNodes(editor, { checked: true }, { at: [index] });
}

/**
 * Moves the selected list items one step in or out, with what hangs below them. An item can be at most one step deeper
 * than the one above it. Gives false when no list item is selected, so that Tab can do its ordinary work.
 */
export function indentList(editor: RichTextSlate, step: 1 | -1): boolean {
  const span = selectedSpan(editor);
  if (!span || selectedBlocks(editor).every(([block]) => block.type !== 'list-item')) return false;
  const [first, last] = span;
  const above = asBlock(editor.children[first - 1]);
  const top = asBlock(editor.children[first]);
  const limit = above?.type === 'list-item' ? Math.min(above.depth + 1, MAX_LIST_DEPTH) : 0;
  if (step === 1 && top?.type === 'list-item' && top.depth >= limit) return true;
  const end = subtreeEnd(editor, last);
  Editor.withoutNormalizing(editor, () => {
    for (let index = first; index < end; index += 1) {
      const block = asBlock(editor.children[index]);
      if (block?.type !== 'list-item') continue;
      const depth = Math.min(Math.max(block.depth + step, 0), MAX_LIST_DEPTH);
      if (depth !== block.depth) Transforms.setNodes(editor, { depth }, { at: [index] });
    }
  });
  return true;
}

/** Writes the direction of the selected blocks by hand, or gives the choice back to their letters (`undefined`). */
export function setDirection(editor: RichTextSlate, direction: 'ltr' | 'rtl' | undefined): void {
  Editor.withoutNormalizing(editor, () => {
    for (const [, path] of selectedBlocks(editor)) {
      if (direction) Transforms.setNodes(editor, { dir: direction }, { at: path });
      else Transforms.unsetNodes(editor, 'dir' as never, { at: path });
    }
  });
}

/** Turns the selected blocks the other way round; a block that then agrees with its letters is automatic again. */
export function flipDirection(editor: RichTextSlate): void {
  const span = selectedSpan(editor);
  if (!span) return;
  const resolved = resolveDirections(editor.children.flatMap((node) => asBlock(node) ?? []));
  const target = resolved[span[0]] === 'rtl' ? 'ltr' : 'rtl';
  Editor.withoutNormalizing(editor, () => {
    for (const [block, path] of selectedBlocks(editor)) {
      const automatic = resolveDirections([{ ...block, dir: undefined }])[0];
      if (automatic === target) Transforms.unsetNodes(editor, 'dir' as never, { at: path });
      else Transforms.setNodes(editor, { dir: target }, { at: path });
    }
  });
}

/** True when something is selected that a mark could be put on. */
export const hasSelectedText = (editor: RichTextSlate): boolean =>
  editor.selection !== null && Range.isExpanded(editor.selection);
