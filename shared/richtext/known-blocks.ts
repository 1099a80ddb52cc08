// A long text comes by again and again — read, saved, drafted, answered — and nearly all of it is what came by before. Here the
// process that owns a library remembers the blocks of the last few long texts: a block that equals a remembered one is that
// one, so it need not be checked against the schema again, and whatever is remembered by block (its letters, its length,
// what it mentions) is at hand. Nothing is trusted unchecked: only blocks the schema has accepted come in, and they are
// frozen, so that none can be changed afterwards. In a page nobody remembers anything, and nothing of this happens.

/** How many texts are remembered. */
const KEPT = 4;

/** All that is asked of a block here: the schema is what asks this file, not the other way round. */
interface Named {
  readonly id: string;
}
let recent: readonly ReadonlyMap<string, Named>[] = [];

/** The remembered block that says exactly what `value` says, if there is one. Never throws, whatever it is given. */
export function knownBlock(value: unknown): Named | undefined {
  if (recent.length === 0 || typeof value !== 'object' || value === null || !('id' in value))
    return undefined;
  const { id } = value;
  if (typeof id !== 'string') return undefined;
  for (const blocks of recent) {
    const block = blocks.get(id);
    if (block !== undefined && isSame(block, value)) return block;
  }
  return undefined;
}

/**
 * Remembers the blocks of a text and freezes those that are new. `isValid` is asked about each of these; when it says no to
 * one, nothing of the text is remembered and the answer is false.
 */
export function rememberBlocks<B extends Named>(
  blocks: readonly B[],
  isValid: (block: B) => boolean,
): boolean {
  const mine = new Map<string, Named>();
  const shared = recent.map(() => 0);
  for (const block of blocks) {
    const at = recent.findIndex((known) => known.get(block.id) === block);
    if (at !== -1) shared[at] = (shared[at] ?? 0) + 1;
    else if (isValid(block)) deepFreeze(block);
    else return false;
    mine.set(block.id, block);
  }
  // Takes the place of the version before it, so that a text saved again and again does not push out the others.
  const others = recent.filter((_, index) => (shared[index] ?? 0) * 2 <= blocks.length);
  recent = [mine, ...others.slice(0, KEPT - 1)];
  return true;
}

function deepFreeze(value: object): void {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  Object.freeze(value);
}

/** Equal down to the keys: one more key, also one that holds nothing or is called `__proto__`, makes another block. */
function isSame(known: unknown, value: unknown): boolean {
  if (known === value) return true;
  if (typeof known !== 'object' || typeof value !== 'object' || known === null || value === null)
    return false;
  if (Array.isArray(known) || Array.isArray(value)) {
    if (!Array.isArray(known) || !Array.isArray(value) || known.length !== value.length) return false;
    for (let at = 0; at < known.length; at += 1) if (!isSame(known[at], value[at])) return false;
    return true;
  }
  // Loops over keys instead of lists of them: this runs over every object of a long text, in half the time.
  const [old, other] = [known as Record<string, unknown>, value as Record<string, unknown>];
  let keys = 0;
  for (const key in old) {
    keys += 1;
    const part = other[key];
    if (part === undefined ? old[key] !== undefined || !Object.hasOwn(other, key) : !isSame(old[key], part))
      return false;
  }
  for (const _ in other) keys -= 1;
  return keys === 0;
}
