import type { BlockContent, Definition, DefinitionContent, Html, List, Paragraph, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { canonicalInlines } from '../canonical.ts';
import { type Block, type Inline, MAX_BLOCKS } from '../document.ts';
import { fromPlainText } from '../from-text.ts';
import { blocksFromHast } from '../html-in/blocks-from-hast.ts';
import { forEachElement } from '../html-in/tree.ts';
import type { NewBlock } from '../import-hooks.ts';
import { keepNumbers } from '../list-numbers.ts';
import { inlineText } from '../plain-text.ts';
import { SIMPLIFIED_KINDS, type Simplified, type SimplifiedTally, tally } from '../simplified.ts';
import { readSpecialQuote } from './callouts.ts';
import type { Context, FoundMedia, MarkdownInOptions } from './context.ts';
import { decodePath, fileBlock, readLine, recordOf } from './inlines.ts';
import { readTable } from './tables.ts';

export type { MarkdownInOptions } from './context.ts';

// Markdown into our document by an allow-list: what the document has no form for becomes plain words, never HTML,
// and what had to be simplified is named so that a report can say it.

export type MarkdownBlocks = {
  readonly blocks: Block[];
  /** The words of a heading of level one that stands first; it is `blocks[0]` too. '' without. */
  readonly title: string;
  /** What stands between the `---` lines on top, as it was written; '' without. */
  readonly frontMatter: string;
  readonly simplified: Simplified;
  /** Targets of all `[[…]]` in the order they stand. */
  readonly wikiLinks: string[];
};

const DEEPEST_ITEM = 8;
const DEEPEST_NESTING = 60;
/** Of a list item, in letters: items inside each other stand ever further in. */
const DEEPEST_INDENT = 240;
const MOST_MARKS = 4_000;
const MARK_SIGNS = new Set('*_~`[]');

/** Never throws on any text: what cannot be read as Markdown is kept as plain paragraphs. */
export function markdownToBlocks(text: string, options: MarkdownInOptions): MarkdownBlocks {
  if (isTangled(text)) return plainResult(text, options);
  try {
    return convert(text, options);
  } catch (error) {
    // Nested deeper than the stack: the words still count.
    if (!(error instanceof RangeError)) throw error;
    return plainResult(text, options);
  }
}

function plainResult(text: string, options: MarkdownInOptions): MarkdownBlocks {
  const { blocks } = fromPlainText(text, options.makeBlockId);
  const counts: SimplifiedTally = { structure: 1 };
  tally(counts, 'blocks', blocks.length - MAX_BLOCKS);
  return {
    blocks: blocks.slice(0, MAX_BLOCKS),
    title: '',
    frontMatter: '',
    simplified: counts,
    wikiLinks: [],
  };
}

/**
 * True for text on which a Markdown parser takes time that grows with the square of its length: hundreds of quotes
 * or lists inside each other, thousands of marks in one paragraph. Nobody writes so; somebody may send it.
 */
function isTangled(text: string): boolean {
  let marks = 0;
  for (const line of text.split('\n')) {
    const [containers = ''] = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]))*/.exec(line) ?? [];
    if (containers.replace(/[^>*+.)-]/g, '').length > DEEPEST_NESTING) return true;
    if (containers !== '' && /^[ \t]*/.exec(line)![0].length > DEEPEST_INDENT) return true;
    // Lists, tables and headings begin a paragraph of their own; so does an empty line.
    if (line.trim() === '' || containers !== '' || /^\s*[|#]/.test(line)) marks = 0;
    for (let at = 0; at < line.length; at += 1) if (MARK_SIGNS.has(line[at]!)) marks += 1;
    if (marks > MOST_MARKS) return true;
  }
  return false;
}

/**
 * Without its search for addresses in text that is read already: it would make links of those whose signs are escaped.
 * Bare addresses are found by the parser itself.
 */
const GFM = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

function convert(text: string, options: MarkdownInOptions): MarkdownBlocks {
  const root = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [GFM, frontmatterFromMarkdown(['yaml'])],
  });
  const yaml = root.children.find((node) => node.type === 'yaml');
  const definitions = new Map<string, { url: string; title: string }>();
  for (const node of root.children)
    if (node.type === 'definition') definitions.set(node.identifier, definitionOf(node));
  const context: Context = { options, source: text, definitions, counts: {}, wikiLinks: [] };
  const builder = new BlockBuilder(context);
  const body = root.children.filter((node) => node.type !== 'yaml');
  builder.addAll(body, 'paragraph');
  builder.settleNumbers();
  const first = body[0]?.type === 'heading' && body[0].depth === 1 ? builder.blocks[0] : undefined;
  return {
    blocks: builder.blocks,
    title: first?.type === 'heading' ? inlineText(first.children).trim() : '',
    frontMatter: yaml?.value ?? '',
    simplified: context.counts,
    wikiLinks: context.wikiLinks,
  };
}

const definitionOf = ({ url, title }: Definition): { url: string; title: string } => ({
  url,
  title: title ?? '',
});

type LineType = 'paragraph' | 'quote';
type Node = RootContent | BlockContent | DefinitionContent;

class BlockBuilder {
  readonly blocks: Block[] = [];
  /** Numbers that items of lists showed. */
  private readonly numbers = new Map<Block, number>();
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  add(block: NewBlock | Block): void {
    if (this.blocks.length >= MAX_BLOCKS) tally(this.context.counts, 'blocks');
    else this.blocks.push({ ...block, id: this.context.options.makeBlockId() } as Block);
  }

  addAll(nodes: readonly Node[], line: LineType): void {
    for (const node of nodes) this.addNode(node, line);
  }

  /** To be called when everything is added: lists keep the numbers they showed. */
  settleNumbers(): void {
    tally(this.context.counts, 'numbering', keepNumbers(this.blocks, this.numbers));
  }

  /** Nodes as a small document of their own, for what stands in a callout or a part. */
  private readonly readPart = (nodes: readonly RootContent[]): Block[] => {
    const part = new BlockBuilder(this.context);
    part.addAll(nodes, 'paragraph');
    part.settleNumbers();
    return part.blocks;
  };

  private addLine(type: LineType, children: readonly Inline[]): void {
    const clean = canonicalInlines(children);
    if (clean.some((child) => 'type' in child) || inlineText(clean).trim() !== '')
      this.add({ type, children: clean } as NewBlock);
  }

  /** A paragraph, cut where pictures and files stand in it. */
  private addParagraph(node: Paragraph, type: LineType): void {
    if (this.addLoneLink(node)) return;
    const { children, media } = readLine(node.children, this.context);
    let from = 0;
    for (const { at, block, label } of media) {
      const words = children.slice(from, at);
      // A link that stands alone is the file itself.
      if (label === '' || inlineText(words).trim() !== label.trim()) this.addLine(type, trimmed(words));
      this.add(block);
      from = at;
    }
    this.addLine(type, media.length === 0 ? children : trimmed(children.slice(from)));
  }

  private addLoneLink(node: Paragraph): boolean {
    const only = node.children[0];
    if (node.children.length !== 1 || only?.type !== 'link') return false;
    const words = inlineText(readLine(only.children, this.context).children);
    const record = recordOf(only.url, this.context);
    if (record?.card) {
      const { kind, id } = record;
      this.add({ type: 'record', kind, recordId: id, label: words.slice(0, 500), children: [] });
      return true;
    }
    const note = record ? null : this.cardNote(only.url, words);
    if (note) {
      const { id: recordId } = note;
      this.add({ type: 'record', kind: 'note', recordId, label: words.slice(0, 500), children: [] });
      return true;
    }
    const file = record ? undefined : fileBlock(only.url, words, only.title ?? '', this.context);
    if (file) this.add(file);
    return file !== undefined;
  }

  /** The note of a card whose note lies beside this one: our own export writes the path to it, and `#card`. */
  private cardNote(url: string, label: string): { readonly id: string } | null {
    const path = /^(?![a-z][\w+.-]*:)(.+)#card$/iu.exec(url)?.[1];
    if (path === undefined) return null;
    return this.context.options.resolve?.({ target: decodePath(path), label, wiki: false }) ?? null;
  }

  private addMedia(media: readonly FoundMedia[]): void {
    for (const { block } of media) this.add(block);
  }

  private addNode(node: Node, line: LineType): void {
    const { context } = this;
    switch (node.type) {
      case 'paragraph':
        this.addParagraph(node, line);
        break;
      case 'heading': {
        if (node.depth > 3) tally(context.counts, 'headings');
        const { children, media } = readLine(node.children, context);
        const clean = canonicalInlines(children);
        if (clean.length > 0)
          this.add({ type: 'heading', level: Math.min(3, node.depth) as 1 | 2 | 3, children: clean });
        this.addMedia(media);
        break;
      }
      case 'blockquote': {
        const special = readSpecialQuote(node, context, this.readPart);
        if (special) for (const block of special) this.add(block);
        else this.addAll(node.children, 'quote');
        break;
      }
      case 'list':
        this.addList(node, 0, line);
        break;
      case 'code': {
        const language = (node.lang ?? '').slice(0, 40);
        const children = node.value === '' ? [] : [{ text: node.value }];
        this.add(language === '' ? { type: 'code', children } : { type: 'code', language, children });
        break;
      }
      case 'thematicBreak':
        this.add({ type: 'divider', children: [] });
        break;
      case 'table':
        for (const block of readTable(node, context)) this.add(block);
        break;
      case 'html':
        this.addHtml(node, line);
        break;
      case 'footnoteDefinition': {
        tally(context.counts, 'footnotes');
        this.addLine(line, [{ text: `[${node.label ?? node.identifier}]`, sup: true }]);
        this.addAll(node.children, line);
        break;
      }
      case 'definition':
        // Only an address for links elsewhere, and they carry it already.
        break;
      default:
        if ('value' in node) this.addLine(line, [{ text: node.value }]);
        else if ('children' in node) {
          const read = readLine([node as never], context);
          this.addLine(line, read.children);
          this.addMedia(read.media);
        }
    }
  }

  /** Read like any other HTML when the caller can parse it, else kept as it is written. */
  private addHtml(node: Html, line: LineType): void {
    const { options, counts } = this.context;
    // What is never closed would take the rest of the text along.
    const isEndless = /^<(?:script|style|textarea)\b(?![\s\S]*<\/(?:script|style|textarea)\s*>)/iu.test(
      node.value,
    );
    if (!options.html || node.value.startsWith('<!') || isEndless) {
      tally(counts, 'html');
      // Somebody's remark in a comment names other notes as the text around it does.
      const read = readLine([{ type: 'text', value: node.value }], this.context);
      this.addLine(line, read.children);
      this.addMedia(read.media);
      return;
    }
    const root = options.html(node.value);
    forEachElement(root, ({ tagName }) => {
      if (tagName === 'script' || tagName === 'style') tally(counts, 'scripts');
      return undefined;
    });
    const { blocks, simplified } = blocksFromHast(root, options);
    for (const kind of SIMPLIFIED_KINDS) tally(counts, kind, simplified[kind] ?? 0);
    for (const block of blocks) this.add(block);
  }

  /** Our lists are flat items with a depth; what else stands in an item follows it as blocks of its own. */
  private addList(list: List, depth: number, line: LineType): void {
    const { counts } = this.context;
    if (depth > DEEPEST_ITEM) tally(counts, 'deepLists');
    for (const [at, item] of list.children.entries()) {
      const check = typeof item.checked === 'boolean';
      const style = check ? 'check' : list.ordered === true ? 'number' : 'bullet';
      const [first, ...others] = item.children;
      const lead = first?.type === 'paragraph' ? first : null;
      const read = lead && readLine(lead.children, this.context);
      this.add({
        type: 'list-item',
        style,
        depth: Math.min(depth, DEEPEST_ITEM),
        ...(item.checked === true ? { checked: true } : {}),
        children: canonicalInlines(read?.children ?? []),
      });
      const added = this.blocks.at(-1);
      if (style === 'number' && added) this.numbers.set(added, (list.start ?? 1) + at);
      this.addMedia(read?.media ?? []);
      for (const node of lead === null ? item.children : others) {
        if (node.type === 'list') this.addList(node, depth + 1, line);
        else this.addNode(node, line);
      }
    }
  }
}

/** Words beside a picture do not begin or end with the space that parted them from it. */
function trimmed(children: readonly Inline[]): Inline[] {
  const out = canonicalInlines(children);
  const first = out[0];
  if (first && 'text' in first) out[0] = { ...first, text: first.text.trimStart() };
  const last = out.at(-1);
  if (last && 'text' in last) out[out.length - 1] = { ...last, text: last.text.trimEnd() };
  return out;
}
