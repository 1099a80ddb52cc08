// @vitest-environment jsdom
import fc from 'fast-check';
import { Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { fromSlate, toSlate } from '../../renderer/editor/core/convert.ts';
import { createRichTextEditor } from '../../renderer/editor/core/create-editor.ts';
import { EmittedDocuments, isBindable } from '../../renderer/editor/core/emitted-documents.ts';
import { canonicalDocument, sameDocument } from '../../shared/richtext/canonical.ts';
import { type Block, documentSchema, EMPTY_DOCUMENT, type RichText } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { anyDocument, documentOf, paragraphs } from '../support/rich-text-builders.ts';

function editorWith(document: RichText) {
  let made = 0;
  const editor = createRichTextEditor(() => `fresh-${(made += 1)}`);
  editor.children = toSlate(document, editor.makeBlockId);
  return editor;
}

/** Code with marks is the one thing the schema allows and the editor does not: marks mean nothing there. */
const withoutMarksInCode = (document: RichText): RichText => ({
  ...document,
  blocks: document.blocks.map((block) =>
    block.type === 'code' ? { ...block, children: block.children.map(({ text }) => ({ text })) } : block,
  ),
});

describe('document to editor and back', () => {
  it('changes nothing, ids and all', () => {
    fc.assert(
      fc.property(anyDocument, (any) => {
        const document = withoutMarksInCode(any);
        const back = fromSlate(toSlate(any, () => 'unused-id'));
        if (document.blocks.length === 1 && plainText(document) === '') return;
        expect(back).toEqual(canonicalDocument(document));
      }),
      { numRuns: 200 },
    );
  });

  it('finds nothing to repair in any document that may be stored', () => {
    fc.assert(
      fc.property(anyDocument, (any) => {
        const document = withoutMarksInCode(any);
        const editor = editorWith(document);
        const before = editor.children;
        editor.normalize({ force: true });
        expect(editor.children).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  it('takes a text nobody has written in for the empty document', () => {
    const editor = editorWith(EMPTY_DOCUMENT);
    expect(editor.children).toHaveLength(1);
    expect(fromSlate(editor.children)).toBe(EMPTY_DOCUMENT);
    expect(
      fromSlate(toSlate(documentOf({ id: '', type: 'quote', children: [] }), () => 'unused')).blocks,
    ).toHaveLength(1);
  });

  it('converts only what has changed', () => {
    const editor = editorWith(paragraphs('one', 'two', 'three'));
    const before = fromSlate(editor.children);
    Transforms.insertText(editor, '!', { at: { path: [1, 0], offset: 3 } });
    const after = fromSlate(editor.children);
    expect(after.blocks.map((block, at) => block === before.blocks[at])).toEqual([true, false, true]);
  });

  it('survives any order of commands with a document that can be stored', () => {
    type Step = (editor: ReturnType<typeof editorWith>, at: number) => void;
    const steps: readonly Step[] = [
      (editor) => editor.insertBreak(),
      (editor) => editor.insertSoftBreak(),
      (editor) => editor.deleteBackward('character'),
      (editor) => editor.deleteForward('character'),
      (editor) => editor.deleteBackward('word'),
      (editor) => editor.insertText('x'),
      (editor) => editor.insertText('سلام '),
      (editor) => editor.undo(),
      (editor) => editor.redo(),
      (editor) => editor.deleteFragment(),
      (editor, at) => {
        const index = at % editor.children.length;
        Transforms.select(editor, at % 2 ? editor.start([index]) : editor.end([index]));
      },
      (editor, at) =>
        Transforms.select(editor, {
          anchor: editor.start([]),
          focus: editor.end([at % editor.children.length]),
        }),
    ];
    fc.assert(
      fc.property(
        anyDocument,
        fc.array(fc.tuple(fc.nat(steps.length - 1), fc.nat(20)), { maxLength: 15 }),
        (document, chosen) => {
          const editor = editorWith(document);
          editor.normalize({ force: true });
          Transforms.select(editor, editor.end([]));
          for (const [step, at] of chosen) steps[step]?.(editor, at);
          const result = fromSlate(editor.children);
          expect(documentSchema.safeParse(result).success).toBe(true);
          expect(isBindable(JSON.parse(JSON.stringify(result)))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('undoes everything that was done', () => {
    fc.assert(
      fc.property(anyDocument, fc.array(fc.nat(6), { minLength: 1, maxLength: 12 }), (any, chosen) => {
        const document = withoutMarksInCode(any);
        fc.pre(document.blocks.length > 0);
        const editor = editorWith(document);
        Transforms.select(editor, editor.start([]));
        for (const step of chosen) {
          if (step === 0) editor.insertBreak();
          else if (step === 1) editor.deleteBackward('character');
          else if (step === 2) editor.deleteForward('character');
          else if (step === 3) Transforms.select(editor, editor.end([editor.children.length - 1]));
          else if (step === 4)
            Transforms.select(editor, editor.start([Math.floor(editor.children.length / 2)]));
          else editor.insertText('- ');
        }
        while (editor.history.undos.length > 0) editor.undo();
        expect(sameDocument(fromSlate(editor.children), document) || document.blocks.length === 1).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('what may be bound to an editor', () => {
  it.each([
    ['a document', paragraphs('a'), true],
    ['an empty one', EMPTY_DOCUMENT, true],
    ['nothing', null, false],
    ['text', 'text', false],
    ['another version', { version: 3, blocks: [] }, false],
    ['a double id', { version: 1, blocks: [...paragraphs('a').blocks, ...paragraphs('b').blocks] }, false],
  ])('%s', (_name, value, expected) => {
    expect(isBindable(value)).toBe(expected);
  });
});

describe('telling an echo from news', () => {
  it('knows every document it gave out, also as a copy read from the store', () => {
    const emitted = new EmittedDocuments(paragraphs('a'));
    const later = paragraphs('ab');
    emitted.remember(later);
    emitted.remember(paragraphs('abc'));
    expect(emitted.isForeign(later)).toBe(false);
    expect(emitted.isForeign(JSON.parse(JSON.stringify(later)) as RichText)).toBe(false);
    expect(emitted.isForeign(paragraphs('a'))).toBe(false);
    expect(emitted.isForeign(paragraphs('from elsewhere'))).toBe(true);
    expect(emitted.isLatest(paragraphs('abc'))).toBe(true);
    expect(emitted.isLatest(later)).toBe(false);
  });

  it('does not mind another spelling', () => {
    const emitted = new EmittedDocuments(paragraphs('ab'));
    const spelled = documentOf({
      id: '',
      type: 'paragraph',
      children: [{ text: 'a' }, { text: 'b' }],
    } satisfies Block);
    expect(emitted.isForeign(spelled)).toBe(false);
  });
});
