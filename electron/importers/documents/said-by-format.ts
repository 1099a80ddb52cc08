import { fromHtml } from 'hast-util-from-html';
import { canonicalBlock } from '../../../shared/richtext/canonical.ts';
import type { Block, Inline, RichText } from '../../../shared/richtext/document.ts';
import { isEmptyLine } from '../../../shared/richtext/export-losses.ts';
import { blocksFromHast } from '../../../shared/richtext/html-in/blocks-from-hast.ts';
import { toHtml } from '../../../shared/richtext/html-out.ts';
import { markdownToBlocks } from '../../../shared/richtext/markdown-in/markdown-to-blocks.ts';
import { toMarkdown } from '../../../shared/richtext/markdown-out.ts';
import { mapLines } from '../../../shared/richtext/walk.ts';
import { makeBlockId } from './block-ids.ts';
import { parseInlineHtml } from './read-markdown.ts';

/**
 * The text of a file that our own export wrote of `ours`, and that people may have changed since, as it compares with
 * `ours`: blocks that only lack what the format cannot say (a direction, the width of a picture, an empty line) are
 * ours, whole. Without this a note would lose them by going out and coming home.
 */
export function saidByFormat(ours: RichText, wanted: RichText, format: 'markdown' | 'html' | null): RichText {
  if (format === null) return wanted;
  // What the format cannot say is what does not come back: asked of the writer and the reader themselves.
  const back =
    format === 'markdown'
      ? markdownToBlocks(toMarkdown(ours), { makeBlockId, html: parseInlineHtml }).blocks
      : blocksFromHast(fromHtml(toHtml(ours, { exact: true }), { fragment: true }), { makeBlockId }).blocks;
  const written = format === 'markdown' ? ours.blocks.filter((block) => !isEmptyLine(block)) : ours.blocks;
  if (back.length !== written.length) return wanted;
  const places = new Map<string, Block[]>();
  back.forEach((block, at) => {
    const key = looseKey(block);
    places.set(key, [...(places.get(key) ?? []), written[at]!]);
  });
  const blocks = wanted.blocks.map((block) => places.get(looseKey(block))?.shift() ?? block);
  const isWhole = blocks.length === written.length && blocks.every((block, at) => block === written[at]);
  return isWhole ? ours : { version: wanted.version, blocks };
}

/** A block without its id, and without what is looked up anew whenever it is written: names of records and of files. */
function looseKey(block: Block): string {
  const unnamed = mapLines(block, (line): Inline[] =>
    line.map((child) => (!('text' in child) && child.type === 'mention' ? { ...child, label: '' } : child)),
  );
  const { dir: _dir, ...plain } = { dir: undefined, ...canonicalBlock(unnamed), id: '' };
  switch (plain.type) {
    case 'image': {
      const { width: _width, pixels: _pixels, ...image } = { width: undefined, pixels: undefined, ...plain };
      return JSON.stringify({ ...image, name: '' });
    }
    case 'file':
      return JSON.stringify({ ...plain, name: '', bytes: 0 });
    case 'audio':
      return JSON.stringify({ ...plain, name: '' });
    case 'record':
      return JSON.stringify({ ...plain, label: '' });
    default:
      return JSON.stringify(plain);
  }
}
