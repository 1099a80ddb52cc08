import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffDocuments, isUnchanged } from '../../shared/richtext/diff.ts';
import { type Block, EMPTY_DOCUMENT, type RichText } from '../../shared/richtext/document.ts';
import { blockText } from '../../shared/richtext/plain-text.ts';
import { reorderBlocks } from '../../shared/richtext/reorder.ts';
import { type DiffPart, diffWords } from '../../shared/richtext/word-diff.ts';
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

  it('finds text again that was pasted or imported anew with other ids', () => {
    const after: RichText = {
      version: 1,
      blocks: before.blocks.map((block, at) => ({ ...block, id: `again-${at}` })),
    };
    expect(isUnchanged(diffDocuments(before, after))).toBe(true);
    const [, ...rest] = after.blocks;
    expect(statuses(before, documentOf(...rest, { id: 'five-five', type: 'divider', children: [] }))).toEqual(
      ['block-1 removed', 'again-1 same', 'again-2 same', 'again-3 same', 'five-five added'],
    );
  });

  it('says in a word what else than words changed', () => {
    const item = (more: object): Block => ({
      id: 'item-1',
      type: 'list-item',
      style: 'check',
      depth: 0,
      children: [{ text: 'warm the oil' }],
      ...more,
    });
    const image = (more: object): Block => ({
      id: 'image-1',
      type: 'image',
      attachmentId: '01890000-0000-7000-8000-000000000001',
      name: 'seal.png',
      alt: '',
      children: [],
      ...more,
    });
    const changes = (was: Block, is: Block) => diffDocuments(documentOf(was), documentOf(is))[0]?.changes;
    expect(changes(item({}), item({ checked: true }))).toEqual(['ticked']);
    expect(changes(item({ checked: true }), item({ depth: 1 }))).toEqual(['unticked', 'depth']);
    expect(changes(item({ style: 'number' }), item({ style: 'number', start: 3 }))).toEqual(['number']);
    expect(changes(item({}), { ...one, id: 'item-1' } as Block)).toEqual(['kind']);
    expect(changes(item({}), item({ children: [{ text: 'warm the oil', bold: true }] }))).toEqual(['marks']);
    expect(changes(image({}), image({ attachmentId: '01890000-0000-7000-8000-000000000002' }))).toEqual([
      'picture',
    ]);
    expect(changes(image({}), image({ alt: 'a seal', width: 50 }))).toEqual(['description', 'size']);
    expect(changes(image({}), image({ children: [{ text: 'The seal' }] }))).toEqual([]);
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

describe('difference of tables, judgements and decisions', () => {
  const table = (...rows: readonly (readonly string[])[]): RichText => ({
    version: 2,
    blocks: [
      {
        id: 'table-1',
        type: 'table',
        header: true,
        children: rows.map((cells) => ({
          type: 'row',
          children: cells.map((text) => ({ type: 'cell', children: text === '' ? [] : [{ text }] })),
        })),
      },
    ],
  });
  const shown = (before: RichText, after: RichText): string[] =>
    (diffDocuments(before, after)[0]?.rows ?? []).map(
      ({ status, cells }) => `${status}: ${cells.map(({ parts }) => written(parts)).join(' | ')}`,
    );

  it('tells a table cell by cell', () => {
    expect(
      shown(
        table(['part', 'torque'], ['M8', '25 Nm'], ['M10', '50 Nm']),
        table(['part', 'torque'], ['M8', '27 Nm'], ['M12', '85 Nm'], ['M10', '50 Nm']),
      ),
    ).toEqual([
      'same: part | torque',
      'changed: M8 | {-25}{+27} Nm',
      'added: {+M12} | {+85 Nm}',
      'same: M10 | 50 Nm',
    ]);
  });

  it('tells a column that came and one that went', () => {
    const two = table(['part', 'torque'], ['M8', '25 Nm']);
    const three = table(['part', 'oil', 'torque'], ['M8', 'yes', '25 Nm']);
    expect(shown(two, three)).toEqual(['changed: part | {+oil} | torque', 'changed: M8 | {+yes} | 25 Nm']);
    expect(shown(three, two)).toEqual(['changed: part | {-oil} | torque', 'changed: M8 | {-yes} | 25 Nm']);
  });

  it('tells a judgement part by part and a decision branch by branch', () => {
    const judgement = (...texts: readonly string[]): RichText => ({
      version: 2,
      blocks: [
        {
          id: 'judge-1',
          type: 'judgement',
          children: (['cue', 'expectation', 'action', 'why', 'exceptions'] as const).map((part, at) => ({
            type: 'part',
            part,
            children: texts[at] ? [{ text: texts[at] }] : [],
          })) as never,
        },
      ],
    });
    expect(shown(judgement('hum', '', 'cut power'), judgement('hum', 'no turn', 'cut the power'))).toEqual([
      'same: hum',
      'changed: {+no turn}',
      'changed: cut {+the }power',
      'same: ',
      'same: ',
    ]);
    const decision = (...texts: readonly string[]): RichText => ({
      version: 2,
      blocks: [
        {
          id: 'decide-1',
          type: 'decision',
          children: texts.map((text, at) => ({
            type: 'part',
            part: at === 0 ? 'question' : at % 2 ? 'when' : 'then',
            children: [{ text }],
          })),
        },
      ],
    });
    expect(
      shown(
        decision('Warm?', 'yes', 'go on', 'no', 'wait'),
        decision('Warm?', 'cold', 'heat', 'yes', 'go on', 'no', 'wait'),
      ),
    ).toEqual(['same: Warm?', 'added: {+cold} | {+heat}', 'same: yes | go on', 'same: no | wait']);
  });

  it('tells whole tables that came or went, and no rows where the kind changed', () => {
    expect(shown(EMPTY_DOCUMENT, table(['a', 'b']))).toEqual(['added: {+a} | {+b}']);
    expect(shown(table(['a', 'b']), EMPTY_DOCUMENT)).toEqual(['removed: {-a} | {-b}']);
    const paragraph = documentOf({ id: 'table-1', type: 'paragraph', children: [{ text: 'a' }] });
    expect(diffDocuments(table(['a']), paragraph)[0]).toMatchObject({ rows: undefined, changes: ['kind'] });
  });
});
