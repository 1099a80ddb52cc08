import type { Element, Root } from 'hast';
import { idSchema } from '../../base/ids.ts';
import { cleanText } from '../clean-text.ts';
import { isSafeUrl } from '../document.ts';
import { tally } from '../simplified.ts';
import {
  addBlock,
  type Context,
  flush,
  type NewBlock,
  type OwnAttachment,
  pushText,
  type Reader,
  type StoredPicture,
} from './reader.ts';
import { attr, forEachElement, hasClass, numberAttr, SILENT } from './tree.ts';

export interface FoundPicture {
  readonly src: string;
  readonly alt: string;
}

/** Every picture the page would show, in order, addresses as they are written. Pictures that are signs or spies are left out. */
export function picturesIn(root: Root): FoundPicture[] {
  const found: FoundPicture[] = [];
  forEachElement(root, (element) => {
    if (SILENT.has(element.tagName)) return false;
    const src = attr(element, 'src')?.trim() ?? '';
    if (element.tagName === 'img' && src !== '' && signOf(element) === undefined && !isSpy(element))
      found.push({ src, alt: attr(element, 'alt') ?? '' });
    return true;
  });
  return found;
}

/** A picture where it stands: a block of its own when its bytes are there, else its description. */
export function readPicture(reader: Reader, element: Element, context: Context): void {
  const sign = signOf(element);
  if (sign !== undefined) return pushText(reader, sign, context);
  const alt = cleanText(attr(element, 'alt') ?? '').replace(/\s+/gu, ' ');
  if (isSpy(element) && alt.trim() === '') return;
  const block = pictureBlock(reader, element, alt);
  if (block) {
    flush(reader, context);
    addBlock(reader, block);
    return;
  }
  if (hasClass(element, /^mwe-math/u)) {
    tally(reader.counts, 'formulas');
    return pushText(reader, alt, context);
  }
  tally(reader.counts, 'pictures');
  const src = attr(element, 'src')?.trim() ?? '';
  const isAddress = isSafeUrl(src) && src.length <= 4096;
  const words = alt.trim() === '' ? fileName(src) : alt;
  // In a link already, the link is kept; a link to the picture alone can be opened by whoever wants to see it.
  pushText(reader, words, isAddress && !context.link ? { ...context, link: { url: src } } : context);
}

/** The block of a picture whose bytes are stored. `figure` is where our own export says more about it. */
export function pictureBlock(
  reader: Reader,
  element: Element,
  alt: string,
  figure?: Element,
): Extract<NewBlock, { type: 'image' }> | undefined {
  const { picture } = reader.options;
  const own = ownAttachment(element, figure);
  const src = attr(element, 'src')?.trim() ?? '';
  const stored: StoredPicture | undefined = picture ? picture(src, alt, own) : keptOwn(own);
  if (!stored) return undefined;
  const width = figure && numberAttr(figure, 'dataWidth');
  const pixels = stored.pixels ?? (figure && pixelsOf(element));
  return {
    type: 'image',
    attachmentId: stored.attachmentId,
    name: stored.name.slice(0, 500),
    alt: alt.slice(0, 2000),
    ...(width !== undefined && width >= 10 && width < 100 ? { width } : {}),
    ...(pixels ? { pixels: { width: pixels.width, height: pixels.height } } : {}),
    children: [],
  };
}

export function ownAttachment(element: Element, figure?: Element): OwnAttachment {
  const attachmentId = figure && attr(figure, 'dataAttachmentId');
  return {
    attachmentId:
      attachmentId !== undefined && idSchema.safeParse(attachmentId).success ? attachmentId : undefined,
    name: attr(element, 'dataName') ?? attr(element, 'download'),
  };
}

export const keptOwn = ({
  attachmentId,
  name,
}: OwnAttachment): { attachmentId: string; name: string } | undefined =>
  attachmentId === undefined ? undefined : { attachmentId, name: name ?? '' };

function pixelsOf(element: Element): { width: number; height: number } | undefined {
  const width = numberAttr(element, 'width') ?? 0;
  const height = numberAttr(element, 'height') ?? 0;
  return width >= 1 && height >= 1 ? { width, height } : undefined;
}

/** Pictures that stand for a letter: emoji, and the boxes of check lists (which are read where the list is). */
function signOf(element: Element): string | undefined {
  if (attr(element, 'ariaRoleDescription') === 'checkbox') return '';
  const alt = attr(element, 'alt') ?? '';
  const isEmoji =
    hasClass(element, /emoji|emoticon|smiley/iu) || attr(element, 'dataStringifyType') === 'emoji';
  return alt !== '' && (isEmoji || /^(?:\p{Extended_Pictographic}|\u200d|\ufe0f)+$/u.test(alt))
    ? cleanText(alt)
    : undefined;
}

/** A dot that only counts readers. */
const isSpy = (element: Element): boolean =>
  (numberAttr(element, 'width') ?? 99) <= 2 && (numberAttr(element, 'height') ?? 99) <= 2;

/** What a file was called, when its address says so; the names Word makes up for its clipboard say nothing. */
export function fileName(address: string): string {
  if (/^(?:data|blob|cid|javascript|vbscript):/iu.test(address)) return '';
  const name =
    /([^/\\?#]+\.(?:png|jpe?g|gif|webp|avif|bmp|svg|tiff?|heic))(?:[?#]|$)/iu.exec(address)?.[1] ?? '';
  if (/^clip_image\d+/iu.test(name)) return '';
  try {
    return cleanText(decodeURIComponent(name));
  } catch {
    return cleanText(name);
  }
}
