import { Editor, Element, Node, Path, Text, Transforms } from 'slate';
import type { RichTextSlate } from '../core/slate-types.ts';

/** Puts the cursor behind the link or mention it is in, also before Slate has put a text there. */
export function stepAfterInline(editor: RichTextSlate): void {
  const entry = Editor.above(editor, {
    match: (node) => Element.isElement(node) && editor.isInline(node),
    voids: true,
  });
  if (!entry) return;
  const next = Path.next(entry[1]);
  if (!Text.isText(Node.getIf(editor, next))) Transforms.insertNodes(editor, { text: '' }, { at: next });
  Transforms.select(editor, Editor.start(editor, next));
}
