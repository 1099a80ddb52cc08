import { Editor, Node, Path, Range, Transforms } from 'slate';
import { canonicalBlock } from '../../../shared/richtext/canonical.ts';
import type { Block, BlockOf, Inline, Mention } from '../../../shared/richtext/document.ts';
import { linesOf } from '../../../shared/richtext/walk.ts';
import { toSlate } from '../core/convert.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { fillCells } from './fill-cells.ts';
import { stepAfterInline } from './inline-edge.ts';
import { cursorBlock, cursorLine, isEmptyBlock } from './selection.ts';
import { selectedCells } from './table.ts';

/**
 * Puts blocks at the cursor, in place of the selection; cells that are pasted into a table fill its cells. Each gets
 * a new id. One paragraph flows into the line; of several, the first joins the line when both are running text, and what
 * stood after the cursor follows the last.
 */
export function insertBlocks(editor: RichTextSlate, pasted: readonly Block[]): void {
  const blocks = toSlate(
    { version: 2, blocks: pasted.map((block) => ({ ...canonicalBlock(block), id: editor.makeBlockId() })) },
    editor.makeBlockId,
  );
  const [first] = blocks;
  if (!first || pasted.length === 0) return;
  if (first.type === 'table' && blocks.length === 1 && pasteCells(editor, first)) return;
  if (!editor.selection) Transforms.select(editor, Editor.end(editor, []));
  Editor.withoutNormalizing(editor, () => {
    if (editor.selection && Range.isExpanded(editor.selection)) Editor.deleteFragment(editor);
    const here = cursorBlock(editor);
    if (!here || !editor.selection) return;
    const [block, path] = here;
    if (block.type === 'code') return editor.insertText(blocks.map((each) => Node.string(each)).join('\n'));
    if (block.type === 'divider' || block.type === 'record') return insertAfter(editor, path, blocks);
    if (holdsOneLine(editor, block, blocks)) return insertAsLines(editor, path, blocks);
    if (blocks.length === 1 && first.type === 'paragraph') return insertInlines(editor, first.children);
    if (isEmptyBlock(editor, block)) {
      insertAfter(editor, path, blocks);
      // The empty line was only the place to paste at; a list item or heading that waited for text gives way as well.
      Transforms.removeNodes(editor, { at: path });
      return;
    }
    splice(editor, path, blocks);
  });
}

/** A table into a table: into its cells, or behind it when they would be more than a table may have. */
function pasteCells(editor: RichTextSlate, pasted: BlockOf<'table'>): boolean {
  if (fillCells(editor, pasted)) return true;
  const cells = selectedCells(editor);
  if (!cells || (pasted.children.length === 1 && pasted.children[0]?.children.length === 1)) return false;
  insertAfter(editor, [cells.index], [pasted]);
  return true;
}

/** Cells, parts and captions hold one line; a callout keeps together what is pasted into it as long as it is words. */
function holdsOneLine(editor: RichTextSlate, block: Block, pasted: readonly Block[]): boolean {
  const line = cursorLine(editor)?.[0];
  if (!line) return false;
  if (line.type === 'cell' || line.type === 'part') return true;
  if (block.type === 'image' || block.type === 'file' || block.type === 'audio') return true;
  return block.type === 'callout' && pasted.every(({ type }) => type === 'paragraph');
}

const SHOWN: ReadonlySet<string> = new Set(['image', 'file', 'audio', 'record']);

/** Says the words of the blocks at the cursor, a line each; pictures, files and cards stand behind the block. */
function insertAsLines(editor: RichTextSlate, path: Path, blocks: readonly Block[]): void {
  const words = blocks.filter(({ type }) => !SHOWN.has(type));
  const shown = blocks.filter(({ type }) => SHOWN.has(type));
  const lines = words.flatMap(readOut).filter((line) => line.some(isSaid));
  lines.forEach((line, at) => {
    if (at > 0) Transforms.insertText(editor, '\n');
    insertInlines(editor, line);
  });
  putBlocks(editor, shown, (path[0] ?? 0) + 1);
}

const isSaid = (inline: Inline): boolean =>
  'text' in inline ? inline.text !== '' : inline.type === 'mention' || inline.children.some(isSaid);

/** The lines of a block; the cells of a row are said one after the other. */
function readOut(block: Block): readonly (readonly Inline[])[] {
  if (block.type !== 'table') return linesOf(block);
  return block.children.map((row) =>
    row.children.flatMap((cell, at) => (at > 0 ? [{ text: '\t' }, ...cell.children] : cell.children)),
  );
}

function insertAfter(editor: RichTextSlate, path: Path, blocks: Block[]): void {
  const at = (path[0] ?? 0) + 1;
  putBlocks(editor, blocks, at);
  Transforms.select(editor, Editor.end(editor, [at + blocks.length - 1]));
}

/** Blocks together, tables each alone: of those that come as a batch, Slate would look at every letter again. */
function putBlocks(editor: RichTextSlate, blocks: readonly Block[], index: number): void {
  let from = 0;
  const put = (end: number, batchDirty: boolean) => {
    if (end > from)
      Transforms.insertNodes(editor, blocks.slice(from, end), { at: [index + from], batchDirty });
    from = Math.max(from, end);
  };
  blocks.forEach(({ type }, at) => {
    if (type !== 'table') return;
    put(at, true);
    put(at + 1, false);
  });
  put(blocks.length, true);
}

/** Pastes into a line that has text: cut it at the cursor, let the ends grow together where both are running text. */
function splice(editor: RichTextSlate, path: Path, blocks: Block[]): void {
  const cursor = editor.selection?.anchor;
  if (!cursor) return;
  const atStart = Editor.isStart(editor, cursor, path);
  const atEnd = Editor.isEnd(editor, cursor, path);
  const [first, ...rest] = blocks;
  const joinFirst = first?.type === 'paragraph' && !atStart;
  const index = path[0] ?? 0;
  if (!atEnd && !atStart) Transforms.splitNodes(editor, { always: true });
  if (joinFirst && first) {
    Transforms.select(editor, Editor.end(editor, [index]));
    insertInlines(editor, first.children);
  }
  const others = joinFirst ? rest : blocks;
  const at = atStart ? index : index + 1;
  if (others.length === 0) return;
  putBlocks(editor, others, at);
  Transforms.select(editor, Editor.end(editor, [at + others.length - 1]));
}

/** Runs, links and mentions at the cursor. In a link, only their words: a link holds nothing but text. */
function insertInlines(editor: RichTextSlate, inlines: readonly Inline[]): void {
  for (const inline of inlines) {
    if ('text' in inline && inline.text === '') continue;
    Transforms.insertNodes(editor, inline, { select: true });
    if (!('text' in inline)) stepAfterInline(editor);
  }
}

/** Puts a mention in place of `at` (the typed `@name`), followed by a space so that one can go on writing. */
export function insertMention(
  editor: RichTextSlate,
  mention: Pick<Mention, 'kind' | 'id' | 'label'>,
  at?: Range,
): void {
  const label = mention.label.slice(0, 500);
  Editor.withoutNormalizing(editor, () => {
    if (at) {
      Transforms.select(editor, at);
      Transforms.delete(editor, { at });
    }
    Transforms.insertNodes(editor, {
      type: 'mention',
      kind: mention.kind,
      id: mention.id,
      label,
      children: [{ text: '' }],
    });
    stepAfterInline(editor);
    Transforms.insertText(editor, ' ');
  });
}
