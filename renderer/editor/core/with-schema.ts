import { Element, Node, type NodeEntry, Path, Text, Transforms } from 'slate';
import { type Block, isSafeUrl, MARKS } from '../../../shared/richtext/document.ts';
import { asBlock } from './convert.ts';
import type { RichTextSlate } from './slate-types.ts';

const BLOCK_TYPES = new Set<string>(['paragraph', 'heading', 'code', 'list-item', 'quote', 'divider']);

/** Keeps what Slate holds within the stored schema, so that a document can always be saved and always be read again. */
export function withSchema(editor: RichTextSlate): RichTextSlate {
  const { isInline, isVoid, normalizeNode } = editor;

  editor.isInline = (element) => element.type === 'link' || element.type === 'mention' || isInline(element);
  editor.isVoid = (element) => element.type === 'divider' || element.type === 'mention' || isVoid(element);
  editor.markableVoid = () => false;
  // Typing at the edge of a link writes beside it: nobody means to lengthen a link by going on with the sentence.
  editor.inlineEdgeAffinity = (element) => (element.type === 'link' ? 'outside' : null);

  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry;
    if (path.length === 0 && editor.children.length === 0) {
      Transforms.insertNodes(editor, emptyParagraph(editor), { at: [0] });
      return;
    }
    if (Element.isElement(node)) {
      if (path.length === 1 && repairBlock(editor, node, path)) return;
      if (path.length > 1 && repairInline(editor, node, path)) return;
    }
    if (Text.isText(node) && repairText(editor, entry)) return;
    normalizeNode(entry, { ...options, fallbackElement: () => emptyParagraph(editor) });
  };
  return editor;
}

export const emptyParagraph = (editor: RichTextSlate): Block => ({
  id: editor.makeBlockId(),
  type: 'paragraph',
  children: [{ text: '' }],
});

/** Each repair makes one change and says so; Slate comes back until there is nothing left to repair. */
function repairBlock(editor: RichTextSlate, node: Element, path: Path): boolean {
  // Blocks stand side by side, never in one another: what was nested is lifted out.
  const inner = node.children.findIndex((child) => asBlock(child) !== undefined);
  if (inner !== -1) {
    if (node.children.every((child) => asBlock(child) !== undefined))
      Transforms.unwrapNodes(editor, { at: path });
    else Transforms.liftNodes(editor, { at: [...path, inner] });
    return true;
  }
  if (!BLOCK_TYPES.has(node.type)) {
    if (node.type === 'link' || node.type === 'mention') return false;
    Transforms.setNodes(editor, { type: 'paragraph' } as object, { at: path });
    return true;
  }
  if (node.type === 'code' && repairCode(editor, node, path)) return true;
  if (node.type === 'list-item' && node.checked !== undefined && (node.style !== 'check' || !node.checked)) {
    Transforms.unsetNodes(editor, 'checked' as never, { at: path });
    return true;
  }
  return false;
}

function repairInline(editor: RichTextSlate, node: Element, path: Path): boolean {
  if (node.type !== 'link') return false;
  const parent = Node.parent(editor, path);
  const nested = Element.isElement(parent) && parent.type === 'link';
  if (nested || !isSafeUrl(node.url)) {
    Transforms.unwrapNodes(editor, { at: path });
    return true;
  }
  if (Node.string(node) === '' && node.children.every(Text.isText)) {
    Transforms.removeNodes(editor, { at: path });
    return true;
  }
  return false;
}

/** Code holds letters only: what grows into it, or is turned into it, loses links, mentions and marks, never words. */
function repairCode(editor: RichTextSlate, node: Element, path: Path): boolean {
  for (const [index, child] of node.children.entries()) {
    const at = [...path, index];
    if (Text.isText(child)) {
      const marks = MARKS.filter((mark) => child[mark]);
      if (marks.length === 0) continue;
      Transforms.unsetNodes(editor, marks as never, { at });
      return true;
    }
    if (child.type === 'mention') {
      const { label } = child;
      Transforms.removeNodes(editor, { at, voids: true });
      Transforms.insertNodes(editor, { text: label }, { at });
      return true;
    }
    Transforms.unwrapNodes(editor, { at });
    return true;
  }
  return false;
}

function repairText(editor: RichTextSlate, [node, path]: NodeEntry): boolean {
  const parent = Node.parent(editor, path);
  const plain = Element.isElement(parent) && (parent.type === 'mention' || parent.type === 'divider');
  const extra = Object.keys(node).filter(
    (key) => key !== 'text' && (plain || !(MARKS as readonly string[]).includes(key)),
  );
  if (extra.length === 0) return false;
  Transforms.unsetNodes(editor, extra as never, { at: path, voids: true });
  return true;
}
