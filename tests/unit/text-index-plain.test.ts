import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyse, isIndexed } from '../../shared/text/analyse.ts';
import { addPlainTerms, isPlain } from '../../shared/text/index-plain.ts';
import { indexText, isPlaced } from '../../shared/text/index-text.ts';

/** What `indexText` has to give, told the long way: from the analyser's tokens. */
function fromTokens(text: string): string {
  const main: string[] = [];
  const beside: string[] = [];
  for (const token of analyse(text)) {
    if (token.kind === 'stem') {
      beside.push(main.pop() ?? '');
      main.push(token.term);
    } else if (isIndexed(token)) (isPlaced(token) ? main : beside).push(token.term);
  }
  return [...main, ...beside].join(' ');
}

const PIECES = [
  'a',
  'running',
  "'",
  's',
  'l',
  '5',
  '-',
  ' ',
  '\n',
  'Z',
  'x'.repeat(70),
  '_',
  '\u0301',
  '\u0e32',
  '\u0e40',
  'می',
  '\u200c',
  'خواهم',
  '\uff9e',
  'ﾊ',
  '漢字',
  'ﬁ',
  'é',
  'ไทย',
  '\r',
  'ـ',
  '\ud800',
];

it('gives plain text the terms of the analyser', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES.filter((piece) => isPlain(piece))), { maxLength: 14 }),
      (parts) => {
        const text = parts.join('');
        const terms = { main: '', beside: '' };
        addPlainTerms(text, terms);
        expect((terms.main + terms.beside).slice(1)).toBe(fromTokens(text));
      },
    ),
    { numRuns: 3_000 },
  );
});

it('gives mixed text, taken line by line, the terms of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (parts) => {
      expect(indexText(parts.join(''))).toBe(fromTokens(parts.join('')));
    }),
    { numRuns: 3_000 },
  );
});
