import { type RawEntry, rawZip } from './hostile-zip.ts';

// Word and OpenDocument files, written by hand: just enough to be read, and as wrong as a test wants them.

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export type DocxParts = {
  /** What stands in `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  /** `<Relationship …/>` of the document. */
  readonly rels?: string;
  readonly files?: readonly RawEntry[];
  /** Before the root element of document.xml. */
  readonly before?: string;
};

/** A Word file. */
export function docx({ body, styles, numbering, rels = '', files = [], before = '' }: DocxParts): Buffer {
  const xml = (name: string, text: string): RawEntry => ({ name, data: Buffer.from(text) });
  const part = (name: string, type: string): string =>
    `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
  return rawZip({
    entries: [
      xml(
        '[Content_Types].xml',
        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>${part('document', 'document.main')}${part('styles', 'styles')}${part('numbering', 'numbering')}</Types>`,
      ),
      xml(
        '_rels/.rels',
        `<?xml version="1.0"?><Relationships xmlns="${RELS}"><Relationship Id="r1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      xml(
        'word/_rels/document.xml.rels',
        `<?xml version="1.0"?><Relationships xmlns="${RELS}"><Relationship Id="s" Type="${R}/styles" Target="styles.xml"/><Relationship Id="n" Type="${R}/numbering" Target="numbering.xml"/>${rels}</Relationships>`,
      ),
      xml(
        'word/document.xml',
        `<?xml version="1.0"?>${before}<w:document xmlns:w="${W}" xmlns:r="${R}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${body}</w:body></w:document>`,
      ),
      xml('word/styles.xml', `<?xml version="1.0"?><w:styles xmlns:w="${W}">${styles ?? ''}</w:styles>`),
      xml(
        'word/numbering.xml',
        `<?xml version="1.0"?><w:numbering xmlns:w="${W}">${numbering ?? ''}</w:numbering>`,
      ),
      ...files,
    ],
  });
}

/** A paragraph of Word with one run. */
export const wordLine = (text: string, properties = '', run = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A picture in a line of Word; `link` is the id of its relationship. */
export const wordPicture = (link: string, alt: string, how: 'embed' | 'link' = 'embed'): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${alt}"/><a:graphic><a:graphicData uri="p"><pic:pic><pic:blipFill><a:blip r:${how}="${link}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

export const wordRelation = (id: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${R}/image" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`;

/** An OpenDocument text. `styles` are automatic ones. */
export function odt(body: string, styles = '', files: readonly RawEntry[] = []): Buffer {
  const names = ['office', 'text', 'table', 'style', 'draw']
    .map(
      (name) =>
        `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'draw' ? 'drawing' : name}:1.0"`,
    )
    .join(' ');
  const more =
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"';
  const content = `<?xml version="1.0"?><office:document-content ${names} ${more}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return rawZip({
    entries: [
      { name: 'mimetype', data: Buffer.from('application/vnd.oasis.opendocument.text'), method: 0 },
      { name: 'content.xml', data: Buffer.from(content) },
      ...files,
    ],
  });
}
