import { Editor, Range } from 'slate';
import { HistoryEditor } from 'slate-history';
import { blockText } from '../../../shared/richtext/plain-text.ts';
import { countSimplified } from '../../../shared/richtext/simplified.ts';
import { insertFiles } from '../commands/files.ts';
import { insertBlocks } from '../commands/insert.ts';
import { setLink, toSafeUrl } from '../commands/links.ts';
import { cursorBlock } from '../commands/selection.ts';
import { selectedCells } from '../commands/table.ts';
import { copyBlocks } from '../paste/fragment.ts';
import { readMarkdownLater } from '../paste/markdown-later.ts';
import { askAddress, mentionLater } from '../paste/mention-later.ts';
import { placePictures } from '../paste/place-pictures.ts';
import { takePlainPaste } from '../paste/plain-paste.ts';
import { type Pasted, readClipboard } from '../paste/read-clipboard.ts';
import { fits, type LargePaste } from '../paste/too-large.ts';
import { asBlock, fromSlate } from './convert.ts';
import { filesOf } from './file-queue.ts';
import type { RichTextSlate } from './slate-types.ts';

/**
 * What goes out on the clipboard and what comes in. Nothing that comes in is ever rendered: our own fragments are
 * checked against the schema, HTML is read into blocks by an allow-list, the rest is text.
 */
export function withClipboard(editor: RichTextSlate): RichTextSlate {
  editor.setFragmentData = (data) => {
    if (!editor.selection || (Range.isCollapsed(editor.selection) && !onDivider(editor))) return;
    copyBlocks(data, fromSlate(editor.getFragment()).blocks);
  };

  editor.insertData = (data) => {
    const block = cursorBlock(editor)?.[0];
    const text = data.getData('text/plain');
    // In code, only letters count; and an address on selected words means "link these words".
    if (block?.type === 'code') return editor.insertText(text.replace(/\r\n?/gu, '\n'));
    const plain = takePlainPaste(editor);
    const address = plain ? undefined : askAddress(editor, text);
    if (!address && linkSelection(editor, text)) return;
    const { store } = filesOf(editor);
    const pasted = readClipboard(data, {
      makeBlockId: editor.makeBlockId,
      keepsPictures: store !== undefined,
      plain,
      inTable: selectedCells(editor) !== undefined,
    });
    if (pasted.tooLarge || !fits(editor.children.length, pasted.blocks.length))
      editor.onTooLarge(largePaste(editor, pasted, data));
    else {
      putIn(editor, pasted);
      if (address) mentionLater(editor, address);
    }
  };
  editor.insertFragmentData = (data) => {
    editor.insertData(data);
    return true;
  };
  return editor;
}

function putIn(editor: RichTextSlate, { blocks, pictures, markdown, simplified }: Pasted): void {
  HistoryEditor.withNewBatch(editor, () => insertBlocks(editor, blocks));
  if (pictures.length > 0) placePictures(editor, pictures, blocks.length);
  if (markdown !== undefined) readMarkdownLater(editor, markdown);
  if (countSimplified(simplified) > 0) editor.onSimplified(simplified);
}

/** Too much to draw at once: the writer decides. The clipboard is gone by then, so everything is held here. */
function largePaste(editor: RichTextSlate, pasted: Pasted, data: DataTransfer): LargePaste {
  const words = data.getData('text/plain') || pasted.blocks.map(blockText).join('\n');
  const file = (): File => new File([words], 'pasted.txt', { type: 'text/plain' });
  const canFit = pasted.blocks.length > 0 && fits(editor.children.length, pasted.blocks.length);
  return {
    asFile:
      filesOf(editor).store && words !== ''
        ? () => insertFiles(editor, [file()], { asFile: true })
        : undefined,
    anyway: canFit ? () => putIn(editor, pasted) : undefined,
  };
}

function linkSelection(editor: RichTextSlate, text: string): boolean {
  const { selection } = editor;
  if (!selection || Range.isCollapsed(selection) || selection.anchor.path[0] !== selection.focus.path[0])
    return false;
  if (!/^(https?:\/\/|mailto:)\S+$/iu.test(text.trim()) || !toSafeUrl(text)) return false;
  return setLink(editor, text);
}

function onDivider(editor: RichTextSlate): boolean {
  const point = editor.selection && Editor.start(editor, editor.selection);
  return point !== null && asBlock(editor.children[point.path[0] ?? -1])?.type === 'divider';
}
