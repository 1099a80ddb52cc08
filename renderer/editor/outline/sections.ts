import type { Block } from '../../../shared/richtext/document.ts';
import { inlineText } from '../../../shared/richtext/plain-text.ts';
import { linesOf } from '../../../shared/richtext/walk.ts';
import { moveSpan, type Span } from '../commands/move.ts';
import { asBlock } from '../core/convert.ts';
import type { RichTextSlate } from '../core/slate-types.ts';

export interface Heading {
  readonly id: string;
  /** Its words, spaces folded; empty for a heading nobody has written yet. */
  readonly title: string;
  readonly level: 1 | 2 | 3;
  /** Steps in from the edge of the list: a heading is one deeper than the nearest larger one before it. */
  readonly depth: number;
  /** Which block of the document it is. */
  readonly index: number;
}

const titles = new WeakMap<Block, string>();

/** The headings of a document in order. Costs little however long the text is: words are read once for each block. */
export function headingsOf(blocks: readonly unknown[]): Heading[] {
  const out: Heading[] = [];
  const above: number[] = [];
  for (const [index, node] of blocks.entries()) {
    const block = asBlock(node);
    if (block?.type !== 'heading') continue;
    while (above.length > 0 && (above.at(-1) ?? 0) >= block.level) above.pop();
    out.push({ id: block.id, title: titleOf(block), level: block.level, depth: above.length, index });
    above.push(block.level);
  }
  return out;
}

function titleOf(block: Block): string {
  const known = titles.get(block);
  if (known !== undefined) return known;
  const title = linesOf(block).map(inlineText).join('').replace(/\s+/gu, ' ').trim();
  titles.set(block, title);
  return title;
}

/** A heading with everything below it, up to the next heading of the same or a larger size. */
export function sectionAt(blocks: readonly unknown[], index: number): Span | undefined {
  const heading = asBlock(blocks[index]);
  if (heading?.type !== 'heading') return undefined;
  let end = index + 1;
  for (; end < blocks.length; end += 1) {
    const next = asBlock(blocks[end]);
    if (next?.type === 'heading' && next.level <= heading.level) break;
  }
  return { first: index, end };
}

/**
 * Where a section would go, one section up or down within the chapter that holds it; `undefined` when there is none to
 * change places with, or the block is no heading.
 */
export function sectionTarget(
  blocks: readonly unknown[],
  index: number,
  step: 1 | -1,
): { readonly span: Span; readonly to: number } | undefined {
  const span = sectionAt(blocks, index);
  const heading = asBlock(blocks[index]);
  if (!span || heading?.type !== 'heading') return undefined;
  if (step === 1) {
    const next = asBlock(blocks[span.end]);
    if (next?.type !== 'heading' || next.level < heading.level) return undefined;
    return { span, to: sectionAt(blocks, span.end)?.end ?? span.end };
  }
  let to: number | undefined;
  for (let at = index - 1; at >= 0; at -= 1) {
    const block = asBlock(blocks[at]);
    if (block?.type !== 'heading') continue;
    if (block.level < heading.level) break;
    to = at;
    if (block.level === heading.level) break;
  }
  return to === undefined ? undefined : { span, to };
}

/** Moves the section of the heading at `index` over its neighbour. One undo step; false when it cannot go there. */
export function moveSection(editor: RichTextSlate, index: number, step: 1 | -1): boolean {
  const target = sectionTarget(editor.children, index, step);
  return target !== undefined && moveSpan(editor, target.span.first, target.span.end, target.to);
}
