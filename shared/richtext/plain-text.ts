import type { Block, Inline, RichText } from './document.ts';
import { linesOf } from './walk.ts';

/** The words of one line, without marks; a mention reads as its label. */
export function inlineText(children: readonly Inline[]): string {
  let text = '';
  for (const child of children) text += wordsOfInline(child);
  return text;
}

/** The words of one part of a line. */
export function wordsOfInline(child: Inline): string {
  if ('text' in child) return child.text;
  return child.type === 'mention' ? child.label : inlineText(child.children);
}

/** The words of a block. Cells of a table are parted by tabs and its rows by breaks, so that no two words grow together. */
export function blockText(block: Block): string {
  if (block.type === 'table')
    return block.children
      .map((row) => row.children.map((cell) => inlineText(cell.children)).join('\t'))
      .join('\n');
  return linesOf(block).map(inlineText).join('\n');
}

/** The whole document as lines of text: for search, snippets, word counts. Loses marks, keeps every word. */
export function plainText(document: RichText): string {
  return document.blocks.map(blockText).join('\n');
}

/** Headings only, one a line: search weighs them above the body. */
export function headingText(document: RichText): string {
  return document.blocks
    .filter((block) => block.type === 'heading')
    .map(blockText)
    .join('\n');
}

/** Blocks that say something without a word in them. */
const SPEAKS: ReadonlySet<Block['type']> = new Set<Block['type']>([
  'divider',
  'image',
  'file',
  'audio',
  'record',
]);

/** True when nobody has written anything yet: no blocks, or only white space. */
export function isBlank(document: RichText): boolean {
  return document.blocks.every((block) => !SPEAKS.has(block.type) && blockText(block).trim() === '');
}
