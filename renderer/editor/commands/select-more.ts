import { Editor, Range, Transforms } from 'slate';
import { asBlock } from '../core/convert.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { lineAt } from './selection.ts';

/**
 * Selects all, in steps: in a cell, a part or a caption first its own words, then the block, then everything. Gives
 * false in ordinary text, where the key does what it does everywhere.
 */
export function selectMore(editor: RichTextSlate): boolean {
  const { selection } = editor;
  if (!selection) return false;
  const [index, other] = [selection.anchor.path[0] ?? 0, selection.focus.path[0] ?? 0];
  const block = asBlock(editor.children[index]);
  const line = lineAt(editor, selection.anchor)?.[1];
  if (index !== other || !block || !line || !selectsInSteps(editor, index)) return false;
  const whole = Editor.range(editor, [index]);
  if (Range.equals(whole, Editor.range(editor, []))) {
    Transforms.select(editor, nextIn(editor, selection, line) ?? whole);
    return true;
  }
  const next =
    nextIn(editor, selection, line) ?? (covers(selection, whole) ? Editor.range(editor, []) : whole);
  Transforms.select(editor, next);
  return true;
}

/** The words of the line, as long as they are not selected already. */
function nextIn(editor: RichTextSlate, selection: Range, line: readonly number[]): Range | undefined {
  const words = Editor.range(editor, [...line]);
  return Range.isCollapsed(words) || covers(selection, words) ? undefined : words;
}

const covers = (selection: Range, wanted: Range): boolean => {
  const both = Range.intersection(selection, wanted);
  return both !== null && Range.equals(both, wanted);
};

function selectsInSteps(editor: RichTextSlate, index: number): boolean {
  const type = asBlock(editor.children[index])?.type;
  return (
    type === 'table' ||
    type === 'judgement' ||
    type === 'decision' ||
    type === 'image' ||
    type === 'file' ||
    type === 'audio'
  );
}
