import type { RichTextSlate } from '../core/slate-types.ts';

/** What the writer asked for: to look, to look and replace, or to go to the next or the one before. */
export type FindRequest = 'find' | 'replace' | 'next' | 'previous';

const handlers = new WeakMap<RichTextSlate, (request: FindRequest) => void>();

/** The find bar of an editor says that it is there. */
export function onFindRequest(editor: RichTextSlate, handler: (request: FindRequest) => void): () => void {
  handlers.set(editor, handler);
  return () => handlers.delete(editor);
}

/** Gives false when the editor has no find bar. */
export function requestFind(editor: RichTextSlate, request: FindRequest): boolean {
  const handler = handlers.get(editor);
  handler?.(request);
  return handler !== undefined;
}
