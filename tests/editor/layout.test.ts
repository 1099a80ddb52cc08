import fc from 'fast-check';
import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { toSlate } from '../../renderer/editor/core/convert.ts';
import { createRichTextEditor } from '../../renderer/editor/core/create-editor.ts';
import { currentLayout, layoutOf } from '../../renderer/editor/core/layout.ts';
import type { RichTextSlate } from '../../renderer/editor/core/slate-types.ts';
import type { Block } from '../../shared/richtext/document.ts';
import { documentOf } from '../support/rich-text-builders.ts';

function editorWith(...blocks: readonly Block[]): RichTextSlate {
  let made = 0;
  const makeId = () => `made-${(made += 1)}`;
  const editor = createRichTextEditor(makeId);
  editor.children = toSlate(documentOf(...blocks), makeId);
  Transforms.select(editor, Editor.end(editor, []));
  return editor;
}

const item = (text: string, style: 'number' | 'bullet' = 'number'): Block => ({
  id: '',
  type: 'list-item',
  style,
  depth: 0,
  children: text === '' ? [] : [{ text }],
});
const line = (text: string): Block => ({
  id: '',
  type: 'paragraph',
  children: text === '' ? [] : [{ text }],
});

const layoutNow = (editor: RichTextSlate) => [...currentLayout(editor)].map(([, layout]) => layout);
const shownNow = (editor: RichTextSlate) =>
  editor.children.map((block) => currentLayout(editor).get(block) ?? 'none');
const anew = (editor: RichTextSlate) =>
  editor.children.map((block) => layoutOf([...editor.children]).get(block));

describe('the layout an editor keeps', () => {
  it('is the same object while only words change, so that nobody draws anything', () => {
    const editor = editorWith(line('سلام'), item('one'), item('two'), line(''));
    const before = currentLayout(editor);
    Transforms.select(editor, Editor.end(editor, [1]));
    editor.insertText(' more');
    expect(currentLayout(editor)).toBe(before);
    expect(shownNow(editor)).toEqual(anew(editor));
    expect(layoutNow(editor)).toHaveLength(4);
  });

  it('is another one when a first letter turns a block, and those that follow it, around', () => {
    const editor = editorWith(line('1'), line(''));
    const before = currentLayout(editor);
    Transforms.select(editor, Editor.end(editor, [0]));
    editor.insertText('س');
    expect(currentLayout(editor)).not.toBe(before);
    expect(shownNow(editor).map((layout) => layout !== 'none' && layout.dir)).toEqual(['rtl', 'rtl']);
  });

  it('is another one when two numbered items change places, though each looks like the other', () => {
    const editor = editorWith(item('one'), item('two'), line('end'));
    const before = currentLayout(editor);
    Transforms.moveNodes(editor, { at: [1], to: [0] });
    expect(currentLayout(editor)).not.toBe(before);
    expect(shownNow(editor)).toEqual(anew(editor));
  });

  it('is always what working it out anew would give', () => {
    const step = fc.tuple(
      fc.constantFrom('type', 'rtl', 'break', 'delete', 'style', 'deeper', 'undo', 'swap', 'remove'),
      fc.nat({ max: 20 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const editor = editorWith(
          line('1'),
          item('one'),
          item(''),
          item('سه', 'bullet'),
          line(''),
          item('x'),
        );
        for (const [what, where] of steps) {
          const index = where % editor.children.length;
          Transforms.select(editor, Editor.end(editor, [index]));
          if (what === 'type') editor.insertText('a');
          else if (what === 'rtl') editor.insertText('پ');
          else if (what === 'break') editor.insertBreak();
          else if (what === 'delete') editor.deleteBackward('character');
          else if (what === 'style')
            Transforms.setNodes(editor, { style: 'bullet' } as object, { at: [index] });
          else if (what === 'deeper') Transforms.setNodes(editor, { depth: 1 } as object, { at: [index] });
          else if (what === 'undo') editor.undo();
          else if (what === 'swap') Transforms.moveNodes(editor, { at: [index], to: [0] });
          else if (editor.children.length > 1) Transforms.removeNodes(editor, { at: [index] });
          expect(shownNow(editor)).toEqual(anew(editor));
        }
      }),
    );
  });
});
