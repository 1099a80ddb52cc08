import { Editor, Element, Node, type Path, Text, Transforms } from 'slate';
import {
  CELL_ALIGNMENTS,
  JUDGEMENT_PARTS,
  MAX_CELLS,
  MAX_ROWS,
  type Part,
  type Row,
} from '../../../shared/richtext/block-parts.ts';
import { decisionPartAt, type Inline } from '../../../shared/richtext/document.ts';
import { emptyCell, emptyPart, emptyRow } from './new-blocks.ts';
import type { RichTextSlate } from './slate-types.ts';

// Keeps tables, judgements and decisions whole: whatever a paste, a merge or a mistake does to them, they stay what
// the schema says, and no word is dropped on the way. Each repair says whether it changed anything; Slate then comes
// back until there is nothing left to repair.

/** Most parts of a decision: a question and a hundred branches. */
const MAX_DECISION_PARTS = 201;

/** Blocks that are no line of words and cannot become one: lifted out of a cell instead of being read out. */
const LIFTED = new Set<string>(['image', 'file', 'audio', 'record', 'table', 'judgement', 'decision']);

const isLine = (editor: RichTextSlate, node: Node): boolean =>
  Text.isText(node) || (Element.isElement(node) && editor.isInline(node));

/** Something one can see: a letter or a mention. */
const hasWords = (node: Node): boolean =>
  Node.string(node) !== '' ||
  (Element.isElement(node) && (node.type === 'mention' || node.children.some((child) => hasWords(child))));

/**
 * Makes the children of a cell, part, callout or caption one line of inlines. Blocks of words become lines of it;
 * a picture or a table in it moves out and stands behind the block.
 */
export function repairLine(editor: RichTextSlate, node: Element, path: Path): boolean {
  const index = node.children.findIndex((child) => !isLine(editor, child));
  const child = node.children[index];
  if (!child || !Element.isElement(child)) return false;
  const at = [...path, index];
  if (LIFTED.has(child.type)) {
    Editor.withoutNormalizing(editor, () => {
      if (node.children.length === 1) Transforms.insertNodes(editor, { text: '' }, { at: [...path, 1] });
      Transforms.moveNodes(editor, { at, to: [(path[0] ?? 0) + 1] });
    });
    return true;
  }
  const before = node.children.slice(0, index).some((each) => hasWords(each));
  const next = node.children[index + 1];
  const words = hasWords(child);
  const after = next !== undefined && isLine(editor, next) && hasWords(next);
  Editor.withoutNormalizing(editor, () => {
    if (after && (words || before))
      Transforms.insertNodes(editor, { text: '\n' }, { at: [...path, index + 1] });
    if ((child.type as string) === 'divider' || child.children.length === 0)
      Transforms.removeNodes(editor, { at, voids: true });
    else Transforms.unwrapNodes(editor, { at, voids: true });
    if (before && words) Transforms.insertNodes(editor, { text: '\n' }, { at });
    const now = Node.get(editor, path);
    if (Element.isElement(now) && now.children.length === 0)
      Transforms.insertNodes(editor, { text: '' }, { at: [...path, 0] });
  });
  return true;
}

export function repairCell(editor: RichTextSlate, node: Element, path: Path): boolean {
  if (node.type !== 'cell' || node.align === undefined || CELL_ALIGNMENTS.includes(node.align)) return false;
  Transforms.unsetNodes(editor, 'align' as never, { at: path });
  return true;
}

/** What lies loose in a row becomes a cell; what is too much for a row is said in its last cell. */
export function repairRow(editor: RichTextSlate, node: Element, path: Path): boolean {
  if (node.children.length === 0) {
    Transforms.insertNodes(editor, emptyCell(), { at: [...path, 0] });
    return true;
  }
  if (wrapLoose(editor, node, path, 'cell')) return true;
  if (node.children.length <= MAX_CELLS) return false;
  mergeSurplus(editor, node, path, MAX_CELLS);
  return true;
}

/** A table is never ragged, never empty and never longer than the schema allows: what is beyond becomes a second one. */
export function repairTable(editor: RichTextSlate, node: Element, path: Path): boolean {
  if (node.type !== 'table') return false;
  if (typeof node.header !== 'boolean') {
    Transforms.setNodes(editor, { header: false }, { at: path });
    return true;
  }
  if (node.children.length === 0) {
    Transforms.insertNodes(editor, emptyRow(1), { at: [...path, 0] });
    return true;
  }
  if (wrapLoose(editor, node, path, 'row')) return true;
  if (node.children.length > MAX_ROWS) {
    Transforms.splitNodes(editor, { at: [...path, MAX_ROWS] });
    return true;
  }
  return evenRows(editor, node.children, path);
}

function evenRows(editor: RichTextSlate, rows: readonly Row[], path: Path): boolean {
  let width = 1;
  let ragged = false;
  for (const row of rows) {
    if (row.children.length !== rows[0]?.children.length) ragged = true;
    width = Math.max(width, row.children.length);
  }
  if (!ragged) return false;
  Editor.withoutNormalizing(editor, () => {
    rows.forEach((row, index) => {
      const missing = width - row.children.length;
      if (missing > 0)
        Transforms.insertNodes(
          editor,
          Array.from({ length: missing }, () => emptyCell()),
          { at: [...path, index, row.children.length] },
        );
    });
  });
  return true;
}

/** Wraps children that are not what they must be; neighbouring words go into one. */
function wrapLoose(editor: RichTextSlate, node: Element, path: Path, type: 'row' | 'cell' | 'part'): boolean {
  const first = node.children.findIndex((child) => (child as Element).type !== type);
  if (first === -1) return false;
  let end = first + 1;
  const loose = (at: number) => {
    const child = node.children[at];
    return child !== undefined && isLine(editor, child);
  };
  if (loose(first)) while (loose(end)) end += 1;
  const wrapper = type === 'part' ? { type, part: 'when', children: [] } : { type, children: [] };
  Transforms.wrapNodes(editor, wrapper as unknown as Element, {
    at: path,
    match: (child, at) =>
      at.length === path.length + 1 &&
      node.children.includes(child as never) &&
      (at.at(-1) ?? 0) >= first &&
      (at.at(-1) ?? 0) < end,
    mode: 'highest',
    voids: true,
  });
  return true;
}

/** Says the words of the children from `most` on in the last child that may stay. */
function mergeSurplus(editor: RichTextSlate, node: Element, path: Path, most: number): void {
  Editor.withoutNormalizing(editor, () => {
    const last = [...path, most - 1];
    const line = lineOf([node.children[most - 1], ...node.children.slice(most)] as Node[]);
    for (let index = node.children.length - 1; index >= most; index -= 1)
      Transforms.removeNodes(editor, { at: [...path, index] });
    setLine(editor, last, line);
  });
}

function setLine(editor: RichTextSlate, path: Path, line: readonly Inline[]): void {
  const node = Node.get(editor, path) as Element;
  Transforms.insertNodes(editor, line.length > 0 ? [...line] : [{ text: '' }], {
    at: [...path, node.children.length],
  });
  for (let index = node.children.length - 1; index >= 0; index -= 1)
    Transforms.removeNodes(editor, { at: [...path, index], voids: true });
}

/** The lines of several elements as one, with breaks between those that say something. */
function lineOf(elements: readonly Node[]): Inline[] {
  return elements
    .filter((element) => Element.isElement(element) && Node.string(element) + mentionsIn(element) !== '')
    .flatMap((element, at) => [
      ...(at > 0 ? [{ text: '\n' }] : []),
      ...((element as Element).children as Inline[]),
    ]);
}
const mentionsIn = (element: Element): string =>
  element.children.some((child) => 'type' in child && child.type === 'mention') ? '@' : '';

/**
 * A judgement has its five parts, each once and in order. Parts that came twice are joined, words without a part are
 * said in the part before them.
 */
export function repairJudgement(editor: RichTextSlate, node: Element, path: Path): boolean {
  if (node.type !== 'judgement') return false;
  if (wrapLoose(editor, node, path, 'part')) return true;
  const parts = node.children as unknown as Part[];
  if (parts.length === JUDGEMENT_PARTS.length && parts.every(({ part }, at) => part === JUDGEMENT_PARTS[at]))
    return false;
  const held = JUDGEMENT_PARTS.map((): Part[] => []);
  let current = 0;
  for (const part of parts) {
    const own = (JUDGEMENT_PARTS as readonly string[]).indexOf(part.part);
    if (own !== -1) current = own;
    held[current]?.push(part);
  }
  const { selection } = editor;
  Editor.withoutNormalizing(editor, () => {
    for (let index = parts.length - 1; index >= 0; index -= 1)
      Transforms.removeNodes(editor, { at: [...path, index] });
    const whole = JUDGEMENT_PARTS.map((name, at) => {
      const line = lineOf(held[at] ?? []);
      return line.length > 0 ? { ...emptyPart(name), children: line } : emptyPart(name);
    });
    Transforms.insertNodes(editor, whole, { at: [...path, 0] });
    if (selection && Editor.hasRange(editor, selection)) Transforms.select(editor, selection);
  });
  return true;
}

/** A decision is a question and whole branches: every `when` has its `then`. */
export function repairDecision(editor: RichTextSlate, node: Element, path: Path): boolean {
  if (node.type !== 'decision') return false;
  if (wrapLoose(editor, node, path, 'part')) return true;
  const parts = node.children as Part[];
  if (parts.length > MAX_DECISION_PARTS) {
    mergeSurplus(editor, node, path, MAX_DECISION_PARTS);
    return true;
  }
  if (parts.length < 3 || parts.length % 2 === 0) {
    Transforms.insertNodes(editor, emptyPart(decisionPartAt(parts.length)), { at: [...path, parts.length] });
    return true;
  }
  const wrong = parts.findIndex(({ part }, at) => part !== decisionPartAt(at));
  if (wrong === -1) return false;
  Transforms.setNodes(editor, { part: decisionPartAt(wrong) }, { at: [...path, wrong] });
  return true;
}
