import { Editor, Transforms } from 'slate';
import { currentLink } from '../commands/links.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { createRequests } from './requests.ts';

/** What the link form starts from. */
export interface LinkRequest {
  readonly url: string;
  readonly exists: boolean;
  /** Words are selected, so that only the address is missing. */
  readonly hasWords: boolean;
}

/** Where the link form of an editor hears that it is asked for. */
export const linkRequests = createRequests<LinkRequest>();

/** Opens the link form for what is selected. */
export function requestLink(editor: RichTextSlate): void {
  if (!editor.selection) Transforms.select(editor, Editor.end(editor, []));
  const existing = currentLink(editor);
  const words = editor.selection ? Editor.string(editor, editor.selection) : '';
  linkRequests.ask(editor, {
    url: existing?.[0].url ?? '',
    exists: existing !== undefined,
    hasWords: existing !== undefined || words !== '',
  });
}
