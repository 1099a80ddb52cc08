import type { Block } from './document.ts';

/**
 * The number shown before each numbered list item, `undefined` for every other block. Lists are flat items with a
 * depth: a deeper item starts its own count, and anything that is not a list item ends every count. An item of
 * another style at the same depth ends the count of that depth, as two lists that touch are two lists.
 */
export function listNumbers(blocks: readonly Block[]): (number | undefined)[] {
  let counts: (number | undefined)[] = [];
  return blocks.map((block) => {
    if (block.type !== 'list-item') {
      counts = [];
      return undefined;
    }
    counts.length = Math.min(counts.length, block.depth + 1);
    if (block.style !== 'number') {
      counts[block.depth] = undefined;
      return undefined;
    }
    const number = (counts[block.depth] ?? 0) + 1;
    counts[block.depth] = number;
    return number;
  });
}
