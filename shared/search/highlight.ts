import { cutAtRanges, type MarkedText, type MatchOptions, matchRanges } from './match-ranges.ts';

/**
 * The text cut into marked and plain pieces; put together they are exactly `text`. Folding for matching (width, case,
 * letter variants) never shifts a mark: offsets are carried back to the original.
 */
export function highlight(text: string, query: string, options?: MatchOptions): MarkedText[] {
  return text.length === 0 ? [] : cutAtRanges(text, matchRanges(text, query, options));
}
