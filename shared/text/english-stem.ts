/**
 * The English (Porter2) stemmer, after the algorithm published by the Snowball project
 * (https://snowballstem.org/algorithms/english/stemmer.html). Written here rather than taken from a package
 * because it travels inside every exported reader, where a collection of all Snowball languages is 850 kB.
 * `tests/unit/text-english-stem.test.ts` compares it with the Snowball port word by word.
 */

const VOWEL = /[aeiouy]/;
const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const EXCEPTIONS: Readonly<Record<string, string>> = {
  skis: 'ski',
  skies: 'sky',
  dying: 'die',
  lying: 'lie',
  tying: 'tie',
  idly: 'idl',
  gently: 'gentl',
  ugly: 'ugli',
  early: 'earli',
  only: 'onli',
  singly: 'singl',
  sky: 'sky',
  news: 'news',
  howe: 'howe',
  atlas: 'atlas',
  cosmos: 'cosmos',
  bias: 'bias',
  andes: 'andes',
};
const KEPT_AFTER_1A = new Set([
  'inning',
  'outing',
  'canning',
  'herring',
  'earring',
  'proceed',
  'exceed',
  'succeed',
]);

const STEP_2: readonly (readonly [string, string])[] = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
  ['ogi', 'og'],
  ['li', ''],
];
const STEP_3: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ative', ''],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];
const STEP_4 = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|ion)$/;

/** The stem of one lower-case ASCII word (`running` → `run`); other words come back unchanged. */
export function englishStem(word: string): string {
  if (word.length <= 2 || !/^[a-z]+$/.test(word)) return word;
  const exception = Object.hasOwn(EXCEPTIONS, word) ? EXCEPTIONS[word] : undefined;
  if (exception) return exception;
  // A consonant y is written Y so that the vowel tests below need no context.
  let w = word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
  const r1 = firstRegion(w);
  const r2 = regionAfter(w, r1);
  w = step1a(w);
  if (KEPT_AFTER_1A.has(w)) return w.toLowerCase();
  w = step1b(w, r1);
  w = w.replace(/(.[^aeiouy])[yY]$/, '$1i');
  w = step2(w, r1);
  w = step3(w, r1, r2);
  w = step4(w, r2);
  w = step5(w, r1, r2);
  return w.toLowerCase();
}

function firstRegion(w: string): number {
  const special = /^(?:gener|commun|arsen)/.exec(w);
  return special ? special[0].length : regionAfter(w, 0);
}

/** Start of the region after the first non-vowel that follows a vowel, looking from `from`. */
function regionAfter(w: string, from: number): number {
  const match = /[aeiouy][^aeiouy]/.exec(w.slice(from));
  return match ? from + match.index + 2 : w.length;
}

function step1a(w: string): string {
  if (w.endsWith('sses')) return w.slice(0, -2);
  if (/ie[sd]$/.test(w)) return w.slice(0, w.length > 4 ? -2 : -1);
  if (/(?:us|ss)$/.test(w)) return w;
  return /[aeiouy].+s$/.test(w) ? w.slice(0, -1) : w;
}

function step1b(w: string, r1: number): string {
  const eed = /eed(?:ly)?$/.exec(w);
  if (eed) return eed.index >= r1 ? `${w.slice(0, eed.index)}ee` : w;
  const match = /(?:ingly|edly|ing|ed)$/.exec(w);
  if (!match) return w;
  const stem = w.slice(0, match.index);
  if (!VOWEL.test(stem)) return w;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (DOUBLE.test(stem)) return stem.slice(0, -1);
  return isShort(stem, r1) ? `${stem}e` : stem;
}

function endsInShortSyllable(w: string): boolean {
  return /[^aeiouy][aeiouy][^aeiouywxY]$/.test(w) || /^[aeiouy][^aeiouy]$/.test(w);
}

function isShort(w: string, r1: number): boolean {
  return r1 >= w.length && endsInShortSyllable(w);
}

function step2(w: string, r1: number): string {
  for (const [suffix, to] of STEP_2) {
    if (!w.endsWith(suffix)) continue;
    const at = w.length - suffix.length;
    if (at < r1) return w;
    if (suffix === 'ogi' && w[at - 1] !== 'l') return w;
    if (suffix === 'li' && !/[cdeghkmnrt]/.test(w[at - 1] ?? '')) return w;
    return w.slice(0, at) + to;
  }
  return w;
}

function step3(w: string, r1: number, r2: number): string {
  for (const [suffix, to] of STEP_3) {
    if (!w.endsWith(suffix)) continue;
    const at = w.length - suffix.length;
    return at < (suffix === 'ative' ? r2 : r1) ? w : w.slice(0, at) + to;
  }
  return w;
}

function step4(w: string, r2: number): string {
  const match = STEP_4.exec(w);
  if (!match || match.index < r2) return w;
  if (match[0] === 'ion' && !/[st]/.test(w[match.index - 1] ?? '')) return w;
  return w.slice(0, match.index);
}

function step5(w: string, r1: number, r2: number): string {
  const at = w.length - 1;
  if (w.endsWith('e')) {
    return at >= r2 || (at >= r1 && !endsInShortSyllable(w.slice(0, -1))) ? w.slice(0, -1) : w;
  }
  return w.endsWith('ll') && at >= r2 ? w.slice(0, -1) : w;
}
