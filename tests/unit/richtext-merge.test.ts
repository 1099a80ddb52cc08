import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDocument, sameDocument } from '../../shared/richtext/canonical.ts';
import { type Block, documentSchema, type RichText } from '../../shared/richtext/document.ts';
import { mergeDocuments, settleConflict } from '../../shared/richtext/merge.ts';
import { blockText, plainText } from '../../shared/richtext/plain-text.ts';
import { hasDuplicateIds } from '../../shared/richtext/upgrade.ts';
import { documentOf, paragraphs } from '../support/rich-text-builders.ts';

const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ text }] });
const of = (...blocks: readonly (readonly [string, string])[]): RichText =>
  documentOf(...blocks.map(([id, text]) => paragraph(id, text)));
const told = (document: RichText): string[] => document.blocks.map(blockText);

describe('two windows wrote in one text', () => {
  const base = paragraphs('one', 'two', 'three');
  const [first, second, third] = base.blocks as [Block, Block, Block];
  const edit = (block: Block, text: string): Block => paragraph(block.id, text);

  it('takes what each side changed', () => {
    const { document, conflicts } = mergeDocuments(
      base,
      documentOf(edit(first, 'ONE'), second, third),
      documentOf(first, second, edit(third, 'THREE'), paragraph('block-new', 'four')),
    );
    expect(told(document)).toEqual(['ONE', 'two', 'THREE', 'four']);
    expect(conflicts).toEqual([]);
  });

  it('keeps both versions of a block that both changed, mine first, and says so', () => {
    const { document, conflicts } = mergeDocuments(
      base,
      documentOf(first, edit(second, 'two and a half'), third),
      documentOf(first, edit(second, 'zwei'), third),
    );
    expect(told(document)).toEqual(['one', 'two and a half', 'zwei', 'three']);
    expect(conflicts).toMatchObject([
      {
        id: 'block-2',
        copyId: 'block-2-2',
        base: second,
        mine: { id: 'block-2' },
        theirs: { id: 'block-2' },
      },
    ]);
  });

  it('loses none of two blocks that came under one id', () => {
    const twice = documentOf(first, edit(first, 'and one more'), second);
    for (const [mine, theirs] of [
      [twice, documentOf(first, second)],
      [documentOf(edit(first, 'ONE'), second), twice],
    ] as const) {
      const { document } = mergeDocuments(documentOf(first, second), mine, theirs);
      expect(told(document)).toContain('and one more');
      expect(told(document)).toContain(mine === twice ? 'one' : 'ONE');
      expect(hasDuplicateIds(document)).toBe(false);
    }
  });

  it('follows the choice, and the words that win carry the old id', () => {
    const { document, conflicts } = mergeDocuments(
      base,
      documentOf(first, edit(second, 'mine'), third),
      documentOf(first, edit(second, 'theirs'), third),
    );
    const [conflict] = conflicts;
    if (!conflict) throw new Error('there should be a conflict');
    expect(told(settleConflict(document, conflict, 'mine'))).toEqual(['one', 'mine', 'three']);
    const taken = settleConflict(document, conflict, 'theirs');
    expect(taken.blocks.map((block) => `${block.id} ${blockText(block)}`)).toEqual([
      'block-1 one',
      'block-2 theirs',
      'block-3 three',
    ]);
    expect(settleConflict(document, conflict, 'both')).toBe(document);
    // Somebody wrote on in the copy, or took it out, before choosing.
    const written = documentOf(
      ...document.blocks.map((block) =>
        block.id === conflict.copyId ? paragraph(block.id, 'theirs, longer') : block,
      ),
    );
    expect(told(settleConflict(written, conflict, 'theirs'))).toEqual(['one', 'theirs, longer', 'three']);
    const gone = documentOf(...document.blocks.filter(({ id }) => id !== conflict.copyId));
    expect(settleConflict(gone, conflict, 'theirs').blocks).toEqual(gone.blocks);
    // The block here was taken out before: the words from there stay where they are.
    const left = documentOf(...document.blocks.filter(({ id }) => id !== conflict.id));
    expect(told(settleConflict(left, conflict, 'theirs'))).toEqual(['one', 'theirs', 'three']);
  });

  it('keeps a block that one side took out and the other rewrote, until somebody chooses', () => {
    const { document, conflicts } = mergeDocuments(
      base,
      documentOf(first, third),
      documentOf(first, edit(second, 'two, at length'), third),
    );
    expect(told(document)).toEqual(['one', 'two, at length', 'three']);
    const [conflict] = conflicts;
    if (!conflict) throw new Error('there should be a conflict');
    expect(conflict).toMatchObject({ copyId: null, mine: undefined });
    expect(told(settleConflict(document, conflict, 'mine'))).toEqual(['one', 'three']);
    expect(told(settleConflict(document, conflict, 'theirs'))).toEqual(['one', 'two, at length', 'three']);
  });

  it('takes out what one side took out and the other left alone', () => {
    expect(told(mergeDocuments(base, documentOf(first, third), base).document)).toEqual(['one', 'three']);
  });

  it('follows the side that moved blocks, and what came in goes with the block it followed', () => {
    const { document } = mergeDocuments(
      base,
      documentOf(third, first, second),
      documentOf(first, paragraph('block-x', 'after one'), second, third),
    );
    expect(told(document)).toEqual(['three', 'one', 'after one', 'two']);
  });

  it('joins a tick here with words there, and cells of one table', () => {
    const item = (checked: boolean, text: string): Block => ({
      id: 'item-1',
      type: 'list-item',
      style: 'check',
      depth: 0,
      ...(checked ? { checked } : {}),
      children: [{ text }],
    });
    expect(
      mergeDocuments(
        documentOf(item(false, 'warm the oil')),
        documentOf(item(true, 'warm the oil')),
        documentOf(item(false, 'warm the oil for ten minutes')),
      ),
    ).toEqual({ document: documentOf(item(true, 'warm the oil for ten minutes')), conflicts: [] });

    const table = (...cells: readonly string[]): RichText => ({
      version: 2,
      blocks: [
        {
          id: 'table-1',
          type: 'table',
          header: false,
          children: [
            {
              type: 'row',
              children: cells.map((text) => ({ type: 'cell', children: text ? [{ text }] : [] })),
            },
          ],
        },
      ],
    });
    const joined = mergeDocuments(table('a', '', 'c'), table('a', 'b', 'c'), table('a', '', 'C'));
    expect(joined.conflicts).toEqual([]);
    expect(told(joined.document)).toEqual(['a\tb\tC']);
    // A column more on one side: which cell is which cannot be told, so both tables stay.
    const both = mergeDocuments(table('a', ''), table('a', 'b'), table('a', '', 'c'));
    expect(told(both.document)).toEqual(['a\tb', 'a\t\tc']);
    expect(both.conflicts).toHaveLength(1);
  });

  it('does not put a mention into code', () => {
    const mention: Block = {
      id: 'block-1',
      type: 'paragraph',
      children: [
        {
          type: 'mention',
          kind: 'note',
          id: '01890000-0000-7000-8000-000000000001',
          label: 'x',
          children: [],
        },
      ],
    };
    const { document, conflicts } = mergeDocuments(
      of(['block-1', 'run()']),
      documentOf({ id: 'block-1', type: 'code', children: [{ text: 'run()' }] }),
      documentOf(mention),
    );
    expect(conflicts).toHaveLength(1);
    expect(documentSchema.safeParse(document).success).toBe(true);
  });

  it('does not put words into a card, which has no place for them', () => {
    const card: Block = {
      id: 'block-1',
      type: 'record',
      kind: 'case',
      recordId: '01890000-0000-7000-8000-000000000001',
      label: 'Case 17',
      children: [],
    };
    const { document, conflicts } = mergeDocuments(
      of(['block-1', 'Case 17']),
      documentOf(card),
      of(['block-1', 'Case 17 is odd']),
    );
    expect(told(document)).toContain('Case 17 is odd');
    expect(conflicts).toHaveLength(1);
  });

  it('makes ids that are free and of the right form, however long the first', () => {
    const id = 'x'.repeat(36);
    const { document } = mergeDocuments(
      of([id, 'a']),
      of([id, 'b']),
      of([id, 'c'], [`${'x'.repeat(34)}-2`, 'd']),
    );
    expect(hasDuplicateIds(document)).toBe(false);
    expect(documentSchema.safeParse(document).success).toBe(true);
  });
});

describe('whatever two windows do', () => {
  const text = fc
    .array(fc.constantFrom('pump', 'پمپ', '水泵', 'ปั๊ม', 'oil', 'valve'), { minLength: 1, maxLength: 4 })
    .map((words) => words.join(' '));
  const base = fc
    .array(text, { maxLength: 8 })
    .map((texts) => of(...texts.map((one, at): [string, string] => [`block-${at}`, one])));
  const step = fc.record({
    what: fc.constantFrom('rewrite', 'remove', 'move', 'add'),
    at: fc.nat(9),
    to: fc.nat(9),
    text,
  });
  type Step = { what: string; at: number; to: number; text: string };
  const side = (name: string) => fc.array(step, { maxLength: 6 }).map((steps) => ({ name, steps }));
  const played = (document: RichText, { name, steps }: { name: string; steps: readonly Step[] }) => {
    const blocks = [...document.blocks];
    steps.forEach(({ what, at, to, text: words }, count) => {
      const place = blocks.length === 0 ? 0 : at % blocks.length;
      const block = blocks[place];
      if (what === 'add')
        blocks.splice(
          to % (blocks.length + 1),
          0,
          paragraph(`${name}-${count}-new`, `${name}${count} ${words}`),
        );
      else if (!block) return;
      else if (what === 'rewrite') blocks[place] = paragraph(block.id, `${name}${count} ${words}`);
      else if (what === 'remove') blocks.splice(place, 1);
      else blocks.splice(to % blocks.length, 0, ...blocks.splice(place, 1));
    });
    return documentOf(...blocks);
  };
  const triple = fc
    .tuple(base, side('mine'), side('their'))
    .map(([was, mine, theirs]) => [was, played(was, mine), played(was, theirs)] as const);

  it('loses no word that either side wrote, and makes a document', () => {
    fc.assert(
      fc.property(triple, ([was, mine, theirs]) => {
        const { document, conflicts } = mergeDocuments(was, mine, theirs);
        const words = plainText(document);
        const known = new Set(was.blocks.map(blockText));
        for (const block of [...mine.blocks, ...theirs.blocks])
          if (!known.has(blockText(block))) expect(words).toContain(blockText(block));
        expect(hasDuplicateIds(document)).toBe(false);
        expect(documentSchema.safeParse(document).success).toBe(true);
        for (const { id, copyId } of conflicts)
          expect(document.blocks.some((block) => block.id === (copyId ?? id))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is the other side where one did nothing, and itself where both did the same', () => {
    fc.assert(
      fc.property(triple, ([was, mine]) => {
        for (const merged of [
          mergeDocuments(was, mine, was),
          mergeDocuments(was, was, mine),
          mergeDocuments(was, mine, mine),
        ]) {
          expect(merged.conflicts).toEqual([]);
          expect(canonicalDocument(merged.document)).toEqual(canonicalDocument(mine));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on which window asks, but for the order of the two versions', () => {
    fc.assert(
      fc.property(triple, ([was, mine, theirs]) => {
        const one = mergeDocuments(was, mine, theirs);
        const other = mergeDocuments(was, theirs, mine);
        const settled = (merged: typeof one, choice: 'mine' | 'theirs'): RichText =>
          merged.conflicts.reduce(
            (document, conflict) => settleConflict(document, conflict, choice),
            merged.document,
          );
        expect(other.conflicts.map(({ id }) => id)).toEqual(one.conflicts.map(({ id }) => id));
        expect(sameDocument(settled(one, 'mine'), settled(other, 'theirs'))).toBe(true);
        expect(sameDocument(settled(one, 'theirs'), settled(other, 'mine'))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
