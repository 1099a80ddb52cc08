import { type AnalyseOptions, analyse, isIndexed, type Token } from './analyse.ts';
import { addPlainTerms, isPlain, type Terms } from './index-plain.ts';

/** A mark at the beginning of a line belongs to the line break as Unicode sees it; such lines stay together. */
const LINE_END = /\n(?![\p{M}\uff9e\uff9f])/u;

/**
 * The terms of a text, separated by spaces, for a full-text index. Words and bigrams come first and in order, so that
 * neighbours in the text are neighbours in the index and a phrase query works; what stands beside a word (stems,
 * joined forms, dictionary words) comes after, behind a gap, where it cannot break a phrase.
 */
export function indexText(text: string): string {
  const terms: Terms = { main: '', beside: '' };
  if (isPlain(text)) addPlainTerms(text, terms);
  else {
    // No term crosses a line, so the plain lines of a mixed text can take the short way.
    for (const line of text.split(LINE_END)) {
      if (isPlain(line)) addPlainTerms(line, terms);
      else addTerms(analyse(line), terms);
    }
  }
  return (terms.main + terms.beside).slice(1);
}

/** The same without dictionary words: does not depend on `Intl.Segmenter` (the exported reader). */
export function indexTextBigramsOnly(text: string): string {
  const terms: Terms = { main: '', beside: '' };
  addTerms(analyse(text, { segments: false } satisfies AnalyseOptions), terms);
  return (terms.main + terms.beside).slice(1);
}

function addTerms(tokens: readonly Token[], terms: Terms): void {
  const main: string[] = [];
  for (const token of tokens) {
    // The stem takes the place of its word, which moves beside: ranking by stems is better than by both (measured),
    // and the word itself is still there for completion as you type.
    if (token.kind === 'stem') {
      terms.beside += ` ${main.pop()!}`;
      main.push(token.term);
    } else if (isIndexed(token)) {
      if (isPlaced(token)) main.push(token.term);
      else terms.beside += ` ${token.term}`;
    }
  }
  if (main.length > 0) terms.main += ` ${main.join(' ')}`;
}

/** Tokens that hold a place in the text, one after the other. */
export function isPlaced(token: Token): boolean {
  return token.kind === 'word' || token.kind === 'bigram' || token.kind === 'tail';
}
