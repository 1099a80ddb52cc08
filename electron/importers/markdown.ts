import { type Block, DOCUMENT_VERSION, type RichText } from '../../shared/richtext/document.ts';
import {
  type MarkdownInOptions,
  markdownToBlocks,
} from '../../shared/richtext/markdown-in/markdown-to-blocks.ts';
import type { Simplified } from '../../shared/richtext/simplified.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter.ts';

// A Markdown file as a note: what stands in it, what it is called, and what its front matter says about it.

export type MarkdownResult = {
  readonly document: RichText;
  /** From the front matter, else a first heading of level one (which then is not repeated in the document). */
  readonly title: string;
  readonly frontMatter: FrontMatter;
  readonly simplified: Simplified;
  /** Targets of all `[[…]]` in the order they stand. */
  readonly wikiLinks: string[];
};

/** Never throws on any text. */
export function markdownToDocument(text: string, options: MarkdownInOptions): MarkdownResult {
  const read = markdownToBlocks(text, options);
  const frontMatter = parseFrontMatter(read.frontMatter);
  // Our own export writes the title on top of the text when there is one: without, a first heading is of the text.
  const mayName = frontMatter.own === null ? frontMatter.title === '' : false;
  const isTitle = read.title !== '' && (mayName || frontMatter.title === plainTitle(read.title));
  const blocks: Block[] = isTitle ? read.blocks.slice(1) : [...read.blocks];
  if (frontMatter.rest !== '')
    blocks.push({
      id: options.makeBlockId(),
      type: 'code',
      language: 'yaml',
      children: [{ text: frontMatter.rest }],
    });
  return {
    document: { version: DOCUMENT_VERSION, blocks },
    title: isTitle && frontMatter.own === null ? read.title : frontMatter.title,
    frontMatter,
    simplified: read.simplified,
    wikiLinks: read.wikiLinks,
  };
}

const plainTitle = (title: string): string => title.replace(/\s+/gu, ' ').trim();
