import type { BlockContent, DefinitionContent, List, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { canonicalInlines } from '../canonical.ts';
import { type Block, type Inline, MAX_BLOCKS } from '../document.ts';
import { fromPlainText } from '../from-text.ts';
import { inlineText } from '../plain-text.ts';
import { type InlineContext, type Resolve, toInlines } from './inlines.ts';

// Markdown into our document by an allow-list: what the document has no form for becomes plain words, never HTML,
// and what had to be simplified is named so that a report can say it.

export type MarkdownBlocks = {
  readonly blocks: Block[];
  /** The words of a heading of level one that stands first; it is `blocks[0]` too. '' without. */
  readonly title: string;
  /** What stands between the `---` lines on top, as it was written; '' without. */
  readonly frontMatter: string;
  readonly simplified: string[];
  /** Targets of all `[[…]]` in the order they stand. */
  readonly wikiLinks: string[];
};

export interface MarkdownInOptions {
  readonly makeBlockId: () => string;
  /** Tells which note a link means; without it, such links stay words. */
  readonly resolve?: Resolve;
}

const DEEPEST_ITEM = 8;
const DEEPEST_NESTING = 60;
const MOST_MARKS = 4_000;
const MARK_SIGNS = new Set('*_~`[]');

/** Never throws on any text: what cannot be read as Markdown is kept as plain paragraphs. */
export function markdownToBlocks(text: string, options: MarkdownInOptions): MarkdownBlocks {
  if (isTangled(text)) return plainResult(text, options);
  try {
    return convert(text, options);
  } catch (error) {
    // Too many blocks, or nested deeper than the stack: the words still count.
    if (!(error instanceof RangeError)) throw error;
    return plainResult(text, options);
  }
}

function plainResult(text: string, options: MarkdownInOptions): MarkdownBlocks {
  return {
    blocks: fromPlainText(text, options.makeBlockId).blocks,
    title: '',
    frontMatter: '',
    simplified: ['structure'],
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
    // Lists, tables and headings begin a paragraph of their own; so does an empty line.
    if (line.trim() === '' || containers !== '' || /^\s*[|#]/.test(line)) marks = 0;
    for (let at = 0; at < line.length; at += 1) if (MARK_SIGNS.has(line[at]!)) marks += 1;
    if (marks > MOST_MARKS) return true;
  }
  return false;
}

function convert(text: string, { makeBlockId, resolve = () => null }: MarkdownInOptions): MarkdownBlocks {
  const root = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
  const yaml = root.children.find((node) => node.type === 'yaml');
  const definitions = new Map<string, string>();
  for (const node of root.children)
    if (node.type === 'definition') definitions.set(node.identifier, node.url);
  const context: InlineContext = { resolve, definitions, simplified: new Set(), wikiLinks: [] };
  const builder = new BlockBuilder(makeBlockId, context);
  const body = root.children.filter((node) => node.type !== 'yaml');
  builder.addAll(body, 'paragraph');
  const first = body[0]?.type === 'heading' && body[0].depth === 1 ? builder.blocks[0] : undefined;
  return {
    blocks: builder.blocks,
    title: first?.type === 'heading' ? inlineText(first.children).trim() : '',
    frontMatter: yaml?.value ?? '',
    simplified: [...context.simplified],
    wikiLinks: context.wikiLinks,
  };
}

type WithoutId<T> = T extends Block ? Omit<T, 'id'> : never;
type LineType = 'paragraph' | 'quote';

class BlockBuilder {
  readonly blocks: Block[] = [];
  private readonly makeBlockId: () => string;
  private readonly context: InlineContext;

  constructor(makeBlockId: () => string, context: InlineContext) {
    this.makeBlockId = makeBlockId;
    this.context = context;
  }

  add(block: WithoutId<Block>): void {
    if (this.blocks.length >= MAX_BLOCKS) throw new RangeError('too many blocks');
    this.blocks.push({ id: this.makeBlockId(), ...block } as Block);
  }

  addLine(type: LineType, children: Inline[]): void {
    const clean = canonicalInlines(children);
    if (inlineText(clean).trim() !== '') this.add({ type, children: clean });
  }

  addAll(nodes: readonly (RootContent | BlockContent | DefinitionContent)[], line: LineType): void {
    for (const node of nodes) this.addNode(node, line);
  }

  private addNode(node: RootContent | BlockContent | DefinitionContent, line: LineType): void {
    const { context } = this;
    switch (node.type) {
      case 'paragraph':
        this.addLine(line, toInlines(node.children, context));
        break;
      case 'heading': {
        if (node.depth > 3) context.simplified.add('headings');
        const children = canonicalInlines(toInlines(node.children, context));
        if (children.length > 0)
          this.add({ type: 'heading', level: Math.min(3, node.depth) as 1 | 2 | 3, children });
        break;
      }
      case 'blockquote':
        this.addAll(node.children, 'quote');
        break;
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
        context.simplified.add('tables');
        for (const row of node.children) {
          const cells = row.children.map((cell) => toInlines(cell.children, context));
          this.addLine(
            line,
            cells.flatMap((cell, at) => (at === 0 ? cell : [{ text: ' | ' }, ...cell])),
          );
        }
        break;
      case 'html':
        context.simplified.add('html');
        this.addLine(line, [{ text: node.value }]);
        break;
      case 'footnoteDefinition':
        context.simplified.add('footnotes');
        this.addLine(line, [{ text: `[${node.label ?? node.identifier}]`, sup: true }]);
        this.addAll(node.children, line);
        break;
      case 'definition':
        // Only an address for links elsewhere, and they carry it already.
        break;
      default:
        context.simplified.add(node.type);
        if ('value' in node) this.addLine(line, [{ text: node.value }]);
        else if ('children' in node) this.addLine(line, toInlines([node as never], context));
    }
  }

  /** Our lists are flat items with a depth; what else stands in an item follows it as blocks of its own. */
  private addList(list: List, depth: number, line: LineType): void {
    for (const item of list.children) {
      const check = typeof item.checked === 'boolean';
      const style = check ? 'check' : list.ordered === true ? 'number' : 'bullet';
      const [first, ...others] = item.children;
      const lead = first?.type === 'paragraph' ? first : null;
      this.add({
        type: 'list-item',
        style,
        depth: Math.min(depth, DEEPEST_ITEM),
        ...(item.checked === true ? { checked: true } : {}),
        children: lead === null ? [] : canonicalInlines(toInlines(lead.children, this.context)),
      });
      for (const node of lead === null ? item.children : others) {
        if (node.type === 'list') this.addList(node, depth + 1, line);
        else this.addNode(node, line);
      }
    }
  }
}
