import type { Block } from './document.ts';
import { blockText, inlineText } from './plain-text.ts';

export type Direction = 'ltr' | 'rtl';

const STRONG = /[\p{L}\u200e\u200f\u061c]/u;
const RIGHT_TO_LEFT =
  /[\u200f\u061c\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}]/u;

/**
 * Direction of a text after its first strong character (rules P2 and P3 of the Unicode bidirectional algorithm);
 * `undefined` when it has none: empty, digits, punctuation.
 */
export function firstStrongDirection(text: string): Direction | undefined {
  const strong = STRONG.exec(text)?.[0];
  if (strong === undefined) return undefined;
  return RIGHT_TO_LEFT.test(strong) ? 'rtl' : 'ltr';
}

const known = new WeakMap<Block, Direction | undefined>();

/**
 * What the block asks for by itself: the choice of its writer, else its first strong letter. Remembered, as blocks are
 * never changed but replaced: an editor asks for all of them at every key.
 */
export function ownDirection(block: Block): Direction | undefined {
  if (known.has(block)) return known.get(block);
  const direction = block.dir ?? wordsDirection(block);
  known.set(block, direction);
  return direction;
}

/** Read only as far as to the first strong letter: the words of a table may be a megabyte. */
function wordsDirection(block: Block): Direction | undefined {
  if (block.type !== 'table') return firstStrongDirection(blockText(block));
  for (const row of block.children) {
    for (const cell of row.children) {
      const direction = firstStrongDirection(inlineText(cell.children));
      if (direction) return direction;
    }
  }
  return undefined;
}

/**
 * Direction of every block. One that has no opinion (an empty line, a line of numbers, a divider) goes with the block
 * before it, at the top of the document with the first one that has; `undefined` when nobody has.
 */
export function resolveDirections(blocks: readonly Block[]): (Direction | undefined)[] {
  const own = blocks.map(ownDirection);
  let current = own.find((direction) => direction !== undefined);
  return own.map((direction) => {
    current = direction ?? current;
    return current;
  });
}
