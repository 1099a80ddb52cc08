import mammoth from 'mammoth';
import type { SimplifiedKind } from '../../../shared/richtext/simplified.ts';
import { BadFile } from '../bad-file.ts';
import { NUMBER_MARK, numberMarks } from './docx-numbers.ts';
import { BUILT_IN_IDS, directionMarks, RTL_MARK, stylesToMap, withWordsKept } from './docx-xml.ts';
import { type OfficeZip, openOfficeZip } from './office-zip.ts';
import type { EmbeddedPicture } from './shown-files.ts';

// Word files go through mammoth, which keeps meaning and drops looks. It is given our zip reader in place of its own:
// guarded, with the XML it is about to read prepared for what it would lose (direction, formulas, outline levels).

export type DocxHtml = {
  readonly html: string;
  readonly pictures: readonly EmbeddedPicture[];
  readonly simplified: readonly SimplifiedKind[];
};

const LIST_LEVELS = 9;
const MAIN = 'word/document.xml';

/** Any list above, so that a numbered list in a bulleted one stays where it is. */
function listStyles(): string[] {
  const lines: string[] = [];
  for (let level = 1; level <= LIST_LEVELS; level += 1) {
    const above = 'ul|ol > li > '.repeat(level - 1);
    lines.push(
      `p:unordered-list(${level}) => ${above}ul > li:fresh`,
      `p:ordered-list(${level}) => ${above}ol > li:fresh`,
    );
  }
  return lines;
}

const STYLES = [
  'u => u',
  'strike => s',
  'highlight => mark',
  'comment-reference => sup',
  "p[style-name='Title'] => h1.document-title:fresh",
  ...BUILT_IN_IDS,
  ...listStyles(),
];

/** Mammoth's zip, as its own reader would be: names without a leading `/`, XML as text, pictures as base64. */
function partsFor(zip: OfficeZip, prepared: ReadonlyMap<string, string>) {
  return {
    exists: (name: string) => zip.has(name),
    read: async (name: string, encoding?: string): Promise<string | Uint8Array> => {
      const text = prepared.get(name);
      if (text !== undefined) return text;
      if (encoding === undefined) return zip.bytes(name);
      if (encoding === 'base64') return (await zip.bytes(name)).toString('base64');
      return zip.xml(name);
    },
  };
}

/** Throws BadFile for what is no Word file, or a hostile one. */
export async function docxToHtml(path: string): Promise<DocxHtml> {
  const zip = await openOfficeZip(path);
  try {
    const [main, styles, numbering] = await Promise.all([
      zip.xml(MAIN),
      zip.xml('word/styles.xml'),
      zip.xml('word/numbering.xml'),
    ]);
    const simplified = new Set<SimplifiedKind>();
    const prepared = new Map<string, string>();
    if (main !== '') {
      const worded = withWordsKept(main, simplified);
      prepared.set(MAIN, directionMarks(numberMarks(worded, numbering, styles), styles));
    }
    const pictures: EmbeddedPicture[] = [];
    const result = await mammoth.convertToHtml(
      { file: partsFor(zip, prepared) } as unknown as { path: string },
      {
        styleMap: [...STYLES, ...stylesToMap(styles)],
        includeEmbeddedStyleMap: false,
        idPrefix: 'h-',
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => {
          const source = `embedded:${pictures.length}`;
          const extension = /\/(?:x-)?([a-z0-9]+)/.exec(image.contentType ?? '')?.[1] ?? '';
          pictures.push({ source, extension, bytes: Buffer.from(await image.readAsArrayBuffer()) });
          return { src: source };
        }),
      },
    );
    // Also a picture that is not what the list of the zip promised: the words are worth more than it is.
    for (const { type } of result.messages) {
      if (type === 'error') simplified.add('pictures');
    }
    return { html: result.value, pictures, simplified: [...simplified] };
  } catch (error) {
    if (error instanceof BadFile) throw error;
    throw new BadFile('not-readable', error instanceof Error ? error.message.slice(0, 200) : '');
  } finally {
    zip.close();
  }
}

export { NUMBER_MARK, RTL_MARK };
