import type { Mention } from '../../../shared/richtext/document.ts';
import { insertBlocks } from '../commands/insert.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { insteadOfPaste } from './instead-of-paste.ts';

/** A record as it is called today. */
interface NamedRecord {
  readonly kind: Mention['kind'];
  readonly id: string;
  readonly title: string;
}

type ReadAddress = (text: string) => Promise<NamedRecord | null> | undefined;

const readers = new WeakMap<RichTextSlate, ReadAddress>();

/** Tells an editor how to find the record an address of this app leads to. Gives the way to take it back. */
export function readsAddresses(editor: RichTextSlate, read: ReadAddress | undefined): () => void {
  if (read) readers.set(editor, read);
  return () => readers.delete(editor);
}

/** The record a pasted address leads to, as soon as the library has said; `undefined` for any other text. */
export const askAddress = (editor: RichTextSlate, text: string): ReturnType<ReadAddress> =>
  text.length > 1_000 || /\s/u.test(text.trim()) ? undefined : readers.get(editor)?.(text.trim());

/**
 * Turns an address that was just pasted into a mention of its record. The address is one step and this is another, so that
 * one undo gives it back. Does nothing for a record this library does not have, or when the text has changed meanwhile.
 */
export function mentionLater(editor: RichTextSlate, answer: Promise<NamedRecord | null>): void {
  const before = editor.children;
  const steps = editor.history.undos.length;
  void answer.then(
    (found) => {
      const untouched = editor.children === before && editor.history.undos.length === steps;
      if (!found || !untouched || editor.isComposing()) return;
      const { kind, id, title } = found;
      const mention: Mention = { type: 'mention', kind, id, label: title.slice(0, 500), children: [] };
      insteadOfPaste(editor, () =>
        insertBlocks(editor, [{ id: editor.makeBlockId(), type: 'paragraph', children: [mention] }]),
      );
    },
    // The address stays an address.
    () => undefined,
  );
}
