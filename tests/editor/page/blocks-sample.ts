import { JUDGEMENT_PARTS } from '../../../shared/richtext/block-parts.ts';
import {
  type Block,
  type BlockOf,
  decisionPartAt,
  type Inline,
  type RichText,
} from '../../../shared/richtext/document.ts';

// The larger blocks, filled and empty, in both directions.

let next = 0;
const id = () => `blocks-${String((next += 1)).padStart(6, '0')}`;
const line = (text: string): Inline[] => (text === '' ? [] : [{ text }]);
const paragraph = (text: string): Block => ({ id: id(), type: 'paragraph', children: line(text) });
const callout = (tone: BlockOf<'callout'>['tone'], text: string): Block => ({
  id: id(),
  type: 'callout',
  tone,
  children: line(text),
});
const table = (header: boolean, rows: readonly (readonly string[])[], end = -1): Block => ({
  id: id(),
  type: 'table',
  header,
  children: rows.map((row) => ({
    type: 'row',
    children: row.map((text, column) =>
      column === end
        ? { type: 'cell', align: 'end', children: line(text) }
        : { type: 'cell', children: line(text) },
    ),
  })),
});
const judgement = (...texts: string[]): Block => ({
  id: id(),
  type: 'judgement',
  children: JUDGEMENT_PARTS.map((part, at) => ({
    type: 'part',
    part,
    children: line(texts[at] ?? ''),
  })) as BlockOf<'judgement'>['children'],
});
const decision = (...texts: string[]): Block => ({
  id: id(),
  type: 'decision',
  children: texts.map((text, at) => ({ type: 'part', part: decisionPartAt(at), children: line(text) })),
});

export const blocksSample = (): RichText => ({
  version: 2,
  blocks: [
    paragraph('The pump in the north hall has its own habits.'),
    callout('info', 'It was moved here in 2011; the drawings still show the old place.'),
    callout('tip', 'Listen with a screwdriver against the housing before you open anything.'),
    callout('warning', 'The housing stays hot for twenty minutes.'),
    callout('never', 'Never run it dry, not even for a second.\nThe seal is gone at once.'),
    table(
      true,
      [
        ['Sound', 'Most likely', 'Hours to repair'],
        ['Steady hum, no turning', 'Capacitor', '0.5'],
        ['Grinding', 'Bearing; look at the lower one first', '4'],
        ['', '', ''],
      ],
      2,
    ),
    judgement(
      'A steady hum while the shaft stands still',
      'The motor is fine; something keeps it from starting',
      'Power off, turn the shaft by hand, then measure the capacitor',
      'Nine times of ten it is the capacitor, and it is the cheapest thing to rule out',
      'After a flood: then the winding comes first',
    ),
    decision(
      'Does the shaft turn by hand?',
      'It turns freely',
      'Change the capacitor',
      'It does not turn',
      'Open the housing and look at the impeller',
    ),
    paragraph('پمپ سالن شمالی عادت‌های خودش را دارد.'),
    callout('warning', 'بدنه تا بیست دقیقه داغ می‌ماند.'),
    table(true, [
      ['صدا', 'علت', 'مدل'],
      ['وزوز بدون چرخش', 'خازن', 'Grundfos CR 5'],
      ['ساییدن', 'یاتاقان', '12'],
    ]),
    judgement('وزوز یکنواخت، محور نمی‌چرخد', 'موتور سالم است', '', '', ''),
    decision('آیا محور با دست می‌چرخد؟', 'می‌چرخد', 'خازن را عوض کنید', '', ''),
    judgement(),
    decision('', '', ''),
    table(false, [
      Array.from({ length: 12 }, (_, at) => `Column ${at + 1}`),
      Array.from({ length: 12 }, (_, at) => `measured value ${at + 1}`),
    ]),
    paragraph('The end.'),
  ],
});

/** One table of so many rows and columns, for speed. */
export const tableSample = (rows: number, columns: number): RichText => ({
  version: 2,
  blocks: [
    table(
      true,
      Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_each, column) => `r${row} c${column}`),
      ),
    ),
    paragraph('Below the table.'),
  ],
});
