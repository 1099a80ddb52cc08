import { useEffect, useState } from 'react';
import { useSlateStatic } from 'slate-react';
import { useT } from '../../i18n/index.ts';
import { moveBlocks } from '../commands/move.ts';
import { selectedSpan } from '../commands/selection.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { moveSection } from '../outline/sections.ts';
import { createRequests } from './requests.ts';

/** Something done to the text that is only seen: said to those who do not see it. Keys of `writing`, `said.<what>`. */
export interface Said {
  readonly what:
    | 'movedUp'
    | 'movedDown'
    | 'top'
    | 'bottom'
    | 'dropped'
    | 'dragCancelled'
    | 'duplicated'
    | 'deleted';
  /** Where the moved blocks are now, from 1. */
  readonly at?: number;
  readonly total?: number;
}

export const spoken = createRequests<Said>();

/** Says politely what was done to the text. Empty for the eye. */
export function Spoken() {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useT('writing');
  const [said, setSaid] = useState<Said>();
  useEffect(() => spoken.on(editor, setSaid), [editor]);
  return (
    <p role="status" className="rt-spoken">
      {said ? t(`said.${said.what}`, { at: said.at ?? 0, total: said.total ?? 0 }) : ''}
    </p>
  );
}

/** Moves the selected blocks one place and says where they are now. */
export function moveAndSay(editor: RichTextSlate, step: 1 | -1): void {
  sayMove(editor, step, moveBlocks(editor, step));
}

/** Moves the section whose heading the cursor stands in; gives false when it stands in none. */
export function moveSectionAndSay(editor: RichTextSlate, step: 1 | -1): boolean {
  const first = selectedSpan(editor)?.[0];
  if (first === undefined) return false;
  const block = editor.children[first];
  if (!block || !('type' in block) || block.type !== 'heading') return false;
  sayMove(editor, step, moveSection(editor, first, step));
  return true;
}

function sayMove(editor: RichTextSlate, step: 1 | -1, moved: boolean): void {
  const at = (selectedSpan(editor)?.[0] ?? 0) + 1;
  const what = moved ? (step < 0 ? 'movedUp' : 'movedDown') : step < 0 ? 'top' : 'bottom';
  spoken.ask(editor, { what, at, total: editor.children.length });
}
