import type { Element, Root } from 'hast';
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

/** HTML inside Markdown. A page would run its scripts and show nothing of them; here they are words like any others. */
export function parseInlineHtml(source: string): Root {
  const root = fromHtml(source, { fragment: true });
  if (/<(?:script|style)/i.test(source)) spellOut(root);
  return root;
}

function spellOut(parent: Root | Element): void {
  parent.children = (parent as Element).children.map((child) => {
    if (child.type !== 'element') return child;
    if (child.tagName !== 'script' && child.tagName !== 'style') {
      spellOut(child);
      return child;
    }
    const words = child.children.map((one) => (one.type === 'text' ? one.value : '')).join('');
    return { type: 'text', value: `<${child.tagName}>${words}</${child.tagName}>` };
  });
}
