import type { RichTextSlate } from '../../renderer/editor/core/slate-types.ts';
import { type FindOptions, findMatches } from '../../renderer/editor/find/match-lines.ts';
import { replaceMatches } from '../../renderer/editor/find/replace.ts';

/** Replace all, as the find bar does it. */
export const replaceAll = (
  editor: RichTextSlate,
  query: string,
  replacement: string,
  options: Partial<FindOptions> = {},
): number =>
  replaceMatches(
    editor,
    findMatches(editor.children, query, { wholeWords: false, exact: false, ...options }),
    replacement,
  );
