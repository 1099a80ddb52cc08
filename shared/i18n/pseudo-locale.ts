// Made-up languages for tests: they show text that was never translated, boxes that are too narrow, and layouts that
// cannot turn around, without anybody having to read a foreign language.

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'đ',
  e: 'é',
  f: 'ƒ',
  g: 'ğ',
  h: 'ħ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ł',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  q: 'ǫ',
  r: 'ř',
  s: 'š',
  t: 'ŧ',
  u: 'ú',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Đ',
  E: 'É',
  F: 'Ƒ',
  G: 'Ğ',
  H: 'Ħ',
  I: 'Í',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ł',
  M: 'Ṁ',
  N: 'Ñ',
  O: 'Ó',
  P: 'Þ',
  Q: 'Ǫ',
  R: 'Ř',
  S: 'Š',
  T: 'Ŧ',
  U: 'Ú',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
};

const outsidePlaceholders = (text: string, change: (part: string) => string): string =>
  text
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith('{{') ? part : change(part)))
    .join('');

/** Accents every letter and adds 40 % length, in brackets so that a cut end shows: `[Šáṽé ~~]`. */
export const pseudoLong = (text: string): string =>
  `[${outsidePlaceholders(text, (part) => [...part].map((char) => ACCENTED[char] ?? char).join(''))} ${'~'.repeat(Math.max(1, Math.ceil(text.length * 0.4)))}]`;

/** Wraps text in right-to-left marks, so that an English page can be checked for mirroring. */
export const pseudoMirrored = (text: string): string =>
  outsidePlaceholders(text, (part) => (part.trim() === '' ? part : `\u202E${part}\u202C`));
