import {
  cutAtRanges,
  type MarkedText,
  type MatchOptions,
  type MatchRange,
  matchRanges,
} from './match-ranges.ts';

export type SnippetOptions = MatchOptions & {
  /** About how many UTF-16 units to show, 20 to 2000. */
  readonly length: number;
};

const ELLIPSIS = '…';
/** Only the first part of a very long text is searched for the best passage. */
const LONGEST_TEXT = 200_000;

/**
 * The passage of the text that answers most words of the query, cut at word ends, with marks. Without any match it is
 * the beginning of the text. Line breaks become spaces, because a snippet is one line.
 */
export function snippet(text: string, query: string, options: SnippetOptions): MarkedText[] {
  const length = Math.max(20, Math.min(2000, Math.floor(options.length)));
  const searched = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  const ranges = matchRanges(searched, query, options);
  const first = bestStart(ranges, length);
  const from = first === 0 ? 0 : wordStart(text, Math.max(0, first - Math.floor(length / 4)), first);
  const to = wordEnd(text, Math.min(text.length, from + length), from);
  const pieces = cutAtRanges(text, ranges, from, to).map(oneLine);
  if (from > 0) pieces.unshift({ text: ELLIPSIS, mark: false });
  if (to < text.length) pieces.push({ text: ELLIPSIS, mark: false });
  return pieces;
}

/** Start of the match that opens the window with most different words, then most matches, then the earliest. */
function bestStart(ranges: readonly MatchRange[], length: number): number {
  const room = Math.floor(length * 0.75);
  const inside = new Map<number, number>();
  let best = { score: -1, start: 0 };
  let right = 0;
  for (const left of ranges) {
    while (right < ranges.length && ranges[right]!.end <= left.start + room) {
      const unit = ranges[right]!.unit;
      inside.set(unit, (inside.get(unit) ?? 0) + 1);
      right += 1;
    }
    let matches = 0;
    for (const count of inside.values()) matches += count;
    const score = inside.size * 1000 + Math.min(matches, 999);
    if (score > best.score) best = { score, start: left.start };
    const count = inside.get(left.unit);
    if (count === 1) inside.delete(left.unit);
    else if (count !== undefined) inside.set(left.unit, count - 1);
  }
  return best.start;
}

/** The first word start in `from` to `latest`; scripts without spaces may be cut between letters. */
function wordStart(text: string, from: number, latest: number): number {
  if (from === 0) return 0;
  const space = /\s/u.exec(text.slice(from, Math.min(latest, from + 24)));
  return space ? from + space.index + 1 : letterStart(text, from);
}

function wordEnd(text: string, to: number, from: number): number {
  if (to >= text.length) return text.length;
  const tail = text.slice(Math.max(from, to - 24), to);
  const space = /\s\S*$/u.exec(tail);
  return space ? to - tail.length + space.index : letterStart(text, to);
}

/** Steps back so that neither a surrogate pair nor a letter and its marks are parted. */
function letterStart(text: string, at: number): number {
  let start = at;
  while (
    start > 0 &&
    at - start < 16 &&
    /^(?:\p{M}|\u200c|\u200d|\u0e33|\u0eb3|[\udc00-\udfff])/u.test(text.slice(start, start + 2))
  ) {
    start -= 1;
  }
  return start;
}

function oneLine(piece: MarkedText): MarkedText {
  return /[\r\n\t]/.test(piece.text) ? { ...piece, text: piece.text.replaceAll(/[\r\n\t]+/g, ' ') } : piece;
}
