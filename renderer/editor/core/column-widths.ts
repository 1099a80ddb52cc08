import type { Row } from '../../../shared/richtext/block-parts.ts';
import type { BlockOf } from '../../../shared/richtext/document.ts';
import { wordsOfInline } from '../../../shared/richtext/plain-text.ts';

/** Rows that are looked at: the first, where names and kinds of values are, and some further down. */
const FIRST = 30;
const FURTHER = 30;
/** In em of the table: its padding, a letter on average, and a letter as wide as it is high (Chinese). */
const PADDING = 1.6;
const LETTER = 0.56;
const NARROWEST = 6.5;
const WIDEST = 20;
/** Widths go up in steps, so that not every letter moves all columns. */
const STEP = 2;

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

/** A row is never changed but replaced, so it is read once. */
const known = new WeakMap<Row, readonly number[]>();

function lengthsOf(row: Row): readonly number[] {
  const before = known.get(row);
  if (before) return before;
  const lengths = row.children.map(({ children }) => {
    let line = 0;
    let longest = 0;
    for (const child of children) {
      const [first = '', ...more] = wordsOfInline(child).split('\n');
      line += widthOf(first);
      longest = Math.max(longest, line);
      for (const next of more) {
        line = widthOf(next);
        longest = Math.max(longest, line);
      }
    }
    return longest;
  });
  known.set(row, lengths);
  return lengths;
}

const widthOf = (text: string): number =>
  LETTER * text.length + (1 - LETTER) * (text.match(WIDE)?.length ?? 0);

/**
 * How wide the columns of a large table are, in em of its font: room for nine in ten of the cells that are looked at,
 * between 6.5 and 20; what is longer breaks into lines.
 */
export function columnWidths({ children: rows }: BlockOf<'table'>): number[] {
  const step = Math.max(1, Math.floor((rows.length - FIRST) / FURTHER));
  const seen = rows.filter((_, at) => at < FIRST || (at - FIRST) % step === 0).map(lengthsOf);
  return (rows[0]?.children ?? []).map((_, column) => {
    const lengths = seen.map((row) => row[column] ?? 0).sort((a, b) => a - b);
    const long = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
    const wanted = Math.max(long, (seen[0]?.[column] ?? 0) * 1.1) + PADDING;
    return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(wanted / STEP) * STEP));
  });
}
