import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { addColumn } from '../../renderer/editor/commands/table.ts';
import { columnWidths } from '../../renderer/editor/core/column-widths.ts';
import { fromSlate, toSlate } from '../../renderer/editor/core/convert.ts';
import { createRichTextEditor } from '../../renderer/editor/core/create-editor.ts';
import { isTooHeavy, weightOf } from '../../renderer/editor/paste/too-large.ts';
import { canonicalBlock, sameDocument } from '../../shared/richtext/canonical.ts';
import type { BlockOf, RichText } from '../../shared/richtext/document.ts';

type Table = BlockOf<'table'>;

const table = (height: number, width: number, words = (y: number, x: number) => `r${y} c${x}`): Table => ({
  id: 'large-table',
  type: 'table',
  header: true,
  children: Array.from({ length: height }, (_row, y) => ({
    type: 'row',
    children: Array.from({ length: width }, (_cell, x) => ({
      type: 'cell',
      children: [{ text: words(y, x) }],
    })),
  })),
});
const asDocument = (block: Table): RichText => ({ version: 2, blocks: [block] });
function editorWith(block: Table) {
  const editor = createRichTextEditor();
  editor.children = toSlate(asDocument(block), editor.makeBlockId);
  Transforms.select(editor, Editor.start(editor, [0, 1, 1]));
  return editor;
}

describe('a large table', () => {
  it('keeps all rows it had when a letter is written in one', () => {
    const editor = editorWith(table(40, 40));
    const before = fromSlate(editor.children);
    editor.insertText('x');
    const after = fromSlate(editor.children);
    const rows = (document: RichText) => (document.blocks[0] as Table).children;
    const changed = rows(after).flatMap((row, at) => (row === rows(before)[at] ? [] : [at]));
    expect(changed).toEqual([1]);
    expect(sameDocument(before, after)).toBe(false);
    editor.deleteBackward('character');
    expect(sameDocument(before, fromSlate(editor.children))).toBe(true);
  });

  it('is the same when it was read anew, and not when one cell, the header or the direction differs', () => {
    const one = asDocument(table(30, 10));
    const read = JSON.parse(JSON.stringify(one)) as RichText;
    expect(sameDocument(one, read)).toBe(true);
    for (const other of [
      table(30, 10, (y, x) => (y === 29 && x === 9 ? 'other' : `r${y} c${x}`)),
      { ...table(30, 10), header: false },
      { ...table(30, 10), dir: 'rtl' as const },
      table(29, 10),
      table(30, 9),
    ])
      expect(sameDocument(one, asDocument(other))).toBe(false);
  });

  it('is looked at as a whole, not cell by cell, when a column comes in', () => {
    const editor = editorWith(table(60, 30));
    const looked: string[] = [];
    const { normalizeNode } = editor;
    editor.normalizeNode = (entry, options) => {
      looked.push(entry[1].join('.'));
      normalizeNode(entry, options);
    };
    addColumn(editor, 'after');
    expect(looked.length).toBeLessThan(10);
    looked.length = 0;
    editor.undo();
    expect(looked.length).toBeLessThan(10);
    expect(canonicalBlock(editor.children[0] as Table)).toEqual(table(60, 30));
  });

  it('still repairs what comes in broken', () => {
    const editor = editorWith(table(3, 2));
    const row = {
      type: 'row',
      children: [
        { type: 'cell', align: 'sideways', children: [{ text: 'a', colour: 'red' }, { text: 'b' }] },
        { type: 'cell', children: [{ id: 'inner-block', type: 'paragraph', children: [{ text: 'c' }] }] },
        { type: 'cell', children: [] },
      ],
    };
    Transforms.insertNodes(editor, row as never, { at: [0, 1], batchDirty: false });
    const block = editor.children[0] as Table;
    expect(block.children[1]?.children).toEqual([
      { type: 'cell', children: [{ text: 'ab' }] },
      { type: 'cell', children: [{ text: 'c' }] },
      { type: 'cell', children: [{ text: '' }] },
    ]);
    expect(block.children.map(({ children }) => children.length)).toEqual([3, 3, 3, 3]);
  });

  it('is pasted without being asked about up to 500 × 50, not with four times that', () => {
    expect(isTooHeavy(weightOf([table(500, 50)]))).toBe(false);
    expect(isTooHeavy(weightOf([table(2_000, 50)]))).toBe(true);
    expect(weightOf([table(10, 10)])).toBe(101);
  });

  it('has columns as wide as most of their words, within bounds', () => {
    const [narrow, wide, middle] = columnWidths(
      table(200, 3, (_y, x) => (x === 0 ? '7' : x === 1 ? 'word '.repeat(100) : 'a pump of the old kind')),
    );
    expect([narrow, wide]).toEqual([6.5, 20]);
    expect(middle).toBeGreaterThan(10);
    expect(middle).toBeLessThan(20);
    // Chinese letters are as wide as they are high.
    const [latin = 0, chinese = 0] = columnWidths(
      table(50, 2, (_y, x) => (x === 0 ? 'abcdefgh' : '水泵电容启动困难')),
    );
    expect(chinese).toBeGreaterThan(latin);
  });
});
