import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type RenderChunkProps, useSlateStatic } from 'slate-react';
import type { RichTextSlate } from '../core/slate-types.ts';

// A long text is drawn from its beginning: what fits the window with the page, the rest portion by portion in the
// moments after, so that it can be read and written at once however long it is. Slate expects to find drawn what the
// cursor is in, so whatever may bring it further than what is drawn (all keys but letters, every click) has the rest
// drawn first.

/** Chunks drawn with the page: more than a high window shows. */
const FIRST = 2;
/** Lets the first frame out before the rest begins. */
const REST_MS = 30;
const REACHING = ['keydown', 'pointerdown', 'click', 'paste', 'cut', 'drop'] as const;

interface Opening {
  met: number;
  /** The page is there: chunks that come from now on, by typing or pasting, are drawn with their text. */
  isDrawn: boolean;
  readonly waiting: Set<() => void>;
}

const openings = new WeakMap<object, Opening>();

/** Call it when the editor is made, before it is drawn. */
export function openGradually(editor: RichTextSlate): void {
  openings.set(editor, { met: 0, isDrawn: false, waiting: new Set() });
}

/** The other half of `openGradually`: call it in the component that shows the editor. */
export function useDrawTheRest(editor: RichTextSlate): void {
  useLayoutEffect(() => {
    const opening = openings.get(editor);
    if (!opening) return undefined;
    opening.isDrawn = true;
    return drawTheRest(opening.waiting);
  }, [editor]);
}

function drawTheRest(waiting: Set<() => void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    for (const type of REACHING) document.removeEventListener(type, onEvent, true);
  };
  const next = () => {
    const [draw] = waiting;
    if (!draw) return stop();
    waiting.delete(draw);
    draw();
    // A task of its own for each: a key that comes meanwhile waits for one chunk at most.
    timer = setTimeout(next);
  };
  function onEvent(event: Event): void {
    if (event instanceof KeyboardEvent && staysNear(event)) return;
    stop();
    flushSync(() => {
      for (const draw of waiting) draw();
    });
    waiting.clear();
  }
  if (waiting.size === 0) return stop;
  for (const type of REACHING) document.addEventListener(type, onEvent, true);
  timer = setTimeout(next, REST_MS);
  return stop;
}

/** Letters, Enter and Backspace change what is at the cursor. */
const staysNear = (event: KeyboardEvent): boolean =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  (event.key.length === 1 || /^(?:Enter|Backspace|Shift|Process|Dead|Unidentified)$/u.test(event.key));

/** Chunks that are out of sight cost nothing: the browser skips their layout and paint. */
export const renderChunk = (props: RenderChunkProps) =>
  props.lowest ? <LateChunk {...props} /> : <div {...props.attributes}>{props.children}</div>;

function LateChunk({ attributes, children }: RenderChunkProps) {
  const editor = useSlateStatic();
  const [drawn, setDrawn] = useState(() => {
    const opening = openings.get(editor);
    if (!opening || opening.isDrawn) return true;
    opening.met += 1;
    return opening.met <= FIRST;
  });
  useLayoutEffect(() => {
    const waiting = drawn ? undefined : openings.get(editor)?.waiting;
    if (!waiting) return undefined;
    const draw = () => setDrawn(true);
    waiting.add(draw);
    return () => void waiting.delete(draw);
  }, [drawn, editor]);
  return (
    <div {...attributes} className="rt-chunk" data-waiting={drawn ? undefined : ''}>
      {drawn ? children : null}
    </div>
  );
}
