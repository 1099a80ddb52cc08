import { hash } from 'node:crypto';
import { TEXT_MAX, TITLE_MAX } from '../../shared/domain/record.ts';
import { canonicalDocument } from '../../shared/richtext/canonical.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { fromPlainText } from '../../shared/richtext/from-text.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import type { RejectionReason } from './case-reading.ts';
import { makeBlockId } from './documents/block-ids.ts';
import { languageOf, unique, withTitle } from './documents/note-words.ts';
import { parseElement } from './json-rows.ts';
import type { OwnFacts } from './own-facts.ts';

/** What one file, or one line of a file, says a note is. `key` names it in its source for good. */
export type NoteDraft = {
  readonly key: string;
  readonly title: string;
  /** In its canonical spelling. */
  readonly document: RichText;
  readonly language: string;
  readonly topics: readonly string[];
  readonly tags: readonly string[];
  /** What our own export says besides. */
  readonly own: OwnFacts | null;
  /** The format it was read from, where that cannot say everything a document can. */
  readonly format: 'markdown' | 'html' | null;
  /** The same for two lines that say the same; files are told apart by their paths. */
  readonly print: string;
};

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

export function lineToDraft(line: NoteLine, language: string): NoteDraft {
  const { title, document } = withTitle(line.title, fromPlainText(line.text, makeBlockId).blocks);
  return {
    key: line.key,
    title,
    document: canonicalDocument(document),
    language: languageOf(line.language, language, `${line.title} ${plainText(document).slice(0, 800)}`),
    topics: unique(line.topics, TITLE_MAX),
    tags: unique(line.tags, 80),
    own: null,
    format: null,
    print: hash('sha256', `${line.title}\u0001${line.text}`, 'hex'),
  };
}
