import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffPart, diffDocuments, diffWords, isUnchanged } from '../../shared/richtext/diff.ts';
import { type Block, EMPTY_DOCUMENT, type RichText } from '../../shared/richtext/document.ts';
import { blockText } from '../../shared/richtext/plain-text.ts';
import { reorderBlocks } from '../../shared/richtext/reorder.ts';
import { anyDocument, documentOf, paragraphs } from '../support/rich-text-builders.ts';

const sign = { same: '', added: '+', removed: '-' } as const;
const written = (parts: readonly DiffPart[]): string =>
  parts.map(({ text, op }) => (op === 'same' ? text : `{${sign[op]}${text}}`)).join('');
const statuses = (before: RichText, after: RichText): string[] =>
  diffDocuments(before, after).map(({ id, status }) => `${id} ${status}`);

describe('difference by words', () => {
  it.each([
    ['The pump hums', 'The pump sings', 'The pump {-hums}{+sings}'],
    ['a b c', 'a c', 'a {-b }c'],
    ['a c', 'a b c', 'a {+b }c'],
    ['پمپ روشن است', 'پمپ خاموش است', 'پمپ {-روشن}{+خاموش} است'],
    ['ปั๊มมีเสียง', 'ปั๊มไม่มีเสียง', 'ปั๊ม{-มี}{+ไม่มี}เสียง'],
    ['先断电再看', '先断电后看', '先断电{-再看}{+后看}'],
    ['', 'new', '{+new}'],
    ['old', '', '{-old}'],
    ['same', 'same', 'same'],
    ['', '', ''],
  ])('%j to %j', (before, after, expected) => {
    expect(written(diffWords(before, after))).toBe(expected);
  });

  it('always holds both texts whole', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ' ', ',', '水泵', 'ปั๊ม', 'پمپ'), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        expect(
          parts
            .filter(({ op }) => op !== 'added')
            .map((part) => part.text)
            .join(''),
        ).toBe(before);
        expect(
          parts
            .filter(({ op }) => op !== 'removed')
            .map((part) => part.text)
            .join(''),
        ).toBe(after);
      }),
      { numRuns: 400 },
    );
  });

  it('gives up on words, not on text, when two long texts have nothing in common', () => {
    const before = Array.from({ length: 3000 }, (_, at) => `a${at}`).join(' ');
    const after = Array.from({ length: 3000 }, (_, at) => `b${at}`).join(' ');
    expect(diffWords(before, after)).toEqual([
      { text: before, op: 'removed' },
      { text: after, op: 'added' },
    ]);
  });
});

describe('difference of documents', () => {
  const before = paragraphs('one', 'two', 'three', 'four');
  const [one, two, three, four] = before.blocks as [Block, Block, Block, Block];

  it('tells what was added, removed and changed, where it stood', () => {
    const after = documentOf(
      one,
      { id: 'new-one', type: 'paragraph', children: [{ text: 'new' }] },
      { ...three, children: [{ text: 'three more' }] } as Block,
      four,
    );
    expect(statuses(before, after)).toEqual([
      'block-1 same',
      'new-one added',
      'block-2 removed',
      'block-3 changed',
      'block-4 same',
    ]);
  });

  it('calls only the block that was moved moved', () => {
    expect(statuses(before, documentOf(two, three, four, one))).toEqual([
      'block-2 same',
      'block-3 same',
      'block-4 same',
      'block-1 moved',
    ]);
    expect(statuses(before, documentOf(four, one, two, three))).toEqual([
      'block-4 moved',
      'block-1 same',
      'block-2 same',
      'block-3 same',
    ]);
  });

  it('tells a change of form from a change of words', () => {
    const after = documentOf(
      { ...one, children: [{ text: 'one', bold: true }] } as Block,
      { ...two, dir: 'rtl' },
      { id: three.id, type: 'quote', children: [{ text: 'three' }] },
      four,
    );
    const diff = diffDocuments(before, after);
    expect(diff.map(({ formOnly }) => formOnly)).toEqual([true, true, true, false]);
    expect(diff[0]?.parts).toEqual([{ text: 'one', op: 'same' }]);
  });

  it('knows a change that was also moved', () => {
    const diff = diffDocuments(
      before,
      documentOf({ ...four, children: [{ text: 'fourth' }] } as Block, one, two, three),
    );
    expect(diff[0]).toMatchObject({ id: 'block-4', status: 'changed', moved: true });
  });

  it('sees no difference in another spelling of the same document', () => {
    const split = documentOf(
      { ...one, children: [{ text: 'o' }, { text: 'ne' }, { text: '' }] } as Block,
      two,
      three,
      four,
    );
    expect(isUnchanged(diffDocuments(before, split))).toBe(true);
  });

  it('bears empty documents on either side', () => {
    expect(diffDocuments(EMPTY_DOCUMENT, EMPTY_DOCUMENT)).toEqual([]);
    expect(statuses(EMPTY_DOCUMENT, documentOf(one))).toEqual(['block-1 added']);
    expect(statuses(documentOf(one), EMPTY_DOCUMENT)).toEqual(['block-1 removed']);
  });

  it('accounts for every block of both versions exactly once', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, fc.nat(8), fc.nat(8), (first, second, from, to) => {
        const mixed = reorderBlocks(
          {
            version: 1,
            blocks: [
              ...first.blocks.slice(0, 4),
              ...second.blocks.map((block) => ({ ...block, id: `${block.id}-b` })),
            ],
          },
          from,
          1,
          to,
        );
        const diff = diffDocuments(first, mixed);
        expect(diff.flatMap(({ after }) => after?.id ?? [])).toEqual(mixed.blocks.map(({ id }) => id));
        expect(diff.flatMap(({ before: old }) => old?.id ?? []).sort()).toEqual(
          first.blocks.map(({ id }) => id).sort(),
        );
        for (const block of diff) {
          const was = block.parts
            .filter(({ op }) => op !== 'added')
            .map(({ text }) => text)
            .join('');
          expect(was).toBe(block.before ? blockText(block.before) : '');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('compares 2,000 blocks, half of them rewritten in Thai and Chinese, without freezing a page', () => {
    const texts = [
      'ปั๊มมีเสียงแต่ไม่หมุนให้ตัดไฟก่อน',
      '水泵嗡嗡作响但不转，先断电。',
      'The pump hums but does not turn, so cut the power first.',
    ];
    const long = paragraphs(...Array.from({ length: 2000 }, (_, at) => texts[at % 3] ?? ''));
    const edited: RichText = {
      version: 1,
      blocks: long.blocks.map((block, at) =>
        at % 2 ? ({ ...block, children: [{ text: `${blockText(block)} x${at}` }] } as Block) : block,
      ),
    };
    const start = performance.now();
    const diff = diffDocuments(long, edited);
    const took = performance.now() - start;
    expect(diff.filter(({ status }) => status === 'changed')).toHaveLength(1000);
    // Generous on purpose: a slow, loaded machine must pass, a quadratic mistake must not.
    expect(took).toBeLessThan(20_000);
  });
});
