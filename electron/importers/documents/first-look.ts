import { BadFile } from '../bad-file.ts';
import { parseFrontMatter, splitFrontMatter } from '../front-matter.ts';
import { decodeBytes, detectEncoding } from '../text-encoding.ts';
import type { DocumentFormat } from './formats.ts';
import { fileTitle } from './note-words.ts';
import type { FirstLook } from './parsed-note.ts';
import { readSource, type SourceFile } from './source-file.ts';

const HEAD = 16_384;

/** What a note is called, from the beginning of its file alone: thousands of notes are named before one is read. */
export function firstLook(file: SourceFile, format: DocumentFormat): FirstLook {
  const byName = { title: fileTitle(file.relativePath), names: [], ownId: '' };
  if (format !== 'markdown') return byName;
  let head = '';
  try {
    const { bytes } = readSource(file, HEAD);
    head = decodeBytes(bytes, detectEncoding(bytes));
  } catch (error) {
    // What is wrong with it is said when it is read.
    if (error instanceof BadFile || typeof (error as NodeJS.ErrnoException).code === 'string') return byName;
    throw error;
  }
  const { yaml, body } = splitFrontMatter(head);
  const matter = parseFrontMatter(yaml);
  const heading = /^\s*#[ \t]+(.+?)[ \t]*#*\s*$/m.exec(body.slice(0, 2_000))?.[1] ?? '';
  return {
    title: matter.title || heading || byName.title,
    names: [matter.title, heading, ...matter.aliases].filter((name) => name !== ''),
    ownId: matter.own?.id ?? '',
  };
}
