import { resolveDirections } from '../../../shared/richtext/direction.ts';
import type { Block, BlockOf, RichText } from '../../../shared/richtext/document.ts';
import { listNumbers } from '../../../shared/richtext/list-numbers.ts';
import { append, el } from './dom.ts';
import { decisionNode, figureNode, judgementNode, tableNode } from './rich-blocks.ts';
import { lineNodes, type Surroundings } from './rich-inline.ts';
import { blockWord, formatOrdinal } from './words.ts';

/** Level of a text's own first heading: it stands below the title of its page, of a section, of what a step shows. */
export type TopHeading = 2 | 3 | 4 | 5;
type Heading = 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
const HEADINGS: readonly Heading[] = ['h2', 'h3', 'h4', 'h5', 'h6'];

/** The levels a text uses, one below the other without a gap: whoever listens to the page must not miss a level. */
function headingsOf(blocks: readonly Block[], top: TopHeading): (block: Block) => Heading {
  const used = [...new Set(blocks.map((block) => (block.type === 'heading' ? block.level : 0)))]
    .filter((level) => level > 0)
    .sort();
  return (block) =>
    block.type === 'heading' ? (HEADINGS[top - 2 + used.indexOf(block.level)] ?? 'h6') : 'h6';
}

function blockNode(
  block: Block,
  dir: 'ltr' | 'rtl' | undefined,
  number: number | undefined,
  around: Surroundings,
  heading: Heading,
): HTMLElement {
  switch (block.type) {
    case 'divider':
      return el('hr');
    case 'code':
      return el('pre', { dir: block.dir ?? 'ltr' }, el('code', {}, ...lineNodes(block.children, around)));
    case 'heading':
      return el(heading, { dir }, ...lineNodes(block.children, around));
    case 'quote':
      return el('blockquote', { dir }, ...lineNodes(block.children, around));
    case 'list-item':
      return listItem(block, dir, number, around);
    case 'callout':
      return el(
        'aside',
        { class: `callout tone-${block.tone}`, dir },
        el('p', { class: 'callout-name', dir: 'auto' }, blockWord(`callout.${block.tone}`)),
        el('p', { class: 'words' }, ...lineNodes(block.children, around)),
      );
    case 'image':
    case 'file':
    case 'audio':
      return figureNode(block, dir, around);
    case 'record': {
      const href = around.href(block.kind, block.recordId);
      const kind = el('span', { class: 'kind' }, around.kindName(block.kind));
      const label = el('bdi', {}, around.name(block.recordId) ?? block.label);
      return href === null
        ? el('p', { class: 'record-card absent', dir }, kind, label)
        : el('a', { class: 'record-card', dir, href }, kind, label);
    }
    case 'table':
      return tableNode(block, dir, around);
    case 'judgement':
      return judgementNode(block, dir, around);
    case 'decision':
      return decisionNode(block, dir, around);
    case 'paragraph':
      return el('p', { dir }, ...lineNodes(block.children, around));
  }
}

function listItem(
  block: BlockOf<'list-item'>,
  dir: 'ltr' | 'rtl' | undefined,
  number: number | undefined,
  around: Surroundings,
): HTMLElement {
  // The sign is text, so that it survives copying, printing and every browser to come.
  const sign =
    block.style === 'number'
      ? `${formatOrdinal(number ?? 1)}.`
      : block.style === 'check'
        ? block.checked
          ? '☑'
          : '☐'
        : '•';
  const item = el(
    'div',
    { class: `item depth-${block.depth}`, dir, role: 'listitem' },
    el('span', { class: 'sign' }, sign),
  );
  item.append(el('span', { class: 'words' }, ...lineNodes(block.children, around)));
  return item;
}

/** A document as elements, each block in its own direction. */
export function richText(
  document_: RichText,
  around: Surroundings,
  lang = '',
  top: TopHeading = 2,
): HTMLElement | null {
  if (document_.blocks.length === 0) return null;
  const directions = resolveDirections(document_.blocks);
  const numbers = listNumbers(document_.blocks);
  const headingOf = headingsOf(document_.blocks, top);
  const box = el('div', { class: 'document', lang });
  let list: HTMLElement | null = null;
  document_.blocks.forEach((block, at) => {
    const node = blockNode(block, directions[at], numbers[at], around, headingOf(block));
    if (block.type !== 'list-item') {
      list = null;
      append(box, [node]);
      return;
    }
    list ??= box.appendChild(el('div', { class: 'list', role: 'list' }));
    list.append(node);
  });
  return box;
}
