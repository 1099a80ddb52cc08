import '../styles/block-bar.css';
import { ChevronDown, CirclePlus, Columns3, MoveDown, MoveUp, PanelTop, Rows3, Trash2 } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import { ReactEditor, useSlateSelector, useSlateStatic } from 'slate-react';
import { Button, IconButton, Menu, type MenuEntry } from '../../ui/index.ts';
import { alignmentOf, isManyCells, selectedCells } from '../commands/table.ts';
import { asBlock } from '../core/convert.ts';
import { currentLayout } from '../core/layout.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useEditorText } from '../editor-text.ts';
import { commandById, type EditorCommand } from './command-list.ts';
import { useDocked } from './docked.ts';
import { run } from './editor-toolbar.tsx';
import { Floating } from './frame.tsx';
import { isKey } from './keys.ts';
import type { BranchCommandId, TableCommandId } from './part-commands.ts';
import { markPicked } from './picked-cells.ts';
import { useRovingToolbar } from './roving-toolbar.ts';
import { toToolbar } from './to-toolbar.ts';

/**
 * What one can do to the table or the decision the cursor stands in, docked at its upper edge. The editor around it is
 * drawn anew at every key; this is only when it looks different.
 */
export const BlockBar = memo(function BlockBar() {
  const state = useSlateSelector(stateOf, sameState);
  const editor = useSlateStatic() as RichTextSlate;
  useLayoutEffect(() => markPicked(editor), [editor, state.picked, state.index]);
  if (state.type === undefined) return null;
  return (
    <Floating>
      {state.type === 'table' ? (
        <TableBar key={`table-${state.id}`} index={state.index} state={state} />
      ) : (
        <DecisionBar key={`decision-${state.id}`} index={state.index} />
      )}
    </Floating>
  );
});

interface BarState {
  readonly type: 'table' | 'decision' | undefined;
  readonly id: string;
  readonly index: number;
  readonly header: boolean;
  readonly align: string;
  readonly rtl: boolean;
  /** Which cells are meant together, as text; empty when it is only the one of the cursor. */
  readonly picked: string;
}

const NOTHING: BarState = {
  type: undefined,
  id: '',
  index: -1,
  header: false,
  align: '',
  rtl: false,
  picked: '',
};

function stateOf(slate: ReactEditor): BarState {
  const editor = slate as RichTextSlate;
  const index = editor.selection?.focus.path[0];
  const block = index === undefined ? undefined : asBlock(editor.children[index]);
  if (index === undefined || (block?.type !== 'table' && block?.type !== 'decision')) return NOTHING;
  const cells = selectedCells(editor);
  const many = cells && isManyCells(cells);
  return {
    type: block.type,
    id: block.id,
    index,
    header: block.type === 'table' && block.header,
    align: (cells && alignmentOf(cells)) ?? '',
    rtl: currentLayout(editor).get(block)?.dir === 'rtl',
    picked: many
      ? `${cells.firstRow}:${cells.lastRow}:${cells.firstColumn}:${cells.lastColumn}:${cells.table.children.length}`
      : '',
  };
}

const sameState = (a: BarState | null, b: BarState): boolean =>
  a !== null && (Object.keys(b) as (keyof BarState)[]).every((key) => a[key] === b[key]);

/** The frame of such a bar: keys go along it, Escape goes back to the text. */
function Bar({
  index,
  label,
  children,
}: {
  readonly index: number;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const editor = useSlateStatic() as RichTextSlate;
  const bar = useRef<HTMLDivElement>(null);
  useRovingToolbar(bar);
  useDocked(bar, editor, index);
  const onKeyDown = (event: KeyboardEvent) => {
    const onward = isKey(event.nativeEvent, 'alt+f10');
    if (event.key !== 'Escape' && !onward) return;
    event.preventDefault();
    event.stopPropagation();
    if (onward) toToolbar(bar.current?.closest<HTMLElement>('.rt-editor') ?? null);
    else ReactEditor.focus(editor);
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      className="rt-float rt-block-bar"
      // Pressing between the buttons must not take the cursor away.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

const ROWS: readonly (readonly TableCommandId[])[] = [
  ['row-above', 'row-below'],
  ['row-up', 'row-down'],
  ['row-remove'],
];
const COLUMNS: readonly (readonly TableCommandId[])[] = [
  ['column-before', 'column-after'],
  ['column-back', 'column-forward'],
  ['align-start', 'align-center', 'align-end'],
  ['column-remove'],
];
const DANGER: ReadonlySet<string> = new Set(['row-remove', 'column-remove']);
/** The sideways keys belong to what one sees, the entries to reading order: from right to left they change places. */
const MIRRORED_KEYS: Readonly<Record<string, TableCommandId>> = {
  'column-back': 'column-forward',
  'column-forward': 'column-back',
};

function TableBar({ index, state }: { readonly index: number; readonly state: BarState }) {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useEditorText();
  const entry = (id: TableCommandId): MenuEntry => {
    const command = commandById(id);
    const { keys } = commandById((state.rtl ? MIRRORED_KEYS[id] : undefined) ?? id);
    return {
      id,
      label: t(`command.${id}`),
      ...(keys ? { keys } : {}),
      ...(DANGER.has(id) ? { isDanger: true } : {}),
      isSelected: id === `align-${state.align || 'start'}`,
      onAction: () => run(editor, command),
    };
  };
  const groups = (ids: readonly (readonly TableCommandId[])[]) =>
    ids.map((group) => ({ id: group.join(), entries: group.map(entry) }));
  return (
    <Bar index={index} label={t('tableTools.label')}>
      <BarMenu label={t('tableTools.row')} icon={<Rows3 aria-hidden="true" />} groups={groups(ROWS)} />
      <BarMenu
        label={t('tableTools.column')}
        icon={<Columns3 aria-hidden="true" />}
        groups={groups(COLUMNS)}
      />
      <BarButton command={commandById('header')} pressed={state.header} icon={<PanelTop />} />
      <BarButton command={commandById('table-remove')} icon={<Trash2 />} />
    </Bar>
  );
}

function DecisionBar({ index }: { readonly index: number }) {
  const t = useEditorText();
  const icons: Readonly<Record<BranchCommandId, ReactNode>> = {
    'branch-add': <CirclePlus />,
    'branch-up': <MoveUp />,
    'branch-down': <MoveDown />,
    'branch-remove': <Trash2 />,
  };
  return (
    <Bar index={index} label={t('decisionTools.label')}>
      {(Object.keys(icons) as BranchCommandId[]).map((id) => (
        <BarButton key={id} command={commandById(id)} icon={icons[id]} />
      ))}
    </Bar>
  );
}

function BarMenu({
  label,
  icon,
  groups,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly groups: { readonly id: string; readonly entries: readonly MenuEntry[] }[];
}) {
  return (
    <Menu
      label={label}
      placement="bottom start"
      trigger={
        <Button tone="quiet" size="sm" className="rt-block-menu">
          {icon}
          {label}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
      groups={groups}
    />
  );
}

function BarButton({
  command,
  icon,
  pressed,
}: {
  readonly command: EditorCommand;
  readonly icon: ReactNode;
  readonly pressed?: boolean;
}) {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useEditorText();
  return (
    <IconButton
      size="sm"
      label={t(`command.${command.id}`)}
      keys={command.keys}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      className={pressed ? 'rt-on' : undefined}
      preventFocusOnPress
      onPress={() => run(editor, command)}
    >
      {icon}
    </IconButton>
  );
}
