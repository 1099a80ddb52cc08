import { Editor, Point, Range, Transforms } from 'slate';
import type { Block, BlockOf } from '../../../shared/richtext/document.ts';
import { asBlock } from '../core/convert.ts';
import { emptyParagraph } from '../core/new-blocks.ts';
import type { RichTextSlate } from '../core/slate-types.ts';

// Pictures, files and sounds have a caption one can write in, and a body one can only choose: the first Backspace or
// Delete beside it chooses it, the second takes it away, so that nobody loses a picture by one key too many.

export type Figure = BlockOf<'image' | 'file' | 'audio'>;

export const isFigure = (block: Block | undefined): block is Figure =>
  block?.type === 'image' || block?.type === 'file' || block?.type === 'audio';

interface Choice {
  id: string | undefined;
  readonly listeners: Set<() => void>;
}
const choices = new WeakMap<RichTextSlate, Choice>();

function choiceOf(editor: RichTextSlate): Choice {
  const known = choices.get(editor);
  if (known) return known;
  const made: Choice = { id: undefined, listeners: new Set() };
  choices.set(editor, made);
  return made;
}

function setChoice(editor: RichTextSlate, id: string | undefined): void {
  const choice = choiceOf(editor);
  if (choice.id === id) return;
  choice.id = id;
  for (const listener of choice.listeners) listener();
}

/** The figure that is chosen as a whole, with the cursor before its caption. */
export function chosenFigure(editor: RichTextSlate): readonly [block: Figure, index: number] | undefined {
  const { id } = choiceOf(editor);
  const index = editor.selection?.anchor.path[0];
  if (id === undefined || index === undefined || !editor.selection) return undefined;
  const block = asBlock(editor.children[index]);
  if (!isFigure(block) || block.id !== id || Range.isExpanded(editor.selection)) return undefined;
  return Point.equals(editor.selection.anchor, Editor.start(editor, [index])) ? [block, index] : undefined;
}

export const isChosen = (editor: RichTextSlate, id: string): boolean => choiceOf(editor).id === id;

export function subscribeToChoice(editor: RichTextSlate, listener: () => void): () => void {
  const { listeners } = choiceOf(editor);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Chooses the figure or the card at `index`; gives false for any other block. */
export function chooseBlock(editor: RichTextSlate, index: number): boolean {
  const block = asBlock(editor.children[index]);
  if (!isFigure(block) && block?.type !== 'record') return false;
  Transforms.select(editor, Editor.start(editor, [index]));
  setChoice(editor, isFigure(block) ? block.id : undefined);
  return true;
}

/** Called after every change: moving the cursor or writing lets the figure go. */
export function forgetStaleChoice(editor: RichTextSlate): void {
  if (choiceOf(editor).id !== undefined && !chosenFigure(editor)) setChoice(editor, undefined);
}

/** Takes a block away as a whole; the cursor goes to what stood before it, or else behind it. */
export function removeBlock(editor: RichTextSlate, index: number): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at: [index], voids: true });
    if (editor.children.length === 0) Transforms.insertNodes(editor, emptyParagraph(editor), { at: [0] });
    if (index > 0) Transforms.select(editor, Editor.end(editor, [index - 1]));
    else Transforms.select(editor, Editor.start(editor, [0]));
  });
}

/** Narrowest and widest a picture may stand, in percent of the text's own width. */
export const WIDTH_MIN = 10;
export const WIDTH_MAX = 100;

export const clampWidth = (percent: number): number =>
  Math.round(Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, percent)));

function update(editor: RichTextSlate, id: string, change: (index: number) => void): void {
  const index = editor.children.findIndex((node) => asBlock(node)?.id === id);
  if (index !== -1) change(index);
}

/** `undefined` or the whole width gives the picture back its own, which is never wider than the text. */
export function setPictureWidth(editor: RichTextSlate, id: string, percent: number | undefined): void {
  update(editor, id, (index) => {
    if (percent === undefined || clampWidth(percent) === WIDTH_MAX)
      Transforms.unsetNodes(editor, 'width' as never, { at: [index] });
    else Transforms.setNodes(editor, { width: clampWidth(percent) }, { at: [index] });
  });
}

/** What the picture says to those who cannot see it. */
export function setPictureAlt(editor: RichTextSlate, id: string, alt: string): void {
  update(editor, id, (index) =>
    Transforms.setNodes(editor, { alt: alt.trim().slice(0, 2_000) }, { at: [index] }),
  );
}

export const removeBlockById = (editor: RichTextSlate, id: string): void =>
  update(editor, id, (index) => removeBlock(editor, index));
