import { englishStem } from './english-stem.ts';

// Most of what is indexed in bulk is plain ASCII, and there the analyser's general way (normalising with offsets,
// script runs, one object a token) costs ten times what the words do. This is the same result, straight to terms;
// `tests/unit/text-index-plain.test.ts` holds the two together.

const LONGEST_WORD = 64;
/** Words of a language repeat; a cap keeps dumps of numbers from growing the memory for ever. */
const MOST_STEMS = 20_000;
const stems = new Map<string, string>();

/** Where `indexText` gathers terms: those that hold a place in the text, and those beside them. */
export type Terms = { main: string; beside: string };

export function isPlain(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}

/** Adds the terms of a text for which `isPlain` holds. */
export function addPlainTerms(text: string, terms: Terms): void {
  const lower = text.toLowerCase();
  let start = -1;
  let first = true;
  for (let at = 0; at <= lower.length; at += 1) {
    const code = at < lower.length ? lower.charCodeAt(at) : 0;
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      if (start === -1) start = at;
      continue;
    }
    if (start === -1) continue;
    const after = lower.charCodeAt(at + 1);
    const inside = code === 39 && after >= 97 && after <= 122;
    if (first || at - start > 2) addWord(lower.slice(start, Math.min(at, start + LONGEST_WORD)), terms);
    // After an apostrophe inside a word the run goes on: what follows is grammar unless it is long.
    first = !inside;
    start = inside ? at + 1 : -1;
  }
}

function addWord(word: string, terms: Terms): void {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = englishStem(word);
    if (stems.size >= MOST_STEMS) stems.clear();
    stems.set(word, stem);
  }
  terms.main += ` ${stem}`;
  if (stem !== word) terms.beside += ` ${word}`;
}
