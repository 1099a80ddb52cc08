import type { RichTextSlate } from '../core/slate-types.ts';

/** A way for keys and menus to ask something of a part of the editor's page, without knowing where that part is. */
export interface Requests<T> {
  /** The part says that it is there; gives the way to say that it is gone. */
  readonly on: (editor: RichTextSlate, handler: (request: T) => void) => () => void;
  /** Gives false when nobody is there to answer. */
  readonly ask: (editor: RichTextSlate, request: T) => boolean;
}

export function createRequests<T>(): Requests<T> {
  const handlers = new WeakMap<RichTextSlate, (request: T) => void>();
  return {
    on: (editor, handler) => {
      handlers.set(editor, handler);
      return () => {
        if (handlers.get(editor) === handler) handlers.delete(editor);
      };
    },
    ask: (editor, request) => {
      const handler = handlers.get(editor);
      handler?.(request);
      return handler !== undefined;
    },
  };
}
