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
  const isTitle = read.title !== '' && (frontMatter.title === '' || frontMatter.title === read.title);
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
    title: isTitle ? read.title : frontMatter.title,
    frontMatter,
    simplified: read.simplified,
    wikiLinks: read.wikiLinks,
  };
}
