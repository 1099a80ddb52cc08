import { type AnalyseOptions, analyse, isIndexed, type Token } from './analyse.ts';

/**
 * The terms of a text, separated by spaces, for a full-text index. Words and bigrams come first and in order, so that
 * neighbours in the text are neighbours in the index and a phrase query works; what stands beside a word (stems,
 * joined forms, dictionary words) comes after, behind a gap, where it cannot break a phrase.
 */
export function indexText(text: string): string {
  return inOrder(analyse(text));
}

/** The same without dictionary words: does not depend on `Intl.Segmenter` (the exported reader). */
export function indexTextBigramsOnly(text: string): string {
  return inOrder(analyse(text, { segments: false } satisfies AnalyseOptions));
}

function inOrder(tokens: readonly Token[]): string {
  const main: string[] = [];
  const beside: string[] = [];
  for (const token of tokens) {
    // The stem takes the place of its word, which moves beside: ranking by stems is better than by both (measured),
    // and the word itself is still there for completion as you type.
    if (token.kind === 'stem') {
      beside.push(main.pop()!);
      main.push(token.term);
    } else if (isIndexed(token)) (isPlaced(token) ? main : beside).push(token.term);
  }
  return beside.length > 0 ? `${main.join(' ')} ${beside.join(' ')}` : main.join(' ');
}

/** Tokens that hold a place in the text, one after the other. */
export function isPlaced(token: Token): boolean {
  return token.kind === 'word' || token.kind === 'bigram' || token.kind === 'tail';
}
