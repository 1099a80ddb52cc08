import fc from 'fast-check';
import type { BlockLabels } from '../../shared/richtext/block-labels.ts';
import {
  CALLOUT_TONES,
  CELL_ALIGNMENTS,
  DECISION_PARTS,
  JUDGEMENT_PARTS,
} from '../../shared/richtext/block-parts.ts';
import {
  type Block,
  type Inline,
  lowestVersion,
  MARKS,
  MENTION_KINDS,
  type RichText,
  type Text,
} from '../../shared/richtext/document.ts';

/** A document of paragraphs, one for each text; ids are `block-1`, `block-2`, … */
export const paragraphs = (...texts: readonly string[]): RichText =>
  documentOf(...texts.map((text): Block => ({ id: '', type: 'paragraph', children: [{ text }] })));

/** Blocks with ids filled in where they are left empty. */
export const documentOf = (...blocks: readonly Block[]): RichText => ({
  version: lowestVersion(blocks),
  blocks: blocks.map((block, index) => (block.id === '' ? { ...block, id: `block-${index + 1}` } : block)),
});

export const MENTIONED = '01890000-0000-7000-8000-000000000001';
export const ATTACHED = '01890000-0000-7000-8000-0000000000a1';

const words = fc.oneof(
  fc.constantFrom(
    'pump',
    'پمپ',
    'می‌خواهم',
    '水泵',
    'ปั๊ม',
    ' ',
    '  ',
    '- ',
    '# ',
    '1. ',
    '* a',
    '_b_',
    '**',
    '`',
    '[x]',
    '](',
    '<b>',
    '&amp;',
    '|',
    '\\',
    '~~',
    '\n',
    '!',
    '+ ',
    '=',
    'https://x.org',
    'a@b.org',
    'www.x.org',
    '。',
    '(',
    ')',
    '"',
    '3',
    'é',
  ),
  fc
    .string({ unit: 'binary', maxLength: 6 })
    .filter((text) => !/[\p{Cc}\p{Cs}\p{Cn}\p{Co}\u2028\u2029]/u.test(text)),
);
const line = fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));

/** What a thing is called: one line, no space around it. */
const label = line.map((text) => text.replace(/\s+/gu, ' ').trim() || 'x');

const marks = fc.subarray([...MARKS], { maxLength: 3 });
export const anyText: fc.Arbitrary<Text> = fc.tuple(line, marks).map(([text, chosen]) => {
  const run: Text = { text };
  for (const mark of chosen) run[mark] = true;
  return run;
});
const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: anyText },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'https://example.org/a_(b)?c=1&copy',
          'mailto:a@b.org',
          'tel:+98211234',
          'https://example.org/a b',
        ),
        fc.array(anyText, { minLength: 1, maxLength: 2 }),
      )
      .map(([url, children]): Inline => ({ type: 'link', url, children })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...MENTION_KINDS), label)
      .map(
        ([kind, called]): Inline => ({ type: 'mention', kind, id: MENTIONED, label: called, children: [] }),
      ),
  },
);
const inlines = fc.array(anyInline, { maxLength: 5 });
const dir = fc.option(fc.constantFrom('ltr' as const, 'rtl' as const), { nil: undefined });

/** The blocks of version 2. Attachments are all the same one. */
function anyLargerShape() {
  const attachment = (...names: readonly string[]) => ({
    attachmentId: fc.constant(ATTACHED),
    name: fc.constantFrom(...names),
  });
  const cell = fc
    .tuple(inlines, fc.constantFrom(undefined, ...CELL_ALIGNMENTS))
    .map(([children, align]) => ({ type: 'cell' as const, ...(align ? { align } : {}), children }));
  const rows = fc
    .integer({ min: 1, max: 3 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
    )
    .map((all) => all.map((children) => ({ type: 'row' as const, children })));
  const part = (name: string) => inlines.map((children) => ({ type: 'part' as const, part: name, children }));
  const branches = fc.array(fc.tuple(part('when'), part('then')), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    fc.record({
      type: fc.constant('callout' as const),
      tone: fc.constantFrom(...CALLOUT_TONES),
      children: inlines,
    }),
    fc.record(
      {
        type: fc.constant('image' as const),
        ...attachment('pump.png', 'پمپ ۲.jpg'),
        alt: label,
        width: fc.integer({ min: 10, max: 99 }),
        pixels: fc.constant({ width: 640, height: 480 }),
        children: inlines,
      },
      { requiredKeys: ['type', 'attachmentId', 'name', 'alt', 'children'] },
    ),
    fc.record({
      type: fc.constant('file' as const),
      ...attachment('a&b [2].txt', 'پمپ ۲.pdf'),
      bytes: fc.nat(512 * 1024 * 1024),
      children: inlines,
    }),
    fc.record({
      type: fc.constant('audio' as const),
      ...attachment('hum.wav', '泵 (1).ogg'),
      children: inlines,
    }),
    fc.record({
      type: fc.constant('record' as const),
      kind: fc.constantFrom(...MENTION_KINDS),
      recordId: fc.constant(MENTIONED),
      label,
      children: fc.constant([]),
    }),
    fc.record({ type: fc.constant('table' as const), header: fc.boolean(), children: rows }),
    fc.record({
      type: fc.constant('judgement' as const),
      children: fc.tuple(...JUDGEMENT_PARTS.map(part)),
    }),
    fc.record({
      type: fc.constant('decision' as const),
      children: fc.tuple(part('question'), branches).map(([question, pairs]) => [question, ...pairs.flat()]),
    }),
  );
}

const shape = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), children: inlines }),
  fc.record({ type: fc.constant('quote' as const), children: inlines }),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    children: inlines,
  }),
  fc.record({
    type: fc.constant('list-item' as const),
    style: fc.constantFrom('bullet' as const, 'number' as const, 'check' as const),
    depth: fc.integer({ min: 0, max: 8 }),
    checked: fc.option(fc.boolean(), { nil: undefined }),
    start: fc.option(fc.constantFrom(1, 2, 3, 7, 999_999_999), { nil: undefined }),
    children: inlines,
  }),
  fc.record({
    type: fc.constant('code' as const),
    language: fc.option(fc.constantFrom('sh', 'c++'), { nil: undefined }),
    children: fc.array(anyText, { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('divider' as const), children: fc.constant([]) }),
  anyLargerShape(),
);
export const anyBlock: fc.Arbitrary<Block> = fc
  .tuple(shape, dir)
  .map(([block, direction]) => ({ id: '', ...(direction ? { dir: direction } : {}), ...block }) as Block);
export const anyDocument: fc.Arbitrary<RichText> = fc
  .array(anyBlock, { maxLength: 8 })
  .map((blocks) => documentOf(...blocks));

/** Names of the parts of a decision. Made from pairs: written out, an object with a `then` is taken for a promise. */
export const decisionLabels = (question: string, when: string, then: string): BlockLabels['decision'] =>
  Object.fromEntries(
    DECISION_PARTS.map((part, at) => [part, [question, when, then][at]]),
  ) as unknown as BlockLabels['decision'];
