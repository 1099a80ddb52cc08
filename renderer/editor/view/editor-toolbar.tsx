import {
  AtSign,
  ChevronDown,
  Link as LinkIcon,
  MoreHorizontal,
  PilcrowLeft,
  PilcrowRight,
  Plus,
  Redo2,
  Undo2,
} from 'lucide-react';
import { useRef, useSyncExternalStore } from 'react';
import { ReactEditor, useSlateSelector, useSlateStatic } from 'slate-react';
import { ownDirection } from '../../../shared/richtext/direction.ts';
import { Button, IconButton, Menu, type MenuEntry } from '../../ui/index.ts';
import { currentKind, isStanding } from '../commands/blocks.ts';
import { isMarkActive } from '../commands/marks.ts';
import { selectedBlocks } from '../commands/selection.ts';
import { filesOf } from '../core/file-queue.ts';
import { currentLayout } from '../core/layout.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { type BlockWords, type EditorText, useBlockWords, useEditorText } from '../editor-text.ts';
import { FindButton } from '../find/find-button.tsx';
import { catchUpSelection } from './catch-up-selection.ts';
import { COMMAND_ICONS } from './command-icons.tsx';
import {
  BLOCK_COMMANDS,
  type CommandId,
  commandById,
  type EditorCommand,
  INSERT_COMMANDS,
} from './command-list.ts';
import { FocusButton } from './focus-mode.tsx';
import { requestLink } from './link-request.ts';
import { useRovingToolbar } from './roving-toolbar.ts';

/** The small toolbar that is always there, for those who know no shortcut: it says what the cursor stands in. */
export function EditorToolbar({ canMention }: { readonly canMention: boolean }) {
  const editor = useSlateStatic() as RichTextSlate;
  // Drawing a dozen buttons costs more than a letter does: only when one of them looks different.
  const { kind, bold, italic, rtl, canUndo, canRedo } = useSlateSelector(stateOf, sameState);
  const t = useEditorText();
  const words = useBlockWords();
  const bar = useRef<HTMLDivElement>(null);
  useRovingToolbar(bar);

  const entry = (command: EditorCommand): MenuEntry => ({
    id: command.id,
    label: t(`command.${command.id}`),
    ...(command.keys ? { keys: command.keys } : {}),
    isSelected: command.kind !== undefined && command.kind === kind,
    onAction: () => run(editor, command),
  });
  const more = (['underline', 'strike', 'code', 'highlight', 'sub', 'sup', 'clear-marks'] as const).map(
    commandById,
  );
  const blocks = (['move-up', 'move-down'] as const).map(commandById);
  // Files may be put in a moment later than the bar is drawn: a new record has no place for them yet.
  const queue = filesOf(editor);
  useSyncExternalStore(queue.subscribe, () => queue.store !== undefined);
  const inserts = [...INSERT_COMMANDS, commandById('divider')].filter(
    ({ offers }) => offers?.(editor) !== false,
  );

  return (
    <div ref={bar} role="toolbar" aria-label={t('toolbar.label')} className="rt-toolbar">
      <Menu
        label={t('toolbar.kind')}
        placement="bottom start"
        trigger={
          <Button
            tone="quiet"
            size="sm"
            className="rt-kind"
            aria-label={t('toolbar.kindIs', { kind: kindName(t, words, kind) })}
          >
            {kindName(t, words, kind)}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
        entries={BLOCK_COMMANDS.map(entry)}
      />
      <Menu
        label={t('insert.label')}
        placement="bottom start"
        trigger={
          <IconButton size="sm" label={t('insert.label')} keys="/">
            <Plus aria-hidden="true" />
          </IconButton>
        }
        entries={inserts.map((command) => ({ ...entry(command), icon: COMMAND_ICONS[command.id] }))}
      />
      <span className="rt-toolbar-rule" />
      <ToolButton id="bold" active={bold} />
      <ToolButton id="italic" active={italic} />
      <span className="rt-wide">
        <span className="rt-toolbar-rule" />
        {(['bullet', 'number', 'check'] as const).map((id) => (
          <ToolButton key={id} id={id} active={kind === id} />
        ))}
      </span>
      <span className="rt-toolbar-rule" />
      <IconButton
        size="sm"
        label={t('command.link')}
        keys="mod+k"
        preventFocusOnPress
        onPress={() => {
          catchUpSelection(editor);
          requestLink(editor);
        }}
      >
        <LinkIcon aria-hidden="true" />
      </IconButton>
      <span className="rt-wide">
        {canMention ? (
          <IconButton
            size="sm"
            label={t('command.mention')}
            keys="@"
            preventFocusOnPress
            onPress={() => startMention(editor)}
          >
            <AtSign aria-hidden="true" />
          </IconButton>
        ) : null}
        <IconButton
          size="sm"
          label={t(rtl ? 'command.make-ltr' : 'command.make-rtl')}
          keys="mod+shift+d"
          preventFocusOnPress
          onPress={() => runId(editor, 'flip-direction')}
        >
          {rtl ? <PilcrowRight aria-hidden="true" /> : <PilcrowLeft aria-hidden="true" />}
        </IconButton>
      </span>
      <Menu
        label={t('toolbar.more')}
        trigger={
          <IconButton size="sm" label={t('toolbar.more')}>
            <MoreHorizontal aria-hidden="true" />
          </IconButton>
        }
        groups={[
          { id: 'marks', entries: more.map(entry) },
          { id: 'blocks', entries: blocks.map(entry) },
        ]}
      />
      <span className="rt-toolbar-space" />
      <FindButton />
      <FocusButton />
      <span className="rt-toolbar-rule" />
      <IconButton
        size="sm"
        label={t('command.undo')}
        keys="mod+z"
        isDisabled={!canUndo}
        preventFocusOnPress
        onPress={() => runId(editor, 'undo')}
      >
        <Undo2 aria-hidden="true" className="rt-mirror" />
      </IconButton>
      <IconButton
        size="sm"
        label={t('command.redo')}
        keys="mod+shift+z"
        isDisabled={!canRedo}
        preventFocusOnPress
        onPress={() => runId(editor, 'redo')}
      >
        <Redo2 aria-hidden="true" className="rt-mirror" />
      </IconButton>
    </div>
  );
}

function stateOf(slate: ReactEditor) {
  const editor = slate as RichTextSlate;
  const first = selectedBlocks(editor)[0]?.[0];
  return {
    kind: currentKind(editor),
    bold: isMarkActive(editor, 'bold'),
    italic: isMarkActive(editor, 'italic'),
    rtl: first !== undefined && (ownDirection(first) ?? currentLayout(editor).get(first)?.dir) === 'rtl',
    canUndo: editor.history.undos.length > 0,
    canRedo: editor.history.redos.length > 0,
  };
}

type ToolbarState = ReturnType<typeof stateOf>;
const sameState = (a: ToolbarState | null, b: ToolbarState): boolean =>
  a !== null && (Object.keys(b) as (keyof ToolbarState)[]).every((key) => a[key] === b[key]);

function kindName(t: EditorText, words: BlockWords, kind: ReturnType<typeof currentKind>): string {
  if (kind === undefined || kind === 'divider') return t('command.paragraph');
  if (kind === 'judgement' || kind === 'decision') return words(`${kind}.name`);
  if (isStanding(kind)) return words(`name.${kind}`);
  return t(`command.${kind === 'code' ? 'code-block' : kind}`);
}

/** One command as an icon that is on or off. */
export function ToolButton({ id, active }: { readonly id: CommandId; readonly active: boolean }) {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useEditorText();
  const command = commandById(id);
  return (
    <IconButton
      size="sm"
      label={t(`command.${id}`)}
      keys={command.keys}
      aria-pressed={active}
      className={active ? 'rt-on' : undefined}
      preventFocusOnPress
      onPress={() => run(editor, command)}
    >
      {COMMAND_ICONS[id]}
    </IconButton>
  );
}

/** Runs a command and gives the keys back to the text. */
export function run(editor: RichTextSlate, command: EditorCommand): void {
  catchUpSelection(editor);
  command.run(editor);
  ReactEditor.focus(editor);
}

const runId = (editor: RichTextSlate, id: CommandId): void => run(editor, commandById(id));

function startMention(editor: RichTextSlate): void {
  ReactEditor.focus(editor);
  const before = editor.selection
    ? editor.string({
        anchor: editor.start([editor.selection.anchor.path[0] ?? 0]),
        focus: editor.selection.anchor,
      })
    : '';
  editor.insertText(before === '' || /\s$/u.test(before) ? '@' : ' @');
}
