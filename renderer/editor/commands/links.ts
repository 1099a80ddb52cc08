import { Editor, Element, Node, type NodeEntry, Path, Range, Transforms } from 'slate';
import { isSafeUrl, type Link } from '../../../shared/richtext/document.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { stepAfterInline } from './inline-edge.ts';

const isLink = (node: unknown): node is Link => Element.isElement(node) && node.type === 'link';

/** The link the cursor stands in, or the first one of the selection. */
export function currentLink(editor: RichTextSlate): NodeEntry<Link> | undefined {
  if (!editor.selection) return undefined;
  const [entry] = Editor.nodes(editor, { match: isLink });
  return entry;
}

/**
 * What a person types as an address, made whole: `example.org` gets `https://`, `a@b.org` gets `mailto:`. Gives
 * `undefined` for anything that is not http, https, mailto or tel, whatever it is dressed as.
 */
export function toSafeUrl(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || text.length > 4096) return undefined;
  if (isSafeUrl(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/u.test(text)) return `mailto:${text}`;
  if (/^\+[\d\s()./-]{5,}$/u.test(text)) return `tel:${text.replace(/[\s()./-]/gu, '')}`;
  // Anything with a scheme of its own is refused, not repaired: `javascript:` in front of a host is still a script.
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:][^\s]*)?$/u.test(text) && isSafeUrl(`https://${text}`))
    return `https://${text}`;
  return undefined;
}

/** Makes the text of a range a link. The range must lie in one block. */
export function wrapInLink(editor: RichTextSlate, at: Range, url: string): void {
  const link: Link = { type: 'link', url, children: [] };
  Transforms.wrapNodes(editor, link, { at, split: true });
}

/**
 * Links the selection to `url`; changes the link the cursor is in; with neither, writes the address as its own text.
 * Gives false, and changes nothing, when the address is not one that may be stored.
 */
export function setLink(editor: RichTextSlate, typed: string, label?: string): boolean {
  const url = toSafeUrl(typed);
  const { selection } = editor;
  if (!url || !selection) return false;
  const existing = currentLink(editor);
  Editor.withoutNormalizing(editor, () => {
    if (existing && Range.isCollapsed(selection)) {
      Transforms.setNodes(editor, { url }, { at: existing[1] });
      return;
    }
    if (Range.isCollapsed(selection)) {
      Transforms.insertNodes(editor, {
        type: 'link',
        url,
        children: [{ text: label?.trim() || typed.trim() }],
      });
      stepAfterInline(editor);
      return;
    }
    removeLink(editor);
    linkEachBlock(editor, url);
  });
  return true;
}

/** A selection over several blocks becomes one link in each: a link never holds two blocks together. */
function linkEachBlock(editor: RichTextSlate, url: string): void {
  const { selection } = editor;
  if (!selection) return;
  const [start, end] = Range.edges(selection);
  const ref = Editor.rangeRef(editor, selection, { affinity: 'inward' });
  for (let index = end.path[0] ?? 0; index >= (start.path[0] ?? 0); index -= 1) {
    const block = Editor.range(editor, [index]);
    const part = Range.intersection(block, { anchor: start, focus: end });
    const node = Node.get(editor, [index]);
    if (
      !part ||
      Range.isCollapsed(part) ||
      (Element.isElement(node) && (node.type === 'code' || node.type === 'divider'))
    )
      continue;
    wrapInLink(editor, part, url);
  }
  const kept = ref.unref();
  if (kept) Transforms.select(editor, kept);
}

/** Takes the links of the selection away; their words stay. */
export function removeLink(editor: RichTextSlate): void {
  const { selection } = editor;
  if (!selection) return;
  if (Range.isCollapsed(selection)) {
    const entry = currentLink(editor);
    if (entry) Transforms.unwrapNodes(editor, { at: entry[1] });
    return;
  }
  // Only the selected part of a link is let go: the rest of it was not meant.
  Transforms.unwrapNodes(editor, { match: isLink, split: true });
}

/** True when both ends of the selection lie in the same link. */
export function isInsideLink(editor: RichTextSlate): boolean {
  const entry = currentLink(editor);
  return (
    entry !== undefined &&
    editor.selection !== null &&
    Path.isAncestor(entry[1], editor.selection.anchor.path) &&
    Path.isAncestor(entry[1], editor.selection.focus.path)
  );
}
