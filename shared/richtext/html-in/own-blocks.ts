import type { Element } from 'hast';
import { isId } from '../../base/ids.ts';
import { JUDGEMENT_PARTS } from '../block-parts.ts';
import { cleanText } from '../clean-text.ts';
import {
  type Block,
  decisionPartAt,
  type Inline,
  isSafeUrl,
  MENTION_KINDS,
  type Mention,
} from '../document.ts';
import { foldToCell } from '../fold-lines.ts';
import { tally } from '../simplified.ts';
import { keptOwn, ownAttachment, pictureBlock } from './pictures.ts';
import {
  addBlock,
  appendBlocks,
  type Context,
  flush,
  type NewBlock,
  pushText,
  type Reader,
  readPart,
} from './reader.ts';
import { attr, elementsOf, forEachElement, hasClass, numberAttr, textOf } from './tree.ts';

// The blocks that only we write, read back from our own export.

const MOST_PARTS = 201;

/** A judgement or a decision; false for any other list of definitions. */
export function readParts(reader: Reader, element: Element, context: Context): boolean {
  const type = attr(element, 'dataBlock');
  if (type !== 'judgement' && type !== 'decision') return false;
  flush(reader, context);
  const beside: Block[] = [];
  const parts = elementsOf(element)
    .filter((child) => attr(child, 'dataPart') !== undefined)
    .map((child) => {
      const said = elementsOf(child).find(({ tagName }) => tagName === 'dd');
      const folded = foldToCell(
        said ? readPart(reader, said.children, { ...context, style: {}, link: undefined }) : [],
      );
      beside.push(...folded.beside);
      return { part: attr(child, 'dataPart'), children: folded.children };
    });
  if (type === 'judgement') {
    const children = JUDGEMENT_PARTS.map((part) => ({
      type: 'part' as const,
      part,
      children: parts.find((one) => one.part === part)?.children ?? [],
    }));
    addBlock(reader, { type, children } as unknown as NewBlock, context);
  } else
    addDecision(
      reader,
      parts.map(({ children }) => children),
      context,
    );
  tally(reader.counts, 'movedPictures', beside.length);
  appendBlocks(reader, beside);
  return true;
}

/** Parts in their order: the question, then pairs. What is missing is empty; what is too much follows as text. */
function addDecision(reader: Reader, parts: readonly Inline[][], context: Context): void {
  const kept = parts.slice(0, MOST_PARTS);
  while (kept.length < 3 || kept.length % 2 === 0) kept.push([]);
  const children = kept.map((part, at) => ({
    type: 'part' as const,
    part: decisionPartAt(at),
    children: part,
  }));
  addBlock(reader, { type: 'decision', children }, context);
  for (const rest of parts.slice(MOST_PARTS))
    if (rest.length > 0) addBlock(reader, { type: 'paragraph', children: rest });
}

/** The record an element of our own names, as it is called here. */
function recordOf(reader: Reader, element: Element): { kind: Mention['kind']; id: string } | undefined {
  const kind = MENTION_KINDS.find((each) => each === attr(element, 'dataKind'));
  const id = attr(element, 'dataId');
  if (kind === undefined || !isId(id)) return undefined;
  return reader.options.record ? reader.options.record(kind, id) : { kind, id };
}

/** A card of a record; false when it is only a paragraph. */
export function readRecord(reader: Reader, element: Element, context: Context): boolean {
  if (!hasClass(element, /^record$/u)) return false;
  const record = recordOf(reader, element);
  if (!record) return false;
  flush(reader, context);
  const label = labelOf(element);
  addBlock(reader, { type: 'record', kind: record.kind, recordId: record.id, label, children: [] }, context);
  return true;
}

/** A mention in a line; false when the element is only a link or words. */
export function readMention(reader: Reader, element: Element): boolean {
  if (!hasClass(element, /^mention$/u)) return false;
  const record = recordOf(reader, element);
  if (!record) return false;
  reader.line.push({
    type: 'mention',
    kind: record.kind,
    id: record.id,
    label: labelOf(element),
    children: [],
  });
  return true;
}

const labelOf = (element: Element): string => cleanText(textOf(element)).slice(0, 500);

/** A picture, file or sound with its caption; false when the figure holds something else. */
export function readFigure(reader: Reader, figure: Element, context: Context): boolean {
  const caption = elementsOf(figure).find(({ tagName }) => tagName === 'figcaption');
  const media = mediaOf(figure);
  if (!media) return false;
  const block = hasClass(figure, /^(?:file|audio)$/u)
    ? fileBlock(reader, media, figure)
    : pictureBlock(reader, media, altOf(media), figure);
  const said = (): ReturnType<typeof foldToCell> =>
    foldToCell(caption ? readPart(reader, caption.children, { ...context, style: {}, link: undefined }) : []);
  if (block) {
    flush(reader, context);
    const { children, beside } = said();
    addBlock(reader, { ...block, children } as NewBlock, context);
    appendBlocks(reader, beside);
    return true;
  }
  if (media.tagName !== 'a' && media.tagName !== 'audio') return false;
  // The file did not come along: its name, as a link where it leads somewhere.
  flush(reader, context);
  tally(reader.counts, 'embeds');
  const href = attr(media, media.tagName === 'a' ? 'href' : 'src') ?? '';
  pushText(reader, mediaName(media), isSafeUrl(href) ? { ...context, link: { url: href } } : context);
  flush(reader, context);
  if (caption) appendBlocks(reader, readPart(reader, caption.children, context));
  return true;
}

const altOf = (media: Element): string =>
  cleanText(media.tagName === 'img' ? (attr(media, 'alt') ?? '') : textOf(media));

/** The one thing a figure shows: our own kinds say which, others are asked for a single picture. */
function mediaOf(figure: Element): Element | undefined {
  const pictures: Element[] = [];
  let other: Element | undefined;
  forEachElement(figure, (element) => {
    if (element.tagName === 'figcaption') return false;
    if (element.tagName === 'img') pictures.push(element);
    else if (element.tagName === 'audio' || element.tagName === 'a' || hasClass(element, /^missing$/u))
      other ??= element;
    return true;
  });
  if (hasClass(figure, /^(?:file|audio)$/u)) return other;
  if (pictures.length === 1) {
    // Words beside the picture that are no caption make it more than a picture.
    return textOf({
      ...figure,
      children: figure.children.filter((child) => !('tagName' in child && child.tagName === 'figcaption')),
    }).trim() === ''
      ? pictures[0]
      : undefined;
  }
  return hasClass(figure, /^image$/u) ? (pictures[0] ?? other) : undefined;
}

const mediaName = (media: Element): string =>
  cleanText(attr(media, 'dataName') ?? attr(media, 'download') ?? '') || cleanText(textOf(media)).trim();

function fileBlock(reader: Reader, media: Element, figure: Element): NewBlock | undefined {
  const own = ownAttachment(media, figure);
  const name = mediaName(media).slice(0, 500);
  const href = attr(media, media.tagName === 'audio' ? 'src' : 'href') ?? '';
  const bytes = Math.max(numberAttr(media, 'dataBytes') ?? 0, 0);
  const { file } = reader.options;
  const kept = file ? undefined : keptOwn(own);
  const stored = file ? file(href, name, own) : kept && { ...kept, name: kept.name || name, bytes };
  if (!stored) return undefined;
  const head = { attachmentId: stored.attachmentId, name: stored.name.slice(0, 500) };
  return hasClass(figure, /^audio$/u)
    ? { type: 'audio', ...head, children: [] }
    : { type: 'file', ...head, bytes: stored.bytes, children: [] };
}
