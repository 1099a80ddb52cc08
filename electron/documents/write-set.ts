import { writeFile } from 'node:fs/promises';
import type { DocumentFormat } from '../../shared/richtext/export-losses.ts';
import { writeZip } from '../media/write-zip.ts';
import { type DocumentSet, PICTURES } from './document-set.ts';
import { docxFile } from './docx-file.ts';
import { fitsInPage, htmlFolder, htmlPage } from './html-file.ts';
import { jsonFolder, jsonText } from './json-file.ts';
import { markdownFolder } from './markdown-folder.ts';
import { odtEntries } from './odt-file.ts';

export type WrittenFile = { readonly extension: string; readonly bytes: number };

/** Writes the set to a new file at `path`: one file where that holds everything, else a zip. The caller names it. */
export async function writeSet(set: DocumentSet, format: DocumentFormat, path: string): Promise<WrittenFile> {
  const whole = async (extension: string, content: string | Buffer): Promise<WrittenFile> => {
    const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content, 'utf8');
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
    return { extension, bytes: bytes.length };
  };
  const zip = async (extension: string, entries: Parameters<typeof writeZip>[1]): Promise<WrittenFile> => ({
    extension,
    bytes: (await writeZip(path, entries)).bytes,
  });
  switch (format) {
    case 'markdown': {
      const entries = markdownFolder(set);
      const [only, ...others] = entries;
      if (only !== undefined && others.length === 0 && Buffer.isBuffer(only.source))
        return whole('md', only.source);
      return zip('zip', entries);
    }
    case 'html':
      return fitsInPage(set) ? whole('html', htmlPage(set)) : zip('zip', htmlFolder(set));
    case 'pdf':
      // The page to print: whoever can draw one makes the PDF of it. Sounds and files make no sense on paper.
      return whole(
        'html',
        htmlPage({ ...set, files: set.files.filter((one) => PICTURES.has(one.extension)) }),
      );
    case 'json':
      return set.files.length === 0 ? whole('json', jsonText(set)) : zip('zip', jsonFolder(set));
    case 'docx':
      return whole('docx', await docxFile(set));
    case 'odt':
      return zip('odt', await odtEntries(set));
  }
}
