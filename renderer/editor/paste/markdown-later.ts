import { countSimplified } from '../../../shared/richtext/simplified.ts';
import { insertBlocks } from '../commands/insert.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { parseInert } from './inert-document.ts';
import { insteadOfPaste } from './instead-of-paste.ts';
import { toHast } from './to-hast.ts';

type Mapper = typeof import('../../../shared/richtext/markdown-in/markdown-to-blocks.ts');
let mapper: Mapper | undefined;

/** The reader of Markdown is large and rarely wanted: it is fetched when the first Markdown is pasted. */
export async function loadMarkdown(): Promise<void> {
  mapper ??= await import('../../../shared/richtext/markdown-in/markdown-to-blocks.ts');
}

/**
 * Turns text that was just pasted as lines into what its Markdown means. The lines are one step and this is another, so
 * that one undo gives back the letters as they were. Does nothing when anything else has happened to the text meanwhile.
 */
export function readMarkdownLater(editor: RichTextSlate, text: string): void {
  if (mapper) return turn(editor, text, mapper);
  const before = editor.children;
  const steps = editor.history.undos.length;
  void loadMarkdown().then(
    () => {
      const untouched = editor.children === before && editor.history.undos.length === steps;
      if (mapper && untouched && !editor.isComposing()) turn(editor, text, mapper);
    },
    // The lines stay as they are.
    () => undefined,
  );
}

function turn(editor: RichTextSlate, text: string, { markdownToBlocks }: Mapper): void {
  const { blocks, simplified } = markdownToBlocks(text, {
    makeBlockId: editor.makeBlockId,
    html: (html) => {
      const body = parseInert(html)?.body;
      return body ? toHast(body) : { type: 'root', children: [{ type: 'text', value: html }] };
    },
  });
  if (blocks.length === 0) return;
  insteadOfPaste(editor, () => insertBlocks(editor, blocks));
  if (countSimplified(simplified) > 0) editor.onSimplified(simplified);
}
