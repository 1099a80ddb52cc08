import { Editor, Node, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { Block } from '../../../shared/richtext/document.ts';
import { asBlock } from '../core/convert.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { selectedSpan } from './selection.ts';

/** Blocks that stand together: from `first` to `end`, exclusive. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

/** Index after the last block that belongs to the list item at `index`: the deeper items that follow it. */
export function subtreeEnd(editor: RichTextSlate, index: number): number {
  const block = asBlock(editor.children[index]);
  let end = index + 1;
  if (block?.type !== 'list-item') return end;
  for (; end < editor.children.length; end += 1) {
    const next = asBlock(editor.children[end]);
    if (next?.type !== 'list-item' || next.depth <= block.depth) break;
  }
  return end;
}

/** Where a list begins belongs to the list: when its first item goes away, the next one takes its number over. */
export function handOverStart(
  editor: RichTextSlate,
  index: number,
  end: number = subtreeEnd(editor, index),
): void {
  const block = asBlock(editor.children[index]);
  const next = asBlock(editor.children[end]);
  if (block?.type !== 'list-item' || block.start === undefined) return;
  if (next?.type !== 'list-item' || next.style !== 'number' || next.depth !== block.depth) return;
  if (next.start === undefined) Transforms.setNodes(editor, { start: block.start }, { at: [end] });
}

/** What moves when the block at `index` is taken: all selected blocks when it is one of them, a list item with what hangs below it. */
export function spanAt(editor: RichTextSlate, index: number): Span {
  const selected = selectedSpan(editor);
  if (selected && selected[0] < selected[1] && index >= selected[0] && index <= selected[1])
    return { first: selected[0], end: subtreeEnd(editor, selected[1]) };
  return { first: index, end: subtreeEnd(editor, index) };
}

/**
 * Moves the blocks of a span before the block that is at `to` now (the number of blocks for the end). One undo step;
 * the cursor stays in its words. Gives false, and does nothing, when they would stay where they are.
 */
export function moveSpan(editor: RichTextSlate, first: number, end: number, to: number): boolean {
  if (to >= first && to <= end) return false;
  const inside = end - first;
  const between = to > end ? to - end : first - to;
  HistoryEditor.withNewBatch(editor, () => {
    keepStarts(editor, first, end, to);
    // Whichever are fewer jump over the others. Each step leaves a whole document, so nothing is held back from being
    // repaired: what waits for repair is looked through at every step.
    if (inside <= between) {
      for (let done = 0; done < inside; done += 1) {
        if (to > end) Transforms.moveNodes(editor, { at: [first], to: [to - 1] });
        else Transforms.moveNodes(editor, { at: [first + done], to: [to + done] });
      }
    } else {
      for (let done = 0; done < between; done += 1) {
        if (to > end) Transforms.moveNodes(editor, { at: [end + done], to: [first + done] });
        else Transforms.moveNodes(editor, { at: [to], to: [end - 1] });
      }
    }
  });
  return true;
}

/** A list that was told where to begin still begins there when its items change places. */
function keepStarts(editor: RichTextSlate, first: number, end: number, to: number): void {
  const moved = asBlock(editor.children[first]);
  if (moved?.type !== 'list-item' || moved.style !== 'number') return;
  if (moved.start !== undefined) {
    const next = asBlock(editor.children[end]);
    handOverStart(editor, first, end);
    if (asBlock(editor.children[end]) !== next)
      Transforms.unsetNodes(editor, 'start' as never, { at: [first] });
    return;
  }
  // Up over the item that begins the list: now it is this one that does.
  const above = to < first ? asBlock(editor.children[to]) : undefined;
  if (above?.type !== 'list-item' || above.start === undefined || above.depth !== moved.depth) return;
  Transforms.setNodes(editor, { start: above.start }, { at: [first] });
  Transforms.unsetNodes(editor, 'start' as never, { at: [to] });
}

/**
 * Moves the selected blocks one place up or down; a list item takes what hangs below it along, and jumps over the whole
 * of its neighbour. Gives false when there is nowhere to go.
 */
export function moveBlocks(editor: RichTextSlate, step: 1 | -1): boolean {
  const selected = selectedSpan(editor);
  if (!selected) return false;
  const { first, end } = spanAt(editor, selected[0]);
  if (step === -1) return first > 0 && moveSpan(editor, first, end, neighbourAbove(editor, first));
  if (end >= editor.children.length) return false;
  const own = asBlock(editor.children[first]);
  const next = asBlock(editor.children[end]);
  const overItem = own?.type === 'list-item' && next?.type === 'list-item' && next.depth >= own.depth;
  return moveSpan(editor, first, end, overItem ? subtreeEnd(editor, end) : end + 1);
}

/** Where the neighbour above begins: among list items, the one that is no deeper. */
function neighbourAbove(editor: RichTextSlate, first: number): number {
  const own = asBlock(editor.children[first]);
  if (own?.type !== 'list-item') return first - 1;
  let at = first - 1;
  for (let block = asBlock(editor.children[at]); at > 0; block = asBlock(editor.children[at])) {
    if (block?.type !== 'list-item' || block.depth <= own.depth) break;
    const above = asBlock(editor.children[at - 1]);
    if (above?.type !== 'list-item') break;
    at -= 1;
  }
  return at;
}

/** Puts a copy of the span below it, under new ids, with the cursor at its start. One undo step. */
export function duplicateSpan(editor: RichTextSlate, { first, end }: Span): void {
  const copies = editor.children
    .slice(first, end)
    .flatMap((node) => asBlock(node) ?? [])
    .map((block) => {
      const { start: _start, ...copy } = { start: undefined, ...structuredClone(block) };
      return { ...copy, id: editor.makeBlockId() } as Block;
    });
  HistoryEditor.withNewBatch(editor, () => {
    Transforms.insertNodes(editor, copies, { at: [end] });
    Transforms.select(editor, Editor.start(editor, [end]));
  });
}

/** Takes the span away; the cursor goes to what comes after it, else to what came before. One undo step. */
export function removeSpan(editor: RichTextSlate, { first, end }: Span): void {
  HistoryEditor.withNewBatch(editor, () => {
    Editor.withoutNormalizing(editor, () => {
      handOverStart(editor, first, end);
      for (let index = end - 1; index >= first; index -= 1) Transforms.removeNodes(editor, { at: [index] });
    });
    const to = Math.min(first, editor.children.length - 1);
    if (Node.has(editor, [to]))
      Transforms.select(editor, to === first ? Editor.start(editor, [to]) : Editor.end(editor, [to]));
  });
}
