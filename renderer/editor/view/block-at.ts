import { ReactEditor } from 'slate-react';
import type { RichTextSlate } from '../core/slate-types.ts';

/** The element of the block an element lies in; `undefined` outside the text. */
export function blockElementOf(root: HTMLElement, inside: Element | null): HTMLElement | undefined {
  for (let element = inside; element && element !== root; element = element.parentElement) {
    const above = element.parentElement;
    if (above && (above === root || above.hasAttribute('data-slate-chunk')) && root.contains(above))
      return element.getAttribute('data-slate-node') === 'element' ? (element as HTMLElement) : undefined;
  }
  return undefined;
}

/** The block drawn at a height of the window, asked in the middle of the text so that margins count as their line. */
export function blockAtHeight(root: HTMLElement, y: number): HTMLElement | undefined {
  const box = root.getBoundingClientRect();
  const x = box.left + box.width / 2;
  // Between two blocks there may be a gap that belongs to none.
  for (const step of [0, 6, -6, 14, -14]) {
    for (const element of document.elementsFromPoint(x, y + step)) {
      const block = blockElementOf(root, element);
      if (block) return block;
    }
  }
  return undefined;
}

/** Which block of the document an element draws; `-1` for none. */
export function indexOfElement(editor: RichTextSlate, element: HTMLElement | undefined): number {
  if (!element?.isConnected) return -1;
  try {
    return ReactEditor.findPath(editor, ReactEditor.toSlateNode(editor, element))[0] ?? -1;
  } catch {
    // Drawn a moment ago for a block that is gone.
    return -1;
  }
}

/** The element of the block at `index`; `undefined` when it is not drawn. */
export function elementAt(editor: RichTextSlate, index: number): HTMLElement | undefined {
  const node = editor.children[index];
  try {
    return node && ReactEditor.toDOMNode(editor, node);
  } catch {
    return undefined;
  }
}
