/**
 * Letter folds that Unicode normalisation does not do, for matching only. Sources: the Arabic and Persian
 * letter variants that the two keyboard layouts give for one letter, and Latin letters without a decomposition.
 */
const LETTERS: Readonly<Record<string, string>> = {
  // Arabic keyboard, Urdu and Uyghur forms of one Persian letter.
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ے: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ۃ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ٱ: 'ا',
  // Tatweel only stretches a word.
  ـ: '',
  // Latin letters that NFKD leaves whole.
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  // Typographic apostrophes, so that "don’t" and "don't" are one word.
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
};

const FOLDS = new Map<number, string>(
  Object.entries(LETTERS).map(([from, to]) => [from.codePointAt(0)!, to]),
);

/** Zero of each run of ten decimal digits that people of the four languages (and neighbours) type. */
const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x0ed0, 0x1040, 0x17e0];

for (const zero of DIGIT_ZEROS) {
  for (let digit = 0; digit < 10; digit += 1) FOLDS.set(zero + digit, String(digit));
}

/** Joins letters across a break that is not a space: zero-width non-joiner, also written as zero-width space. */
export const ZWNJ = '\u200c';
FOLDS.set(0x200b, ZWNJ);

/** Invisible characters that carry no letter: soft hyphen, joiner, direction marks, byte order mark. */
const INVISIBLE = [0x00ad, 0x061c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff, 0x180e];
for (const code of INVISIBLE) FOLDS.set(code, '');
for (let code = 0x202a; code <= 0x202e; code += 1) FOLDS.set(code, '');
for (let code = 0x2066; code <= 0x2069; code += 1) FOLDS.set(code, '');

/** The folded form of one lower-case code point, or undefined where it stays as it is. */
export function foldCodePoint(code: number): string | undefined {
  return FOLDS.get(code);
}
