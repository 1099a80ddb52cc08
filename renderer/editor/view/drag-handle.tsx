import { ArrowDown, ArrowUp, Copy, GripVertical, Link2, PilcrowRight, Trash2 } from 'lucide-react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { Editor, Transforms } from 'slate';
import { ReactEditor, useSlateStatic } from 'slate-react';
import { useT } from '../../i18n/index.ts';
import { type MenuEntry, MenuPopover } from '../../ui/index.ts';
import { currentKind, flipDirection, isStanding } from '../commands/blocks.ts';
import { duplicateSpan, removeSpan, spanAt } from '../commands/move.ts';
import { selectedSpan } from '../commands/selection.ts';
import { asBlock } from '../core/convert.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useEditorText } from '../editor-text.ts';
import { blockAtHeight, elementAt, indexOfElement } from './block-at.ts';
import { startDrag } from './block-drag.ts';
import { useCopyBlockLink } from './block-links.tsx';
import { COMMAND_ICONS } from './command-icons.tsx';
import { BLOCK_COMMANDS } from './command-list.ts';
import { subscribeToValue } from './editor-signal.ts';
import { useListStartEntries } from './list-start.tsx';
import { createRequests } from './requests.ts';
import { moveAndSay, spoken } from './spoken.tsx';

export const BLOCK_MENU_KEYS = 'mod+/';
export const blockMenuRequests = createRequests<'open'>();

/**
 * The grip beside a paragraph: dragged it moves the paragraph, pressed it opens what can be done with it. One for the
 * whole text, put beside the block under the pointer: thousands of blocks pay nothing for it.
 */
export function DragHandle({ frame }: { readonly frame: HTMLElement | null }) {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useT('writing');
  const grip = useRef<HTMLButtonElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const beside = useRef<HTMLElement>(undefined);
  const stopDrag = useRef<() => void>(undefined);
  const busy = useRef(false);
  const [menuAt, setMenuAt] = useState<number>();
  busy.current = menuAt !== undefined || stopDrag.current !== undefined;

  useEffect(() => {
    if (!frame) return undefined;
    return followPointer(editor, frame, busy, (element) => {
      if (element === beside.current) return;
      beside.current = element;
      if (grip.current) placeGrip(grip.current, frame, element);
    });
  }, [editor, frame]);
  useEffect(
    () =>
      blockMenuRequests.on(editor, () => {
        const index = selectedSpan(editor)?.[0] ?? 0;
        beside.current = elementAt(editor, index);
        if (frame && grip.current) placeGrip(grip.current, frame, beside.current);
        setMenuAt(index);
      }),
    [editor, frame],
  );
  useEffect(() => () => stopDrag.current?.(), []);

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    const index = indexOfElement(editor, beside.current);
    if (event.button !== 0 || index === -1 || !grip.current || !line.current) return;
    // The text keeps the keys and the selection while one drags.
    event.preventDefault();
    stopDrag.current = startDrag(event.nativeEvent, {
      editor,
      grip: grip.current,
      line: line.current,
      index,
      onEnd: ({ how, at }) => {
        stopDrag.current = undefined;
        if (how === 'click') {
          selectForMenu(editor, index);
          setMenuAt(index);
          return;
        }
        spoken.ask(editor, {
          what: how === 'moved' ? 'dropped' : 'dragCancelled',
          at: at + 1,
          total: editor.children.length,
        });
        if (how === 'moved') {
          ReactEditor.focus(editor);
          Transforms.select(editor, Editor.start(editor, [at]));
        }
        beside.current = undefined;
        if (frame && grip.current) placeGrip(grip.current, frame, undefined);
      },
    });
  };
  return (
    <>
      <button
        ref={grip}
        type="button"
        tabIndex={-1}
        hidden
        className="rt-grip"
        aria-label={t('blockMenu.grip')}
        aria-haspopup="menu"
        aria-expanded={menuAt !== undefined}
        onPointerDown={onPointerDown}
        // A screen reader presses without a pointer.
        onClick={(event) => {
          if (event.detail !== 0) return;
          const index = indexOfElement(editor, beside.current);
          if (index === -1) return;
          selectForMenu(editor, index);
          setMenuAt(index);
        }}
      >
        <GripVertical aria-hidden="true" />
      </button>
      <div ref={line} hidden className="rt-drop" />
      <MenuPopover
        label={t('blockMenu.label')}
        triggerRef={grip}
        isOpen={menuAt !== undefined}
        onOpenChange={(open) => {
          if (open) return;
          setMenuAt(undefined);
          ReactEditor.focus(editor);
        }}
        groups={useMenu(editor)}
      />
    </>
  );
}

function useMenu(editor: RichTextSlate) {
  const t = useT('writing');
  const name = useEditorText();
  const kind = currentKind(editor);
  const stands = kind === undefined ? false : kind === 'divider' || isStanding(kind);
  const copyLink = useCopyBlockLink();
  const linked = asBlock(editor.children[selectedSpan(editor)?.[0] ?? -1]);
  const numbers = useListStartEntries(editor);
  const here = () => spanAt(editor, selectedSpan(editor)?.[0] ?? 0);
  const act = (what: () => void) => () => {
    what();
    ReactEditor.focus(editor);
  };
  const kinds: MenuEntry[] = BLOCK_COMMANDS.map((command) => ({
    id: command.id,
    label: name(`command.${command.id}`),
    icon: COMMAND_ICONS[command.id],
    isSelected: command.kind !== undefined && command.kind === kind,
    onAction: act(() => command.run(editor)),
  }));
  const actions: MenuEntry[] = [
    {
      id: 'up',
      label: name('command.move-up'),
      icon: <ArrowUp aria-hidden="true" />,
      keys: 'alt+up',
      onAction: act(() => moveAndSay(editor, -1)),
    },
    {
      id: 'down',
      label: name('command.move-down'),
      icon: <ArrowDown aria-hidden="true" />,
      keys: 'alt+down',
      onAction: act(() => moveAndSay(editor, 1)),
    },
    {
      id: 'direction',
      label: name('command.flip-direction'),
      icon: <PilcrowRight aria-hidden="true" />,
      keys: 'mod+shift+d',
      onAction: act(() => flipDirection(editor)),
    },
    {
      id: 'duplicate',
      label: t('blockMenu.duplicate'),
      icon: <Copy aria-hidden="true" />,
      onAction: act(() => {
        duplicateSpan(editor, here());
        spoken.ask(editor, { what: 'duplicated' });
      }),
    },
    ...(copyLink && linked
      ? [
          {
            id: 'link',
            label: t('blockLink.copy'),
            icon: <Link2 aria-hidden="true" />,
            onAction: act(() => copyLink(linked.id)),
          },
        ]
      : []),
    {
      id: 'delete',
      label: t('blockMenu.delete'),
      icon: <Trash2 aria-hidden="true" />,
      isDanger: true,
      onAction: act(() => {
        removeSpan(editor, here());
        spoken.ask(editor, { what: 'deleted' });
      }),
    },
  ];
  return [
    { id: 'actions', title: t('blockMenu.this'), entries: actions },
    ...(numbers.length > 0 ? [{ id: 'numbers', title: t('listStart.group'), entries: numbers }] : []),
    // A table is put in and taken out, never turned into a heading.
    ...(stands ? [] : [{ id: 'kinds', title: t('blockMenu.turnInto'), entries: kinds }]),
  ];
}

/** The menu speaks of the selected blocks when the grip is one of theirs, else of the one beside it. */
function selectForMenu(editor: RichTextSlate, index: number): void {
  const selected = selectedSpan(editor);
  if (selected && index >= selected[0] && index <= selected[1]) return;
  Transforms.select(editor, Editor.start(editor, [index]));
}

/** Tells beside which block the grip belongs: the one under the pointer, else the one the cursor came to rest in. */
function followPointer(
  editor: RichTextSlate,
  frame: HTMLElement,
  busy: { readonly current: boolean },
  onBlock: (element: HTMLElement | undefined) => void,
): () => void {
  const root = ReactEditor.toDOMNode(editor, editor);
  let waiting = 0;
  let y = 0;
  let hovers = false;
  const look = () => {
    waiting = 0;
    if (!busy.current) onBlock(blockAtHeight(root, y));
  };
  const onMove = (event: globalThis.PointerEvent) => {
    if (event.target instanceof Element && event.target.closest('.rt-bars, .rt-float, .rt-foot')) return;
    if (event.target instanceof Element && event.target.closest('.rt-grip')) return;
    y = event.clientY;
    hovers = true;
    if (waiting === 0) waiting = requestAnimationFrame(look);
  };
  const onLeave = () => {
    hovers = false;
    if (!busy.current) onBlock(undefined);
  };
  // The block one writes in: each letter moves the cursor too, and a grip that came and went with it would flicker and
  // cost a second frame for every key.
  let writingIn: unknown;
  const onSelection = () => {
    if (hovers || busy.current || editor.isComposing() || !root.contains(document.activeElement)) return;
    const index = selectedSpan(editor)?.[0];
    if (index !== undefined && asBlock(editor.children[index])?.id === writingIn) return;
    writingIn = undefined;
    onBlock(index === undefined ? undefined : elementAt(editor, index));
  };
  // Whoever goes elsewhere with the keyboard (to the find bar, say) leaves no grip behind.
  const onFocus = (event: FocusEvent) => {
    if (!hovers && !busy.current && !root.contains(event.target as Node)) onBlock(undefined);
  };
  // While one writes there is nothing beside the words.
  const stop = subscribeToValue(editor, () => {
    if (busy.current) return;
    hovers = false;
    writingIn = asBlock(editor.children[selectedSpan(editor)?.[0] ?? -1])?.id;
    onBlock(undefined);
  });
  frame.addEventListener('pointermove', onMove, { passive: true });
  frame.addEventListener('pointerleave', onLeave);
  document.addEventListener('selectionchange', onSelection);
  document.addEventListener('focusin', onFocus);
  return () => {
    stop();
    cancelAnimationFrame(waiting);
    frame.removeEventListener('pointermove', onMove);
    frame.removeEventListener('pointerleave', onLeave);
    document.removeEventListener('selectionchange', onSelection);
    document.removeEventListener('focusin', onFocus);
  };
}

/** Beside the first line of the block. */
function placeGrip(grip: HTMLElement, frame: HTMLElement, element: HTMLElement | undefined): void {
  grip.hidden = element === undefined;
  if (!element) return;
  const style = getComputedStyle(element);
  const lineHeight = Number.parseFloat(style.lineHeight) || 24;
  const top = element.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  const middle = top + Number.parseFloat(style.paddingTop) + lineHeight / 2;
  grip.style.top = `${Math.round(middle - grip.offsetHeight / 2)}px`;
}
