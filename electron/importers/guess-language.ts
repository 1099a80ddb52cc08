// Which language a short text is in, by its letters. Only good enough to choose fonts, direction and the search's
// treatment of a record; a person can change it. Unknown is '' and never a guess dressed up as knowledge.

const LOOKED_AT = 800;
const ENGLISH = new Set(
  'the and is are was were not of to in on for with from at by it this that has have had be been but or as an my your we you i they he she will would can could should do did does no when what how which there their if after before then also into out up because than its our about so'.split(
    ' ',
  ),
);

/** A language tag of two letters, or ''. Looks at the first 800 characters. */
export function guessLanguage(text: string): string {
  const sample = text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text;
  let latin = 0;
  let arabic = 0;
  let persian = 0;
  let arabicOnly = 0;
  let han = 0;
  let kana = 0;
  let hangul = 0;
  let thai = 0;
  let other = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.charCodeAt(i);
    if (code < 0x80) {
      const lower = code | 32;
      if (lower >= 97 && lower <= 122) latin += 1;
    } else if (code < 0x250) {
      if (code >= 0xc0) latin += 1;
    } else if (code >= 0x600 && code < 0x700) {
      arabic += 1;
      // پ چ ژ گ and the Persian forms of k and y, against ة ى ي ك and the hamza forms Persian hardly uses.
      if (code === 0x67e || code === 0x686 || code === 0x698 || code === 0x6af) persian += 1;
      else if (code === 0x6a9 || code === 0x6cc) persian += 1;
      else if (code === 0x629 || code === 0x649 || code === 0x625) arabicOnly += 1;
    } else if (code >= 0x4e00 && code < 0xa000) han += 1;
    else if (code >= 0x3040 && code < 0x3100) kana += 1;
    else if (code >= 0xac00 && code < 0xd7b0) hangul += 1;
    else if (code >= 0xe00 && code < 0xe80) thai += 1;
    else if ((code >= 0x370 && code < 0x600) || (code >= 0x900 && code < 0x1200)) other += 1;
  }
  // A sign of Chinese says as much as several letters.
  const east = (han + kana) * 3;
  const most = Math.max(latin, arabic, east, hangul, thai, other);
  if (most < 2) return '';
  if (most === arabic) return persian === 0 && arabicOnly > 0 ? 'ar' : 'fa';
  if (most === thai) return 'th';
  if (most === east) return kana * 5 > han ? 'ja' : 'zh';
  if (most === hangul) return 'ko';
  if (most === latin && latin > 3) return isEnglish(sample) ? 'en' : '';
  return '';
}

function isEnglish(text: string): boolean {
  let words = 0;
  let hits = 0;
  for (const word of text.toLowerCase().split(/[^a-z\u00c0-\u024f]+/)) {
    if (word === '') continue;
    words += 1;
    if (ENGLISH.has(word)) hits += 1;
    // Clear enough: the rest would only cost time.
    if (hits >= 6 && hits * 4 >= words) return true;
  }
  return hits >= 2 && hits * 8 >= words;
}
