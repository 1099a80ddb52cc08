import { Focus, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ReactEditor, useSlateStatic } from 'slate-react';
import { useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/index.ts';
import { selectedSpan } from '../commands/selection.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { scrollerOf } from '../find/scroll-to.ts';
import { subscribeToValue } from './editor-signal.ts';
import { createRequests } from './requests.ts';

export const FOCUS_KEYS = 'mod+shift+enter';
export const focusRequests = createRequests<'toggle'>();

/** What is around the text is put away, not drawn over: screen readers and the Tab key lose it as well. */
const AWAY = 'data-focus-away';
/** How far down the window the line one writes in is kept. */
const WRITING_LINE = 0.42;

/** Only the text: everything around it is put away, the paragraph one writes in stands out. Nothing of it is remembered. */
export function FocusMode({
  frame,
  label,
}: {
  readonly frame: HTMLElement | null;
  /** What the text is called: the page's own heading is put away with the rest. */
  readonly label: string;
}) {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useT('writing');
  const [on, setOn] = useState<boolean>();
  useEffect(() => focusRequests.on(editor, () => setOn((before) => !before)), [editor]);
  useEffect(() => {
    if (!on || !frame) return undefined;
    return enter(editor, frame, () => setOn(false));
  }, [on, frame, editor]);
  return (
    <>
      <p role="status" className="rt-spoken">
        {on === undefined ? '' : t(on ? 'focus.entered' : 'focus.left')}
      </p>
      {on ? (
        <div className="rt-leave-focus">
          <h1 className="rt-spoken">{label}</h1>
          <IconButton
            size="sm"
            label={t('focus.leave')}
            keys="escape"
            onPress={() => {
              setOn(false);
              ReactEditor.focus(editor);
            }}
          >
            <X aria-hidden="true" />
          </IconButton>
        </div>
      ) : null}
    </>
  );
}

/** The button in the toolbar. */
export function FocusButton() {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useT('writing');
  return (
    <IconButton
      size="sm"
      label={t('focus.enter')}
      keys={FOCUS_KEYS}
      preventFocusOnPress
      onPress={() => {
        ReactEditor.focus(editor);
        focusRequests.ask(editor, 'toggle');
      }}
    >
      <Focus aria-hidden="true" />
    </IconButton>
  );
}

function enter(editor: RichTextSlate, frame: HTMLElement, leave: () => void): () => void {
  const away = putAway(frame);
  frame.dataset.focusMode = '';
  document.documentElement.dataset.focusMode = '';
  let here: HTMLElement[] = [];
  let waiting = 0;
  const mark = () => {
    waiting = 0;
    for (const element of here) delete element.dataset.here;
    here = currentElements(editor);
    for (const element of here) element.dataset.here = '';
  };
  const later = () => {
    if (waiting === 0) waiting = requestAnimationFrame(mark);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    leave();
    ReactEditor.focus(editor);
  };
  mark();
  keepInSight(editor, frame);
  document.addEventListener('selectionchange', later);
  window.addEventListener('keydown', onKeyDown);
  const stop = subscribeToValue(editor, () => {
    later();
    requestAnimationFrame(() => keepInSight(editor, frame));
  });
  return () => {
    stop();
    cancelAnimationFrame(waiting);
    document.removeEventListener('selectionchange', later);
    window.removeEventListener('keydown', onKeyDown);
    for (const element of here) delete element.dataset.here;
    delete frame.dataset.focusMode;
    delete document.documentElement.dataset.focusMode;
    for (const element of away) element.removeAttribute(AWAY);
    requestAnimationFrame(() => currentElements(editor)[0]?.scrollIntoView({ block: 'center' }));
  };
}

/** Everything beside the way from the page's root to the text, but what gives an alarm. */
function putAway(frame: HTMLElement): Element[] {
  const away: Element[] = [];
  for (let inside: Element = frame; inside !== document.body; ) {
    const above: Element | null = inside.parentElement;
    if (!above) break;
    for (const beside of above.children) {
      if (beside === inside || beside.hasAttribute(AWAY) || /^(?:SCRIPT|STYLE)$/u.test(beside.tagName))
        continue;
      if (beside.matches('[role="alert"], :has([role="alert"]), .rt-draft, .rt-draft-place')) continue;
      beside.setAttribute(AWAY, '');
      away.push(beside);
    }
    inside = above;
  }
  return away;
}

function currentElements(editor: RichTextSlate): HTMLElement[] {
  const span = selectedSpan(editor);
  if (!span) return [];
  const out: HTMLElement[] = [];
  for (const node of editor.children.slice(span[0], span[1] + 1)) {
    try {
      out.push(ReactEditor.toDOMNode(editor, node));
    } catch {
      // Not drawn yet; marked with the next change.
    }
  }
  return out;
}

/** Like a typewriter: the paper moves, the line one writes in stays. */
function keepInSight(editor: RichTextSlate, frame: HTMLElement): void {
  const selection = document.getSelection();
  if (!frame.isConnected || !selection || selection.rangeCount === 0 || !selection.isCollapsed) return;
  if (!ReactEditor.hasDOMNode(editor, selection.anchorNode as Node)) return;
  const range = selection.getRangeAt(0);
  // An empty line has no rectangle of its own.
  const rect = range.getClientRects()[0] ?? currentElements(editor)[0]?.getBoundingClientRect();
  if (!rect) return;
  const scroller = scrollerOf(frame);
  const by = rect.top - window.innerHeight * WRITING_LINE;
  if (Math.abs(by) > rect.height / 2) scroller.scrollTop += by;
}
