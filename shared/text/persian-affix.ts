/**
 * The few Persian affixes that people write joined, with a zero-width non-joiner or with a space. Taking off only
 * these keeps the result a real word in almost every case; a heavier stemmer would join unlike words.
 * All letters are in the folded form of `normalise`.
 */
const PREFIXES = ['نمی', 'می'] as const;
const SUFFIXES = [
  'هایمان',
  'هایتان',
  'هایشان',
  'ترین',
  'هایم',
  'هایت',
  'هایش',
  'های',
  'هایی',
  'تر',
  'ها',
].toSorted((a, b) => b.length - a.length);

/** A word of two letters is rarely what is left of a longer one (`دفتر` is not `دف` + `تر`). */
const SHORTEST_STEM = 3;
/** Joined `می` is also the start of common nouns (`میدان`), so ask for more of a word after it. */
const SHORTEST_VERB = 4;

const AFFIXES: ReadonlySet<string> = new Set([...PREFIXES, ...SUFFIXES]);

/** True for an affix written as a word of its own (`می خواهم`, `کتاب ها`). */
export function isPersianPrefix(word: string): boolean {
  return (PREFIXES as readonly string[]).includes(word);
}

export function isPersianSuffix(word: string): boolean {
  return AFFIXES.has(word) && !isPersianPrefix(word);
}

/** The word without its light affixes; the word itself where none can be taken off. */
export function persianStem(word: string): string {
  let stem = word;
  const prefix = PREFIXES.find((p) => stem.startsWith(p) && stem.length - p.length >= SHORTEST_VERB);
  if (prefix) stem = stem.slice(prefix.length);
  const suffix = SUFFIXES.find((s) => stem.endsWith(s) && stem.length - s.length >= SHORTEST_STEM);
  return suffix ? stem.slice(0, -suffix.length) : stem;
}
