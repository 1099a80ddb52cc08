// The larger blocks of a document: tables, pictures, cards, judgements and decisions.
import { describe, expect, it } from 'vitest';
import { canonicalDocument, sameDocument } from '../../shared/richtext/canonical.ts';
import { type Block, documentSchema, lowestVersion, type RichText } from '../../shared/richtext/document.ts';
import { isBlank, plainText } from '../../shared/richtext/plain-text.ts';
import { readDocument } from '../../shared/richtext/upgrade.ts';
import { attachmentIdsIn, linesOf, mapLines, referencesIn } from '../../shared/richtext/walk.ts';

const ID = '01890000-0000-7000-8000-000000000001';
const OTHER = '01890000-0000-7000-8000-000000000002';
const part = <P extends string>(name: P, text: string) => ({
  type: 'part' as const,
  part: name,
  children: text === '' ? [] : [{ text }],
});
const cell = (text: string) => ({ type: 'cell' as const, children: [{ text }] });

const table: Block = {
  id: 'block-table',
  type: 'table',
  header: true,
  children: [
    { type: 'row', children: [cell('Pump'), cell('فشار')] },
    { type: 'row', children: [cell('A-1'), { ...cell('3 bar'), align: 'end' }] },
  ],
};
const judgement: Block = {
  id: 'block-judge',
  type: 'judgement',
  children: [
    part('cue', 'a dry rattle'),
    part('expectation', 'cavitation'),
    part('action', 'close the valve'),
    part('why', ''),
    part('exceptions', ''),
  ],
};
const decision: Block = {
  id: 'block-decide',
  type: 'decision',
  children: [part('question', 'Hot?'), part('when', 'yes'), part('then', 'stop')],
};
const image: Block = {
  id: 'block-image',
  type: 'image',
  attachmentId: ID,
  name: 'seal.png',
  alt: 'A worn seal',
  children: [{ text: 'The seal' }],
};
const card: Block = {
  id: 'block-card1',
  type: 'record',
  kind: 'case',
  recordId: OTHER,
  label: 'Case 17',
  children: [],
};
const all: RichText = { version: 2, blocks: [table, judgement, decision, image, card] };

describe('documents of version 2', () => {
  it('are read back as they were written', () => {
    const stored = JSON.stringify(canonicalDocument(all));
    expect(readDocument(stored)).toEqual({ state: 'readable', document: canonicalDocument(all) });
    expect(JSON.stringify(canonicalDocument(canonicalDocument(all)))).toBe(stored);
    expect(sameDocument(all, canonicalDocument(all))).toBe(true);
  });

  it('carry the lowest version that can hold them, so that older copies still open what they can', () => {
    expect(lowestVersion(all.blocks)).toBe(2);
    const plain: Block = { id: 'block-plain', type: 'paragraph', children: [{ text: 'x' }] };
    expect(canonicalDocument({ version: 2, blocks: [plain] }).version).toBe(1);
    expect(documentSchema.safeParse({ version: 1, blocks: [card] }).success).toBe(false);
  });

  it('are those in which a list begins at another number than one', () => {
    const item: Block = {
      id: 'block-item',
      type: 'list-item',
      style: 'number',
      depth: 0,
      start: 3,
      children: [{ text: 'x' }],
    };
    const bullet: Block = { ...item, style: 'bullet' };
    expect(lowestVersion([item])).toBe(2);
    expect(documentSchema.safeParse({ version: 1, blocks: [item] }).success).toBe(false);
    expect(canonicalDocument({ version: 2, blocks: [item] })).toEqual({ version: 2, blocks: [item] });
    // Only numbers begin anywhere; without one the document is what it was before there were starts.
    expect(canonicalDocument({ version: 2, blocks: [bullet] }).version).toBe(1);
    for (const start of [0, -1, 1.5, 1_000_000_000, '3', null, Number.NaN])
      expect(documentSchema.safeParse({ version: 2, blocks: [{ ...item, start }] }).success).toBe(false);
    expect(
      sameDocument({ version: 2, blocks: [item] }, { version: 2, blocks: [{ ...item, start: 4 }] }),
    ).toBe(false);
  });

  it('give up every word, part by part and cell by cell', () => {
    expect(plainText(all)).toBe(
      'Pump\tفشار\nA-1\t3 bar\na dry rattle\ncavitation\nclose the valve\n\n\nHot?\nyes\nstop\nThe seal\nCase 17',
    );
    expect(isBlank({ version: 2, blocks: [{ ...judgement, children: emptyParts() }] })).toBe(true);
    expect(isBlank({ version: 2, blocks: [{ ...image, children: [] }] })).toBe(false);
    expect(isBlank({ version: 2, blocks: [card] })).toBe(false);
  });

  it('say what they refer to', () => {
    expect([...referencesIn(all)].map(({ blockId, kind, id }) => [blockId, kind, id])).toEqual([
      ['block-image', 'attachment', ID],
      ['block-card1', 'case', OTHER],
    ]);
    expect(attachmentIdsIn({ version: 2, blocks: [image, { ...image, id: 'block-again' }] })).toEqual([ID]);
  });

  it('change line by line', () => {
    const louder = (block: Block) =>
      mapLines(block, (line) =>
        line.map((child) => ('text' in child ? { ...child, text: child.text.toUpperCase() } : child)),
      );
    for (const block of all.blocks.slice(0, 4)) {
      const before = linesOf(block).flat();
      const after = linesOf(louder(block)).flat();
      expect(after).toHaveLength(before.length);
      expect(after.every((child) => 'text' in child && child.text === child.text.toUpperCase())).toBe(true);
      expect(documentSchema.safeParse({ version: 2, blocks: [louder(block)] }).success).toBe(true);
    }
    expect(louder(card)).toBe(card);
  });

  it.each<[string, unknown]>([
    ['a judgement with a part missing', { ...judgement, children: judgement.children.slice(1) }],
    ['a judgement in another order', { ...judgement, children: [...judgement.children].reverse() }],
    ['a decision without a branch', { ...decision, children: decision.children.slice(0, 1) }],
    ['a decision with half a branch', { ...decision, children: [...decision.children, part('when', 'x')] }],
    ['a table without rows', { ...table, children: [] }],
    ['a row without cells', { ...table, children: [{ type: 'row', children: [] }] }],
    [
      'a block in a cell',
      { ...table, children: [{ type: 'row', children: [{ type: 'cell', children: [card] }] }] },
    ],
    ['a picture by address instead of by attachment', { ...image, attachmentId: 'https://x.org/a.png' }],
    ['a picture wider than the text', { ...image, width: 400 }],
    ['a callout of an unknown tone', { id: 'block-tone1', type: 'callout', tone: 'loud', children: [] }],
  ])('refuse %s', (_, block) => {
    expect(documentSchema.safeParse({ version: 2, blocks: [block] }).success).toBe(false);
  });
});

function emptyParts() {
  return judgement.type === 'judgement'
    ? (judgement.children.map((one) => ({ ...one, children: [] })) as unknown as typeof judgement.children)
    : ([] as never);
}
