import { blockKey } from './canonical.ts';
import { type BlockChange, changesOf } from './diff-form.ts';
import { diffRows, type RowDiff } from './diff-rows.ts';
import type { Block, RichText } from './document.ts';
import { blockText } from './plain-text.ts';
import { type DiffPart, diffWords } from './word-diff.ts';

export interface BlockDiff {
  readonly id: string;
  readonly status: 'same' | 'added' | 'removed' | 'changed' | 'moved';
  /** The block before and after; the missing side of an added or removed block is `undefined`. */
  readonly before: Block | undefined;
  readonly after: Block | undefined;
  /** The words, in order. Joined without `removed` they are the new text, without `added` the old one. */
  readonly parts: readonly DiffPart[];
  /** The same, cell by cell or part by part, for blocks of more than one line: tables, judgements, decisions. */
  readonly rows: readonly RowDiff[] | undefined;
  /** What else than words changed: the kind, a tick, the picture. In no case empty when only the form has changed. */
  readonly changes: readonly BlockChange[];
  /** The words are the same and only the form is not (marks, kind, direction, links). */
  readonly formOnly: boolean;
  /** A changed block that also stands elsewhere now. */
  readonly moved: boolean;
}

/**
 * What happened between two versions of a document, block by block in the order of the new one, removed blocks where
 * they stood. Blocks are the same when their id is, or, for text that was pasted or imported anew, when they say
 * the same; inside a changed block the difference is by words, also where words have no spaces between them.
 */
export function diffDocuments(before: RichText, after: RichText): BlockDiff[] {
  const oldIndex = pairBlocks(before, after);
  const paired = new Set(oldIndex.values());
  const kept = after.blocks.flatMap((block) => oldIndex.get(block.id) ?? []);
  const still = longestRising(kept);

  const result: BlockDiff[] = [];
  let next = 0;
  // Blocks that are gone are told of before the first surviving neighbour that stood after them.
  const tellRemoved = (until: number): void => {
    for (; next < until; next += 1) {
      const block = before.blocks[next];
      if (block && !paired.has(next)) result.push(whole(block, 'removed'));
    }
  };
  for (const block of after.blocks) {
    const at = oldIndex.get(block.id);
    const old = at === undefined ? undefined : before.blocks[at];
    if (at === undefined || !old) {
      result.push(whole(block, 'added'));
      continue;
    }
    const moved = !still.has(at);
    if (!moved) tellRemoved(at);
    result.push(compare(old, block, moved));
  }
  tellRemoved(before.blocks.length);
  return result;
}

/** For each block of the new version, by id, where its old self stood. */
function pairBlocks(before: RichText, after: RichText): Map<string, number> {
  const byId = new Map(before.blocks.map((block, index) => [block.id, index]));
  const pairs = new Map<string, number>();
  for (const { id } of after.blocks) {
    const at = byId.get(id);
    if (at !== undefined) pairs.set(id, at);
  }
  if (pairs.size === after.blocks.length || pairs.size === before.blocks.length) return pairs;
  const left = new Map<string, number[]>();
  const paired = new Set(pairs.values());
  before.blocks.forEach((block, at) => {
    if (paired.has(at)) return;
    const key = keyOf(block);
    left.set(key, [...(left.get(key) ?? []), at]);
  });
  for (const block of after.blocks) {
    if (pairs.has(block.id)) continue;
    const at = left.get(keyOf(block))?.shift();
    if (at !== undefined) pairs.set(block.id, at);
  }
  return pairs;
}

/** Equal for blocks that differ in their id at most. */
const keyOf = (block: Block): string => blockKey({ ...block, id: '' });

/** True when nothing differs. */
export const isUnchanged = (diff: readonly BlockDiff[]): boolean =>
  diff.every(({ status }) => status === 'same');

function whole(block: Block, status: 'added' | 'removed'): BlockDiff {
  const text = blockText(block);
  const parts = text === '' ? [] : [{ text, op: status }];
  return {
    id: block.id,
    status,
    before: status === 'removed' ? block : undefined,
    after: status === 'added' ? block : undefined,
    parts,
    rows: status === 'added' ? diffRows(undefined, block) : diffRows(block, undefined),
    changes: [],
    formOnly: false,
    moved: false,
  };
}

function compare(before: Block, after: Block, moved: boolean): BlockDiff {
  const old = blockText(before);
  const text = blockText(after);
  const sameText = old === text;
  const same = before === after || (sameText && keyOf(before) === keyOf(after));
  const parts = sameText ? (text === '' ? [] : [{ text, op: 'same' as const }]) : diffWords(old, text);
  return {
    id: after.id,
    status: same ? (moved ? 'moved' : 'same') : 'changed',
    before,
    after,
    parts,
    rows: diffRows(before, after),
    changes: same ? [] : changesOf(before, after, sameText),
    formOnly: sameText && !same,
    moved,
  };
}

/** The values of the longest rising subsequence: what did not have to move when a list was put in another order. */
function longestRising(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const rising = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1)
    rising.add(values[index] ?? -1);
  return rising;
}
