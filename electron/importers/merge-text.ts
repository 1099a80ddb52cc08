import type { RichText } from '../../shared/richtext/document.ts';
import { keepBlockIds } from './keep-block-ids.ts';

/**
 * The text after an import: `wanted` with the ids of blocks that are still there, or null when the file says nothing
 * that the last import (`base`) or the present text (`before`) does not. `changed-here`: both people and the file
 * changed it since; then theirs stays.
 */
export function mergeText(
  base: RichText,
  before: RichText,
  wanted: RichText,
): RichText | 'changed-here' | null {
  if (keepBlockIds(base, wanted) === null) return null;
  const merged = keepBlockIds(before, wanted);
  if (merged === null) return null;
  return base !== before && keepBlockIds(base, before) !== null ? 'changed-here' : merged;
}

/** What is new is added; what people took away since the last import stays away. At most 50. */
export function addMissing(
  before: readonly string[],
  wanted: readonly string[],
  base: readonly string[],
): string[] {
  return [...before, ...wanted.filter((one) => !before.includes(one) && !base.includes(one))].slice(0, 50);
}
