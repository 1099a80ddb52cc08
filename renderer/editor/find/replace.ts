import { Editor, Element, Node, Path, Text } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { RichTextSlate } from '../core/slate-types.ts';
import { type Match, nodeAt, pointInLine } from './match-lines.ts';

/** Blocks repaired in one go: Slate's list of what to repair costs with its square. */
const GROUP = 40;

/**
 * Puts `replacement` in place of each match and gives how many that were; names of records stay as they are. Line
 * breaks become spaces but in code. The words take the marks, and the link, of the first letter they replace. One undo
 * step.
 */
export function replaceMatches(
  editor: RichTextSlate,
  matches: readonly Match[],
  replacement: string,
): number {
  // From the end: what comes before keeps its place.
  const own = matches.filter((match) => !match.isName && match.end > match.start).reverse();
  if (own.length === 0) return 0;
  let done = 0;
  HistoryEditor.withNewBatch(editor, () => {
    for (let at = 0; at < own.length; ) {
      const group: Match[] = [];
      const blocks = new Set<number>();
      for (; at < own.length; at += 1) {
        const match = own[at]!;
        blocks.add(match.path[0] ?? 0);
        if (blocks.size > GROUP) break;
        group.push(match);
      }
      Editor.withoutNormalizing(editor, () => {
        for (const match of group) if (replaceOne(editor, match, replacement)) done += 1;
      });
    }
  });
  return done;
}

function replaceOne(editor: RichTextSlate, match: Match, replacement: string): boolean {
  const element = nodeAt(editor, match.path);
  if (!Element.isElement(element)) return false;
  const start = pointInLine(element, match.path, match.start, 'start');
  const end = pointInLine(element, match.path, match.end, 'end');
  if (!start || !end) return false;
  const words = element.type === 'code' ? replacement : replacement.replace(/[\r\n]+/gu, ' ');
  // Letter by letter through the leaves, not a deletion of the range: Slate would take the nodes between away, and with
  // a link that was matched only in part its address.
  const leaves = [...Node.texts(element)].filter(([leaf]) => Text.isText(leaf)).reverse();
  for (const [leaf, inner] of leaves) {
    const path = [...match.path, ...inner];
    if (Path.isBefore(path, start.path) || Path.isAfter(path, end.path)) continue;
    if (isInVoid(editor, element, inner)) continue;
    const from = Path.equals(path, start.path) ? start.offset : 0;
    const to = Path.equals(path, end.path) ? end.offset : leaf.text.length;
    if (to > from) editor.apply({ type: 'remove_text', path, offset: from, text: leaf.text.slice(from, to) });
    if (Path.equals(path, start.path) && words !== '')
      editor.apply({ type: 'insert_text', path, offset: from, text: words });
  }
  return true;
}

const isInVoid = (editor: RichTextSlate, element: Element, inner: Path): boolean => {
  const child = element.children[inner[0] ?? -1];
  return inner.length > 1 && Element.isElement(child) && editor.isVoid(child);
};
