import { blockKey, canonicalInlines } from './canonical.ts';
import { type Block, type Inline, lowestVersion, type RichText } from './document.ts';
import { linesOf, mapLines } from './walk.ts';

// Two people (or two windows) wrote on from the same text. Blocks are the same when their id is; what only one side
// changed is taken, and what both changed is kept twice, one after the other, until somebody chooses. No word that
// either side wrote is ever left out of the result.

/** A block that both sides changed. Both stand in the merged document. */
export interface MergeConflict {
  /** The block that holds what was written here, or theirs where it was taken out here. */
  readonly id: string;
  /** The block that holds what was written elsewhere; null where one side took the block out and the other changed it. */
  readonly copyId: string | null;
  readonly base: Block | undefined;
  /** Undefined when this side took the block out. */
  readonly mine: Block | undefined;
  readonly theirs: Block | undefined;
}

export interface Merged {
  readonly document: RichText;
  /** In the order of the document. */
  readonly conflicts: readonly MergeConflict[];
}

export type MergeChoice = 'mine' | 'theirs' | 'both';

/**
 * Joins two descendants of `base`. Swapping the sides gives the same document, but for the order in which the two
 * versions of a conflict stand.
 */
export function mergeDocuments(was: RichText, myText: RichText, theirText: RichText): Merged {
  const [base, mine, theirs] = [was, myText, theirText].map(withOwnIds) as [RichText, RichText, RichText];
  const old = byId(base);
  const here = byId(mine);
  const there = byId(theirs);
  const taken = new Set([...old.keys(), ...here.keys(), ...there.keys()]);
  const kept = new Map<string, readonly Block[]>();
  const conflicts = new Map<string, MergeConflict>();

  for (const id of new Set([...here.keys(), ...there.keys()])) {
    const [before, my, their] = [old.get(id), here.get(id), there.get(id)];
    const one = pick(before, my, their);
    if (one !== CLASH) {
      if (one) kept.set(id, [one]);
      continue;
    }
    if (!my || !their) {
      // Taken out on one side, rewritten on the other: the words stay until somebody says otherwise.
      const rest = my ?? their;
      if (rest) kept.set(id, [rest]);
      conflicts.set(id, { id, copyId: null, base: before, mine: my, theirs: their });
      continue;
    }
    const joined = joinBlocks(before, my, their);
    if (joined) {
      kept.set(id, [joined]);
      continue;
    }
    const copyId = freeId(id, taken);
    kept.set(id, [my, { ...their, id: copyId }]);
    conflicts.set(id, { id, copyId, base: before, mine: my, theirs: their });
  }

  const idsOf = (document: RichText): string[] => document.blocks.map(({ id }) => id);
  const order = mergeOrder(idsOf(base), idsOf(mine), idsOf(theirs), kept);
  const blocks = order.flatMap((id) => kept.get(id) ?? []);
  return {
    document: { version: lowestVersion(blocks), blocks },
    conflicts: order.flatMap((id) => conflicts.get(id) ?? []),
  };
}

/** The document after somebody has chosen. Works on the text as it stands by then: both blocks may have been written on. */
export function settleConflict(document: RichText, conflict: MergeConflict, choice: MergeChoice): RichText {
  if (choice === 'both') return document;
  const { id, copyId, mine } = conflict;
  const blocks = ((): Block[] => {
    if (copyId === null) {
      // The only block there is belongs to the side that did not take it out.
      const wantsGone = (mine === undefined) === (choice === 'mine');
      return wantsGone ? document.blocks.filter((block) => block.id !== id) : document.blocks;
    }
    if (choice === 'mine') return document.blocks.filter((block) => block.id !== copyId);
    const theirs = document.blocks.find((block) => block.id === copyId);
    if (!theirs) return document.blocks;
    // Links and citations point to the first id, so the words that win move there.
    if (!document.blocks.some((block) => block.id === id)) return document.blocks;
    return document.blocks.flatMap((block) =>
      block.id === id ? [{ ...theirs, id }] : block.id === copyId ? [] : [block],
    );
  })();
  return { version: lowestVersion(blocks), blocks };
}

/** Two blocks of one id would count as one, and the words of the first be gone: the later ones are given ids of their own. */
function withOwnIds(document: RichText): RichText {
  const taken = new Set(document.blocks.map(({ id }) => id));
  if (taken.size === document.blocks.length) return document;
  const seen = new Set<string>();
  const blocks = document.blocks.map((block) => {
    if (!seen.has(block.id)) {
      seen.add(block.id);
      return block;
    }
    return { ...block, id: freeId(block.id, taken) };
  });
  return { ...document, blocks };
}

const byId = (document: RichText): Map<string, Block> =>
  new Map(document.blocks.map((block) => [block.id, block]));

const CLASH = Symbol('both sides changed it');

/** The one value of three that only one side changed; `CLASH` when both did, differently. */
function pick(
  was: Block | undefined,
  mine: Block | undefined,
  theirs: Block | undefined,
): Block | undefined | typeof CLASH {
  const same = (a: Block | undefined, b: Block | undefined): boolean =>
    a === b || (a !== undefined && b !== undefined && blockKey(a) === blockKey(b));
  if (same(mine, theirs)) return mine;
  if (same(was, mine)) return theirs;
  if (same(was, theirs)) return mine;
  return CLASH;
}

/** Lines that can be exchanged between blocks; a card's label is no line of text. */
const ownLines = (block: Block): readonly (readonly Inline[])[] =>
  block.type === 'record' ? [] : linesOf(block);
/** The block without its words: kind, level, tick, columns, direction. */
const frameOf = (block: Block): string => blockKey(mapLines(block, () => []));
const lineKey = (line: readonly Inline[]): string => JSON.stringify(canonicalInlines(line));

/**
 * One block out of two when they do not touch the same thing: this side ticked the box, that side wrote on; this side
 * filled one cell of a table, that side another. Undefined when it cannot be told which words are meant to stay.
 */
function joinBlocks(was: Block | undefined, mine: Block, theirs: Block): Block | undefined {
  if (!was) return undefined;
  const sides = [was, mine, theirs].map((block) => ({
    block,
    frame: frameOf(block),
    lines: ownLines(block),
  }));
  const [old, my, their] = sides as [Side, Side, Side];
  if (old.lines.length !== my.lines.length || old.lines.length !== their.lines.length) return undefined;
  const frame = pickOne(old.frame, my.frame, their.frame);
  if (frame === undefined) return undefined;
  const shape = frame === my.frame ? my : their;
  // Code holds bare letters only; mentions and links of the other side would not fit into it.
  const isCode = sides.map(({ block }) => block.type === 'code');
  if (isCode.some((one) => one !== isCode[0])) return undefined;
  const lines: (readonly Inline[])[] = [];
  for (const [at, line] of old.lines.entries()) {
    const [myLine = [], theirLine = []] = [my.lines[at], their.lines[at]];
    const key = pickOne(lineKey(line), lineKey(myLine), lineKey(theirLine));
    if (key === undefined) return undefined;
    lines.push(key === lineKey(myLine) ? myLine : theirLine);
  }
  let at = 0;
  return mapLines(shape.block, () => [...(lines[at++] ?? [])]);
}

type Side = { readonly block: Block; readonly frame: string; readonly lines: readonly (readonly Inline[])[] };

const pickOne = (was: string, mine: string, theirs: string): string | undefined =>
  mine === theirs || was === theirs ? mine : was === mine ? theirs : undefined;

/** A block id made from another, so that both windows arrive at the same one. */
function freeId(id: string, taken: Set<string>): string {
  for (let at = 2; ; at += 1) {
    const tail = `-${at}`;
    const made = id.slice(0, 36 - tail.length) + tail;
    if (taken.has(made)) continue;
    taken.add(made);
    return made;
  }
}

/**
 * The ids of `kept` in order, from the ids of the three sides (each at most once a side; all of `kept` stand in `my` or
 * `their`). What both sides have stands in the order of the side that moved something; what only one side has follows
 * what it followed there.
 */
export function mergeOrder(
  was: readonly string[],
  my: readonly string[],
  their: readonly string[],
  kept: { has: (id: string) => boolean },
): string[] {
  const [inMine, inTheirs, inBase] = [new Set(my), new Set(their), new Set(was)];
  const isCommon = (id: string): boolean => inMine.has(id) && inTheirs.has(id) && kept.has(id);
  const [myCommon, theirCommon] = [my.filter(isCommon), their.filter(isCommon)];
  const still = was.filter(isCommon).join(' ');
  const isStill = (ids: readonly string[]): boolean => ids.filter((id) => inBase.has(id)).join(' ') === still;
  const onlyTheyMoved = isStill(myCommon) && !isStill(theirCommon);
  const onlyIMoved = isStill(theirCommon) && !isStill(myCommon);
  // Both moved blocks: either order will do, but it must not depend on which window asks.
  const mineFirst = myCommon.join(' ') <= theirCommon.join(' ');
  const common = onlyIMoved || (!onlyTheyMoved && mineFirst) ? myCommon : theirCommon;

  const behind = new Map<string, string[][]>();
  for (const ids of [my, their]) {
    let anchor = '';
    for (const id of ids) {
      if (isCommon(id)) anchor = id;
      else if (kept.has(id)) {
        const runs = behind.get(anchor) ?? [];
        behind.set(anchor, runs);
        const run = runs.find((one) => one[0] !== undefined && inMine.has(one[0]) === (ids === my));
        if (run) run.push(id);
        else runs.push([id]);
      }
    }
  }
  const after = (anchor: string): string[] =>
    (behind.get(anchor) ?? []).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)).flat();
  return [...after(''), ...common.flatMap((id) => [id, ...after(id)])];
}
