import { blockKey } from '../../shared/richtext/canonical.ts';
import type { Block, RichText } from '../../shared/richtext/document.ts';

function contentKey(block: Block): string {
  return blockKey({ ...block, id: '' });
}

/**
 * The new document with the block ids of the old one wherever a block is still there, so that links and comments on
 * a block survive a re-import. A block that was edited in place keeps its id too. `null`: both say the same.
 */
export function keepBlockIds(before: RichText, after: RichText): RichText | null {
  const oldKeys = before.blocks.map(contentKey);
  const newKeys = after.blocks.map(contentKey);
  if (oldKeys.length === newKeys.length && oldKeys.every((key, at) => key === newKeys[at])) return null;
  const places = new Map<string, number[]>();
  oldKeys.forEach((key, at) => {
    const list = places.get(key);
    if (list === undefined) places.set(key, [at]);
    else list.push(at);
  });
  const used = new Set<number>();
  const kept = newKeys.map((key) => {
    const at = places.get(key)?.shift();
    if (at !== undefined) used.add(at);
    return at;
  });
  const blocks = after.blocks.map((block, at): Block => {
    let old = kept[at];
    if (old === undefined) {
      // Same kind of block, after the same neighbour: taken for the old one with other words.
      const previous = at === 0 ? -1 : kept[at - 1];
      const next = previous === undefined ? undefined : previous + 1;
      if (next !== undefined && !used.has(next) && before.blocks[next]?.type === block.type) {
        old = next;
        used.add(next);
        kept[at] = next;
      }
    }
    return old === undefined ? block : { ...block, id: before.blocks[old]!.id };
  });
  return { version: after.version, blocks };
}
