import type { Descendant } from 'slate';
import { canonicalBlock } from '../../../shared/richtext/canonical.ts';
import {
  type Block,
  EMPTY_DOCUMENT,
  type Inline,
  lowestVersion,
  type RichText,
} from '../../../shared/richtext/document.ts';
import { mapLines } from '../../../shared/richtext/walk.ts';

// Slate keeps nodes it did not touch, and so do we: each block is converted once and remembered, which makes the
// document of a keystroke cost one block however long the text is.
const toSlateCache = new WeakMap<Block, Block>();
const fromSlateCache = new WeakMap<Block, Block>();

/** Slate wants every element to end and begin with a text, and inline elements to stand between texts. */
function slateInlines(children: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const child of children) {
    if ('text' in child) {
      out.push(child);
      continue;
    }
    const last = out.at(-1);
    if (!last || !('text' in last)) out.push({ text: '' });
    out.push({
      ...child,
      children: child.children.length > 0 && child.type === 'link' ? child.children : [{ text: '' }],
    });
  }
  const last = out.at(-1);
  if (!last || !('text' in last)) out.push({ text: '' });
  return out;
}

function slateBlock(block: Block): Block {
  const known = toSlateCache.get(block);
  if (known) return known;
  // Marks mean nothing in code. Taken out here, not by the normaliser, whose work a first Ctrl+Z would undo.
  const clean = canonicalBlock(
    block.type === 'code' ? { ...block, children: block.children.map(({ text }) => ({ text })) } : block,
  );
  const isVoid = clean.type === 'divider' || clean.type === 'record';
  const element = isVoid ? ({ ...clean, children: [{ text: '' }] } as Block) : mapLines(clean, slateInlines);
  toSlateCache.set(block, element);
  return element;
}

/** The blocks of a document as Slate's value. Never empty: a document without blocks gets one empty paragraph. */
export function toSlate(document: RichText, makeBlockId: () => string): Block[] {
  if (document.blocks.length > 0) return document.blocks.map(slateBlock);
  return [{ id: makeBlockId(), type: 'paragraph', children: [{ text: '' }] }];
}

/** Slate's value as a stored document, in canonical spelling. An editor nobody has written in is the empty document. */
export function fromSlate(value: readonly Descendant[]): RichText {
  const blocks: Block[] = [];
  for (const node of value) {
    const block = asBlock(node);
    if (block) blocks.push(storedBlock(block));
  }
  const only = blocks.length === 1 ? blocks[0] : undefined;
  if (only?.type === 'paragraph' && only.children.length === 0 && !only.dir) return EMPTY_DOCUMENT;
  return { version: lowestVersion(blocks), blocks };
}

function storedBlock(element: Block): Block {
  const known = fromSlateCache.get(element);
  if (known) return known;
  const block = canonicalBlock(element);
  fromSlateCache.set(element, block);
  // Handing the stored block back gives the very element it came from, so that nothing renders twice.
  toSlateCache.set(block, element);
  return block;
}

/** The block a Slate node is, or `undefined` for texts, links, mentions and the editor itself. */
export function asBlock(node: unknown): Block | undefined {
  if (typeof node !== 'object' || node === null || !('type' in node) || !('id' in node)) return undefined;
  return node.type === 'link' || node.type === 'mention' ? undefined : (node as Block);
}
