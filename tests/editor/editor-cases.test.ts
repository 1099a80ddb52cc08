// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { asBlock, fromSlate } from '../../renderer/editor/core/convert.ts';
import { createRichTextEditor } from '../../renderer/editor/core/create-editor.ts';
import { loadMarkdown } from '../../renderer/editor/paste/markdown-later.ts';
import { documentSchema } from '../../shared/richtext/document.ts';
import { hasDuplicateIds } from '../../shared/richtext/upgrade.ts';
import type { EditorCase } from './editor-case.ts';
import { load, show } from './notation.ts';

const cases = import.meta.glob<{ default: EditorCase }>('./cases/**/*.ts', { eager: true });

function countingEditor() {
  let made = 0;
  return createRichTextEditor(() => `fresh-${(made += 1)}`);
}

describe('editor cases', () => {
  // Fetched with the first Markdown that is pasted; a case is over before it would arrive.
  beforeAll(loadMarkdown);

  it('are enough to be worth running', () => {
    expect(Object.keys(cases).length).toBeGreaterThanOrEqual(400);
  });

  for (const [file, { default: given }] of Object.entries(cases)) {
    it(`${file.replace(/^\.\/cases\/|\.ts$/gu, '')}: ${given.says}`, () => {
      const editor = countingEditor();
      load(editor, given.input);
      given.run(editor);
      expect(show(editor)).toEqual(given.output);
      if (given.ids) expect(editor.children.map((node) => asBlock(node)?.id)).toEqual(given.ids);

      // Whatever was done: the result can be saved, read again, and is the same when normalised once more.
      const document = fromSlate(editor.children);
      expect(documentSchema.safeParse(document).success).toBe(true);
      expect(hasDuplicateIds(document)).toBe(false);
      const before = show(editor);
      editor.normalize({ force: true });
      expect(show(editor)).toEqual(before);
    });
  }
});
