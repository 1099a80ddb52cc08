import { currentLayout } from '../core/layout.ts';
import type { RichTextSlate } from '../core/slate-types.ts';

// Tells those who follow the text that it has changed. Not Slate's own selectors: they would wake every block of a
// long document for every key.

type Listeners = WeakMap<RichTextSlate, Set<() => void>>;
const ofValue: Listeners = new WeakMap();
const ofLayout: Listeners = new WeakMap();
const announced = new WeakMap<RichTextSlate, unknown>();

function subscribe(all: Listeners, editor: RichTextSlate, listener: () => void): () => void {
  const set = all.get(editor) ?? new Set();
  all.set(editor, set);
  set.add(listener);
  return () => set.delete(listener);
}

/** Called at every change of the text. */
export const subscribeToValue = (editor: RichTextSlate, listener: () => void) =>
  subscribe(ofValue, editor, listener);

/** Called when blocks may look different because of their neighbours: never while only words change. */
export const subscribeToLayout = (editor: RichTextSlate, listener: () => void) =>
  subscribe(ofLayout, editor, listener);

export function announceValue(editor: RichTextSlate): void {
  for (const listener of ofValue.get(editor) ?? []) listener();
  const layout = currentLayout(editor);
  if (announced.get(editor) === layout) return;
  announced.set(editor, layout);
  for (const listener of ofLayout.get(editor) ?? []) listener();
}
