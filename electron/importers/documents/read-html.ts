import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Block } from '../../../shared/richtext/document.ts';
import { fromPlainText } from '../../../shared/richtext/from-text.ts';
import { blocksFromHast } from '../../../shared/richtext/html-in/blocks-from-hast.ts';
import { inlineText } from '../../../shared/richtext/plain-text.ts';
import { type SimplifiedKind, type SimplifiedTally, tally } from '../../../shared/richtext/simplified.ts';
import { docxToHtml, NUMBER_MARK, RTL_MARK } from './docx-to-html.ts';
import { type ArticleFacts, factsOf, ownArticle, textOfArticle } from './html-set.ts';
import { linkHooks } from './link-hooks.ts';
import { odtToHast } from './odt-to-hast.ts';
import { plainContent, type ReadContent, type ReadContext } from './read-content.ts';

// Three formats, one mapper: what is HTML, what becomes HTML, and what is turned into the same tree.

export function readHtml(text: string, path: string, context: ReadContext): ReadContent {
  let root: Root;
  try {
    root = fromHtml(text);
  } catch (error) {
    // Elements inside each other beyond the stack: nobody writes so, but the words still count.
    if (!(error instanceof RangeError)) throw error;
    const bare = text.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, '\n');
    const { blocks } = fromPlainText(bare, context.makeBlockId);
    return { ...plainContent(blocks), simplified: { structure: 1 } };
  }
  const article = ownArticle(root);
  const own = article && factsOf(article);
  if (article && own) return readArticle(article, own, path, context);
  const head = { title: '', language: '', tags: [] as string[] };
  forEach(root, (element) => {
    const { properties } = element;
    if (element.tagName === 'html' && typeof properties.lang === 'string') head.language = properties.lang;
    // The first one: a drawing inside the page may have a title of its own.
    if (element.tagName === 'title' && head.title === '') head.title = words(element).trim();
    if (element.tagName === 'meta' && properties.name === 'keywords')
      head.tags.push(...String(properties.content ?? '').split(/[,،，;]+/));
  });
  return { ...fromTree(root, path, context, {}, head.title), language: head.language, tags: head.tags };
}

/** A note of our own page. Its title is what it says, and '' where it had none. */
function readArticle(article: Element, own: ArticleFacts, path: string, context: ReadContext): ReadContent {
  const { facts, topics, tags, language } = own;
  const { links, ...hooks } = linkHooks(path, context);
  const { blocks, simplified } = blocksFromHast(textOfArticle(article), hooks);
  const title = own.title ?? '';
  return { blocks, title, language, topics, tags, own: facts, simplified, links };
}

/** `path` is where the file lies; `name` is what the user's folder calls it. Throws BadFile. */
export async function readDocx(path: string, name: string, context: ReadContext): Promise<ReadContent> {
  const { html, pictures, simplified } = await docxToHtml(path);
  context.shown.embed(pictures);
  const root = fromHtml(html, { fragment: true });
  const counts: SimplifiedTally = {};
  for (const kind of simplified) tally(counts, kind);
  tidyDocx(root, counts);
  return fromTree(root, name, context, counts, '');
}

export async function readOdt(path: string, name: string, context: ReadContext): Promise<ReadContent> {
  const { root, pictures, simplified } = await odtToHast(path);
  context.shown.embed(pictures);
  const counts: SimplifiedTally = {};
  for (const kind of simplified) tally(counts, kind);
  return fromTree(root, name, context, counts, '');
}

function fromTree(
  root: Root,
  path: string,
  context: ReadContext,
  counts: SimplifiedTally,
  given: string,
): ReadContent {
  const { links, ...hooks } = linkHooks(path, context);
  const read = blocksFromHast(root, hooks);
  for (const [kind, count] of Object.entries(read.simplified)) tally(counts, kind as SimplifiedKind, count);
  const { title, blocks } = takeTitle(read.blocks, given);
  return { blocks, title, language: '', topics: [], tags: [], own: null, simplified: counts, links };
}

/** A first heading of level one is the title, unless the file says another; then it stays where it is. */
function takeTitle(blocks: readonly Block[], given: string): { title: string; blocks: Block[] } {
  const [first, ...rest] = blocks;
  if (first?.type !== 'heading' || first.level !== 1) return { title: given, blocks: [...blocks] };
  const heading = inlineText(first.children).trim();
  return given === '' || given === heading
    ? { title: heading, blocks: rest }
    : { title: given, blocks: [...blocks] };
}

const NUMBERED = new RegExp(`${NUMBER_MARK}(\\d{1,9})$`);

/** Mammoth's own signs: marks of direction become directions, arrows back from footnotes go. */
function tidyDocx(root: Root, counts: SimplifiedTally): void {
  const tidy = (parent: Root | Element, block: Element | null): void => {
    parent.children = (parent as Element).children.filter((child) => {
      if (child.type !== 'element') return true;
      const id = String(child.properties.id ?? '');
      if (child.tagName === 'a' && id.endsWith(RTL_MARK)) {
        if (block !== null) block.properties.dir = 'rtl';
        return false;
      }
      const number = child.tagName === 'a' ? NUMBERED.exec(id)?.[1] : undefined;
      if (number !== undefined) {
        if (block?.tagName === 'li') block.properties.value = number;
        return false;
      }
      if (child.tagName === 'a' && /^#h-(?:foot|end)note-ref-/.test(String(child.properties.href ?? ''))) {
        tally(counts, 'footnotes');
        return false;
      }
      if (child.tagName === 'a' && String(child.properties.href ?? '').startsWith('#h-comment-ref-'))
        return false;
      tidy(child, /^(?:p|h[1-6]|li|pre)$/.test(child.tagName) ? child : block);
      return true;
    });
  };
  tidy(root, null);
}

function forEach(node: Root | Element, visit: (element: Element) => void): void {
  const open = [...node.children].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type !== 'element') continue;
    visit(next);
    open.push(...[...next.children].reverse());
  }
}

function words(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}
