/** One language of one namespace, as read from JSON. */
export type Catalogue = Readonly<Record<string, unknown>>;

export interface CatalogueGap {
  readonly language: string;
  readonly namespace: string;
  readonly key: string;
  readonly problem:
    | 'missing'
    | 'not-in-english'
    | 'not-text'
    | 'empty'
    | 'other-placeholders'
    | 'missing-plural-other'
    | 'missing-plural-one'
    | 'missing-namespace';
}

const PLURAL = /_(one|other)$/;
const baseOf = (key: string): string => key.replace(PLURAL, '');
const placeholders = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? ''))].sort().join(' ');

// English and Persian tell one from many; Chinese and Thai do not.
const HAS_ONE = new Set(['en', 'fa']);

const gapsIn = (
  english: Catalogue,
  other: Catalogue,
  language: string,
  namespace: string,
): CatalogueGap[] => {
  const gaps: CatalogueGap[] = [];
  const report = (key: string, problem: CatalogueGap['problem']): void => {
    gaps.push({ language, namespace, key, problem });
  };
  const expected = new Map<string, string>();
  for (const [key, text] of Object.entries(english)) {
    // Of a plural, `_other` holds every placeholder; "one" may leave the number out.
    if (!expected.has(baseOf(key)) || key.endsWith('_other')) expected.set(baseOf(key), String(text));
  }
  const present = new Set(Object.keys(other).map(baseOf));
  for (const key of expected.keys()) if (!present.has(key)) report(key, 'missing');
  for (const [key, text] of Object.entries(other)) {
    const base = baseOf(key);
    const model = expected.get(base);
    if (model === undefined) report(key, 'not-in-english');
    else if (typeof text !== 'string') report(key, 'not-text');
    else if (text.trim() === '') report(key, 'empty');
    else if (key.endsWith('_one')) {
      const allowed = new Set(placeholders(model).split(' '));
      const used = placeholders(text).split(' ').filter(Boolean);
      if (used.some((name) => !allowed.has(name))) report(key, 'other-placeholders');
      if (!(`${base}_other` in other)) report(base, 'missing-plural-other');
    } else {
      if (placeholders(text) !== placeholders(model)) report(key, 'other-placeholders');
      if (key.endsWith('_other') && HAS_ONE.has(language) && !(`${base}_one` in other))
        report(base, 'missing-plural-one');
    }
  }
  return gaps;
};

/**
 * Everything in which the languages differ from English: keys, placeholders, plural forms, empty or nested values.
 * `catalogues[language][namespace]` is the parsed file. An empty answer means parity.
 */
export const findGaps = (
  catalogues: Readonly<Record<string, Readonly<Record<string, Catalogue>>>>,
): readonly CatalogueGap[] => {
  const english = catalogues['en'] ?? {};
  const gaps: CatalogueGap[] = [];
  for (const [language, namespaces] of Object.entries(catalogues)) {
    for (const namespace of Object.keys(english)) {
      const other = namespaces[namespace];
      if (other === undefined) gaps.push({ language, namespace, key: '', problem: 'missing-namespace' });
      else gaps.push(...gapsIn(english[namespace] ?? {}, other, language, namespace));
    }
    for (const namespace of Object.keys(namespaces)) {
      if (!(namespace in english)) gaps.push({ language, namespace, key: '', problem: 'not-in-english' });
    }
  }
  return gaps;
};
