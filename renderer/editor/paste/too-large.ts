import { type Block, MAX_BLOCKS } from '../../../shared/richtext/document.ts';
import { blockText } from '../../../shared/richtext/plain-text.ts';
import { linesOf } from '../../../shared/richtext/walk.ts';
import { cellCount, LARGE_TABLE } from '../core/large-table.ts';

// A browser draws what is pasted in one go, and answers to nothing meanwhile. About a second of that is the most anybody
// should meet without having been asked.

/** Letters of HTML, its pictures not counted, that are parsed at all. */
const LARGEST_MARKUP = 6_000_000;
/** HTML with everything in it. */
const LARGEST_HTML = 96_000_000;
/** Lines (paragraphs, cells, parts) that are put in without asking; 500 letters weigh as much as a line. */
const LARGEST_WEIGHT = 5_000;
const LETTERS_A_LINE = 500;
/** Cells that are read and kept in the time one is drawn in. */
const KEPT_A_DRAWN = 20;

export function isMarkupTooLarge(html: string): boolean {
  if (html.length <= LARGEST_MARKUP) return false;
  if (html.length > LARGEST_HTML) return true;
  // By hand: a pattern that looks at each letter of ten megabytes takes half a second.
  let pictures = 0;
  for (let at = html.indexOf('data:'); at !== -1; ) {
    const quote = html[at - 1] ?? '';
    const close = quote === '(' ? ')' : quote;
    const end = close === '"' || close === "'" || close === ')' ? html.indexOf(close, at) : at + 1;
    pictures += (end === -1 ? html.length : end) - at;
    at = end === -1 ? -1 : html.indexOf('data:', end);
  }
  return html.length - pictures > LARGEST_MARKUP;
}

export const isTextTooLarge = (text: string): boolean => text.length > LARGEST_WEIGHT * LETTERS_A_LINE;

/** How many lines' worth of drawing the blocks are. */
export function weightOf(blocks: readonly Block[]): number {
  let weight = 0;
  for (const block of blocks) weight += linesToDraw(block) + blockText(block).length / LETTERS_A_LINE;
  return Math.round(weight);
}

/** Of a very large table only what one sees is drawn; the rest is only read and kept. */
function linesToDraw(block: Block): number {
  if (block.type !== 'table') return Math.max(1, linesOf(block).length);
  const cells = cellCount(block);
  return Math.min(cells, LARGE_TABLE) + Math.max(0, cells - LARGE_TABLE) / KEPT_A_DRAWN;
}

export const isTooHeavy = (weight: number): boolean => weight > LARGEST_WEIGHT;

/** Whether so many more blocks still make a document. */
export const fits = (before: number, more: number): boolean => before + more <= MAX_BLOCKS;

/** A paste nobody was asked about yet. */
export interface LargePaste {
  /** Keeps the words as a file in the text; absent where no file can be kept. */
  readonly asFile: (() => void) | undefined;
  /** Puts it in all the same; absent when it does not fit. */
  readonly anyway: (() => void) | undefined;
}
