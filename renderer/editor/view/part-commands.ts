import { addBranch, currentPart, moveBranch, removeBranch } from '../commands/parts.ts';
import {
  addColumn,
  addRow,
  alignColumns,
  moveColumns,
  moveRows,
  removeColumns,
  removeRows,
  removeTable,
  selectedCells,
  toggleHeader,
} from '../commands/table.ts';
import { currentLayout } from '../core/layout.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import type { EditorCommand } from './command-list.ts';

// What one can do inside a table or a decision.

export type TableCommandId =
  | 'row-above'
  | 'row-below'
  | 'row-up'
  | 'row-down'
  | 'row-remove'
  | 'column-before'
  | 'column-after'
  | 'column-back'
  | 'column-forward'
  | 'column-remove'
  | 'header'
  | 'align-start'
  | 'align-center'
  | 'align-end'
  | 'table-remove';
export type BranchCommandId = 'branch-add' | 'branch-up' | 'branch-down' | 'branch-remove';

const inTable = (editor: RichTextSlate): boolean => selectedCells(editor) !== undefined;
const inDecision = (editor: RichTextSlate): boolean => currentPart(editor)?.block.type === 'decision';
const table = (
  id: TableCommandId,
  run: (editor: RichTextSlate) => unknown,
  keys?: string,
): EditorCommand => ({ id, applies: inTable, ...(keys ? { keys } : {}), run: (editor) => void run(editor) });

/** The sideways keys are those of a table from left to right; see `mirrored`. */
export const TABLE_COMMANDS: readonly EditorCommand[] = [
  table('row-above', (editor) => addRow(editor, 'above')),
  table('row-below', (editor) => addRow(editor, 'below')),
  table('row-up', (editor) => moveRows(editor, -1), 'alt+shift+arrowup'),
  table('row-down', (editor) => moveRows(editor, 1), 'alt+shift+arrowdown'),
  table('row-remove', removeRows),
  table('column-before', (editor) => addColumn(editor, 'before')),
  table('column-after', (editor) => addColumn(editor, 'after')),
  table('column-back', (editor) => moveColumns(editor, -1), 'alt+shift+arrowleft'),
  table('column-forward', (editor) => moveColumns(editor, 1), 'alt+shift+arrowright'),
  table('column-remove', removeColumns),
  table('header', toggleHeader),
  table('align-start', (editor) => alignColumns(editor, undefined)),
  table('align-center', (editor) => alignColumns(editor, 'center')),
  table('align-end', (editor) => alignColumns(editor, 'end')),
  table('table-remove', removeTable),
];

export const BRANCH_COMMANDS: readonly EditorCommand[] = [
  { id: 'branch-add', applies: inDecision, run: (editor) => void addBranch(editor) },
  // The keys of rows: both move what is inside, never the block.
  {
    id: 'branch-up',
    keys: 'alt+shift+arrowup',
    applies: inDecision,
    run: (editor) => void moveBranch(editor, -1),
  },
  {
    id: 'branch-down',
    keys: 'alt+shift+arrowdown',
    applies: inDecision,
    run: (editor) => void moveBranch(editor, 1),
  },
  { id: 'branch-remove', applies: inDecision, run: (editor) => void removeBranch(editor) },
];

/** The command a sideways key means where the table runs from right to left: arrows point where things go. */
export function mirrored(editor: RichTextSlate, command: EditorCommand): EditorCommand {
  const cells = selectedCells(editor);
  if (!cells || currentLayout(editor).get(cells.table)?.dir !== 'rtl') return command;
  const other = { 'column-back': 'column-forward', 'column-forward': 'column-back' }[command.id as string];
  return TABLE_COMMANDS.find(({ id }) => id === other) ?? command;
}
