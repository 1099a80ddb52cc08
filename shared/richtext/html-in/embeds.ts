import type { Element } from 'hast';
import { cleanText } from '../clean-text.ts';
import { isSafeUrl } from '../document.ts';
import { tally } from '../simplified.ts';
import { type Context, flush, pushText, type Reader } from './reader.ts';
import { attr, forEachElement, numberAttr, textOf } from './tree.ts';

export function readFormula(reader: Reader, element: Element, context: Context): void {
  tally(reader.counts, 'formulas');
  let source = attr(element, 'alttext');
  forEachElement(element, (inner) => {
    if (inner.tagName === 'annotation' && attr(inner, 'encoding') === 'application/x-tex')
      source ??= textOf(inner);
    return undefined;
  });
  pushText(reader, cleanText(source ?? textOf(element)).replace(/\s+/gu, ' '), context);
}

/** A video, a frame, a drawing: never shown, never fetched; its address is kept as a link that one can follow. */
export function readEmbed(reader: Reader, element: Element, context: Context): void {
  const label = cleanText(attr(element, 'ariaLabel') ?? '');
  // Small drawings are the icons of buttons and links.
  if (
    element.tagName === 'svg' &&
    (attr(element, 'ariaHidden') === 'true' || isIcon(element)) &&
    label === ''
  )
    return;
  tally(reader.counts, 'embeds');
  let src = attr(element, 'src') ?? attr(element, 'data') ?? '';
  forEachElement(element, (inner) => {
    if (inner.tagName === 'source') src ||= attr(inner, 'src') ?? '';
    return undefined;
  });
  src = src.trim();
  const isAddress = isSafeUrl(src) && src.length <= 4096;
  const words = isAddress ? label || src : label;
  if (words === '') return;
  // A line of its own, as it had a place of its own.
  if (element.tagName !== 'svg') flush(reader, context);
  pushText(reader, words, isAddress ? { ...context, link: { url: src } } : context);
  if (element.tagName !== 'svg') flush(reader, context);
}

const isIcon = (element: Element): boolean =>
  (numberAttr(element, 'width') ?? 99) <= 32 || (numberAttr(element, 'height') ?? 99) <= 32;
