import { ChevronDown, Link as LinkIcon, MoreHorizontal } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Editor, Range } from 'slate';
import { ReactEditor, useSlate } from 'slate-react';
import { useT } from '../../i18n/index.ts';
import { Button, IconButton, Menu } from '../../ui/index.ts';
import { currentKind, isStanding } from '../commands/blocks.ts';
import { isInsideLink } from '../commands/links.ts';
import { isMarkActive } from '../commands/marks.ts';
import { selectedBlocks } from '../commands/selection.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useEditorText } from '../editor-text.ts';
import { rectOf, useAnchored } from './anchor.ts';
import { COMMAND_ICONS } from './command-icons.tsx';
import { BLOCK_COMMANDS, commandById } from './command-list.ts';
import { run, ToolButton } from './editor-toolbar.tsx';
import { Floating } from './frame.tsx';
import { requestLink } from './link-request.ts';
import { useRovingToolbar } from './roving-toolbar.ts';

/** A selection that is still being dragged gets no toolbar under the mouse. */
const CALM_MS = 180;

/** The few things one reaches for, above the words that are selected. */
export function FloatingToolbar() {
  const editor = useSlate() as RichTextSlate;
  const used = useTextOrBarFocus(editor);
  const [pressed, setPressed] = useState(false);
  const [calm, setCalm] = useState('');
  const { selection } = editor;
  const shown =
    used &&
    selection !== null &&
    Range.isExpanded(selection) &&
    Editor.string(editor, selection).trim() !== '' &&
    selectedBlocks(editor).some(([block]) => block.type !== 'code' && block.type !== 'divider');
  const key = shown ? JSON.stringify(selection) : '';

  useEffect(() => {
    const down = () => setPressed(true);
    const up = () => setPressed(false);
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', up);
    return () => {
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', up);
    };
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(key), CALM_MS);
    return () => clearTimeout(timer);
  }, [key]);

  if (!shown || pressed || calm !== key) return null;
  return (
    <Floating>
      <Bar editor={editor} range={selection} />
    </Floating>
  );
}

/**
 * True while the keys are in the text, in this bar, or in a menu it opened: who goes to the bar by keyboard leaves the
 * text, and must not lose the bar by that.
 */
function useTextOrBarFocus(editor: RichTextSlate): boolean {
  const [used, setUsed] = useState(() => ReactEditor.isFocused(editor));
  useEffect(() => {
    const isOurs = (target: EventTarget | null): boolean =>
      target instanceof Element &&
      (ReactEditor.toDOMNode(editor, editor).contains(target) ||
        target.closest('.rt-float-bar') !== null ||
        target.closest('[role="menu"]') !== null);
    const onIn = (event: globalThis.FocusEvent) => setUsed(isOurs(event.target));
    const onOut = (event: globalThis.FocusEvent) => {
      if (event.relatedTarget === null) setUsed(false);
    };
    document.addEventListener('focusin', onIn);
    document.addEventListener('focusout', onOut);
    return () => {
      document.removeEventListener('focusin', onIn);
      document.removeEventListener('focusout', onOut);
    };
  }, [editor]);
  return used;
}

function Bar({ editor, range }: { readonly editor: RichTextSlate; readonly range: Range }) {
  const t = useEditorText();
  const say = useT('writing');
  const bar = useRef<HTMLDivElement>(null);
  const kind = currentKind(editor);
  const canTurn = selectedBlocks(editor).every(([{ type }]) => type !== 'divider' && !isStanding(type));
  useRovingToolbar(bar);
  useAnchored(
    bar,
    () => rectOf(editor, range),
    'above',
    JSON.stringify(range),
    () => barBottom(editor),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    ReactEditor.focus(editor);
  };
  return (
    // Pressing between the buttons must not take the selection away.
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('toolbar.selection')}
      className="rt-float rt-float-bar"
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      {canTurn ? (
        <Menu
          label={say('bar.form')}
          placement="bottom start"
          trigger={
            <Button tone="quiet" size="sm" className="rt-float-kind" aria-label={say('bar.form')}>
              {
                COMMAND_ICONS[
                  kind === undefined || isStanding(kind) ? 'paragraph' : kind === 'code' ? 'code-block' : kind
                ]
              }
              <ChevronDown aria-hidden="true" />
            </Button>
          }
          entries={BLOCK_COMMANDS.map((command) => ({
            id: command.id,
            label: t(`command.${command.id}`),
            icon: COMMAND_ICONS[command.id],
            ...(command.keys ? { keys: command.keys } : {}),
            isSelected: command.kind !== undefined && command.kind === kind,
            onAction: () => run(editor, command),
          }))}
        />
      ) : null}
      {(['bold', 'italic', 'underline', 'strike', 'highlight', 'code'] as const).map((id) => (
        <ToolButton key={id} id={id} active={isMarkActive(editor, id)} />
      ))}
      <IconButton
        size="sm"
        label={t('command.link')}
        keys="mod+k"
        aria-pressed={isInsideLink(editor)}
        preventFocusOnPress
        onPress={() => requestLink(editor)}
      >
        <LinkIcon aria-hidden="true" />
      </IconButton>
      <Menu
        label={t('toolbar.more')}
        trigger={
          <IconButton size="sm" label={t('toolbar.more')}>
            <MoreHorizontal aria-hidden="true" />
          </IconButton>
        }
        entries={(['sub', 'sup', 'clear-marks'] as const).map(commandById).map((command) => ({
          id: command.id,
          label: t(`command.${command.id}`),
          icon: COMMAND_ICONS[command.id],
          ...(command.keys ? { keys: command.keys } : {}),
          isSelected: command.mark !== undefined && isMarkActive(editor, command.mark),
          onAction: () => run(editor, command),
        }))}
      />
    </div>
  );
}

/** The bar that is always there must stay readable: above the first line this one gives way to it. */
function barBottom(editor: RichTextSlate): number {
  const fixed = ReactEditor.toDOMNode(editor, editor).parentElement?.querySelector('.rt-bars');
  // A calm editor has its bar below the text.
  return fixed && !fixed.closest('.rt-calm') ? fixed.getBoundingClientRect().bottom : 0;
}
