import { Editor, type Range, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { Block, Mention } from '../../../shared/richtext/document.ts';
import { asBlock } from '../core/convert.ts';
import { emptyParagraph } from '../core/new-blocks.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { insertMention } from './insert.ts';
import { cursorBlock, isEmptyBlock } from './selection.ts';

type Named = Pick<Mention, 'kind' | 'id' | 'label'>;

/** Editors with a search for records behind them. */
const able = new WeakSet<RichTextSlate>();
export const canStartCard = (editor: RichTextSlate): boolean => able.has(editor);
export function allowCards(editor: RichTextSlate, allowed: boolean): void {
  if (allowed) able.add(editor);
  else able.delete(editor);
}

/** Editors whose next choice from the list of records becomes a card. */
const wishes = new WeakSet<RichTextSlate>();

/**
 * Puts a card under the line of the cursor, or in its place when it is empty, and the cursor on the line behind it.
 * `at` is what was typed to find the record: it goes.
 */
export function insertCard(editor: RichTextSlate, named: Named, at?: Range): void {
  HistoryEditor.withNewBatch(editor, () => {
    Editor.withoutNormalizing(editor, () => {
      if (at) {
        Transforms.select(editor, at);
        Transforms.delete(editor, { at });
      }
      const index = editor.selection?.focus.path[0] ?? editor.children.length - 1;
      replaceOrFollow(editor, index, cardOf(editor, named));
    });
  });
}

function cardOf(editor: RichTextSlate, { kind, id, label }: Named): Block {
  return {
    id: editor.makeBlockId(),
    type: 'record',
    kind,
    recordId: id,
    label: label.slice(0, 500),
    children: [{ text: '' }],
  };
}

function replaceOrFollow(editor: RichTextSlate, index: number, card: Block): void {
  const here = asBlock(editor.children[index]);
  const empty = here?.type === 'paragraph' && isEmptyBlock(editor, here);
  const at = empty ? index : index + 1;
  // The empty line moves below: there is always one to go on in, and the cursor is in it already.
  Transforms.insertNodes(editor, card, { at: [at] });
  if (empty) return;
  const next = asBlock(editor.children[at + 1]);
  if (next?.type !== 'paragraph' || !isEmptyBlock(editor, next)) {
    Transforms.insertNodes(editor, emptyParagraph(editor), { at: [at + 1] });
  }
  Transforms.select(editor, Editor.start(editor, [at + 1]));
}

/** The only thing in the line, when that is a mention. */
function loneMention(block: Block): Mention | undefined {
  if (block.type !== 'paragraph') return undefined;
  const mentions = block.children.filter(
    (child): child is Mention => 'type' in child && child.type === 'mention',
  );
  const rest = block.children.filter((child) => !('text' in child && child.text.trim() === ''));
  return mentions.length === 1 && rest.length === 1 ? mentions[0] : undefined;
}

/** Turns a line that is nothing but a mention into a card. Gives false for any other line. */
export function mentionToCard(editor: RichTextSlate): boolean {
  const entry = cursorBlock(editor);
  const mention = entry && loneMention(entry[0]);
  if (!entry || !mention) return false;
  const index = entry[1][0] ?? 0;
  HistoryEditor.withNewBatch(editor, () => {
    Editor.withoutNormalizing(editor, () => {
      Transforms.insertNodes(editor, cardOf(editor, mention), { at: [index + 1] });
      Transforms.removeNodes(editor, { at: [index] });
      const next = asBlock(editor.children[index + 1]);
      if (!next) Transforms.insertNodes(editor, emptyParagraph(editor), { at: [index + 1] });
      Transforms.select(editor, Editor.start(editor, [index + 1]));
    });
  });
  return true;
}

/** “Record card”: a mention that stands alone becomes one; anywhere else the list of records opens and its choice does. */
export function startCard(editor: RichTextSlate): void {
  if (mentionToCard(editor)) return;
  const entry = cursorBlock(editor);
  const before =
    entry && editor.selection
      ? Editor.string(editor, { anchor: Editor.start(editor, entry[1]), focus: editor.selection.anchor })
      : '';
  wishes.add(editor);
  editor.insertText(before === '' || /\s$/u.test(before) ? '@' : ' @');
}

/** What choosing a record from the list does: a mention, or the card that was asked for. */
export function putRecord(editor: RichTextSlate, named: Named, at: Range): void {
  if (wishes.delete(editor)) insertCard(editor, named, at);
  else insertMention(editor, named, at);
}

/** The list was closed without a choice: the next mention is a mention again. */
export const forgetCardWish = (editor: RichTextSlate): void => void wishes.delete(editor);
