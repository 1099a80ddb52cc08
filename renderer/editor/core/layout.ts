import type { Descendant } from 'slate';
import {
  type Direction,
  firstStrongDirection,
  ownDirection,
  resolveDirections,
} from '../../../shared/richtext/direction.ts';
import type { Block, Inline } from '../../../shared/richtext/document.ts';
import { listNumbers } from '../../../shared/richtext/list-numbers.ts';
import { wordsOfInline } from '../../../shared/richtext/plain-text.ts';
import { asBlock } from './convert.ts';
import type { RichTextSlate } from './slate-types.ts';

/** What a block shows that depends on its neighbours: the way it runs and the number before it. */
export interface BlockLayout {
  readonly dir: Direction | undefined;
  readonly number: number | undefined;
}

export const NO_LAYOUT: BlockLayout = { dir: undefined, number: undefined };

type Layout = Map<unknown, BlockLayout>;

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

const latest = new WeakMap<RichTextSlate, { readonly value: readonly unknown[]; readonly layout: Layout }>();

/**
 * Layout of what an editor holds now. The same map, with the changed block in the place of the old one, as long as
 * only words change: a letter typed costs no look at the thousands of blocks around it, and whoever draws by the map
 * sees at a glance that nothing moved.
 */
export function currentLayout(editor: RichTextSlate): Layout {
  const value = editor.children;
  const before = latest.get(editor);
  if (before?.value === value) return before.layout;
  const layout =
    before && carryOver(before.value, value, before.layout) ? before.layout : new Map(layoutOf(value));
  latest.set(editor, { value, layout });
  return layout;
}

/** Puts changed blocks in the place of the old ones; false when one changed in what the layout of others hangs on. */
function carryOver(
  before: readonly unknown[],
  value: readonly unknown[],
  layout: Map<unknown, BlockLayout>,
): boolean {
  if (before.length !== value.length) return false;
  const changed = value.flatMap((node, index) => (node === before[index] ? [] : [index]));
  const same = changed.every((index) => {
    const [old, now] = [asBlock(before[index]), asBlock(value[index])];
    // A block that was there before has moved here: its number may be another now.
    return old !== undefined && now !== undefined && !layout.has(now) && lookAlike(old, now);
  });
  if (!same) return false;
  for (const index of changed) {
    const place = layout.get(before[index]);
    layout.delete(before[index]);
    if (place) layout.set(value[index], place);
  }
  return true;
}

function lookAlike(old: Block, now: Block): boolean {
  if (old.type !== now.type || ownDirection(old) !== ownDirection(now)) return false;
  if (old.type !== 'list-item' || now.type !== 'list-item') return true;
  return old.style === now.style && old.depth === now.depth && old.start === now.start;
}

/** The way a cell or a part runs by its own letters; `undefined` when it has none and goes with its block. */
export function lineDirection(line: readonly Inline[]): Direction | undefined {
  for (const child of line) {
    const direction = firstStrongDirection(wordsOfInline(child));
    if (direction) return direction;
  }
  return undefined;
}
