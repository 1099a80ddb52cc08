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
  return mergeTexts([base], before, wanted, () => wanted);
}

/**
 * The same for a text that may have come from here in several ways, `bases`; with none, any difference is
 * `changed-here`. `wantedFor` is the file's text as it compares with one of ours: a format that cannot say everything
 * must not take away what it cannot say.
 */
export function mergeTexts(
  bases: readonly RichText[],
  before: RichText,
  wanted: RichText,
  wantedFor: (ours: RichText, wanted: RichText) => RichText,
): RichText | 'changed-here' | null {
  const merged = keepBlockIds(before, wantedFor(before, wanted));
  if (merged === null) return null;
  if (bases.some((base) => base !== before && keepBlockIds(base, wantedFor(base, wanted)) === null))
    return null;
  const isUntouched = bases.some((base) => base === before || keepBlockIds(base, before) === null);
  return isUntouched ? merged : 'changed-here';
}

/** What is new is added; what people took away since the last import stays away. At most 50. */
export function addMissing(
  before: readonly string[],
  wanted: readonly string[],
  base: readonly string[],
): string[] {
  return [...before, ...wanted.filter((one) => !before.includes(one) && !base.includes(one))].slice(0, 50);
}
