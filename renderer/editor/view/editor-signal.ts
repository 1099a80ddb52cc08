import type { RichTextSlate } from '../core/slate-types.ts';

// Tells those blocks that depend on their neighbours that the text has changed. Not Slate's own selectors: they would
// wake every block of a long document for every key.

const listeners = new WeakMap<RichTextSlate, Set<() => void>>();

export function subscribeToValue(editor: RichTextSlate, listener: () => void): () => void {
  const set = listeners.get(editor) ?? new Set();
  listeners.set(editor, set);
  set.add(listener);
  return () => set.delete(listener);
}

export function announceValue(editor: RichTextSlate): void {
  for (const listener of listeners.get(editor) ?? []) listener();
}
