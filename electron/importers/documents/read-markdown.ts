import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { markdownToDocument } from '../markdown.ts';
import { linkHooks } from './link-hooks.ts';
import type { ReadContent, ReadContext } from './read-content.ts';

/** A Markdown file; its links are looked up among the notes, its pictures among the files of the import. */
export function readMarkdown(text: string, path: string, context: ReadContext): ReadContent {
  const { links, ...hooks } = linkHooks(path, context);
  const { document, title, frontMatter, simplified } = markdownToDocument(text, {
    ...hooks,
    html: parseInlineHtml,
  });
  return {
    blocks: document.blocks,
    title,
    language: frontMatter.language,
    topics: frontMatter.topics,
    tags: frontMatter.tags,
    own: frontMatter.own,
    simplified,
    links,
  };
}

/** HTML inside Markdown, as a tree to be read by the same rules as any page. */
export const parseInlineHtml = (source: string): Root => fromHtml(source, { fragment: true });
