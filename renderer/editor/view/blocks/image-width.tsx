import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useSlateStatic } from 'slate-react';
import type { BlockOf } from '../../../../shared/richtext/document.ts';
import { useFormat } from '../../../i18n/index.ts';
import { clampWidth, setPictureWidth, WIDTH_MAX, WIDTH_MIN } from '../../commands/figures.ts';
import type { RichTextSlate } from '../../core/slate-types.ts';
import { useAttachmentsText } from '../../editor-text.ts';

const STEP = 5;

interface ImageWidthProps {
  readonly block: BlockOf<'image'>;
  readonly width: number | undefined;
  /** The width while dragging; `undefined` when it ends. */
  readonly onDrag: (percent: number | undefined) => void;
}

/** The edge one pulls a picture by. It is a slider: arrow keys do the same, and they follow the reading direction. */
export function ImageWidth({ block, width, onDrag }: ImageWidthProps) {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useAttachmentsText();
  const format = useFormat();
  const handle = useRef<HTMLDivElement>(null);
  const pulled = useRef<number | undefined>(undefined);
  const now = width ?? WIDTH_MAX;

  const place = () => {
    const figure = handle.current?.closest('figure');
    const picture = handle.current?.parentElement?.getBoundingClientRect();
    if (!figure || !picture) return undefined;
    const frame = figure.getBoundingClientRect();
    return { frame, picture, rtl: getComputedStyle(figure).direction === 'rtl' };
  };
  const measured = (): number => {
    const found = place();
    return found ? clampWidth((found.picture.width / found.frame.width) * 100) : now;
  };
  const set = (percent: number | undefined) => setPictureWidth(editor, block.id, percent);

  const onKeyDown = (event: KeyboardEvent) => {
    const rtl = place()?.rtl === true;
    const from = width ?? measured();
    const to: Record<string, number | undefined> = {
      ArrowUp: from + STEP,
      ArrowDown: from - STEP,
      ArrowRight: rtl ? from - STEP : from + STEP,
      ArrowLeft: rtl ? from + STEP : from - STEP,
      Home: WIDTH_MIN,
      End: WIDTH_MAX,
    };
    // The keys of the slider are not those of the text around it.
    event.stopPropagation();
    if (event.key === 'Backspace' || event.key === 'Delete') set(undefined);
    else if (to[event.key] === undefined) return;
    else set(clampWidth(to[event.key] as number));
    event.preventDefault();
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    pulled.current = measured();
  };
  const onPointerMove = (event: PointerEvent) => {
    const found = place();
    if (pulled.current === undefined || !found) return;
    const { frame, picture, rtl } = found;
    const length = rtl ? picture.right - event.clientX : event.clientX - picture.left;
    pulled.current = clampWidth((length / frame.width) * 100);
    onDrag(pulled.current);
  };
  const onPointerUp = () => {
    const percent = pulled.current;
    pulled.current = undefined;
    onDrag(undefined);
    if (percent !== undefined && percent !== width) set(percent);
  };

  return (
    <div
      ref={handle}
      role="slider"
      tabIndex={0}
      className="rt-resize"
      aria-label={t('width.label')}
      aria-valuemin={WIDTH_MIN}
      aria-valuemax={WIDTH_MAX}
      aria-valuenow={now}
      aria-valuetext={t('width.value', { percent: format.percent(now / 100) })}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        pulled.current = undefined;
        onDrag(undefined);
      }}
    />
  );
}
