import { createEditor } from 'slate';
import { withHistory } from 'slate-history';
import { ReactEditor, withReact } from 'slate-react';
import { newBlockId } from './block-id.ts';
import type { RichTextSlate } from './slate-types.ts';
import { withBlockIds } from './with-block-ids.ts';
import { withClipboard } from './with-clipboard.ts';
import { withDeletion } from './with-deletion.ts';
import { withEnter } from './with-enter.ts';
import { withFiles } from './with-files.ts';
import { withMarkdownShortcuts } from './with-markdown-shortcuts.ts';
import { withSchema } from './with-schema.ts';
import { withTables } from './with-tables.ts';
import { withTyping } from './with-typing.ts';

/** Blocks rendered as one unit: small enough that a keystroke touches little, large enough that 2,000 blocks make few. */
const CHUNK_SIZE = 100;

/** A Slate editor that writes stored documents. The order matters: the outermost plugin sees a command first. */
export function createRichTextEditor(makeBlockId: () => string = newBlockId): RichTextSlate {
  const editor = withReact(withHistory(createEditor())) as RichTextSlate;
  editor.makeBlockId = makeBlockId;
  editor.isComposing = () => ReactEditor.isComposing(editor);
  editor.onSimplified = () => undefined;
  // Without anybody to ask, what fits is put in.
  editor.onTooLarge = ({ anyway }) => anyway?.();
  editor.getChunkSize = (node) => (node === editor ? CHUNK_SIZE : null);
  return withMarkdownShortcuts(
    withFiles(
      withTyping(withClipboard(withEnter(withDeletion(withTables(withSchema(withBlockIds(editor))))))),
    ),
  );
}
