import type { Descendant } from 'slate';
import {
  type Direction,
  firstStrongDirection,
  resolveDirections,
} from '../../../shared/richtext/direction.ts';
import type { Block, Inline } from '../../../shared/richtext/document.ts';
import { listNumbers } from '../../../shared/richtext/list-numbers.ts';
import { asBlock } from './convert.ts';

/** What a block shows that depends on its neighbours: the way it runs and the number before it. */
export interface BlockLayout {
  readonly dir: Direction | undefined;
  readonly number: number | undefined;
}

export const NO_LAYOUT: BlockLayout = { dir: undefined, number: undefined };

const cache = new WeakMap<readonly unknown[], ReadonlyMap<unknown, BlockLayout>>();

/** Layout of all blocks of a value, worked out once for it. */
export function layoutOf(value: readonly (Descendant | Block)[]): ReadonlyMap<unknown, BlockLayout> {
  const known = cache.get(value);
  if (known) return known;
  const blocks = value.flatMap((node) => asBlock(node) ?? []);
  const directions = resolveDirections(blocks);
  const numbers = listNumbers(blocks);
  const layout = new Map<unknown, BlockLayout>();
  blocks.forEach((block, index) => layout.set(block, { dir: directions[index], number: numbers[index] }));
  cache.set(value, layout);
  return layout;
}

/** The way a cell or a part runs by its own letters; `undefined` when it has none and goes with its block. */
export function lineDirection(line: readonly Inline[]): Direction | undefined {
  for (const child of line) {
    const text =
      'text' in child
        ? child.text
        : child.type === 'mention'
          ? child.label
          : child.children.map((run) => run.text).join('');
    const direction = firstStrongDirection(text);
    if (direction) return direction;
  }
  return undefined;
}
