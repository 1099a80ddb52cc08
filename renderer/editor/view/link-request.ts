import { Editor, Transforms } from 'slate';
import { currentLink } from '../commands/links.ts';
import type { RichTextSlate } from '../core/slate-types.ts';

/** What the link form starts from. */
export interface LinkRequest {
  readonly url: string;
  readonly exists: boolean;
  /** Words are selected, so that only the address is missing. */
  readonly hasWords: boolean;
}

const handlers = new WeakMap<RichTextSlate, (request: LinkRequest) => void>();

/** The link form of an editor says that it is there. */
export function onLinkRequest(editor: RichTextSlate, handler: (request: LinkRequest) => void): () => void {
  handlers.set(editor, handler);
  return () => handlers.delete(editor);
}

/** Opens the link form for what is selected. */
export function requestLink(editor: RichTextSlate): void {
  if (!editor.selection) Transforms.select(editor, Editor.end(editor, []));
  const existing = currentLink(editor);
  const words = editor.selection ? Editor.string(editor, editor.selection) : '';
  handlers.get(editor)?.({
    url: existing?.[0].url ?? '',
    exists: existing !== undefined,
    hasWords: existing !== undefined || words !== '',
  });
}
