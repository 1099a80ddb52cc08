import { Editor, Transforms } from 'slate';
import type { BlockOf } from '../../../shared/richtext/document.ts';
import { asBlock } from '../core/convert.ts';
import { emptyParagraph, emptyPart } from '../core/new-blocks.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { saysNothing } from './selection.ts';

/** A part of a judgement or a decision, with the block it is in. */
export interface PartPlace {
  readonly block: BlockOf<'judgement'> | BlockOf<'decision'>;
  /** Index of the block in the document. */
  readonly index: number;
  /** Which part. */
  readonly at: number;
}

/** Where the end of the selection stands; `undefined` when that is no part. */
export function currentPart(editor: RichTextSlate): PartPlace | undefined {
  const [index, at] = editor.selection?.focus.path ?? [];
  if (index === undefined || at === undefined) return undefined;
  const block = asBlock(editor.children[index]);
  return block?.type === 'judgement' || block?.type === 'decision' ? { block, index, at } : undefined;
}

/** The branch the cursor stands in, from 0; `undefined` in the question and outside of decisions. */
function currentBranch(
  editor: RichTextSlate,
): { readonly index: number; readonly branch: number; readonly count: number } | undefined {
  const place = currentPart(editor);
  if (place?.block.type !== 'decision' || place.at === 0) return undefined;
  return {
    index: place.index,
    branch: Math.floor((place.at - 1) / 2),
    count: (place.block.children.length - 1) / 2,
  };
}

/** Most branches of a decision. */
const MAX_BRANCHES = 100;

/** Adds a branch after the one the cursor is in (in the question: the first) and puts the cursor into it. */
export function addBranch(editor: RichTextSlate): boolean {
  const place = currentPart(editor);
  if (place?.block.type !== 'decision') return false;
  if ((place.block.children.length - 1) / 2 >= MAX_BRANCHES) return false;
  const at = place.at === 0 ? 1 : Math.floor((place.at - 1) / 2) * 2 + 3;
  Transforms.insertNodes(editor, [emptyPart('when'), emptyPart('then')], { at: [place.index, at] });
  Transforms.select(editor, Editor.start(editor, [place.index, at]));
  return true;
}

/** Removes the branch the cursor is in. The only branch is emptied instead: a decision without one decides nothing. */
export function removeBranch(editor: RichTextSlate): boolean {
  const current = currentBranch(editor);
  if (!current) return false;
  const { index, branch, count } = current;
  const at = branch * 2 + 1;
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at: [index, at + 1] });
    Transforms.removeNodes(editor, { at: [index, at] });
    if (count === 1)
      Transforms.insertNodes(editor, [emptyPart('when'), emptyPart('then')], { at: [index, at] });
    const to = count === 1 ? at : at - 1;
    Transforms.select(editor, Editor.end(editor, [index, to]));
  });
  return true;
}

/** Moves the branch the cursor is in one place up or down. */
export function moveBranch(editor: RichTextSlate, step: 1 | -1): boolean {
  const current = currentBranch(editor);
  if (!current) return false;
  const { index, branch, count } = current;
  const other = branch + step;
  if (other < 0 || other >= count) return false;
  // The neighbour jumps over this branch, so that the cursor stays where it is in its text.
  const from = other * 2 + 1;
  const to = branch * 2 + 1;
  Editor.withoutNormalizing(editor, () => {
    if (step === 1) {
      Transforms.moveNodes(editor, { at: [index, from], to: [index, to] });
      Transforms.moveNodes(editor, { at: [index, from + 1], to: [index, to + 1] });
    } else {
      Transforms.moveNodes(editor, { at: [index, from + 1], to: [index, to + 1] });
      Transforms.moveNodes(editor, { at: [index, from], to: [index, to] });
    }
  });
  return true;
}

/** Goes to the next or the previous part. Gives false at the ends of the block. */
export function stepPart(editor: RichTextSlate, step: 1 | -1): boolean {
  const place = currentPart(editor);
  if (!place) return false;
  const next = place.at + step;
  if (next < 0 || next >= place.block.children.length) return false;
  Transforms.select(editor, Editor.end(editor, [place.index, next]));
  return true;
}

/** True when the last branch of a decision says nothing and is not the only one. */
function lastBranchIsEmpty(editor: RichTextSlate, { block, at }: PartPlace): boolean {
  const { length } = block.children;
  if (block.type !== 'decision' || length <= 3 || at < length - 2) return false;
  return block.children.slice(-2).every((part) => saysNothing(editor, part));
}

/**
 * Enter in a part: on to the next one. A last branch that says something is followed by a new one, an empty one is
 * given up; behind the last part, one goes on writing under the block.
 */
export function enterInPart(editor: RichTextSlate): boolean {
  const place = currentPart(editor);
  if (!place) return false;
  const { block, index, at } = place;
  const part = block.children[at];
  if (!part) return false;
  if (lastBranchIsEmpty(editor, place)) {
    Editor.withoutNormalizing(editor, () => {
      removeBranch(editor);
      leave(editor, index);
    });
    return true;
  }
  if (at < block.children.length - 1) return stepPart(editor, 1);
  if (block.type === 'decision' && !saysNothing(editor, part) && addBranch(editor)) return true;
  leave(editor, index);
  return true;
}

function leave(editor: RichTextSlate, index: number): void {
  const block = asBlock(editor.children[index]);
  const below = { ...emptyParagraph(editor), ...(block?.dir ? { dir: block.dir } : {}) };
  Transforms.insertNodes(editor, below, { at: [index + 1] });
  Transforms.select(editor, Editor.start(editor, [index + 1]));
}

/**
 * Backspace before the first letter of a part. Nothing grows together: an empty last branch is given up, from an empty
 * part one steps back, and a block that says nothing at all becomes a paragraph.
 */
export function backspaceInPart(editor: RichTextSlate, toParagraph: (index: number) => void): boolean {
  const place = currentPart(editor);
  if (!place) return false;
  const { block, index, at } = place;
  if (at === 0 && saysNothing(editor, block)) {
    toParagraph(index);
    return true;
  }
  if (lastBranchIsEmpty(editor, place)) return removeBranch(editor);
  const part = block.children[at];
  if (part && saysNothing(editor, part)) stepPart(editor, -1);
  return true;
}
