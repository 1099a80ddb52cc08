import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

// The YAML block many note programs put on top of a Markdown file. Read as data and never as more: no custom types,
// no aliases (a few lines of them can unfold to gigabytes), small limits.

const LONGEST = 20_000;
const MOST_VALUES = 50;

export type FrontMatter = {
  readonly title: string;
  readonly tags: readonly string[];
  readonly topics: readonly string[];
  readonly aliases: readonly string[];
  readonly language: string;
  /** The block as it was written when it holds more than the above, or could not be read; else ''. */
  readonly rest: string;
};

export const NO_FRONT_MATTER: FrontMatter = {
  title: '',
  tags: [],
  topics: [],
  aliases: [],
  language: '',
  rest: '',
};

const KNOWN = new Set([
  'title',
  'tags',
  'tag',
  'keywords',
  'topics',
  'topic',
  'aliases',
  'alias',
  'language',
  'lang',
]);

/** `text` is what stands between the `---` lines. */
export function parseFrontMatter(text: string): FrontMatter {
  if (text.trim() === '') return NO_FRONT_MATTER;
  if (text.length > LONGEST) return { ...NO_FRONT_MATTER, rest: text };
  const document = parseDocument(text, {
    schema: 'core',
    strict: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const top = document.contents;
  if (document.errors.length > 0 || !isMap(top)) return { ...NO_FRONT_MATTER, rest: text };
  const found = new Map<string, string[]>();
  let more = false;
  for (const { key, value } of top.items) {
    const name = isScalar(key) ? String(key.value).toLowerCase() : '';
    const values = toStrings(value);
    if (!KNOWN.has(name) || values === null) {
      more = true;
      continue;
    }
    found.set(name, [...(found.get(name) ?? []), ...values]);
  }
  const all = (...names: string[]) =>
    names.flatMap((name) => found.get(name) ?? []).filter((one) => one !== '');
  return {
    title: all('title')[0] ?? '',
    tags: all('tags', 'tag', 'keywords').flatMap(splitTags),
    topics: all('topics', 'topic'),
    aliases: all('aliases', 'alias'),
    language: all('language', 'lang')[0] ?? '',
    rest: more ? text : '',
  };
}

/** A scalar or a flat list as texts; null for anything deeper. */
function toStrings(value: unknown): string[] | null {
  if (value === null) return [];
  if (isScalar(value)) return [scalarText(value.value)];
  if (!isSeq(value) || value.items.length > MOST_VALUES) return null;
  const out: string[] = [];
  for (const item of value.items) {
    if (!isScalar(item)) return null;
    out.push(scalarText(item.value));
  }
  return out;
}

function scalarText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).trim();
}

function splitTags(text: string): string[] {
  return text
    .split(/[,،，;]+/)
    .map((one) => one.trim().replace(/^#/, ''))
    .filter((one) => one !== '');
}

/** Cuts the block off the text without parsing the rest: for a first quick look at thousands of files. */
export function splitFrontMatter(text: string): { readonly yaml: string; readonly body: string } {
  const match = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/.exec(text);
  return match === null
    ? { yaml: '', body: text }
    : { yaml: match[1] ?? '', body: text.slice(match[0].length) };
}
