import { resolveDirections } from '../../../shared/richtext/direction.ts';
import type { Block, Inline, Mark, RichText, Text } from '../../../shared/richtext/document.ts';
import { isSafeUrl, MARKS } from '../../../shared/richtext/document.ts';
import { listNumbers } from '../../../shared/richtext/list-numbers.ts';
import { linesOf } from '../../../shared/richtext/walk.ts';
import { append, el } from './dom.ts';
import { formatNumber } from './words.ts';

const MARK_TAGS: Readonly<Record<Mark, keyof HTMLElementTagNameMap>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  highlight: 'mark',
  sub: 'sub',
  sup: 'sup',
};

function textNode(text: Text): Node {
  let node: Node = document.createTextNode(text.text);
  for (const mark of MARKS) {
    if (text[mark] !== true) continue;
    const outer = el(MARK_TAGS[mark]);
    outer.append(node);
    node = outer;
  }
  return node;
}

/** Where a mention leads, or null when its target is not in the package. */
export type Resolve = (kind: string, id: string) => string | null;

function inline(child: Inline, resolve: Resolve): Node {
  if ('text' in child) return textNode(child);
  if (child.type === 'mention') {
    const href = resolve(child.kind, child.id);
    return href === null
      ? el('span', { class: 'mention absent', dir: 'auto' }, child.label)
      : el('a', { class: 'mention', dir: 'auto', href }, child.label);
  }
  const children = child.children.map(textNode);
  if (!isSafeUrl(child.url)) return el('span', {}, ...children);
  const link = el('a', { class: 'outside', href: child.url, title: child.url }, ...children);
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}

function lineOf(block: Exclude<Block, { type: 'divider' }>, resolve: Resolve): Node[] {
  return linesOf(block).flatMap((line) => line.map((child) => inline(child, resolve)));
}

/** Headings inside a record stand below the title of its page. */
const HEADINGS = { 1: 'h3', 2: 'h4', 3: 'h5' } as const;

function blockNode(
  block: Block,
  dir: 'ltr' | 'rtl' | undefined,
  number: number | undefined,
  resolve: Resolve,
): HTMLElement {
  switch (block.type) {
    case 'divider':
      return el('hr');
    case 'code':
      return el('pre', { dir: block.dir ?? 'ltr' }, el('code', {}, ...lineOf(block, resolve)));
    case 'heading':
      return el(HEADINGS[block.level], { dir }, ...lineOf(block, resolve));
    case 'quote':
      return el('blockquote', { dir }, ...lineOf(block, resolve));
    case 'list-item':
      return listItem(block, dir, number, resolve);
    default:
      return el('p', { dir }, ...lineOf(block, resolve));
  }
}

function listItem(
  block: Extract<Block, { type: 'list-item' }>,
  dir: 'ltr' | 'rtl' | undefined,
  number: number | undefined,
  resolve: Resolve,
): HTMLElement {
  // The sign is text, so that it survives copying, printing and every browser to come.
  const sign =
    block.style === 'number'
      ? `${formatNumber(number ?? 1)}.`
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
  item.append(el('span', { class: 'words' }, ...lineOf(block, resolve)));
  return item;
}

/** A document as elements, each block in its own direction. */
export function richText(document_: RichText, resolve: Resolve, lang = ''): HTMLElement | null {
  if (document_.blocks.length === 0) return null;
  const directions = resolveDirections(document_.blocks);
  const numbers = listNumbers(document_.blocks);
  const box = el('div', { class: 'document', lang });
  let list: HTMLElement | null = null;
  document_.blocks.forEach((block, at) => {
    const node = blockNode(block, directions[at], numbers[at], resolve);
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
