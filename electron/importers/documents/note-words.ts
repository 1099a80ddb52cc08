import { posix } from 'node:path';
import { languageSchema, TITLE_MAX } from '../../../shared/domain/record.ts';
import { type Block, DOCUMENT_VERSION, type RichText } from '../../../shared/richtext/document.ts';
import { guessLanguage } from '../guess-language.ts';
import { makeBlockId } from './block-ids.ts';

// Title, language and tags as a note may have them, from whatever a file says.

/** A bundle is a folder named like its note; the text in it is always called `text`. */
export function fileTitle(relativePath: string): string {
  const path = relativePath.replaceAll('\\', '/').replace(/\.textbundle\/text(\.[a-z]+)$/i, '$1');
  return posix.basename(path).replace(/\.[A-Za-z0-9]{1,9}$/, '');
}

/** A title that is too long is kept whole as the first paragraph. */
export function withTitle(title: string, blocks: readonly Block[]): { title: string; document: RichText } {
  if (title.length <= TITLE_MAX)
    return { title, document: { version: DOCUMENT_VERSION, blocks: [...blocks] } };
  const first: Block = { id: makeBlockId(), type: 'paragraph', children: [{ text: title }] };
  const short = title
    .slice(0, TITLE_MAX - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  return { title: `${short}…`, document: { version: DOCUMENT_VERSION, blocks: [first, ...blocks] } };
}

/** The language a text says it is in, '' when that is none. */
export function languageTag(said: string): string {
  const tag = said
    .trim()
    .replaceAll('_', '-')
    .replace(/^[A-Za-z]+/, (part) => part.toLowerCase());
  return languageSchema.safeParse(tag).success ? tag : '';
}

/** Tags as our own export wrote them: what they hold is what they were. */
export const ownTags = (tags: readonly string[]): string[] =>
  tags.filter((tag) => tag !== '' && tag.length <= 80).slice(0, 50);

/** What the note says of itself when that is a language, else what was given, else what its letters look like. */
export function languageOf(own: string, given: string, words: string): string {
  return languageTag(own) || given || guessLanguage(words);
}

export function unique(values: readonly string[], longest: number): string[] {
  return [...new Set(values.map((one) => one.trim()))]
    .filter((one) => one !== '' && one.length <= longest)
    .slice(0, 50);
}
