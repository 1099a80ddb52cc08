import type { BlockOf } from '../../../shared/richtext/document.ts';

/**
 * Tables with more cells than this scroll in a window of their own, also downwards, and while one writes only what one
 * sees of them is drawn. A browser goes through the whole content of a box that scrolls sideways for every letter:
 * measured with 500 rows of 50, 0.7 s, and 0.02 s in a window.
 */
export const LARGE_TABLE = 1_500;

/** How many cells it has, by its first row. */
export const cellCount = ({ children: rows }: BlockOf<'table'>): number =>
  rows.length * (rows[0]?.children.length ?? 0);

export const isLargeTable = (table: BlockOf<'table'>): boolean => cellCount(table) > LARGE_TABLE;
