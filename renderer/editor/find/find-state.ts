import { Path } from 'slate';
import type { RichTextSlate } from '../core/slate-types.ts';
import { type FindOptions, findMatches, type Match } from './match-lines.ts';

/** Where the search stands: what was found, and which of it is the one (`-1` for none). */
export interface Found {
  readonly matches: readonly Match[];
  readonly at: number;
}

export const NOTHING_FOUND: Found = { matches: [], at: -1 };

/** A place in the text that a search goes on from. */
export interface Place {
  readonly path: Path;
  readonly offset: number;
}

/** Searches the whole text; the one is the first match at or after `from`, else the first of all. */
export function search(editor: RichTextSlate, query: string, options: FindOptions, from: Place): Found {
  const matches = findMatches(editor.children, query, options);
  if (matches.length === 0) return NOTHING_FOUND;
  const at = matches.findIndex((match) => !isBefore(match, from));
  return { matches, at: Math.max(at, 0) };
}

/** The next match, or the one before; past the end it begins anew. */
export function step({ matches, at }: Found, by: 1 | -1): Found {
  return matches.length === 0 ? NOTHING_FOUND : { matches, at: (at + by + matches.length) % matches.length };
}

export const placeOf = (match: Match): Place => ({ path: match.path, offset: match.start });

/** Where the cursor is, as a place in a line. */
export function cursorPlace(editor: RichTextSlate): Place {
  const { selection } = editor;
  if (!selection) return { path: [0], offset: 0 };
  const start = editor.edges(selection)[0];
  const above = editor.above({
    at: start,
    match: (node) => 'children' in node && !editor.isInline(node as never),
  });
  const path = above?.[1] ?? [0];
  return { path, offset: editor.string({ anchor: editor.start(path), focus: start }).length };
}

function isBefore(match: Match, place: Place): boolean {
  const order = Path.compare(match.path, place.path);
  return order < 0 || (order === 0 && match.start < place.offset);
}
