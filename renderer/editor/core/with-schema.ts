import { Editor, Element, Node, type NodeEntry, type Path, Text, Transforms } from 'slate';
import { CALLOUT_TONES } from '../../../shared/richtext/block-parts.ts';
import { type BlockType, isSafeUrl, MARKS } from '../../../shared/richtext/document.ts';
import { asBlock } from './convert.ts';
import { emptyParagraph } from './new-blocks.ts';
import {
  repairCell,
  repairDecision,
  repairJudgement,
  repairLine,
  repairRow,
  repairTable,
} from './repair-parts.ts';
import type { RichTextSlate } from './slate-types.ts';

const BLOCK_TYPES: ReadonlySet<string> = new Set<BlockType>([
  'paragraph',
  'heading',
  'code',
  'list-item',
  'quote',
  'divider',
  'callout',
  'image',
  'file',
  'audio',
  'record',
  'table',
  'judgement',
  'decision',
]);
const VOIDS: ReadonlySet<string> = new Set(['divider', 'record', 'mention']);
/** Lines of their own that deleting never joins with what stands before or behind them. */
const ISOLATED: ReadonlySet<string> = new Set(['cell', 'part', 'image', 'file', 'audio']);
/** Blocks that keep what they are when other blocks get into them: the words become lines of it. */
const LINE_HOLDERS: ReadonlySet<string> = new Set(['callout', 'image', 'file', 'audio']);
/** Blocks that are made of parts. */
const CONTAINERS: ReadonlySet<string> = new Set(['table', 'judgement', 'decision']);

/** Keeps what Slate holds within the stored schema, so that a document can always be saved and always be read again. */
export function withSchema(editor: RichTextSlate): RichTextSlate {
  const { isInline, isVoid, normalizeNode } = editor;

  editor.isInline = (element) => element.type === 'link' || element.type === 'mention' || isInline(element);
  editor.isVoid = (element) => VOIDS.has(element.type) || isVoid(element);
  editor.isIsolated = (element) => ISOLATED.has(element.type);
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
      if (path.length > 1 && repairInside(editor, node, path)) return;
    }
    if (Text.isText(node) && repairText(editor, entry)) return;
    normalizeNode(entry, { ...options, fallbackElement: () => emptyParagraph(editor) });
  };
  return editor;
}

/** Each repair makes one change and says so; Slate comes back until there is nothing left to repair. */
function repairBlock(editor: RichTextSlate, node: Element, path: Path): boolean {
  if (node.type === 'row') {
    Transforms.wrapNodes(editor, { type: 'table', header: false, children: [] } as unknown as Element, {
      at: path,
    });
    return true;
  }
  if (CONTAINERS.has(node.type))
    return (
      repairTable(editor, node, path) ||
      repairJudgement(editor, node, path) ||
      repairDecision(editor, node, path)
    );
  if (LINE_HOLDERS.has(node.type) && repairLine(editor, node, path)) return true;
  // Blocks stand side by side, never in one another: what was nested is lifted out.
  const inner = node.children.findIndex((child) => isInnerBlock(editor, child));
  if (inner !== -1) {
    if (node.children.every((child) => isInnerBlock(editor, child)))
      Transforms.unwrapNodes(editor, { at: path });
    else Transforms.liftNodes(editor, { at: [...path, inner] });
    return true;
  }
  if (!BLOCK_TYPES.has(node.type) || lacksWhatItShows(node)) {
    if (node.type === 'link' || node.type === 'mention') return false;
    if (node.type === 'record')
      Transforms.insertText(editor, String(node.label ?? ''), { at: [...path, 0], voids: true });
    Editor.withoutNormalizing(editor, () => {
      const stale = Object.keys(node).filter((key) => !['id', 'dir', 'type', 'children'].includes(key));
      Transforms.setNodes(editor, { type: 'paragraph' } as object, { at: path, voids: true });
      Transforms.unsetNodes(editor, stale as never, { at: path });
    });
    return true;
  }
  if (node.type === 'callout' && !CALLOUT_TONES.includes(node.tone)) {
    Transforms.setNodes(editor, { tone: 'info' }, { at: path });
    return true;
  }
  if (node.type === 'code' && repairCode(editor, node, path)) return true;
  if (node.type === 'list-item' && node.checked !== undefined && (node.style !== 'check' || !node.checked)) {
    Transforms.unsetNodes(editor, 'checked' as never, { at: path });
    return true;
  }
  if (node.type === 'list-item' && node.start !== undefined && node.style !== 'number') {
    Transforms.unsetNodes(editor, 'start' as never, { at: path });
    return true;
  }
  return false;
}

const isInnerBlock = (editor: RichTextSlate, node: Node): boolean =>
  asBlock(node) !== undefined ||
  (Element.isElement(node) &&
    !editor.isInline(node) &&
    (node.type === 'row' || node.type === 'cell' || node.type === 'part'));

/** A picture without an attachment or a card without a record could never be saved: their words are kept as text. */
function lacksWhatItShows(node: Element): boolean {
  if (node.type === 'record') return typeof node.recordId !== 'string' || typeof node.kind !== 'string';
  if (node.type !== 'image' && node.type !== 'file' && node.type !== 'audio') return false;
  return typeof node.attachmentId !== 'string' || typeof node.name !== 'string';
}

/** Rows in tables, cells in rows, parts in what has parts; elsewhere they are nothing. */
function repairInside(editor: RichTextSlate, node: Element, path: Path): boolean {
  switch (node.type) {
    case 'row':
      return parentType(editor, path) === 'table' && repairRow(editor, node, path);
    case 'cell':
      if (parentType(editor, path) !== 'row') return false;
      return repairLine(editor, node, path) || repairCell(editor, node, path);
    case 'part':
      return CONTAINERS.has(parentType(editor, path) ?? '') && repairLine(editor, node, path);
    default:
      return repairInline(editor, node, path);
  }
}

function parentType(editor: RichTextSlate, path: Path): string | undefined {
  const parent = Node.parent(editor, path);
  return Element.isElement(parent) ? parent.type : undefined;
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
  const plain = Element.isElement(parent) && VOIDS.has(parent.type);
  const extra = Object.keys(node).filter(
    (key) => key !== 'text' && (plain || !(MARKS as readonly string[]).includes(key)),
  );
  if (extra.length === 0) return false;
  Transforms.unsetNodes(editor, extra as never, { at: path, voids: true });
  return true;
}
