import { type Block, MAX_LIST_START } from './document.ts';

/**
 * The number shown before each numbered list item, `undefined` for every other block. Lists are flat items with a
 * depth: a deeper item starts its own count, and anything that is not a list item ends every count. An item of
 * another style at the same depth ends the count of that depth, as two lists that touch are two lists. An item with a
 * `start` shows that number, and those below it count on from there.
 */
export function listNumbers(blocks: readonly Block[]): (number | undefined)[] {
  const count = counter();
  return blocks.map((block) => {
    const next = count.next(block);
    const number = next === undefined ? undefined : (numberOf(block) ?? next);
    if (number !== undefined) count.shown(block, number);
    return number;
  });
}

/** The numbers the items would show without any `start` of their own: what "continue" would give each of them. */
export function naturalNumbers(blocks: readonly Block[]): (number | undefined)[] {
  const count = counter();
  return blocks.map((block) => {
    const next = count.next(block);
    if (next !== undefined) count.shown(block, numberOf(block) ?? next);
    return next;
  });
}

/**
 * Gives items the numbers they showed where they came from, with a `start` wherever the count would go another way.
 * Changes the blocks. Returns how many lists show other numbers than they did: those that begin below one.
 */
export function keepNumbers(blocks: readonly Block[], shown: ReadonlyMap<Block, number>): number {
  if (shown.size === 0) return 0;
  const count = counter();
  let off = 0;
  let lost = 0;
  for (const block of blocks) {
    const next = count.next(block);
    if (next === undefined) continue;
    const wanted = shown.get(block);
    const own = numberOf(block);
    if (wanted !== undefined && own === undefined && block.type === 'list-item') {
      const difference = wanted - next;
      if (difference !== 0 && difference !== off) {
        if (Number.isInteger(wanted) && wanted >= 1 && wanted <= MAX_LIST_START) {
          block.start = wanted;
          off = 0;
        } else {
          off = difference;
          lost += 1;
        }
      } else if (difference === 0) off = 0;
    }
    count.shown(block, numberOf(block) ?? next);
  }
  return lost;
}

const numberOf = (block: Block): number | undefined => (block.type === 'list-item' ? block.start : undefined);

interface Counter {
  /** The number that comes next at this block; `undefined` when it shows none. */
  readonly next: (block: Block) => number | undefined;
  readonly shown: (block: Block, number: number) => void;
}

function counter(): Counter {
  let counts: (number | undefined)[] = [];
  return {
    next: (block) => {
      if (block.type !== 'list-item') {
        counts = [];
        return undefined;
      }
      counts.length = Math.min(counts.length, block.depth + 1);
      if (block.style === 'number') return (counts[block.depth] ?? 0) + 1;
      counts[block.depth] = undefined;
      return undefined;
    },
    shown: (block, number) => {
      if (block.type === 'list-item') counts[block.depth] = number;
    },
  };
}
