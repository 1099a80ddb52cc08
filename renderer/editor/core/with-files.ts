import { Editor, Range, Transforms } from 'slate';
import { chooseBlock, chosenFigure, forgetStaleChoice, isFigure, removeBlock } from '../commands/figures.ts';
import { insertFiles } from '../commands/files.ts';
import { cursorBlock, isEmptyBlock } from '../commands/selection.ts';
import { copyBlocks, FRAGMENT_TYPE } from '../paste/fragment.ts';
import { asBlock, fromSlate } from './convert.ts';
import { filesOf } from './file-queue.ts';
import type { RichTextSlate } from './slate-types.ts';
import { insertParagraphAfter } from './with-enter.ts';

/** Pictures, files, sounds and record cards among the lines: how one deletes, leaves, copies and pastes them. */
export function withFiles(editor: RichTextSlate): RichTextSlate {
  const { deleteBackward, deleteForward, insertBreak, insertData, onChange, setFragmentData } = editor;

  editor.onChange = (options) => {
    forgetStaleChoice(editor);
    filesOf(editor).refresh();
    onChange(options);
  };
  editor.deleteBackward = (unit) => {
    if (!deleteAside(editor, -1)) deleteBackward(unit);
  };
  editor.deleteForward = (unit) => {
    if (!deleteAside(editor, 1)) deleteForward(unit);
  };

  editor.insertBreak = () => {
    const entry = cursorBlock(editor);
    if (!entry || !(isFigure(entry[0]) || entry[0].type === 'record')) return insertBreak();
    const next = asBlock(editor.children[(entry[1][0] ?? 0) + 1]);
    // The line to go on in is often there already.
    if (next?.type === 'paragraph' && isEmptyBlock(editor, next))
      Transforms.select(editor, Editor.start(editor, [(entry[1][0] ?? 0) + 1]));
    else insertParagraphAfter(editor, entry);
  };

  editor.insertData = (data) => {
    const files = pastedFiles(editor, data);
    if (files.length === 0) return insertData(data);
    if (editor.selection && Range.isExpanded(editor.selection)) Editor.deleteFragment(editor);
    insertFiles(editor, files);
  };

  editor.setFragmentData = (data) => {
    const card = cursorBlock(editor)?.[0];
    const whole = chosenFigure(editor)?.[0] ?? (card?.type === 'record' ? card : undefined);
    if (!whole) return setFragmentData(data);
    copyBlocks(data, fromSlate([whole]).blocks);
  };
  return editor;
}

/** Backspace (-1) or Delete (1) beside or on a figure or a card. Gives false when this is about something else. */
function deleteAside(editor: RichTextSlate, step: 1 | -1): boolean {
  const entry = cursorBlock(editor);
  if (!entry || !editor.selection) return false;
  const [block, [index = 0]] = entry;
  if (chosenFigure(editor) || block.type === 'record') {
    removeBlock(editor, index);
    return true;
  }
  const { anchor } = editor.selection;
  const atEdge =
    step === -1 ? Editor.isStart(editor, anchor, [index]) : Editor.isEnd(editor, anchor, [index]);
  if (!atEdge) return false;
  // At the edge of a caption the figure itself is meant, never its neighbour.
  if (isFigure(block)) return chooseBlock(editor, index);
  const beside = asBlock(editor.children[index + step]);
  if (!isFigure(beside) && beside?.type !== 'record') return false;
  // A heading or an item becomes text first, as it does anywhere else.
  if (step === -1 && block.type !== 'paragraph') return false;
  const goes = block.type === 'paragraph' && isEmptyBlock(editor, block);
  if (goes) Transforms.removeNodes(editor, { at: [index] });
  return chooseBlock(editor, goes && step === 1 ? index : index + step);
}

/**
 * The files of a clipboard, when they are what was meant: an office program adds a picture of the words it copied, and
 * then the words are meant; a browser that copies a picture adds markup with nothing but the picture in it.
 */
function pastedFiles(editor: RichTextSlate, data: DataTransfer): readonly File[] {
  const files = [...(data.files ?? [])];
  if (files.length === 0 || !filesOf(editor).store || data.getData(FRAGMENT_TYPE) !== '') return [];
  const html = data.getData('text/html');
  const words = html.replace(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|<[^>]*>/giu, '').trim();
  if (words !== '' || /<(?:table|v:shape|svg)\b/iu.test(html)) return [];
  if (html === '' && data.getData('text/plain').trim() !== '') return [];
  return files;
}
