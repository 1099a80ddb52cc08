import type { Block } from '../../../shared/richtext/document.ts';
import type { Simplified } from '../../../shared/richtext/simplified.ts';
import { clipboardPictures } from './clipboard-pictures.ts';
import { FRAGMENT_TYPE, readFragment } from './fragment.ts';
import { readHtml } from './html-to-blocks.ts';
import { looksLikeMarkdown } from './looks-like-markdown.ts';
import { tabCells, tabTable } from './tab-table.ts';
import { textToBlocks } from './text-to-blocks.ts';
import { isMarkupTooLarge, isTextTooLarge, isTooHeavy, weightOf } from './too-large.ts';

/** A picture to keep, and where it goes: behind so many of the blocks. */
export interface PastedPicture {
  readonly file: File;
  readonly behind: number;
  readonly alt: string;
  readonly caption: Extract<Block, { type: 'image' }>['children'];
}

export interface Pasted {
  readonly blocks: readonly Block[];
  readonly simplified: Simplified;
  readonly pictures: readonly PastedPicture[];
  /** More than is parsed, or drawn without asking: `blocks` are what there is of it, none when it was not even read. */
  readonly tooLarge: boolean;
  /** Plain text that was written as Markdown: `blocks` are its lines as they are. */
  readonly markdown: string | undefined;
}

const NOTHING = { simplified: {}, pictures: [], markdown: undefined, tooLarge: false } as const;
const UNREAD: Pasted = { ...NOTHING, blocks: [], tooLarge: true };

export interface ReadOptions {
  readonly makeBlockId: () => string;
  /** Whether pictures can be kept; without, their descriptions are. */
  readonly keepsPictures: boolean;
  /** The writer asked for the words alone. */
  readonly plain: boolean;
  /** The cursor is in a table: values parted by tabs are cells, however few. */
  readonly inTable?: boolean;
}

/**
 * What is on the clipboard, in the order of trust: our own blocks, HTML, Markdown that is written as text, cells parted by
 * tabs, lines of text. (Files by themselves are taken before.)
 */
export function readClipboard(data: Clipboard, options: ReadOptions): Pasted {
  const pasted = readByTrust(data, options);
  return !pasted.tooLarge && isTooHeavy(weightOf(pasted.blocks)) ? { ...pasted, tooLarge: true } : pasted;
}

type Clipboard = Pick<DataTransfer, 'getData' | 'files'>;

function readByTrust(data: Clipboard, { makeBlockId, keepsPictures, plain, inTable }: ReadOptions): Pasted {
  const text = data.getData('text/plain');
  const html = plain ? '' : data.getData('text/html');
  if (isMarkupTooLarge(html) || (html === '' && isTextTooLarge(text))) return UNREAD;
  const cells = inTable && html === '' ? tabCells(text, makeBlockId) : undefined;
  if (plain) return { ...NOTHING, blocks: cells ? [cells] : textToBlocks(text, makeBlockId) };
  const fragment = readFragment(data.getData(FRAGMENT_TYPE));
  if (fragment) return { ...NOTHING, blocks: fragment.blocks };
  if (cells) return { ...NOTHING, blocks: [cells] };
  const isMarkdown = looksLikeMarkdown(text);
  if (html !== '' && !(isMarkdown && isSourceView(html))) {
    const page = readPage(html, data, makeBlockId, keepsPictures);
    if (page) return page;
  }
  if (isMarkdown) return { ...NOTHING, blocks: textToBlocks(text, makeBlockId), markdown: text };
  const table = tabTable(text, makeBlockId);
  return { ...NOTHING, blocks: table ? [table] : textToBlocks(text, makeBlockId) };
}

/** HTML that only colours the letters of a source text, as code editors write it. */
const isSourceView = (html: string): boolean =>
  !/<(?:h[1-6]|[uo]l|li|table|blockquote|strong|b|em|i|a|img|pre|code)\b/iu.test(html);

function readPage(
  html: string,
  data: Clipboard,
  makeBlockId: () => string,
  keepsPictures: boolean,
): Pasted | undefined {
  const page = readHtml(html);
  if (!page) return undefined;
  const files = keepsPictures ? clipboardPictures(page.pictures, data) : new Map<number, File>();
  // The reader asks for each picture in order; a picture that is on its way stands as a block until it is taken out again.
  const waiting = new Map<string, File>();
  let asked = -1;
  const { blocks, simplified } = page.toBlocks({
    makeBlockId,
    picture: (src) => {
      asked += 1;
      while (asked < page.pictures.length && page.pictures[asked]?.src !== src) asked += 1;
      const file = files.get(asked);
      if (!file) return undefined;
      const attachmentId = `00000000-0000-8000-8000-${String(waiting.size).padStart(12, '0')}`;
      waiting.set(attachmentId, file);
      return { attachmentId, name: file.name };
    },
  });
  if (blocks.length === 0) return undefined;
  const kept: Block[] = [];
  const pictures: PastedPicture[] = [];
  for (const block of blocks) {
    const file = block.type === 'image' ? waiting.get(block.attachmentId) : undefined;
    if (file && block.type === 'image')
      pictures.push({ file, behind: kept.length, alt: block.alt, caption: block.children });
    else kept.push(block);
  }
  return { ...NOTHING, blocks: kept, simplified, pictures };
}
