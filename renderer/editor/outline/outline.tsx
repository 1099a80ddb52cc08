import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Editor, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import { useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/index.ts';
import { scrollToElement } from '../find/scroll-to.ts';
import { isKey } from '../view/keys.ts';
import { headingElements, useCurrentHeading } from './current-section.ts';
import { type Heading, headingsOf, moveSection, sectionTarget } from './sections.ts';
import { type OfferedText, useTextPlace } from './text-place.tsx';

const NOTHING = () => undefined;
const asleep = () => NOTHING;

/** The headings of the text in this place: to see where one is, to go there, to change their order. */
export function Outline() {
  const t = useT('writing');
  const place = useTextPlace();
  const text = useSyncExternalStore(place?.subscribe ?? asleep, place?.get ?? NOTHING);
  const blocks = text?.blocks;
  const headings = useHeadings(blocks);
  const current = useCurrentHeading(text);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  if (!text || headings.length === 0)
    return <p className="rt-outline-empty">{t(text?.editor ? 'outline.empty' : 'outline.emptyReading')}</p>;

  const move = (at: number, step: 1 | -1) => {
    const heading = headings[at];
    const editor = text.editor;
    if (!heading || !editor) return;
    const moved = moveSection(editor, heading.index, step);
    const now = headingsOf(editor.children);
    const where = now.findIndex(({ id }) => id === heading.id) + 1;
    setSaid(moved ? t('outline.moved', { at: where, total: now.length }) : t('outline.stays'));
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const { nativeEvent } = event;
    const step = isKey(nativeEvent, 'alt+shift+arrowup')
      ? -1
      : isKey(nativeEvent, 'alt+shift+arrowdown')
        ? 1
        : 0;
    if (step === 0) {
      const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: headings.length - 1 }[event.key];
      if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      list.current?.querySelectorAll<HTMLElement>('.rt-outline-go')[to]?.focus();
    } else move(at, step);
    event.preventDefault();
  };
  return (
    <nav aria-label={t('outline.label')}>
      <ol ref={list} className="rt-outline">
        {headings.map((heading, at) => (
          <li
            key={heading.id}
            className="rt-outline-row"
            data-depth={heading.depth}
            aria-level={heading.depth + 1}
          >
            <button
              type="button"
              className="rt-outline-go"
              aria-current={at === current ? 'location' : undefined}
              onClick={() => goTo(text, heading, at)}
              onKeyDown={(event) => onKeyDown(event, at)}
            >
              <bdi dir="auto">{heading.title || t('outline.untitled')}</bdi>
            </button>
            {text.editor ? (
              <span className="rt-outline-moves">
                {([-1, 1] as const).map((step) => (
                  <IconButton
                    key={step}
                    size="sm"
                    label={t(step < 0 ? 'outline.moveUp' : 'outline.moveDown')}
                    keys={step < 0 ? 'alt+shift+up' : 'alt+shift+down'}
                    excludeFromTabOrder
                    isDisabled={sectionTarget(text.blocks, heading.index, step) === undefined}
                    onPress={() => move(at, step)}
                  >
                    {step < 0 ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
                  </IconButton>
                ))}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <p role="status" className="rt-spoken">
        {said}
      </p>
    </nav>
  );
}

/** The same list as long as nothing about the headings has changed: typing in a paragraph draws no outline. */
function useHeadings(blocks: readonly unknown[] | undefined): readonly Heading[] {
  const last = useRef<readonly Heading[]>([]);
  return useMemo(() => {
    const next = headingsOf(blocks ?? []);
    const same =
      next.length === last.current.length &&
      next.every((heading, at) => {
        const before = last.current[at];
        return (
          before?.id === heading.id &&
          before.title === heading.title &&
          before.level === heading.level &&
          before.index === heading.index
        );
      });
    if (!same) last.current = next;
    return last.current;
  }, [blocks]);
}

function goTo(text: OfferedText, heading: Heading, at: number): void {
  const element = headingElements(text.root)[at];
  if (!element) return;
  const { editor } = text;
  if (editor && Editor.hasPath(editor, [heading.index])) {
    // First the keys, then the place: Slate waits with the focus while a change is under way.
    ReactEditor.focus(editor);
    Transforms.select(editor, Editor.start(editor, [heading.index]));
  } else {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }
  scrollToElement(element, { block: 'start' });
}
