import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { type OwnFacts, ownFacts } from './own-facts.ts';

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
  /** What our own export says besides; null in files of others. */
  readonly own: OwnFacts | null;
  /** The block as it was written when it holds more than the above, or could not be read; else ''. */
  readonly rest: string;
};

export const NO_FRONT_MATTER: FrontMatter = {
  title: '',
  tags: [],
  topics: [],
  aliases: [],
  language: '',
  own: null,
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

/** What our own export says besides; only under its `heirloom` line, for others mean other things by these words. */
const OWN = new Set(['heirloom', 'kind', 'confidence', 'audience', 'author', 'created', 'updated']);

/** `text` is what stands between the `---` lines. */
export function parseFrontMatter(text: string): FrontMatter {
  if (text.trim() === '') return NO_FRONT_MATTER;
  if (text.length > LONGEST) return { ...NO_FRONT_MATTER, rest: text };
  const entries = plainEntries(text) ?? yamlEntries(text);
  if (entries === null) return { ...NO_FRONT_MATTER, rest: text };
  const found = new Map<string, string[]>();
  let more = false;
  const said = (name: string): string => entries.find((entry) => entry.name === name)?.values?.[0] ?? '';
  const own = ownFacts(said);
  for (const { name, values } of entries) {
    if (own !== null && OWN.has(name)) continue;
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
    // Others write several in one line; ours may hold a comma.
    tags: own === null ? all('tags', 'tag', 'keywords').flatMap(splitTags) : all('tags'),
    topics: all('topics', 'topic'),
    aliases: all('aliases', 'alias'),
    language: all('language', 'lang')[0] ?? '',
    own,
    rest: more ? text : '',
  };
}

/** One line at the top of the block: its name in small letters, and its values, null for more than a flat list. */
type Entry = { readonly name: string; readonly values: string[] | null };

const PLAIN_KEY = /^([A-Za-z][\w-]*):[ \t]*$/;
const PLAIN_PAIR = /^([A-Za-z][\w-]*):[ \t]+(\p{L}[\p{L}\p{M}\p{N} _/.'()-]*?)[ \t]*$/u;
const PLAIN_ITEM = /^[ \t]*-(?:[ \t]+(\p{L}[\p{L}\p{M}\p{N} _/.'()-]*?))?[ \t]*$/u;
/** Words that are no words to YAML. Written small, the first two read the same either way. */
const isNoWord = (word: string): boolean =>
  /^(?:true|false|null)$/i.test(word) && word !== 'true' && word !== 'false';

/**
 * The block when it is so plain that YAML could not read it in another way: words and lists of words, no signs with a
 * meaning. Most blocks are; a whole YAML parser for each of ten thousand notes would take a tenth of their import.
 */
export function plainEntries(text: string): readonly Entry[] | null {
  const entries: { name: string; values: string[] }[] = [];
  let open: { name: string; values: string[] } | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const pair = PLAIN_PAIR.exec(line);
    const key = pair ?? PLAIN_KEY.exec(line);
    if (key !== null) {
      const value = pair?.[2];
      if (value !== undefined && isNoWord(value)) return null;
      const entry = { name: key[1]!.toLowerCase(), values: value === undefined ? [] : [value] };
      entries.push(entry);
      open = value === undefined ? entry : null;
      continue;
    }
    const item = PLAIN_ITEM.exec(line);
    if (item === null || open === null) return null;
    const value = item[1] ?? '';
    if (isNoWord(value) || open.values.length >= MOST_VALUES) return null;
    open.values.push(value);
  }
  return entries;
}

/** Any other block; null when it cannot be read. */
export function yamlEntries(text: string): readonly Entry[] | null {
  const document = parseDocument(text, {
    schema: 'core',
    strict: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const top = document.contents;
  if (document.errors.length > 0 || !isMap(top)) return null;
  return top.items.map(({ key, value }) => ({
    name: isScalar(key) ? String(key.value).toLowerCase() : '',
    values: toStrings(value),
  }));
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
