import { blocksFromHast, type HtmlBlocks } from '../../../shared/richtext/html-in/blocks-from-hast.ts';
import { type FoundPicture, picturesIn } from '../../../shared/richtext/html-in/pictures.ts';
import type { HtmlInOptions } from '../../../shared/richtext/html-in/reader.ts';
import { parseInert } from './inert-document.ts';
import { toHast } from './to-hast.ts';
import { isMarkupTooLarge } from './too-large.ts';

export interface PastedHtml {
  /** Pictures the page shows, in order. */
  readonly pictures: readonly FoundPicture[];
  readonly toBlocks: (options: HtmlInOptions) => HtmlBlocks;
}

/** HTML from the clipboard, parsed and ready to be mapped; `undefined` when there is none that could be. */
export function readHtml(html: string): PastedHtml | undefined {
  const body = html === '' || isMarkupTooLarge(html) ? null : parseInert(html)?.body;
  if (!body) return undefined;
  const root = toHast(body);
  return { pictures: picturesIn(root), toBlocks: (options) => blocksFromHast(root, options) };
}

/** HTML as blocks, for a caller that has no pictures to give. Never throws. */
export function htmlToBlocks(html: string, makeBlockId: () => string): HtmlBlocks {
  return readHtml(html)?.toBlocks({ makeBlockId }) ?? { blocks: [], simplified: {} };
}
