import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { z } from 'zod';
import { BadFile } from '../bad-file.ts';
import { NO_FACTS, type OwnFacts, ownFacts } from '../own-facts.ts';
import { LARGEST } from './formats.ts';
import type { SetPart, SplitSet } from './parsed-note.ts';
import { readSource, type SourceFile } from './source-file.ts';

// A page that our own export writes may hold many notes, each in an `article` that says what it is. As with JSON, each
// becomes a file of its own before any is read.

const HEAD = 16_384;

/** True for a page that says that we wrote it. */
export function isOurPage(file: SourceFile): boolean {
  try {
    return readSource(file, HEAD).bytes.includes('<meta name="generator" content="Heirloom">');
  } catch {
    // What is wrong with it is said when it is read.
    return false;
  }
}

/** The page itself as the only part when it holds no notes that say what they are. Throws BadFile. */
export function splitHtml(file: SourceFile, index: number, folder: string): SplitSet {
  const { size } = readSource(file, 0);
  if (size > LARGEST.html) throw new BadFile('set-too-large', String(size));
  const { bytes } = readSource(file);
  const text = bytes.toString('utf8');
  const path = join(folder, `set-${index}`);
  const parts: SetPart[] = [];
  const out = openSync(path, 'w', 0o600);
  let from = 0;
  const add = (head: Omit<SetPart, 'from' | 'bytes'>, html: string): void => {
    const written = Buffer.from(html, 'utf8');
    writeSync(out, written);
    parts.push({ ...head, from, bytes: written.length });
    from += written.length;
  };
  try {
    for (const article of articlesIn(fromHtml(text))) {
      const [start, end] = [article.position?.start.offset, article.position?.end.offset];
      const own = factsOf(article);
      if (start === undefined || end === undefined || own === null) continue;
      const { id } = own.facts;
      const name = `${word(article, 'dataHeirloom')}-${word(article, 'dataId')}`;
      add({ name, title: own.title ?? '', ownId: id }, text.slice(start, end));
    }
    if (parts.length === 0) add({ name: 'page', title: '', ownId: '' }, text);
  } finally {
    closeSync(out);
  }
  return { path, parts, problems: [] };
}

/** The one note of a page that says what it is; `undefined` for any other page. */
export function ownArticle(root: Root): Element | undefined {
  const [only, ...others] = articlesIn(root);
  return others.length === 0 ? only : undefined;
}

/** Articles in articles are somebody's text about ours. */
function articlesIn(root: Root): Element[] {
  const found: Element[] = [];
  const open = [...root.children].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type !== 'element') continue;
    if (next.tagName === 'article' && word(next, 'dataHeirloom') !== '') found.push(next);
    else open.push(...[...next.children].reverse());
  }
  return found;
}

const factsSchema = z.object({
  title: z.string().max(500).optional(),
  topics: z.array(z.string().max(500)).max(50).default([]),
  tags: z.array(z.string().max(80)).max(50).default([]),
  kind: z.string().default(''),
  confidence: z.string().default(''),
  audience: z.string().default(''),
  author: z.string().default(''),
  created: z.string().default(''),
  updated: z.string().default(''),
});

export type ArticleFacts = {
  readonly facts: OwnFacts;
  /** `undefined`: it does not say; then its heading does. */
  readonly title: string | undefined;
  readonly topics: readonly string[];
  readonly tags: readonly string[];
  readonly language: string;
};

/** What the article says of its note; null when it does not say which note it is. */
export function factsOf(article: Element): ArticleFacts | null {
  const heirloom = `${word(article, 'dataHeirloom')}/${word(article, 'dataId')}`;
  let said: unknown = {};
  try {
    said = JSON.parse(word(article, 'dataFacts') || '{}');
  } catch {
    // As if it were not there.
  }
  const { data } = factsSchema.safeParse(said);
  const facts = ownFacts((name) => (name === 'heirloom' ? heirloom : String(data?.[name as 'kind'] ?? '')));
  if (facts === null) return null;
  return {
    facts: facts.id === '' && data === undefined ? NO_FACTS : facts,
    title: data?.title,
    topics: data?.topics ?? [],
    tags: data?.tags ?? [],
    language: word(article, 'lang'),
  };
}

function word(element: Element, name: string): string {
  const value = Object.hasOwn(element.properties, name) ? element.properties[name] : '';
  return typeof value === 'string' ? value : '';
}

/** The text of the note: what is above it repeats what the facts say. */
export function textOfArticle(article: Element): Root {
  const text = article.children.find(
    (child): child is Element =>
      child.type === 'element' && child.tagName === 'div' && hasDocumentClass(child),
  );
  return { type: 'root', children: (text ?? article).children };
}

const hasDocumentClass = ({ properties }: Element): boolean =>
  Array.isArray(properties.className) && properties.className.includes('document');
