import type { Element } from 'hast';
import { cleanText } from '../clean-text.ts';
import { isSafeUrl } from '../document.ts';
import { storedFileBlock } from '../import-hooks.ts';
import { tally } from '../simplified.ts';
import { addBlock, type Context, flush, pushText, type Reader } from './reader.ts';
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

/** A video, a frame, a drawing: never shown, never fetched; a file beside the page is kept, any other address is a link. */
export function readEmbed(reader: Reader, element: Element, context: Context): void {
  const label = cleanText(attr(element, 'ariaLabel') ?? '');
  // Small drawings are the icons of buttons and links.
  if (
    element.tagName === 'svg' &&
    (attr(element, 'ariaHidden') === 'true' || isIcon(element)) &&
    label === ''
  )
    return;
  let src = attr(element, 'src') ?? attr(element, 'data') ?? '';
  forEachElement(element, (inner) => {
    if (inner.tagName === 'source') src ||= attr(inner, 'src') ?? '';
    return undefined;
  });
  src = src.trim();
  if (keepFile(reader, element, src, label, context)) return;
  tally(reader.counts, 'embeds');
  const isAddress = isSafeUrl(src) && src.length <= 4096;
  const words = isAddress ? label || src : label;
  if (words === '') return;
  // A line of its own, as it had a place of its own.
  if (element.tagName !== 'svg') flush(reader, context);
  pushText(reader, words, isAddress ? { ...context, link: { url: src } } : context);
  if (element.tagName !== 'svg') flush(reader, context);
}

/** A sound or a film that came along with the page; false when it did not. */
function keepFile(reader: Reader, element: Element, src: string, label: string, context: Context): boolean {
  if (src === '' || isSafeUrl(src)) return false;
  const stored = reader.options.file?.(src, label, { attachmentId: undefined, name: undefined });
  if (!stored) return false;
  flush(reader, context);
  const { attachmentId, name } = stored;
  addBlock(
    reader,
    element.tagName === 'audio'
      ? { type: 'audio', attachmentId, name: name.slice(0, 500), children: [] }
      : storedFileBlock(stored),
  );
  return true;
}

const isIcon = (element: Element): boolean =>
  (numberAttr(element, 'width') ?? 99) <= 32 || (numberAttr(element, 'height') ?? 99) <= 32;
