import { firstStrongDirection, resolveDirections } from '../../shared/richtext/direction.ts';
import type { OfficePicture } from '../media/office-picture.ts';
import type { ZipEntry } from '../media/write-zip.ts';
import { type DocumentSet, type DocumentToWrite, indexOf } from './document-set.ts';
import { blocksOdt, type OdtContext } from './odt-blocks.ts';
import { NAMESPACES, OdtStyleBook, stylesXml } from './odt-styles.ts';
import { escapeXml, type OdtLine } from './odt-text.ts';
import { officePictures } from './office.ts';
import { nameOfSet } from './place-files.ts';

const MIME = 'application/vnd.oasis.opendocument.text';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** All documents of the set as one OpenDocument text, as the entries of its zip. The type comes first and unpacked. */
export async function odtEntries(set: DocumentSet): Promise<readonly ZipEntry[]> {
  const pictures = new Map<string, OfficePicture & { path: string }>();
  for (const [id, picture] of await officePictures(set))
    pictures.set(id, { ...picture, path: `Pictures/${pictures.size + 1}.${picture.type}` });
  const usual = set.documents.length === 1 ? (set.documents[0]?.language ?? '') : set.language;
  const xml = (path: string, text: string): ZipEntry => ({
    path,
    source: Buffer.from(text, 'utf8'),
    compress: true,
  });
  const types = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif' } as const;
  const listed = [
    ['/', MIME],
    ['content.xml', 'text/xml'],
    ['styles.xml', 'text/xml'],
    ['meta.xml', 'text/xml'],
    ...[...pictures.values()].map(({ path, type }) => [path, types[type]]),
  ];
  const manifest = listed
    .map(
      ([path, type]) =>
        `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"${path === '/' ? ' manifest:version="1.3"' : ''}/>`,
    )
    .join('');
  return [
    { path: 'mimetype', source: Buffer.from(MIME, 'latin1'), compress: false },
    xml('content.xml', contentXml(set, pictures)),
    xml('styles.xml', stylesXml(usual)),
    xml('meta.xml', metaXml(set, usual)),
    ...[...pictures.values()].map(({ path, bytes }) => ({ path, source: bytes, compress: false })),
    xml(
      'META-INF/manifest.xml',
      `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${manifest}</manifest:manifest>\n`,
    ),
  ];
}

const bookmarkOf = (id: string): string => `n${id.replaceAll('-', '')}`;

function contentXml(set: DocumentSet, pictures: OdtContext['pictures']): string {
  const book = new OdtStyleBook();
  const { documents } = indexOf(set);
  let made = 0;
  const several = set.documents.length > 1;
  const body = set.documents.map((one, at) => {
    const line: OdtLine = {
      book,
      language: one.language,
      bookmarkOf: (id) => (documents.has(id) ? bookmarkOf(id) : undefined),
      labelOf: (id, label) => documents.get(id)?.title || label || set.untitled,
    };
    const next = (): number => {
      made += 1;
      return made;
    };
    const context: OdtContext = { line, labels: set.labels, pictures, topHeading: several ? 2 : 1, next };
    const fallback = firstStrongDirection(one.title) ?? 'ltr';
    const dirs = resolveDirections(one.document.blocks);
    return (
      titleXml(one, book, set.untitled, several, at > 0) +
      blocksOdt(one.document.blocks, dirs, fallback, context)
    );
  });
  const text = body.join('');
  return `${HEAD}<office:document-content${NAMESPACES} office:version="1.3">${book.written()}<office:body><office:text>${text}</office:text></office:body></office:document-content>\n`;
}

function titleXml(
  one: DocumentToWrite,
  book: OdtStyleBook,
  untitled: string,
  several: boolean,
  breaks: boolean,
): string {
  const title = one.title || untitled;
  const dir = firstStrongDirection(title) ?? 'ltr';
  const inner = `<text:bookmark text:name="${bookmarkOf(one.id)}"/>${escapeXml(title.replace(/\s+/gu, ' '))}`;
  const style = book.paragraph(several ? 'Heading_20_1' : 'Title', dir, undefined, breaks);
  return several
    ? `<text:h text:style-name="${style}" text:outline-level="1">${inner}</text:h>`
    : `<text:p text:style-name="${style}">${inner}</text:p>`;
}

function metaXml(set: DocumentSet, language: string): string {
  const authors = [...new Set(set.documents.map((one) => one.author).filter((name) => name !== ''))];
  const tags = [...new Set(set.documents.flatMap((one) => one.tags))];
  const parts = [
    '<meta:generator>Heirloom</meta:generator>',
    `<dc:title>${escapeXml(nameOfSet(set))}</dc:title>`,
    ...(authors.length > 0
      ? [
          `<meta:initial-creator>${escapeXml(authors.join(', '))}</meta:initial-creator>`,
          `<dc:creator>${escapeXml(authors.join(', '))}</dc:creator>`,
        ]
      : []),
    ...tags.map((tag) => `<meta:keyword>${escapeXml(tag)}</meta:keyword>`),
    ...(language === '' ? [] : [`<dc:language>${escapeXml(language)}</dc:language>`]),
  ];
  return `${HEAD}<office:document-meta${NAMESPACES} office:version="1.3"><office:meta>${parts.join('')}</office:meta></office:document-meta>\n`;
}
