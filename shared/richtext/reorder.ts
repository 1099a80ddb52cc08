import type { RichText } from './document.ts';

/**
 * Moves `count` blocks starting at index `from` so that they stand before the block now at index `to`
 * (`to = blocks.length` puts them last). Out-of-range numbers are brought into range; a move onto itself gives the
 * same document back, unchanged.
 */
export function reorderBlocks(document: RichText, from: number, count: number, to: number): RichText {
  const { blocks } = document;
  const start = clamp(Math.trunc(from), 0, blocks.length);
  const end = clamp(start + Math.trunc(count), start, blocks.length);
  const target = clamp(Math.trunc(to), 0, blocks.length);
  if (start === end || (target >= start && target <= end)) return document;
  const moved = blocks.slice(start, end);
  const rest = [...blocks.slice(0, start), ...blocks.slice(end)];
  rest.splice(target > start ? target - moved.length : target, 0, ...moved);
  return { ...document, blocks: rest };
}

const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(Number.isNaN(value) ? low : value, low), high);
