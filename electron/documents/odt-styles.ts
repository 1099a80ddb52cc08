import type { Direction } from '../../shared/richtext/direction.ts';
import { MARKS, type Text } from '../../shared/richtext/document.ts';

// Styles of an OpenDocument text. Looks that have a name stand in styles.xml, so that one can change them all at once in
// the word processor; directions, alignments and marks are made as they are met.

export const NAMESPACES = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['draw', 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['svg', 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'],
  ['meta', 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
]
  .map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
  .join('');

export type Alignment = 'start' | 'center' | 'end' | undefined;

/** Makes each style once, and writes them all at the end. */
export class OdtStyleBook {
  private readonly paragraphs = new Map<string, string>();
  private readonly texts = new Map<string, string>();
  private readonly xml: string[] = [];

  /** A paragraph of the named look, in a direction. */
  paragraph(look: string, dir: Direction, align: Alignment = undefined, breaks = false): string {
    const key = `${look} ${dir} ${align ?? ''} ${breaks}`;
    const known = this.paragraphs.get(key);
    if (known !== undefined) return known;
    const name = `D${this.paragraphs.size + 1}`;
    this.paragraphs.set(key, name);
    const side = align ?? 'start';
    this.xml.push(
      `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${look}">` +
        `<style:paragraph-properties style:writing-mode="${dir === 'rtl' ? 'rl-tb' : 'lr-tb'}" fo:text-align="${side}"` +
        `${breaks ? ' fo:break-before="page"' : ''}/></style:style>`,
    );
    return name;
  }

  /** A run with these marks and language; '' when it has none of either. */
  text(run: Text, language: string): string {
    const marks = MARKS.filter((mark) => run[mark]);
    const key = `${marks.join(' ')} ${language}`;
    if (key === ' ') return '';
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    const name = `T${this.texts.size + 1}`;
    this.texts.set(key, name);
    const look = run.code ? ' style:parent-style-name="Source_20_Text"' : '';
    const properties = marks.map((mark) => MARK_PROPERTIES[mark]).join('') + languageProperties(language);
    this.xml.push(
      `<style:style style:name="${name}" style:family="text"${look}><style:text-properties${properties}/></style:style>`,
    );
    return name;
  }

  /** `<office:automatic-styles>` of content.xml. */
  written(): string {
    return `<office:automatic-styles>${this.xml.join('')}${TABLE_STYLES}${LIST_STYLES}</office:automatic-styles>`;
  }
}

/** Marks for Latin letters, for East Asian ones and for scripts with letters that join or stack: each is asked for its own. */
const MARK_PROPERTIES = {
  bold: ' fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"',
  italic: ' fo:font-style="italic" style:font-style-asian="italic" style:font-style-complex="italic"',
  underline:
    ' style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"',
  strike: ' style:text-line-through-style="solid" style:text-line-through-type="single"',
  code: '',
  highlight: ' fo:background-color="#f9dd92"',
  sub: ' style:text-position="sub 58%"',
  sup: ' style:text-position="super 58%"',
} as const;

const COUNTRIES: Readonly<Record<string, string>> = {
  fa: 'IR',
  th: 'TH',
  ar: 'SA',
  he: 'IL',
  zh: 'CN',
  en: 'GB',
};

function languageProperties(language: string): string {
  const base = /^[a-z]{2,3}/.exec(language)?.[0] ?? '';
  if (base === '') return '';
  const country = COUNTRIES[base] ?? 'none';
  if (['zh', 'ja', 'ko'].includes(base))
    return ` style:language-asian="${base}" style:country-asian="${country}"`;
  if (['fa', 'ar', 'he', 'th'].includes(base))
    return ` style:language-complex="${base}" style:country-complex="${country}"`;
  return ` fo:language="${base}" fo:country="${country}"`;
}

const LEVELS = Array.from({ length: 10 }, (_, at) => at + 1);
const place = (level: number): string =>
  '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">' +
  `<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${0.7 * level}cm" fo:text-indent="-0.6cm" fo:margin-left="${0.7 * level}cm"/>` +
  '</style:list-level-properties>';

const listStyle = (name: string, level: (at: number) => string): string =>
  `<text:list-style style:name="${name}">${LEVELS.map(level).join('')}</text:list-style>`;

const LIST_STYLES =
  listStyle(
    'Bullets',
    (at) =>
      `<text:list-level-style-bullet text:level="${at}" text:bullet-char="${['•', '◦', '▪'][at % 3]}">${place(at)}</text:list-level-style-bullet>`,
  ) +
  listStyle(
    'Numbers',
    (at) =>
      `<text:list-level-style-number text:level="${at}" style:num-format="1" style:num-suffix=".">${place(at)}</text:list-level-style-number>`,
  ) +
  // No sign before it: the box is the first letter of the words.
  listStyle(
    'Checks',
    (at) =>
      `<text:list-level-style-number text:level="${at}" style:num-format="">${place(at)}</text:list-level-style-number>`,
  );

const cellStyle = (name: string, fill: string): string =>
  `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border="0.5pt solid #8a7d6a"${fill === '' ? '' : ` fo:background-color="${fill}"`}/></style:style>`;

const TABLE_STYLES =
  ['lr', 'rl']
    .map(
      (mode) =>
        `<style:style style:name="Table_${mode}" style:family="table"><style:table-properties style:width="16cm" table:align="margins" style:writing-mode="${mode}-tb" fo:margin-bottom="0.3cm"/></style:style>`,
    )
    .join('') +
  '<style:style style:name="Column" style:family="table-column"><style:table-column-properties style:rel-column-width="1*"/></style:style>' +
  '<style:style style:name="Narrow" style:family="table-column"><style:table-column-properties style:rel-column-width="28*"/></style:style>' +
  '<style:style style:name="Wide" style:family="table-column"><style:table-column-properties style:rel-column-width="72*"/></style:style>' +
  '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>' +
  cellStyle('Cell', '') +
  cellStyle('Head', '#f3ede2') +
  '<style:style style:name="Picture" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>';

const look = (name: string, shown: string, paragraph: string, text: string, parent = 'Standard'): string =>
  `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph" style:parent-style-name="${parent}">` +
  `<style:paragraph-properties${paragraph}/><style:text-properties${text}/></style:style>`;

const size = (points: number): string =>
  ` fo:font-size="${points}pt" style:font-size-asian="${points}pt" style:font-size-complex="${points}pt"`;
const BOLD = MARK_PROPERTIES.bold;
const heading = (level: number, points: number): string =>
  `<style:style style:name="Heading_20_${level}" style:display-name="Heading ${level}" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="${level}">` +
  `<style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties${size(points)}${BOLD}/></style:style>`;

const TONES = {
  info: '#f3e5c8 #7d5714',
  tip: '#e1ecd9 #35633a',
  warning: '#fbe3d9 #9c2f22',
  never: '#f8d7d3 #9c2f22',
};

/** Border at the side the text begins at. The name line stays with what it names. */
const callouts = Object.entries(TONES)
  .flatMap(([tone, colours]) => {
    const [fill, line] = colours.split(' ');
    return (['ltr', 'rtl'] as const).map((dir) => {
      const side = dir === 'rtl' ? 'right' : 'left';
      const box = ` fo:background-color="${fill}" fo:padding="0.2cm" fo:border-${side}="3pt solid ${line}" fo:margin-left="0.3cm" fo:margin-right="0.3cm"`;
      return (
        look(`Callout_${tone}_${dir}`, `Callout ${tone} ${dir}`, box, '') +
        look(
          `CalloutName_${tone}_${dir}`,
          `Callout name ${tone} ${dir}`,
          `${box} fo:margin-bottom="0cm" fo:keep-with-next="always"`,
          ` fo:color="${line}"${BOLD}`,
        )
      );
    });
  })
  .join('');

/** styles.xml: the named looks, A4 with room at the sides. `language` is the usual one of the file. */
export const stylesXml = (language: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles${NAMESPACES} office:version="1.3"><office:styles>` +
  `<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" style:writing-mode="page"/><style:text-properties${size(11)}${languageProperties(language)}/></style:default-style>` +
  '<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm" fo:line-height="120%"/></style:style>' +
  heading(1, 16) +
  heading(2, 14) +
  heading(3, 12) +
  heading(4, 11) +
  look('Title', 'Title', ' fo:margin-bottom="0.4cm" fo:keep-with-next="always"', `${size(22)}${BOLD}`) +
  look('Quotations', 'Quotations', ' fo:margin-left="0.8cm" fo:margin-right="0.8cm"', ' fo:color="#574e40"') +
  look(
    'Preformatted_20_Text',
    'Preformatted Text',
    ' fo:background-color="#f3ede2" fo:padding="0.2cm"',
    ' fo:font-family="monospace" fo:font-size="9.5pt"',
  ) +
  look('Horizontal_20_Line', 'Horizontal Line', ' fo:border-bottom="0.5pt solid #8a7d6a"', size(6)) +
  look('Caption', 'Caption', '', `${size(9.5)} fo:color="#574e40"`) +
  look('Card', 'Card', ' fo:margin-left="0.4cm"', ' fo:color="#574e40"') +
  look('Table_20_Contents', 'Table Contents', ' fo:margin-bottom="0cm"', '') +
  look('Table_20_Heading', 'Table Heading', ' fo:margin-bottom="0cm"', BOLD) +
  look('Item', 'Item', ' fo:margin-bottom="0.1cm"', '') +
  callouts +
  '<style:style style:name="Source_20_Text" style:display-name="Source Text" style:family="text"><style:text-properties fo:font-family="monospace"/></style:style>' +
  '</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/></style:page-layout></office:automatic-styles>' +
  '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles></office:document-styles>\n';
