import { ReactEditor } from 'slate-react';
import { moveSpan, type Span, spanAt } from '../commands/move.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { scrollerOf } from '../find/scroll-to.ts';
import { blockAtHeight, elementAt, indexOfElement } from './block-at.ts';

/** Less than this and it was a click with an unquiet hand. */
const CLICK_PX = 5;
/** So near to the edge the text begins to scroll, faster towards it. */
const EDGE_PX = 64;
const FASTEST_PX = 18;

export interface DragEnd {
  /** `click`: never moved; `moved`: dropped elsewhere; `back`: let go where it was, or called off. */
  readonly how: 'click' | 'moved' | 'back';
  /** Where the blocks are now, from 0. */
  readonly at: number;
}

interface DragOptions {
  readonly editor: RichTextSlate;
  readonly grip: HTMLElement;
  /** The line that shows where the blocks would go; positioned in the same element as the grip. */
  readonly line: HTMLElement;
  readonly index: number;
  readonly onEnd: (end: DragEnd) => void;
}

/**
 * Follows a pointer that was pressed on the grip until it is let go. Pointer events, not the platform's drag and drop:
 * a press of Escape must call it off, the text must scroll under it, and a finger must work as well.
 */
export function startDrag(
  event: PointerEvent,
  { editor, grip, line, index, onEnd }: DragOptions,
): () => void {
  const root = ReactEditor.toDOMNode(editor, editor);
  const start = { x: event.clientX, y: event.clientY };
  let y = event.clientY;
  let span: Span | undefined;
  let to: number | undefined;
  let frame = 0;

  const begin = () => {
    span = spanAt(editor, index);
    for (const element of spanElements(editor, span)) element.dataset.dragged = '';
    document.documentElement.dataset.blockDrag = '';
    frame = requestAnimationFrame(scroll);
  };
  const aim = () => {
    if (!span) return;
    const place = dropPlace(editor, root, y);
    to = place && (place.to < span.first || place.to > span.end) ? place.to : undefined;
    line.hidden = to === undefined;
    if (place && to !== undefined) {
      const box = (line.offsetParent ?? root).getBoundingClientRect();
      line.style.top = `${Math.round(place.y - box.top)}px`;
    }
  };
  const scroll = () => {
    const scroller = scrollerOf(root);
    const box = scroller === document.scrollingElement ? undefined : scroller.getBoundingClientRect();
    const above = EDGE_PX - (y - Math.max(box?.top ?? 0, 0));
    const below = EDGE_PX - (Math.min(box?.bottom ?? window.innerHeight, window.innerHeight) - y);
    const speed = above > 0 ? -above : below > 0 ? below : 0;
    if (speed !== 0) {
      scroller.scrollTop += Math.sign(speed) * Math.min(FASTEST_PX, Math.ceil(Math.abs(speed) / 4));
      aim();
    }
    frame = requestAnimationFrame(scroll);
  };
  const onMove = (move: PointerEvent) => {
    y = move.clientY;
    if (!span && Math.hypot(move.clientX - start.x, move.clientY - start.y) < CLICK_PX) return;
    if (!span) begin();
    aim();
  };
  const finish = (how: DragEnd['how'], at: number) => {
    cancelAnimationFrame(frame);
    grip.removeEventListener('pointermove', onMove);
    grip.removeEventListener('pointerup', onUp);
    grip.removeEventListener('pointercancel', onCancel);
    window.removeEventListener('keydown', onKey, true);
    if (grip.hasPointerCapture(event.pointerId)) grip.releasePointerCapture(event.pointerId);
    line.hidden = true;
    delete document.documentElement.dataset.blockDrag;
    for (const element of root.querySelectorAll<HTMLElement>('[data-dragged]'))
      delete element.dataset.dragged;
    onEnd({ how, at });
  };
  const onUp = () => {
    if (!span) return finish('click', index);
    if (to === undefined) return finish('back', span.first);
    const at = to > span.end ? to - (span.end - span.first) : to;
    const moved = moveSpan(editor, span.first, span.end, to);
    finish(moved ? 'moved' : 'back', moved ? at : span.first);
  };
  const onCancel = () => finish('back', span?.first ?? index);
  const onKey = (key: KeyboardEvent) => {
    if (key.key !== 'Escape') return;
    key.preventDefault();
    key.stopPropagation();
    onCancel();
  };
  grip.setPointerCapture(event.pointerId);
  grip.addEventListener('pointermove', onMove);
  grip.addEventListener('pointerup', onUp);
  grip.addEventListener('pointercancel', onCancel);
  window.addEventListener('keydown', onKey, true);
  return onCancel;
}

/** The seam between two blocks that is nearest to a height of the window. */
function dropPlace(
  editor: RichTextSlate,
  root: HTMLElement,
  y: number,
): { readonly to: number; readonly y: number } | undefined {
  const box = root.getBoundingClientRect();
  const element = blockAtHeight(root, y);
  const index = indexOfElement(editor, element);
  if (element && index !== -1) {
    const rect = element.getBoundingClientRect();
    const after = y > rect.top + rect.height / 2;
    return { to: after ? index + 1 : index, y: after ? rect.bottom : rect.top };
  }
  const last = editor.children.length - 1;
  const bottom = elementAt(editor, last)?.getBoundingClientRect().bottom;
  if (bottom !== undefined && y >= bottom) return { to: last + 1, y: bottom };
  return y <= box.top ? { to: 0, y: box.top } : undefined;
}

const spanElements = (editor: RichTextSlate, { first, end }: Span): HTMLElement[] =>
  editor.children.slice(first, end).flatMap((_, at) => elementAt(editor, first + at) ?? []);
