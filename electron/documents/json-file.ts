import { JSON_FORMAT, JSON_FORMAT_VERSION } from '../../shared/domain/documents-json.ts';
import type { ZipEntry } from '../media/write-zip.ts';
import type { DocumentSet } from './document-set.ts';
import { placeFiles } from './place-files.ts';

/**
 * The exact documents with every fact, for programs and for bringing back: notes as they are stored, names of the topics
 * and people they point at, files by path and hash.
 */
export function jsonText(set: DocumentSet): string {
  const { pathOf } = placeFiles(set.files);
  const value = {
    format: JSON_FORMAT,
    formatVersion: JSON_FORMAT_VERSION,
    title: set.title,
    documents: set.documents.map((one) => {
      const { note, topics, author } = one;
      return note === null ? one : { kind: 'note', topics, author, note };
    }),
    files: set.files.map(({ source: _here, ...file }) => ({ ...file, path: pathOf.get(file.attachmentId) })),
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}

export function jsonFolder(set: DocumentSet): readonly ZipEntry[] {
  const { entries } = placeFiles(set.files);
  return [{ path: 'documents.json', source: Buffer.from(jsonText(set), 'utf8'), compress: true }, ...entries];
}
