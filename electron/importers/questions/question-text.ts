import { fromHtml } from 'hast-util-from-html';
import { TITLE_MAX } from '../../../shared/domain/record.ts';
import { canonicalDocument } from '../../../shared/richtext/canonical.ts';
import { type Block, DOCUMENT_VERSION, type RichText } from '../../../shared/richtext/document.ts';
import { fromPlainText } from '../../../shared/richtext/from-text.ts';
import { blocksFromHast } from '../../../shared/richtext/html-in/blocks-from-hast.ts';
import { makeBlockId } from '../documents/block-ids.ts';

const HTML = /<(?:p|br|div|ul|ol|pre|code|blockquote|strong|em|a\s[^>]*href)\b[^>]*>/i;
/** Parsing blocks whoever else asks the store something; longer texts stay as they are written. Characters. */
const LONGEST_HTML = 200_000;
/** A question this short is its own title. Characters. */
const SHORT = 200;

/** The text of a cell: forums write HTML, people write lines. `signature` follows as a line of its own. */
export function cellText(text: string, signature: string): RichText {
  const blocks: Block[] =
    HTML.test(text) && text.length <= LONGEST_HTML
      ? blocksFromHast(fromHtml(text, { fragment: true }), { makeBlockId }).blocks
      : fromPlainText(text.toWellFormed(), makeBlockId).blocks;
  if (signature !== '')
    blocks.push({ id: makeBlockId(), type: 'paragraph', children: [{ text: `— ${signature}` }] });
  return canonicalDocument({ version: DOCUMENT_VERSION, blocks });
}

/** Every question needs a title; what a table does not name is the beginning of its words. */
export function questionTitle(
  title: string,
  text: string,
): { readonly title: string; readonly rest: string } {
  const own = title.toWellFormed().replace(/\s+/g, ' ').trim();
  if (own !== '') {
    if (own.length <= TITLE_MAX) return { title: own, rest: text.trim() === title.trim() ? '' : text };
    return { title: shorten(own, TITLE_MAX), rest: `${title}\n\n${text}` };
  }
  const words = text
    .replace(/<[^>]{0,500}>/g, ' ')
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length <= SHORT) return { title: words || '?', rest: words === text.trim() ? '' : text };
  return { title: shorten(words, SHORT), rest: text };
}

function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '');
  // At the end of a word, where words have ends.
  const space = cut.lastIndexOf(' ');
  return `${space > longest / 2 ? cut.slice(0, space) : cut}…`;
}
