import { rankSpellings } from '../../shared/search/spelling.ts';
import { normalise } from '../../shared/text/normalise.ts';
import { vocabularyLike } from '../data/full-text.ts';
import type { ReadDb } from '../data/handle.ts';

/** Words longer than this are not corrected: the search for neighbours would not pay. */
const WORD_MAX = 40;

/**
 * The query with each unknown word replaced by the most frequent near one of this library, or null when there is
 * nothing better. Only words of scripts with spaces; in the others a wrong word still shares its bigrams.
 */
export function suggestSpelling(db: ReadDb, query: string): string | null {
  const words = normalise(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 6) return null;
  let changed = false;
  const better = words.map((word) => {
    if (word.length < 3 || word.length > WORD_MAX || !/^[\p{L}\p{M}\p{N}]+$/u.test(word)) return word;
    // People seldom miss the first letter, so neighbours share it; that keeps the list short.
    const candidates = vocabularyLike(db, word.slice(0, 1), 20_000);
    if (candidates.some((candidate) => candidate.term === word)) return word;
    const best = rankSpellings(word, candidates)[0];
    if (best === undefined) return word;
    changed = true;
    return best;
  });
  return changed ? better.join(' ') : null;
}
