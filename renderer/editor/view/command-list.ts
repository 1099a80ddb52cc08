import { CALLOUT_TONES } from '../../../shared/richtext/block-parts.ts';
import type { Mark } from '../../../shared/richtext/document.ts';
import {
  type BlockKind,
  flipDirection,
  insertDecision,
  insertDivider,
  insertJudgement,
  insertTable,
  toggleBlockKind,
} from '../commands/blocks.ts';
import { canInsertFiles, chooseFiles } from '../commands/files.ts';
import { clearMarks, toggleMark } from '../commands/marks.ts';
import { canStartCard, startCard } from '../commands/record-card.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import {
  BRANCH_COMMANDS,
  type BranchCommandId,
  TABLE_COMMANDS,
  type TableCommandId,
} from './part-commands.ts';
import { moveAndSay } from './spoken.tsx';

type BlockCommandId = Exclude<BlockKind, 'code'> | 'code-block';
export type CommandId =
  | Mark
  | BlockCommandId
  | 'divider'
  | 'flip-direction'
  | 'clear-marks'
  | 'move-up'
  | 'move-down'
  | 'undo'
  | 'redo'
  | InsertCommandId
  | TableCommandId
  | BranchCommandId;

type InsertCommandId = 'table' | 'judgement' | 'decision' | 'picture' | 'sound' | 'file' | 'card';
/** Something one can do to the text: named in menus (`command.<id>` in the catalogue), reached by keys. */
export interface EditorCommand {
  readonly id: CommandId;
  readonly keys?: string;
  readonly mark?: Mark;
  readonly kind?: BlockKind;
  /** Says where its keys mean this command; elsewhere they mean what they always do. */
  readonly applies?: (editor: RichTextSlate) => boolean;
  /** Says whether this text can have it at all: files need somewhere to be kept. */
  readonly offers?: (editor: RichTextSlate) => boolean;
  readonly run: (editor: RichTextSlate) => void;
}

const mark = (id: Mark, keys?: string): EditorCommand => ({
  id,
  mark: id,
  ...(keys ? { keys } : {}),
  run: (editor) => toggleMark(editor, id),
});
const block = (kind: BlockKind, keys?: string): EditorCommand => ({
  // `code` is the mark; the block needs a name of its own.
  id: kind === 'code' ? 'code-block' : kind,
  kind,
  ...(keys ? { keys } : {}),
  run: (editor) => toggleBlockKind(editor, kind),
});

const MARK_COMMANDS: readonly EditorCommand[] = [
  mark('bold', 'mod+b'),
  mark('italic', 'mod+i'),
  mark('underline', 'mod+u'),
  mark('strike', 'mod+shift+x'),
  mark('code', 'mod+e'),
  mark('highlight', 'mod+shift+h'),
  mark('sub', 'mod+alt+,'),
  mark('sup', 'mod+alt+.'),
];

export const BLOCK_COMMANDS: readonly EditorCommand[] = [
  block('paragraph', 'mod+alt+0'),
  block('heading-1', 'mod+alt+1'),
  block('heading-2', 'mod+alt+2'),
  block('heading-3', 'mod+alt+3'),
  block('bullet', 'mod+shift+8'),
  block('number', 'mod+shift+7'),
  block('check', 'mod+shift+9'),
  block('quote', 'mod+shift+.'),
  block('code', 'mod+alt+c'),
  ...CALLOUT_TONES.map((tone) => block(`callout-${tone}`)),
];

/** Blocks one puts in: what they are is in no line of text that could be turned into them. */
export const INSERT_COMMANDS: readonly EditorCommand[] = [
  { id: 'table', run: insertTable },
  { id: 'judgement', run: insertJudgement },
  { id: 'decision', run: insertDecision },
  { id: 'picture', offers: canInsertFiles, run: (editor) => chooseFiles(editor, 'picture') },
  { id: 'sound', offers: canInsertFiles, run: (editor) => chooseFiles(editor, 'sound') },
  { id: 'file', offers: canInsertFiles, run: (editor) => chooseFiles(editor, 'file') },
  { id: 'card', offers: canStartCard, run: startCard },
];

const OTHER_COMMANDS: readonly EditorCommand[] = [
  { id: 'divider', run: insertDivider },
  { id: 'flip-direction', keys: 'mod+shift+d', run: flipDirection },
  { id: 'clear-marks', keys: 'mod+\\', run: clearMarks },
  { id: 'move-up', keys: 'alt+arrowup', run: (editor) => moveAndSay(editor, -1) },
  { id: 'move-down', keys: 'alt+arrowdown', run: (editor) => moveAndSay(editor, 1) },
  { id: 'undo', keys: 'mod+z', run: (editor) => editor.undo() },
  { id: 'redo', keys: 'mod+shift+z', run: (editor) => editor.redo() },
];

export const ALL_COMMANDS: readonly EditorCommand[] = [
  ...MARK_COMMANDS,
  ...BLOCK_COMMANDS,
  ...INSERT_COMMANDS,
  ...TABLE_COMMANDS,
  ...BRANCH_COMMANDS,
  ...OTHER_COMMANDS,
];

export function commandById(id: CommandId): EditorCommand {
  const found = ALL_COMMANDS.find((command) => command.id === id);
  if (!found) throw new Error(`no such command: ${id}`);
  return found;
}
