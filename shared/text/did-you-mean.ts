import { englishStem } from './english-stem.ts';
import { normalise } from './normalise.ts';

/** A term of the index and the number of documents that hold it. */
export type VocabularyTerm = { readonly term: string; readonly count: number };

const MOST_CANDIDATES = 20_000;
const MOST_SUGGESTIONS = 5;

/**
 * The likeliest words that a misspelt `word` was meant to be, best first: at most two edits (one for short words),
 * a swap of neighbours counting as one; then the commoner word. The caller hands in a small part of the vocabulary
 * (same first letter or similar length); no more than 20,000 terms are looked at.
 */
export function didYouMean(
  word: string,
  vocabulary: Iterable<VocabularyTerm>,
  most = MOST_SUGGESTIONS,
): string[] {
  const typed = normalise(word).replaceAll('\u200c', '');
  const allowed = typed.length <= 2 ? 0 : typed.length <= 4 ? 1 : 2;
  if (allowed === 0 || typed.length > 40) return [];
  const found: { readonly term: string; readonly score: number }[] = [];
  let looked = 0;
  for (const { term, count } of vocabulary) {
    looked += 1;
    if (looked > MOST_CANDIDATES) break;
    if (term === typed || Math.abs(term.length - typed.length) > allowed) continue;
    const distance = editDistance(typed, term, allowed);
    if (distance > allowed) continue;
    // People rarely miss the first letter, and a word used once may be a misspelling itself.
    const sameStart = term[0] === typed[0] ? 0 : 0.5;
    found.push({ term, score: distance + sameStart - Math.log10(1 + count) / 4 });
  }
  // The index holds English stems too (`invoic`): a stem that is not a word must not win over its word.
  const stems = new Set(
    found.map(({ term }) => englishStem(term)).filter((stem, i) => stem !== found[i]!.term),
  );
  return found
    .filter(({ term }) => !stems.has(term))
    .toSorted((a, b) => a.score - b.score || (a.term < b.term ? -1 : 1))
    .slice(0, Math.min(most, MOST_SUGGESTIONS))
    .map(({ term }) => term);
}

/** Optimal string alignment distance, given up beyond `most` (then `most + 1`). */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
      best = Math.min(best, cost);
    }
    if (best > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length]!;
}
