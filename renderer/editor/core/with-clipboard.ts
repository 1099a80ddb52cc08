import { Editor, Range } from 'slate';
import { type Block, lowestVersion } from '../../../shared/richtext/document.ts';
import { toHtml } from '../../../shared/richtext/html-out.ts';
import { plainText } from '../../../shared/richtext/plain-text.ts';
import { countSimplified } from '../../../shared/richtext/simplified.ts';
import { insertBlocks } from '../commands/insert.ts';
import { setLink, toSafeUrl } from '../commands/links.ts';
import { cursorBlock } from '../commands/selection.ts';
import { FRAGMENT_TYPE, readFragment, writeFragment } from '../paste/fragment.ts';
import { htmlToBlocks } from '../paste/html-to-blocks.ts';
import { textToBlocks } from '../paste/text-to-blocks.ts';
import { asBlock, fromSlate } from './convert.ts';
import type { RichTextSlate } from './slate-types.ts';

/**
 * What goes out on the clipboard and what comes in. Nothing that comes in is ever rendered: our own fragments are
 * checked against the schema, HTML is read into blocks by an allow-list, the rest is text.
 */
export function withClipboard(editor: RichTextSlate): RichTextSlate {
  editor.setFragmentData = (data) => {
    if (!editor.selection || (Range.isCollapsed(editor.selection) && !onDivider(editor))) return;
    const blocks = fromSlate(editor.getFragment()).blocks;
    const fragment = { version: lowestVersion(blocks), blocks };
    data.setData(FRAGMENT_TYPE, writeFragment(fragment));
    data.setData('text/html', toHtml(fragment));
    data.setData('text/plain', plainText(fragment));
  };

  editor.insertData = (data) => {
    const block = cursorBlock(editor)?.[0];
    const text = data.getData('text/plain');
    // In code, only letters count; and an address on selected words means "link these words".
    if (block?.type === 'code') return editor.insertText(text.replace(/\r\n?/gu, '\n'));
    if (linkSelection(editor, text)) return;
    const blocks = readData(editor, data, text);
    if (blocks.length > 0) insertBlocks(editor, blocks);
  };
  editor.insertFragmentData = (data) => {
    editor.insertData(data);
    return true;
  };
  return editor;
}

function readData(editor: RichTextSlate, data: DataTransfer, text: string): readonly Block[] {
  const fragment = readFragment(data.getData(FRAGMENT_TYPE));
  if (fragment) return fragment.blocks;
  const html = data.getData('text/html');
  const { blocks, simplified } = htmlToBlocks(html, editor.makeBlockId);
  if (blocks.length === 0) return textToBlocks(text, editor.makeBlockId);
  if (countSimplified(simplified) > 0) editor.onSimplified(simplified);
  return blocks;
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
