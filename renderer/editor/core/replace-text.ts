import { type Descendant, Editor, type Point, Transforms } from 'slate';
import type { RichTextSlate } from './slate-types.ts';

/**
 * Puts another text in the place of the one that is there, and the cursor where it was: in the block of the same id, as
 * far in as it reaches. Somebody may be writing while the words of another window come in.
 */
export function replaceText(editor: RichTextSlate, children: Descendant[]): void {
  const { selection } = editor;
  const idAt = (point: Point): string | undefined => blockId(editor.children[point.path[0] ?? -1]);
  const anchor = selection && { id: idAt(selection.anchor), point: selection.anchor };
  const focus = selection && { id: idAt(selection.focus), point: selection.focus };
  Transforms.setChildren(editor, children as Parameters<typeof Transforms.setChildren>[1]);
  if (!anchor || !focus) return;
  const [from, to] = [placeOf(editor, anchor), placeOf(editor, focus)];
  if (from && to) Transforms.select(editor, { anchor: from, focus: to });
}

function placeOf(
  editor: RichTextSlate,
  { id, point }: { readonly id: string | undefined; readonly point: Point },
): Point | undefined {
  const at = editor.children.findIndex((node) => id !== undefined && blockId(node) === id);
  if (at < 0) return undefined;
  const path = [at, ...point.path.slice(1)];
  if (!Editor.hasPath(editor, path)) return Editor.end(editor, [at]);
  const end = Editor.end(editor, path);
  return { path: end.path, offset: Math.min(point.offset, end.offset) };
}

const blockId = (node: unknown): string | undefined =>
  typeof node === 'object' && node !== null && 'id' in node && typeof node.id === 'string'
    ? node.id
    : undefined;
