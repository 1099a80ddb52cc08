import { clusterBounds } from './clusters.ts';
import { englishStem } from './english-stem.ts';
import { type NormalisedText, normaliseWithOffsets } from './normalise.ts';
import { persianStem } from './persian-affix.ts';
import { isUnspaced, type ScriptRun, scriptRuns } from './script-runs.ts';
import { wordBounds } from './word-bounds.ts';

/**
 * What a term is: `word` as written (folded); `stem` of an English word; `light`, a Persian word without its light
 * affixes; `joined`, the parts of a Persian word written with a zero-width non-joiner; `bigram`, two letters of an
 * unspaced script (`tail` for the last one alone, so that every letter begins some term); `segment`, a dictionary word
 * of an unspaced script.
 */
export type TokenKind = 'word' | 'stem' | 'light' | 'joined' | 'bigram' | 'tail' | 'segment';

export type Token = {
  readonly term: string;
  /** Offsets into the original text, UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** Place in the text: 0, 1, 2 … for words, bigrams and tails; other kinds carry that of the word they begin at. */
  readonly pos: number;
};

export type AnalyseOptions = {
  /** False leaves out everything that needs `Intl.Segmenter` (the exported reader). */
  readonly segments: boolean;
};

/**
 * Marks a dictionary word, which is then another term than the bigram with the same letters: each has its own
 * frequency, and a phrase of bigrams cannot run into dictionary words. Private use, so no text contains it as a letter.
 */
export const SEGMENT_MARK = '\ue000';

const TWO_HAN = new RegExp(`^${SEGMENT_MARK}[\\u3005-\\u30ff\\u3400-\\u9fff]{2}$`);

/** A Han word of two letters is its bigram again: a third of the index for no better ranking (measured). */
export function isIndexed(token: Token): boolean {
  return token.kind !== 'segment' || !TWO_HAN.test(token.term);
}

/** Longer words are not words (base64, file dumps): their start is enough to find them by. */
const LONGEST_WORD = 64;

export function analyse(text: string, options: AnalyseOptions = { segments: true }): Token[] {
  const normalised = normaliseWithOffsets(text);
  const sink = new TokenSink(normalised);
  for (const run of scriptRuns(normalised.text)) {
    if (isUnspaced(run.script)) unspacedRun(sink, run, options);
    else if (run.script === 'arabic') arabicRun(sink, run);
    else spacedRun(sink, run);
  }
  return sink.tokens;
}

class TokenSink {
  readonly tokens: Token[] = [];
  readonly text: string;
  private readonly source: NormalisedText;
  private pos = 0;

  constructor(source: NormalisedText) {
    this.source = source;
    this.text = source.text;
  }

  /** The next place in the text. */
  next(kind: TokenKind, term: string, from: number, to: number): number {
    const pos = this.pos;
    this.pos += 1;
    this.at(pos, kind, term, from, to);
    return pos;
  }

  at(pos: number, kind: TokenKind, term: string, from: number, to: number): void {
    this.tokens.push({ term, start: this.source.starts[from]!, end: this.source.ends[to - 1]!, kind, pos });
  }
}

function spacedRun(sink: TokenSink, run: ScriptRun): void {
  let from = run.start;
  for (const part of sink.text.slice(run.start, run.end).split("'")) {
    // What follows an apostrophe in English is grammar ('s, 'll, n't), in French the word itself (l'eau).
    if (part.length > 2 || (part.length > 0 && from === run.start)) spacedWord(sink, part, from);
    from += part.length + 1;
  }
}

function spacedWord(sink: TokenSink, part: string, from: number): void {
  const term = clip(part);
  const to = from + part.length;
  const pos = sink.next('word', term, from, to);
  const stem = englishStem(term);
  if (stem !== term) sink.at(pos, 'stem', stem, from, to);
}

function arabicRun(sink: TokenSink, run: ScriptRun): void {
  const parts: { readonly term: string; readonly from: number; readonly to: number; readonly pos: number }[] =
    [];
  let from = run.start;
  for (const part of sink.text.slice(run.start, run.end).split('\u200c')) {
    if (part.length > 0) {
      const to = from + part.length;
      const term = clip(part);
      parts.push({ term, from, to, pos: sink.next('word', term, from, to) });
    }
    from += part.length + 1;
  }
  const seen = new Set(parts.map((part) => part.term));
  const extra = (kind: TokenKind, term: string, first: number, last: number) => {
    if (seen.has(term)) return;
    seen.add(term);
    sink.at(parts[first]!.pos, kind, term, parts[first]!.from, parts[last]!.to);
  };
  parts.forEach((part, i) => {
    extra('light', persianStem(part.term), i, i);
  });
  if (parts.length < 2) return;
  const joined = clip(parts.map((part) => part.term).join(''));
  extra('joined', joined, 0, parts.length - 1);
  extra('light', persianStem(joined), 0, parts.length - 1);
}

function unspacedRun(sink: TokenSink, run: ScriptRun, options: AnalyseOptions): void {
  const text = sink.text.slice(run.start, run.end);
  const bounds = clusterBounds(text);
  const clusters = bounds.length - 1;
  /** Place in the text of the cluster that begins at an offset of the run. */
  const placeAt = new Map<number, number>();
  for (let i = 0; i < clusters; i += 1) {
    const last = i === clusters - 1;
    const from = bounds[i]!;
    const to = bounds[last ? i + 1 : i + 2]!;
    const term = visible(text.slice(from, to));
    placeAt.set(from, sink.next(last ? 'tail' : 'bigram', term, run.start + from, run.start + to));
  }
  if (!options.segments) return;
  for (const [from, to] of wordBounds(text)) {
    const pos = placeAt.get(from);
    // A word that begins inside a cluster, or is no word at all, is left to the bigrams.
    if (pos === undefined || to - from > LONGEST_WORD) continue;
    sink.at(pos, 'segment', SEGMENT_MARK + visible(text.slice(from, to)), run.start + from, run.start + to);
  }
}

/** Zero-width breaks inside Thai or Khmer are layout, not spelling. */
function visible(term: string): string {
  return term.includes('\u200c') ? term.replaceAll('\u200c', '') : term;
}

function clip(word: string): string {
  if (word.length <= LONGEST_WORD) return word;
  const cut = word.slice(0, LONGEST_WORD);
  // Never leave half of a surrogate pair.
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
