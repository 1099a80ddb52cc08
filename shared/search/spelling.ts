import { didYouMean, type VocabularyTerm } from '../text/did-you-mean.ts';

/** What a word of a query may have been meant to be, best first; empty when nothing in the vocabulary is near. */
export function rankSpellings(word: string, candidates: readonly VocabularyTerm[]): string[] {
  return didYouMean(word, candidates);
}
