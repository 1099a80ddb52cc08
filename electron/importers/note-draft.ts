import { hash } from 'node:crypto';
import { posix } from 'node:path';
import { languageSchema, TEXT_MAX, TITLE_MAX } from '../../shared/domain/record.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { fromPlainText } from '../../shared/richtext/from-text.ts';
import type { Resolve } from '../../shared/richtext/markdown-in/inlines.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import type { RejectionReason } from './case-reading.ts';
import { guessLanguage } from './guess-language.ts';
import { parseElement } from './json-rows.ts';
import { markdownToDocument } from './markdown.ts';

/** What one file, or one line of a file, says a note is. `key` names it in its source for good. */
export type NoteDraft = {
  readonly key: string;
  readonly title: string;
  readonly document: RichText;
  readonly language: string;
  readonly topics: readonly string[];
  readonly tags: readonly string[];
};
export type NoteDraftResult =
  | { readonly draft: NoteDraft; readonly problem: null }
  | { readonly draft: null; readonly problem: RejectionReason };

/** One line of JSON Lines as far as it is needed to know the note by name. */
export type NoteLine = {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly topics: readonly string[];
  readonly tags: readonly string[];
};

export function parseNoteLine(line: string): NoteLine | RejectionReason {
  let value: unknown;
  try {
    value = parseElement(line);
  } catch {
    return 'bad-json';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not-an-object';
  // A Map, because a line may well have a key called `__proto__`.
  const entries = new Map(Object.entries(value as object));
  const word = (name: string) => {
    const one = entries.get(name) as unknown;
    return typeof one === 'string' ? one.toWellFormed().trim() : typeof one === 'number' ? String(one) : '';
  };
  const list = (name: string) => {
    const many = entries.get(name) as unknown;
    if (typeof many === 'string') return [many.toWellFormed().trim()];
    if (!Array.isArray(many)) return [];
    return many.filter((one) => typeof one === 'string').map((one) => one.toWellFormed().trim());
  };
  const written = (entries.get('text') ?? '') as unknown;
  if (typeof written !== 'string') return 'no-text';
  const text = written.toWellFormed();
  const title = word('title');
  if (title === '' && text.trim() === '') return 'no-text';
  if (text.length > TEXT_MAX) return 'cell-too-large';
  const given = word('externalId');
  if (given.length > 2_000) return 'key-too-long';
  const key = given === '' ? `content-${hash('sha256', `${title}\u0001${text}`, 'hex').slice(0, 32)}` : given;
  return { key, title, text, language: word('language'), topics: list('topics'), tags: list('tags') };
}

export function lineToDraft(line: NoteLine, makeBlockId: () => string, language: string): NoteDraft {
  const document = fromPlainText(line.text, makeBlockId);
  return finish(line.key, line.title, document, line.language, language, line.topics, line.tags, makeBlockId);
}

export function markdownToDraft(
  text: string,
  relativePath: string,
  makeBlockId: () => string,
  resolve: Resolve,
  language: string,
): NoteDraftResult {
  if (text.length > TEXT_MAX) return { draft: null, problem: 'cell-too-large' };
  const { document, title, frontMatter } = markdownToDocument(text, makeBlockId, resolve);
  const name = title === '' ? fileTitle(relativePath) : title;
  const draft = finish(
    relativePath.normalize('NFC').replaceAll('\\', '/').slice(0, 2_000),
    name,
    document,
    frontMatter.language,
    language,
    frontMatter.topics,
    frontMatter.tags,
    makeBlockId,
  );
  return { draft, problem: null };
}

export function fileTitle(relativePath: string): string {
  return posix.basename(relativePath.replaceAll('\\', '/')).replace(/\.[A-Za-z0-9]{1,9}$/, '');
}

function finish(
  key: string,
  title: string,
  document: RichText,
  own: string,
  given: string,
  topics: readonly string[],
  tags: readonly string[],
  makeBlockId: () => string,
): NoteDraft {
  const tag = own
    .trim()
    .replaceAll('_', '-')
    .replace(/^[A-Za-z]+/, (part) => part.toLowerCase());
  const wanted = languageSchema.safeParse(tag).success ? tag : '';
  const language = wanted || given || guessLanguage(`${title} ${plainText(document).slice(0, 800)}`);
  let whole = document;
  if (title.length > TITLE_MAX) {
    // Too long for a title: kept whole as the first paragraph.
    const first = { id: makeBlockId(), type: 'paragraph' as const, children: [{ text: title }] };
    whole = { ...document, blocks: [first, ...document.blocks] };
  }
  return {
    key,
    title:
      title.length > TITLE_MAX
        ? `${title
            .slice(0, TITLE_MAX - 1)
            .toWellFormed()
            .replace(/\ufffd$/, '')}…`
        : title,
    document: whole,
    language,
    topics: unique(topics, TITLE_MAX),
    tags: unique(tags, 80),
  };
}

function unique(values: readonly string[], longest: number): string[] {
  return [...new Set(values.map((one) => one.trim()))]
    .filter((one) => one !== '' && one.length <= longest)
    .slice(0, 50);
}
