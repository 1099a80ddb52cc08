import type { Inline, Mark, Text } from '../../../shared/richtext/document.ts';
import { isSafeUrl, MARKS } from '../../../shared/richtext/document.ts';
import { el } from './dom.ts';

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

/** What a document needs of the package around it. */
export type Surroundings = {
  /** Where a record's page is, or null when it is not in the package. */
  readonly href: (kind: string, id: string) => string | null;
  /** What a record is called, or null when it is not in the package. */
  readonly name: (id: string) => string | null;
  readonly kindName: (kind: string) => string;
  /** A file of the package, or null when it stayed behind or is gone. */
  readonly file: (attachmentId: string) => PackageFile | null;
};
export type PackageFile = { readonly path: string; readonly shows: 'picture' | 'sound' | null };

export function inline(child: Inline, around: Surroundings): Node {
  if ('text' in child) return textNode(child);
  if (child.type === 'mention') {
    const href = around.href(child.kind, child.id);
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

export const lineNodes = (line: readonly Inline[], around: Surroundings): Node[] =>
  line.map((child) => inline(child, around));
