// A Persian name inside an English sentence (or the other way round) must not drag its neighbours around. Characters
// U+2068 and U+2069 isolate it; they are added only where directions could meet, so that plain texts stay plain.
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LTR_LETTER = /[A-Za-z\u00C0-\u024F\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Thai}]/u;

/** `text` safe to stand inside a sentence of the given direction. */
export const isolate = (text: string, direction: 'ltr' | 'rtl'): string =>
  (direction === 'ltr' ? RTL : LTR_LETTER).test(text) ? `\u2068${text}\u2069` : text;
