import { useEffect, useState } from 'react';
import { Editor, Range } from 'slate';
import { useSlateStatic } from 'slate-react';
import {
  COUNTED_SCRIPTS,
  type WordCount as Counted,
  countBlock,
  countText,
  isCounted,
  type PartCount,
  sumCounts,
} from '../../../shared/richtext/count-words.ts';
import type { Block, RichText } from '../../../shared/richtext/document.ts';
import { useT } from '../../i18n/index.ts';
import { Button, Popover } from '../../ui/index.ts';
import { asBlock, fromSlate } from '../core/convert.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { subscribeToValue } from './editor-signal.ts';

/** Counting waits until the keys rest, and then until the browser has nothing better to do. */
const REST_MS = 250;
/** A portion of counting when the browser cannot say how much time there is. */
const PORTION_MS = 6;

/** Counts blocks in idle time and gives the sum; the return value stops it. */
function countInIdleTime(blocks: readonly Block[], done: (count: Counted) => void): () => void {
  const waiting = blocks.filter((block) => !isCounted(block));
  let handle = 0;
  let at = 0;
  const work = (deadline: { readonly timeRemaining: () => number }) => {
    while (at < waiting.length && deadline.timeRemaining() > 1) {
      const block = waiting[at];
      if (block) countBlock(block);
      at += 1;
    }
    if (at < waiting.length) handle = whenIdle(work);
    else done(sumCounts(blocks.map(countBlock)));
  };
  handle = whenIdle(work);
  return () => stopIdle(handle);
}

const whenIdle = (work: (deadline: { readonly timeRemaining: () => number }) => void): number => {
  if (typeof requestIdleCallback === 'function') return requestIdleCallback(work, { timeout: 2_000 });
  return window.setTimeout(() => {
    const end = performance.now() + PORTION_MS;
    work({ timeRemaining: () => end - performance.now() });
  });
};
const stopIdle = (handle: number): void =>
  typeof cancelIdleCallback === 'function' ? cancelIdleCallback(handle) : clearTimeout(handle);

/** "320 words · 2 minutes to read", for a text that is shown. Counted when there is time: never while a key waits. */
export function WordCount({ document }: { readonly document: RichText }) {
  const [count, setCount] = useState<Counted>();
  useEffect(() => {
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      stop = countInIdleTime(document.blocks, setCount);
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [document]);
  return <Counts count={count} />;
}

/** The same in the foot of an editor; while words are selected, it speaks of them. */
export function EditorFoot() {
  const editor = useSlateStatic() as RichTextSlate;
  const [count, setCount] = useState<Counted>();
  const [selected, setSelected] = useState<Counted>();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      stop?.();
      timer = setTimeout(() => {
        stop = countInIdleTime(fromSlate(editor.children).blocks, setCount);
      }, REST_MS);
    };
    later();
    const unsubscribe = subscribeToValue(editor, later);
    return () => {
      unsubscribe();
      clearTimeout(timer);
      stop?.();
    };
  }, [editor]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setSelected(countSelection(editor)), REST_MS);
    };
    document.addEventListener('selectionchange', later);
    return () => {
      document.removeEventListener('selectionchange', later);
      clearTimeout(timer);
    };
  }, [editor]);
  return (
    <div className="rt-foot">
      <Counts count={count} selected={selected} />
    </div>
  );
}

/** Whole blocks in the middle are known; only the two at the ends are counted anew. */
function countSelection(editor: RichTextSlate): Counted | undefined {
  const { selection } = editor;
  if (!selection || Range.isCollapsed(selection)) return undefined;
  const [start, end] = Range.edges(selection);
  const first = start.path[0] ?? 0;
  const last = end.path[0] ?? 0;
  if (!Editor.hasRange(editor, selection)) return undefined;
  const parts: PartCount[] = [];
  if (first === last) parts.push(countText(Editor.string(editor, selection)));
  else {
    parts.push(countText(Editor.string(editor, { anchor: start, focus: Editor.end(editor, [first]) })));
    for (const block of fromSlate(
      editor.children.slice(first + 1, last).flatMap((node) => asBlock(node) ?? []),
    ).blocks)
      parts.push(countBlock(block));
    parts.push(countText(Editor.string(editor, { anchor: Editor.start(editor, [last]), focus: end })));
  }
  const count = sumCounts(parts);
  return count.words > 0 ? count : undefined;
}

function Counts({
  count,
  selected,
}: {
  readonly count: Counted | undefined;
  readonly selected?: Counted | undefined;
}) {
  const t = useT('writing');
  if (!count) return <span className="rt-count" />;
  if (count.words === 0) return <span className="rt-count">{t('count.words', { count: 0 })}</span>;
  const shown = selected ?? count;
  const words = selected ? t('count.selected', { counts: inWords(t, selected) }) : inWords(t, count);
  // How long a few selected words take to read is not worth a word.
  const minutes =
    selected && selected.minutes < 2 ? '' : ` · ${t('count.minutes', { count: shown.minutes })}`;
  const scripts = COUNTED_SCRIPTS.filter((script) => shown.byScript[script] > 0);
  const line = words + minutes;
  if (scripts.length < 2) return <span className="rt-count">{line}</span>;
  return (
    <Popover
      label={t('count.details')}
      placement="top start"
      trigger={
        <Button tone="quiet" size="sm" className="rt-count">
          {line}
        </Button>
      }
    >
      <dl className="rt-count-details">
        {scripts.map((script) => (
          <div key={script}>
            <dt>{t(`count.${script}`)}</dt>
            <dd>
              {script === 'han'
                ? t('count.characters', { count: shown.hanCharacters })
                : t('count.words', { count: shown.byScript[script] })}
            </dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}

/** Words where words are written, characters for Chinese, both where both are. */
function inWords(t: ReturnType<typeof useT<'writing'>>, count: Counted): string {
  const words = count.words - count.byScript.han;
  const characters = t('count.characters', { count: count.hanCharacters });
  if (words === 0) return characters;
  const rest = t('count.words', { count: words });
  return count.hanCharacters === 0 ? rest : t('count.and', { first: rest, second: characters });
}
