import { assertNever } from '../../shared/base/assert-never.ts';
import type { BlockLabels } from '../../shared/richtext/block-labels.ts';
import type { Cell } from '../../shared/richtext/block-parts.ts';
import { type Direction, firstStrongDirection } from '../../shared/richtext/direction.ts';
import type { Block, BlockOf, Inline } from '../../shared/richtext/document.ts';
import { inlineText } from '../../shared/richtext/plain-text.ts';
import type { OfficePicture } from '../media/office-picture.ts';
import type { Alignment } from './odt-styles.ts';
import { escapeXml, lineOdt, type OdtLine } from './odt-text.ts';
import { sizeOnPaper, sizeWords } from './office.ts';

export type OdtContext = {
  readonly line: OdtLine;
  readonly labels: BlockLabels;
  /** Pictures that came along, and where they lie in the zip. */
  readonly pictures: ReadonlyMap<string, OfficePicture & { readonly path: string }>;
  readonly topHeading: 1 | 2;
  /** A number no other picture or table of the file has. */
  readonly next: () => number;
};

/** The blocks of one document; neighbouring items become nested lists. */
export function blocksOdt(
  blocks: readonly Block[],
  dirs: readonly (Direction | undefined)[],
  fallback: Direction,
  context: OdtContext,
): string {
  let xml = '';
  let open: string[] = [];
  const close = (level: number): string => {
    let closed = '';
    while (open.length > level) {
      open.pop();
      closed += '</text:list-item></text:list>';
    }
    return closed;
  };
  blocks.forEach((block, at) => {
    const dir = dirs[at] ?? fallback;
    if (block.type !== 'list-item') {
      xml += close(0) + blockOdt(block, dir, context);
      return;
    }
    const style = { bullet: 'Bullets', number: 'Numbers', check: 'Checks' }[block.style];
    const level = block.depth + 1;
    xml += close(level);
    const from =
      block.style === 'number' && block.start !== undefined ? ` text:start-value="${block.start}"` : '';
    if (open.length === level && open.at(-1) === style) xml += `</text:list-item><text:list-item${from}>`;
    else {
      if (open.length === level) xml += close(level - 1);
      while (open.length < level) {
        // A list that skips a level still needs an item to hang in.
        const own = open.length === level - 1 ? style : 'Bullets';
        const item = open.length === level - 1 ? `<text:list-item${from}>` : '<text:list-item>';
        xml += `<text:list text:style-name="${own}">${item}`;
        open = [...open, own];
      }
    }
    const box: Inline[] = block.style === 'check' ? [{ text: block.checked ? '☑ ' : '☐ ' }] : [];
    xml += paragraph('Item', dir, [...box, ...block.children], context);
  });
  return xml + close(0);
}

function paragraph(
  look: string,
  dir: Direction,
  children: readonly Inline[],
  { line }: OdtContext,
  align: Alignment = undefined,
): string {
  return `<text:p text:style-name="${line.book.paragraph(look, dir, align)}">${lineOdt(children, line)}</text:p>`;
}

function blockOdt(block: Exclude<Block, { type: 'list-item' }>, dir: Direction, context: OdtContext): string {
  switch (block.type) {
    case 'paragraph':
      return paragraph('Standard', dir, block.children, context);
    case 'heading': {
      const level = Math.min(block.level + context.topHeading - 1, 4);
      const style = context.line.book.paragraph(`Heading_20_${level}`, dir);
      return `<text:h text:style-name="${style}" text:outline-level="${level}">${lineOdt(block.children, context.line)}</text:h>`;
    }
    case 'quote':
      return paragraph('Quotations', dir, block.children, context);
    case 'divider':
      return '<text:p text:style-name="Horizontal_20_Line"/>';
    case 'code':
      // One paragraph, breaks inside: a paragraph a line would be many blocks when it is read.
      return paragraph('Preformatted_20_Text', block.dir ?? 'ltr', block.children, context);
    case 'callout': {
      const name: Inline[] = [{ text: context.labels.callout[block.tone] }];
      const named = paragraph(`CalloutName_${block.tone}_${dir}`, dir, name, context);
      return named + paragraph(`Callout_${block.tone}_${dir}`, dir, block.children, context);
    }
    case 'image':
    case 'file':
    case 'audio':
      return mediaOdt(block, dir, context);
    case 'record': {
      const { recordId: id, label, kind } = block;
      return paragraph('Card', dir, [{ type: 'mention', kind, id, label, children: [] }], context);
    }
    case 'table':
      return tableOdt(block, dir, context);
    case 'judgement':
      return partsOdt(block, context.labels.judgement, dir, context);
    case 'decision':
      return partsOdt(block, context.labels.decision, dir, context);
    default:
      return assertNever(block);
  }
}

const CENTIMETRES = 2.54 / 96;

function mediaOdt(block: BlockOf<'image' | 'file' | 'audio'>, dir: Direction, context: OdtContext): string {
  const caption = block.children.length === 0 ? '' : paragraph('Caption', dir, block.children, context);
  const picture = block.type === 'image' ? context.pictures.get(block.attachmentId) : undefined;
  if (block.type === 'image' && picture !== undefined) {
    const { width, height } = sizeOnPaper(picture, block.width);
    const size = `svg:width="${(width * CENTIMETRES).toFixed(3)}cm" svg:height="${(height * CENTIMETRES).toFixed(3)}cm"`;
    const style = context.line.book.paragraph('Standard', dir);
    const described = block.alt === '' ? '' : `<svg:desc>${escapeXml(block.alt)}</svg:desc>`;
    return (
      `<text:p text:style-name="${style}"><draw:frame draw:style-name="Picture" draw:name="Picture ${context.next()}" text:anchor-type="as-char" ${size}>` +
      `<draw:image xlink:href="${picture.path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>${described}</draw:frame></text:p>${caption}`
    );
  }
  const size = block.type === 'file' ? ` (${sizeWords(block.bytes, context.line.language)})` : '';
  const text = block.type === 'image' ? block.alt || block.name : `${block.name}${size}`;
  return paragraph('Card', dir, [{ text }], context) + caption;
}

const ownDir = (children: readonly Inline[], dir: Direction): Direction =>
  firstStrongDirection(inlineText(children)) ?? dir;

function cellOdt(
  style: 'Cell' | 'Head',
  cell: Pick<Cell, 'align' | 'children'>,
  dir: Direction,
  context: OdtContext,
): string {
  const look = style === 'Head' ? 'Table_20_Heading' : 'Table_20_Contents';
  const inner = paragraph(look, ownDir(cell.children, dir), cell.children, context, cell.align);
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${inner}</table:table-cell>`;
}

const rowOdt = (cells: string): string =>
  `<table:table-row table:style-name="Row">${cells}</table:table-row>`;

function wholeTable(columns: string, rows: string, dir: Direction, context: OdtContext): string {
  const style = dir === 'rtl' ? 'Table_rl' : 'Table_lr';
  return `<table:table table:name="Table ${context.next()}" table:style-name="${style}">${columns}${rows}</table:table>`;
}

function tableOdt(block: BlockOf<'table'>, dir: Direction, context: OdtContext): string {
  const width = Math.max(...block.children.map(({ children }) => children.length));
  const rows = block.children.map(({ children }, at) => {
    const isHead = block.header && at === 0;
    const cells = Array.from({ length: width }, (_, column) =>
      cellOdt(isHead ? 'Head' : 'Cell', children[column] ?? { children: [] }, dir, context),
    );
    const row = rowOdt(cells.join(''));
    return isHead ? `<table:table-header-rows>${row}</table:table-header-rows>` : row;
  });
  const columns = `<table:table-column table:style-name="Column" table:number-columns-repeated="${width}"/>`;
  return wholeTable(columns, rows.join(''), dir, context);
}

function partsOdt(
  block: BlockOf<'judgement' | 'decision'>,
  labels: Readonly<Record<string, string>>,
  dir: Direction,
  context: OdtContext,
): string {
  const rows = block.children.map(({ part, children }) =>
    rowOdt(
      cellOdt('Head', { children: [{ text: labels[part] ?? part }] }, dir, context) +
        cellOdt('Cell', { children }, dir, context),
    ),
  );
  const columns =
    '<table:table-column table:style-name="Narrow"/><table:table-column table:style-name="Wide"/>';
  return wholeTable(columns, rows.join(''), dir, context);
}
