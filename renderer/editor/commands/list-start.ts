import { Transforms } from 'slate';
import { type Block, type BlockOf, MAX_LIST_START } from '../../../shared/richtext/document.ts';
import { listNumbers, naturalNumbers } from '../../../shared/richtext/list-numbers.ts';
import { asBlock } from '../core/convert.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { selectedSpan } from './selection.ts';

/** A numbered item among its neighbours. */
export interface NumberedItem {
  readonly index: number;
  /** What it shows. */
  readonly number: number;
  /** What it would show if nobody had said where to begin. */
  readonly natural: number;
}

const blocksOf = (editor: RichTextSlate): Block[] => editor.children.flatMap((node) => asBlock(node) ?? []);

const isNumbered = (block: Block | undefined): block is BlockOf<'list-item'> =>
  block?.type === 'list-item' && block.style === 'number';

function itemAt(editor: RichTextSlate, index: number): NumberedItem | undefined {
  const blocks = blocksOf(editor);
  if (!isNumbered(blocks[index])) return undefined;
  return { index, number: listNumbers(blocks)[index] ?? 1, natural: naturalNumbers(blocks)[index] ?? 1 };
}

/** The numbered item the selection begins in; `undefined` elsewhere. */
export function currentItem(editor: RichTextSlate): NumberedItem | undefined {
  const index = selectedSpan(editor)?.[0];
  return index === undefined ? undefined : itemAt(editor, index);
}

/** Lets the item at `index` show a number, from 1 to 999,999,999; those below it count on. False for any other number. */
export function setNumberAt(editor: RichTextSlate, index: number, number: number): boolean {
  const item = itemAt(editor, index);
  if (!item || !Number.isInteger(number) || number < 1 || number > MAX_LIST_START) return false;
  if (number === item.natural) Transforms.unsetNodes(editor, 'start' as never, { at: [index] });
  else Transforms.setNodes(editor, { start: number }, { at: [index] });
  return true;
}

/** As `setNumberAt`, for the item the selection begins in. */
export function startListAt(editor: RichTextSlate, number: number): boolean {
  const item = currentItem(editor);
  return item !== undefined && setNumberAt(editor, item.index, number);
}

/**
 * The item whose list can go on counting, and the number it would then show: the one the selection begins in, or the
 * first above it that counts anew. `undefined` when it counts on already, or there is nothing to go on from.
 */
export function continuation(editor: RichTextSlate): { index: number; number: number } | undefined {
  const from = selectedSpan(editor)?.[0];
  const blocks = blocksOf(editor);
  const here = from === undefined ? undefined : blocks[from];
  if (from === undefined || !isNumbered(here)) return undefined;
  const numbers = listNumbers(blocks);
  const natural = naturalNumbers(blocks);
  const { depth } = here;
  let first = from;
  for (let at = from; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block?.type !== 'list-item' || block.depth < depth) break;
    if (block.depth > depth) continue;
    if (!isNumbered(block)) break;
    first = at;
    if (block.start !== undefined || natural[at] === 1) break;
  }
  // A restart in the middle of a list only has to be taken back.
  let number = natural[first] ?? 1;
  if (number === 1) {
    const before = blocks.findLastIndex(
      (block, at) => at < first && isNumbered(block) && block.depth === depth,
    );
    if (before === -1) return undefined;
    number = (numbers[before] ?? 0) + 1;
  }
  return number === numbers[first] || number > MAX_LIST_START ? undefined : { index: first, number };
}

/** Lets the list go on where the one before it ended. False when there is nothing to go on from. */
export function continueList(editor: RichTextSlate): boolean {
  const found = continuation(editor);
  return found !== undefined && setNumberAt(editor, found.index, found.number);
}
