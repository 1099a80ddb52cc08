import { CaseSensitive, ChevronDown, ChevronUp, Replace, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { Editor, Range, Transforms } from 'slate';
import { ReactEditor, useSlateStatic } from 'slate-react';
import { useT } from '../../i18n/index.ts';
import { Button, IconButton, IconToggle, TextField } from '../../ui/index.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { subscribeToValue } from '../view/editor-signal.ts';
import { isKey } from '../view/keys.ts';
import { drawRow } from '../view/table-window.ts';
import { findRequests } from './find-request.ts';
import { cursorPlace, type Found, NOTHING_FOUND, type Place, placeOf, search, step } from './find-state.ts';
import { type FindOptions, MAX_MATCHES, rangeOf } from './match-lines.ts';
import { clearPaint, domRangeOf, elementOf, paintMatches } from './paint.ts';
import { replaceMatches } from './replace.ts';
import { scrollToElement } from './scroll-to.ts';

/** The text may be written in while the bar is open; the search follows when the keys rest. */
const FOLLOW_MS = 150;
/** A selection longer than this is not what somebody looks for. */
const LONGEST_QUERY = 200;

/** Find and replace: closed until the writer asks for it, and again when one steps out. */
export function FindBar() {
  const editor = useSlateStatic() as RichTextSlate;
  const [open, setOpen] = useState<{ readonly replace: boolean; readonly opened: number }>();
  const last = useRef<Remembered>({ query: '', replacement: '', wholeWords: false, exact: false });
  const go = useRef<((by: 1 | -1) => void) | undefined>(undefined);

  useEffect(
    () =>
      findRequests.on(editor, (request) => {
        if (request === 'next' || request === 'previous') {
          if (go.current) go.current(request === 'next' ? 1 : -1);
          else if (last.current.query) setOpen({ replace: false, opened: performance.now() });
          return;
        }
        const words = selectedWords(editor);
        if (words) last.current = { ...last.current, query: words };
        setOpen((before) => ({
          replace: request === 'replace' || before?.replace === true,
          opened: performance.now(),
        }));
      }),
    [editor],
  );
  if (!open) return null;
  return (
    <OpenFindBar
      editor={editor}
      last={last}
      go={go}
      opened={open.opened}
      replaces={open.replace}
      onReplaces={(replace) => setOpen({ ...open, replace })}
      onClose={() => setOpen(undefined)}
    />
  );
}

interface Remembered extends FindOptions {
  readonly query: string;
  readonly replacement: string;
}

interface OpenFindBarProps {
  readonly editor: RichTextSlate;
  readonly last: { current: Remembered };
  readonly go: { current: ((by: 1 | -1) => void) | undefined };
  /** Changes each time the writer asks for the bar: the field is then given the keys again. */
  readonly opened: number;
  readonly replaces: boolean;
  readonly onReplaces: (replaces: boolean) => void;
  readonly onClose: () => void;
}

function OpenFindBar({ editor, last, go, opened, replaces, onReplaces, onClose }: OpenFindBarProps) {
  const t = useT('writing');
  const [asked, setAsked] = useState(last.current);
  const [found, setFound] = useState<Found>(NOTHING_FOUND);
  const [replaced, setReplaced] = useState<number>();
  const origin = useRef<Place>(cursorPlace(editor));
  const input = useRef<HTMLInputElement>(null);
  const current = found.matches[found.at];
  const shown = useRef(found);
  shown.current = found;

  const show = useCallback(
    (next: Found, scroll: boolean) => {
      setFound(next);
      // At once: the scroll that follows may ask before React has drawn.
      shown.current = next;
      const match = next.matches[next.at];
      if (match) origin.current = placeOf(match);
      const goThere = () => {
        const line = scroll && match && elementOf(editor, match);
        if (line) scrollToElement(line, { rect: () => rectOf(editor, next) ?? line.getBoundingClientRect() });
        // After the scroll: only what can be seen is painted.
        paintMatches(editor, next.matches, match);
      };
      // A far row of a very large table is there with the next frame.
      if (scroll && match && drawRow(editor, match.path)) requestAnimationFrame(goThere);
      else goThere();
    },
    [editor],
  );

  // What was selected when the bar is asked for again is what is looked for now.
  useEffect(() => {
    if (opened === 0) return;
    setAsked(last.current);
    input.current?.focus();
    input.current?.select();
  }, [opened, last]);

  const { query, wholeWords, exact, replacement } = asked;
  useEffect(() => {
    last.current = { query, wholeWords, exact, replacement };
  }, [last, query, wholeWords, exact, replacement]);
  useEffect(() => {
    show(search(editor, query, { wholeWords, exact }, origin.current), query !== '');
  }, [editor, query, wholeWords, exact, show]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = subscribeToValue(editor, () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => show(search(editor, query, { wholeWords, exact }, origin.current), false),
        FOLLOW_MS,
      );
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [editor, query, wholeWords, exact, show]);
  useEffect(() => {
    let waiting = 0;
    const repaint = () => {
      waiting = 0;
      const { matches, at } = shown.current;
      paintMatches(editor, matches, matches[at]);
    };
    const later = () => {
      if (waiting === 0) waiting = requestAnimationFrame(repaint);
    };
    window.addEventListener('scroll', later, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(waiting);
      window.removeEventListener('scroll', later, { capture: true });
      clearPaint();
    };
  }, [editor]);

  useEffect(() => {
    go.current = (by) => {
      setReplaced(undefined);
      show(step(shown.current, by), true);
    };
    return () => {
      go.current = undefined;
    };
  }, [go, show]);

  const close = () => {
    const match = shown.current.matches[shown.current.at];
    const range = match && rangeOf(editor, match);
    // First the keys, then the words: Slate waits with the focus while a change is under way, and the next key is lost.
    ReactEditor.focus(editor);
    if (range && Editor.hasRange(editor, range)) Transforms.select(editor, range);
    onClose();
  };
  const replace = (all: boolean) => {
    const chosen = all ? found.matches : current ? [current] : [];
    const done = replaceMatches(editor, chosen, replacement);
    setReplaced(done);
    if (!all && current && !current.isName)
      origin.current = { path: current.path, offset: current.start + replacement.length };
    const next = search(editor, query, { wholeWords, exact }, origin.current);
    // A name cannot be replaced: "replace" then only goes on.
    const onwards = !all && current?.isName ? step({ ...next, at: found.at }, 1) : next;
    // Nothing left to replace: the button that was pressed is asleep now, and must not take the keys with it.
    if (onwards.matches.length === 0) input.current?.focus();
    // After Slate has drawn the new words.
    requestAnimationFrame(() => show(onwards, !all));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { nativeEvent } = event;
    // Enter that commits a composed word is not Enter.
    if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
    const inReplacement = (event.target as HTMLElement).closest('.rt-find-second') !== null;
    const inField = (event.target as HTMLElement).tagName === 'INPUT';
    if (event.key === 'Escape') close();
    else if (event.key === 'F3') go.current?.(event.shiftKey ? -1 : 1);
    else if (event.key === 'Enter' && inField) {
      if (!inReplacement) go.current?.(event.shiftKey ? -1 : 1);
      else replace(event.ctrlKey || event.metaKey || event.altKey);
    } else if (isKey(nativeEvent, 'mod+f')) input.current?.select();
    else if (isKey(nativeEvent, 'mod+h') || isKey(nativeEvent, 'mod+alt+f')) onReplaces(!replaces);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const change = (next: Partial<Remembered>) => {
    setReplaced(undefined);
    setAsked((before) => ({ ...before, ...next }));
  };

  return (
    <section aria-label={t('find.title')} className="rt-find" onKeyDownCapture={onKeyDown}>
      <div className="rt-find-row">
        <TextField
          label={t('find.query')}
          hideLabel
          placeholder={t('find.query')}
          value={query}
          onChange={(value) => change({ query: value })}
          maxLength={2000}
          inputRef={input}
          className="rt-find-field"
        />
        <p role="status" className="rt-find-count">
          {countWords(t, query, found, replaced)}
        </p>
        <span className="rt-find-tools">
          <IconButton
            size="sm"
            label={t('find.previous')}
            keys="shift+enter"
            isDisabled={!current}
            onPress={() => go.current?.(-1)}
          >
            <ChevronUp aria-hidden="true" />
          </IconButton>
          <IconButton
            size="sm"
            label={t('find.next')}
            keys="enter"
            isDisabled={!current}
            onPress={() => go.current?.(1)}
          >
            <ChevronDown aria-hidden="true" />
          </IconButton>
          <span className="rt-toolbar-rule" />
          <IconToggle
            size="sm"
            label={t('find.exact')}
            isSelected={exact}
            onChange={(on) => change({ exact: on })}
          >
            <CaseSensitive aria-hidden="true" />
          </IconToggle>
          <IconToggle
            size="sm"
            label={t('find.wholeWords')}
            isSelected={wholeWords}
            onChange={(on) => change({ wholeWords: on })}
          >
            <WholeWord aria-hidden="true" />
          </IconToggle>
          <IconToggle
            size="sm"
            label={t('find.replaceToggle')}
            keys="mod+h"
            isSelected={replaces}
            onChange={onReplaces}
          >
            <Replace aria-hidden="true" />
          </IconToggle>
          <span className="rt-toolbar-rule" />
          <IconButton size="sm" label={t('find.close')} keys="escape" onPress={close}>
            <X aria-hidden="true" />
          </IconButton>
        </span>
      </div>
      {replaces ? (
        <div className="rt-find-row rt-find-second">
          <TextField
            label={t('find.replacement')}
            hideLabel
            placeholder={t('find.replacement')}
            value={replacement}
            onChange={(value) => change({ replacement: value })}
            maxLength={2000}
            className="rt-find-field"
          />
          <Button size="sm" isDisabled={!current} onPress={() => replace(false)}>
            {t('find.replace')}
          </Button>
          <Button size="sm" tone="quiet" isDisabled={!current} onPress={() => replace(true)}>
            {t('find.replaceAll')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function countWords(
  t: ReturnType<typeof useT<'writing'>>,
  query: string,
  { matches, at }: Found,
  replaced: number | undefined,
): string {
  if (replaced !== undefined) return t('find.replaced', { count: replaced });
  if (query === '') return '';
  if (matches.length === 0) return t('find.none');
  if (matches.length >= MAX_MATCHES) return t('find.many', { at: at + 1, total: matches.length });
  return t('find.count', { at: at + 1, total: matches.length });
}

function rectOf(editor: RichTextSlate, { matches, at }: Found): DOMRect | undefined {
  const match = matches[at];
  const place = match && domRangeOf(editor, match);
  if (!place) return undefined;
  const range = document.createRange();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  return range.getBoundingClientRect();
}

function selectedWords(editor: RichTextSlate): string {
  const { selection } = editor;
  if (!selection || Range.isCollapsed(selection)) return '';
  if (selection.anchor.path[0] !== selection.focus.path[0]) return '';
  const words = Editor.string(editor, selection);
  return words.includes('\n') || words.length > LONGEST_QUERY ? '' : words;
}
