import type { Block, BlockOf, RichText } from './document.ts';
import { naturalNumbers } from './list-numbers.ts';
import { isPlainLanguage } from './markdown-escape.ts';
import { blockText } from './plain-text.ts';
import { linesOf } from './walk.ts';

// What a format has no words for, counted before anything is written: the same list stands in the preview, in the report
// and in the tests that read an export back.

export const DOCUMENT_FORMATS = ['markdown', 'html', 'docx', 'odt', 'pdf', 'json'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** Each loss with the formats it happens in. JSON holds everything, and our own HTML is read back with nearly everything. */
const LOST_IN = {
  /** Directions set by hand: a reader goes by the first letter again. */
  directions: ['markdown'],
  /** Paragraphs, headings, quotes and list items without words. */
  emptyBlocks: ['markdown'],
  /** Widths of pictures. */
  imageSizes: ['markdown'],
  /** Bold, links and the like in captions. */
  captions: ['markdown', 'docx', 'odt'],
  /** Cells aligned otherwise than the rest of their column, rows shorter than others, names of columns without words. */
  cells: ['markdown'],
  /** Items that skip a level of their list. */
  listLevels: ['markdown'],
  /** Numbers set by hand where the list counts to them anyway. */
  listNumbers: ['markdown'],
  /** Languages of code that the format cannot name. */
  codeLanguages: ['markdown'],
  /** Bold and the like inside of code. */
  codeMarks: ['markdown', 'html', 'docx', 'odt'],
  /** Callouts, judgements and decisions, which become framed text. */
  boxes: ['docx', 'odt'],
  /** Cards and mentions, which become words. */
  mentions: ['docx', 'odt'],
  /** Files and sounds, of which only the name is there. */
  files: ['docx', 'odt', 'pdf'],
} as const satisfies Record<string, readonly DocumentFormat[]>;
export type ExportLoss = keyof typeof LOST_IN;
export const EXPORT_LOSSES = Object.keys(LOST_IN) as readonly ExportLoss[];
export type ExportLosses = { readonly [K in ExportLoss]?: number };

const isLostIn = (loss: ExportLoss, format: DocumentFormat): boolean =>
  (LOST_IN[loss] as readonly DocumentFormat[]).includes(format);

/** For one document in one format, how often each thing will not be read back as it was. Nothing is left out silently. */
export function lossesOf(document: RichText, format: DocumentFormat): ExportLosses {
  const counts: { [K in ExportLoss]?: number } = {};
  const add = (loss: ExportLoss, isLost: boolean): void => {
    if (isLost && isLostIn(loss, format)) counts[loss] = (counts[loss] ?? 0) + 1;
  };
  const written = document.blocks.filter((block) => !isEmptyLine(block));
  const levels = new Map(listLevels(written).map((level, at) => [written[at], level]));
  const natural = new Map(naturalNumbers(asNested(written)).map((number, at) => [written[at], number]));
  document.blocks.forEach((block) => {
    add('directions', block.dir !== undefined);
    add('emptyBlocks', isEmptyLine(block));
    add('listLevels', block.type === 'list-item' && levels.has(block) && levels.get(block) !== block.depth);
    add(
      'listNumbers',
      block.type === 'list-item' && block.start !== undefined && block.start === natural.get(block),
    );
    add('boxes', ['callout', 'judgement', 'decision'].includes(block.type));
    add('mentions', block.type === 'record');
    for (const line of linesOf(block))
      for (const child of line) add('mentions', !('text' in child) && child.type === 'mention');
    switch (block.type) {
      case 'image':
        add('imageSizes', block.width !== undefined || block.pixels !== undefined);
        add('captions', hasRichCaption(block));
        break;
      case 'file':
      case 'audio':
        add('files', true);
        add('captions', hasRichCaption(block));
        break;
      case 'code':
        add(
          'codeMarks',
          block.children.some((run) => Object.keys(run).length > 1),
        );
        add('codeLanguages', block.language !== undefined && !isPlainLanguage(block.language));
        break;
      case 'table':
        add('cells', !hasPlainColumns(block));
        break;
      default:
        break;
    }
  });
  return counts;
}

/** Adds up what several documents lose. */
export function addLosses(all: readonly ExportLosses[]): ExportLosses {
  const sum: { [K in ExportLoss]?: number } = {};
  for (const one of all)
    for (const loss of EXPORT_LOSSES) if (one[loss]) sum[loss] = (sum[loss] ?? 0) + one[loss];
  return sum;
}

/** A line nobody has written on: Markdown parts blocks with empty lines and knows no others. */
export const isEmptyLine = (block: Block): boolean =>
  (block.type === 'paragraph' ||
    block.type === 'heading' ||
    block.type === 'quote' ||
    block.type === 'list-item') &&
  blockText(block).trim() === '' &&
  block.children.every((child) => 'text' in child || child.type !== 'mention');

/** The level a nested list gives each item: one below the nearest item above that is less deep. */
export function listLevels(blocks: readonly Block[]): (number | undefined)[] {
  let open: number[] = [];
  return blocks.map((block) => {
    if (block.type !== 'list-item') {
      open = [];
      return undefined;
    }
    while ((open.at(-1) ?? -1) >= block.depth) open.pop();
    open.push(block.depth);
    return open.length - 1;
  });
}

/** The blocks with the depths a nested list gives their items. */
export function asNested(blocks: readonly Block[]): Block[] {
  const levels = listLevels(blocks);
  return blocks.map((block, at) =>
    block.type === 'list-item' && block.depth !== levels[at] ? { ...block, depth: levels[at] ?? 0 } : block,
  );
}

const hasRichCaption = (block: BlockOf<'image' | 'file' | 'audio'>): boolean =>
  block.children.some(
    (child) => !('text' in child) || Object.keys(child).length > 1 || child.text.includes('\n'),
  );

function hasPlainColumns(block: BlockOf<'table'>): boolean {
  const [first] = block.children;
  // A table that names no columns is written with empty names, so empty names are none.
  if (block.header && first?.children.every(({ children }) => children.length === 0)) return false;
  return block.children.every(
    ({ children }) =>
      children.length === first?.children.length &&
      children.every(({ align }, at) => align === first.children[at]?.align),
  );
}
