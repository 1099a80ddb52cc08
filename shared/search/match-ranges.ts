import { analyse, SEGMENT_MARK, type Token } from '../text/analyse.ts';
import { type Clause, parseQuery, type QueryUnit } from '../text/query.ts';

/** A stretch of the original text that answers the query; UTF-16 units, end exclusive; `unit` is its word. */
export type MatchRange = { readonly start: number; readonly end: number; readonly unit: number };

/** A piece of the original text, to be drawn marked or plain. */
export type MarkedText = { readonly text: string; readonly mark: boolean };

export type MatchOptions = {
  /** True where the results come from a search as you type: words that only begin like the last word are marked too. */
  readonly prefix?: boolean;
};

type Sequence = { readonly terms: readonly string[]; readonly prefix: boolean; readonly unit: number };

/** Where the words of the query stand in the text, in order. Linear in the text. */
export function matchRanges(
  text: string,
  query: string,
  options: MatchOptions = { prefix: false },
): MatchRange[] {
  const { byFirst, prefixes } = sequencesOf(query, options.prefix ?? false);
  if (byFirst.size === 0) return [];
  // Dictionary words are left out: bigrams point at the same letters, and do so in every browser.
  const tokens = analyse(text, { segments: false });
  const places = byPlace(tokens);
  const ranges: MatchRange[] = [];
  for (const token of tokens) {
    for (const sequence of byFirst.get(token.term) ?? []) {
      const end = endOf(sequence, token, places);
      if (end !== undefined) ranges.push({ start: token.start, end, unit: sequence.unit });
    }
    for (const sequence of prefixes) {
      if (token.kind !== 'stem' && token.term.startsWith(sequence.terms[0]!))
        ranges.push(prefixRange(token, sequence));
    }
  }
  return ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

type Sequences = {
  readonly byFirst: ReadonlyMap<string, readonly Sequence[]>;
  readonly prefixes: readonly Sequence[];
};

/** The last query is remembered: all the texts of one page of results are looked through for the same words. */
let last: { readonly query: string; readonly prefix: boolean; readonly sequences: Sequences } | null = null;

function sequencesOf(query: string, prefix: boolean): Sequences {
  if (last?.query === query && last.prefix === prefix) return last.sequences;
  const byFirst = new Map<string, Sequence[]>();
  const prefixes: Sequence[] = [];
  parseQuery(query, { prefix }).forEach((unit, i) => {
    for (const item of shownClauses(unit)) {
      const sequence = { ...item, unit: i };
      if (item.prefix && item.terms.length === 1) prefixes.push(sequence);
      const first = item.terms[0];
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), sequence]);
    }
  });
  const sequences = { byFirst, prefixes };
  last = { query, prefix, sequences };
  return sequences;
}

/** What is worth marking: the whole word where it can be insisted on, and never a bigram across two words. */
function shownClauses(unit: QueryUnit): Clause[] {
  return (unit.need.length > 0 ? unit.need : unit.rank).filter(
    (item) => !item.terms[0]?.startsWith(SEGMENT_MARK),
  );
}

function prefixRange(token: Token, sequence: Sequence): MatchRange {
  // A bigram that begins with the letter sought: mark the letter, not its neighbour.
  const end =
    token.kind === 'bigram' ? Math.min(token.end, token.start + sequence.terms[0]!.length) : token.end;
  return { start: token.start, end, unit: sequence.unit };
}

function byPlace(tokens: readonly Token[]): Token[][] {
  const places: Token[][] = [];
  for (const token of tokens) {
    const at = places[token.pos];
    if (at) at.push(token);
    else places[token.pos] = [token];
  }
  return places;
}

/** End of a sequence that begins at `first`, or undefined where the following terms are others. */
function endOf(sequence: Sequence, first: Token, places: readonly (readonly Token[])[]): number | undefined {
  let end = first.end;
  for (let i = 1; i < sequence.terms.length; i += 1) {
    const wanted = sequence.terms[i]!;
    const open = sequence.prefix && i === sequence.terms.length - 1;
    const next = places[first.pos + i]?.find((t) => t.term === wanted || (open && t.term.startsWith(wanted)));
    if (!next) return undefined;
    end = next.end;
  }
  return end;
}

/** Cuts `text` between `from` and `to` into marked and plain pieces. Overlapping ranges become one. */
export function cutAtRanges(
  text: string,
  ranges: readonly MatchRange[],
  from = 0,
  to: number = text.length,
): MarkedText[] {
  const pieces: MarkedText[] = [];
  let at = from;
  for (const range of mergeRanges(ranges)) {
    const start = Math.max(range.start, at);
    const end = Math.min(range.end, to);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), mark: false });
    pieces.push({ text: text.slice(start, end), mark: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), mark: false });
  return pieces;
}

function mergeRanges(ranges: readonly MatchRange[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ranges) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
