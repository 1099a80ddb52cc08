import type { Element, Nodes } from 'hast';
import { blockIdSchema } from '../../base/ids.ts';
import { canonicalInlines } from '../canonical.ts';
import { firstStrongDirection } from '../direction.ts';
import { type Block, type Inline, type Link, MAX_BLOCKS, type Text } from '../document.ts';
import { isAll, withoutMark } from '../fold-lines.ts';
import type { ImportHooks, NewBlock } from '../import-hooks.ts';

export type { NewBlock, OwnAttachment, StoredFile, StoredPicture } from '../import-hooks.ts';

import { keepNumbers } from '../list-numbers.ts';
import { inlineText } from '../plain-text.ts';
import { type SimplifiedTally, tally } from '../simplified.ts';
import type { LineStyle } from './marks.ts';
import { attr } from './tree.ts';

/** The caller's part of reading HTML. */
export type HtmlInOptions = ImportHooks;

export type Shape =
  | { readonly type: 'paragraph' | 'quote' }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3 }
  | {
      readonly type: 'list-item';
      readonly style: 'bullet' | 'number' | 'check';
      readonly depth: number;
      readonly checked?: true;
      readonly start?: number;
    };

export interface Context {
  readonly style: LineStyle;
  readonly shape: Shape;
  /** The link we are in; a new object for each, so that two links that touch stay two. */
  readonly link: { readonly url: string } | undefined;
  readonly pre: boolean;
  /** Depth of the list we are in, -1 outside. */
  readonly depth: number;
  /** Where the list item we are in began, so that its second paragraph joins its first. */
  readonly item: { block: Block | undefined } | undefined;
  readonly dir: 'ltr' | 'rtl' | undefined;
  /** Our own export: white space and empty lines are meant, directions are set or not. */
  readonly exact: boolean;
  readonly own: Own | undefined;
  /** The language of code inside, when an element around it says so. */
  readonly language: string | undefined;
  /** The number the source shows before the next item. */
  readonly number: { value: number | undefined } | undefined;
}

/** What our own export says about a block; used up by the first block that comes out. */
export interface Own {
  readonly id: string | undefined;
  readonly dir: 'ltr' | 'rtl' | undefined;
  used: boolean;
}

export const START: Context = {
  style: {},
  shape: { type: 'paragraph' },
  link: undefined,
  pre: false,
  depth: -1,
  item: undefined,
  dir: undefined,
  exact: false,
  own: undefined,
  language: undefined,
  number: undefined,
};

/** What is being read into. Parts of a page (a cell, a callout) are read by a reader of their own over the same tally. */
export interface Reader {
  readonly options: HtmlInOptions;
  readonly counts: SimplifiedTally;
  readonly blocks: Block[];
  readonly ids: Set<string>;
  /** Numbers that numbered items showed where they came from. */
  readonly numbers: Map<Block, number>;
  /** How many elements we stand in. */
  nesting: { deep: number };
  line: Inline[];
  linkOfLine: { readonly url: string } | undefined;
  /** A box to tick stood at the beginning of the line. */
  box: { readonly checked: boolean } | undefined;
  /** Files that links of the line lead to: they stand as blocks behind it. */
  files: { readonly label: string; readonly block: NewBlock }[];
  readonly walk: (reader: Reader, node: Nodes, context: Context) => void;
}

export const partReader = (reader: Reader): Reader => ({
  ...reader,
  blocks: [],
  line: [],
  linkOfLine: undefined,
  box: undefined,
  files: [],
});

/** Reads nodes as a small document of their own. */
export function readPart(reader: Reader, nodes: readonly Nodes[], context: Context): Block[] {
  const part = partReader(reader);
  const inside: Context = {
    ...context,
    item: undefined,
    own: undefined,
    shape: { type: 'paragraph' },
    depth: -1,
  };
  for (const node of nodes) part.walk(part, node, inside);
  flush(part, inside);
  settleNumbers(part);
  return part.blocks;
}

/** Lists keep the numbers they showed where they came from. */
export function settleNumbers({ blocks, numbers, counts }: Reader): void {
  tally(counts, 'numbering', keepNumbers(blocks, numbers));
}

export function newId(reader: Reader, wanted?: string): string {
  let id =
    wanted !== undefined && blockIdSchema.safeParse(wanted).success ? wanted : reader.options.makeBlockId();
  while (reader.ids.has(id)) id = reader.options.makeBlockId();
  reader.ids.add(id);
  return id;
}

/** Adds a finished block. `own` gives its id and direction when our own export said so. */
export function addBlock(reader: Reader, block: NewBlock | Block, context?: Context): void {
  if (reader.blocks.length >= MAX_BLOCKS) return tally(reader.counts, 'blocks');
  const own = context?.own && !context.own.used ? context.own : undefined;
  if (own) own.used = true;
  const dir = own?.dir ? { dir: own.dir } : {};
  reader.blocks.push({ ...block, id: newId(reader, own?.id), ...dir } as Block);
}

/** Adds blocks that a part's own reader has finished. */
export function appendBlocks(reader: Reader, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (reader.blocks.length >= MAX_BLOCKS) tally(reader.counts, 'blocks');
    else reader.blocks.push(block);
  }
}

export function pushText(reader: Reader, text: string, context: Context): void {
  if (text === '') return;
  const run: Text = { text, ...context.style };
  // A link is underlined by being one.
  if (context.link && !context.exact) delete run.underline;
  const { line } = reader;
  if (context.link === undefined) line.push(run);
  else {
    const last = line.at(-1);
    if (last && 'type' in last && last.type === 'link' && reader.linkOfLine === context.link)
      last.children.push(run);
    else line.push({ type: 'link', url: context.link.url, children: [run] } satisfies Link);
  }
  reader.linkOfLine = context.link;
}

/**
 * Ends the line and makes a block of it, when there is one. With `force`, the element our own export wrote gives its
 * block even if it is empty.
 */
export function flush(reader: Reader, context: Context, force = false): void {
  const { files } = reader;
  if (files.length === 0) return flushLine(reader, context, force);
  reader.files = [];
  // A link that stands alone is the file itself.
  if (files.length === 1 && inlineText(reader.line).trim() === files[0]!.label.trim()) {
    reader.line = [];
    reader.box = undefined;
  } else flushLine(reader, context, force);
  for (const { block } of files) addBlock(reader, block, context);
}

function flushLine(reader: Reader, context: Context, force: boolean): void {
  const { box } = reader;
  let children = canonicalInlines(context.exact ? reader.line : trimLine(reader.line));
  reader.line = [];
  reader.linkOfLine = undefined;
  const own = context.own && !context.own.used ? context.own : undefined;
  const empty = context.exact ? children.length === 0 : isBlankLine(children);
  if (empty && !(force && own)) return;
  reader.box = undefined;
  const open = context.item?.block;
  if (open && open === reader.blocks.at(-1) && !own) {
    const joined = [...(open.children as Inline[]), { text: '\n' }, ...children];
    open.children = canonicalInlines(joined) as never;
    return;
  }
  let { shape } = context;
  if (shape.type === 'list-item' || shape.type === 'paragraph') {
    const ticked = box ?? (context.exact ? undefined : takeBoxSign(children));
    if (ticked) {
      const depth = shape.type === 'list-item' ? shape.depth : 0;
      shape = { type: 'list-item', style: 'check', depth, ...(ticked.checked ? { checked: true } : {}) };
      children = canonicalInlines(context.exact ? withoutFirstSpace(children) : trimLine(children));
      // What is done is struck through by its look elsewhere, and by its look here.
      if (!context.exact && ticked.checked && isAll('strike', children))
        children = withoutMark('strike', children);
    }
  }
  // Headings are bold by themselves: keeping the mark as well would make every later change of style fight it.
  if (shape.type === 'heading' && !context.exact && isAll('bold', children))
    children = withoutMark('bold', children);
  const before = reader.blocks.length;
  addBlock(reader, { ...shape, ...directionOf(children, context), children } as NewBlock, context);
  const block = reader.blocks[before];
  if (block === undefined) return;
  if (context.item) context.item.block = block;
  // Our own export says itself where a count begins.
  if (
    context.number?.value !== undefined &&
    !context.exact &&
    shape.type === 'list-item' &&
    shape.style === 'number'
  )
    reader.numbers.set(block, context.number.value);
}

/** A direction is kept only where the letters would not say so themselves; our own export says what was set by hand. */
export function directionOf(children: readonly Inline[], { dir, exact }: Context): { dir?: 'ltr' | 'rtl' } {
  if (exact || !dir) return {};
  return dir === (firstStrongDirection(inlineText(children)) ?? dir) ? {} : { dir };
}

const isBlankLine = (children: readonly Inline[]): boolean =>
  inlineText(children).trim() === '' &&
  !children.some((child) => 'type' in child && child.type === 'mention');

/** Boxes drawn as letters: `☐ open`, `☑ done`. */
function takeBoxSign(children: Inline[]): { checked: boolean } | undefined {
  const first = children[0];
  if (!first || !('text' in first)) return undefined;
  const sign = /^\s*([☐☑☒])[\s\u00a0]*/u.exec(first.text);
  if (!sign) return undefined;
  children[0] = { ...first, text: first.text.slice(sign[0].length) };
  return { checked: sign[1] !== '☐' };
}

/** The space our own export writes behind a box. */
function withoutFirstSpace(children: readonly Inline[]): Inline[] {
  const [first, ...rest] = children;
  if (!first || !('text' in first) || !first.text.startsWith(' ')) return [...children];
  return [{ ...first, text: first.text.slice(1) }, ...rest];
}

/** White space as a browser shows it: none at the ends of a line, one space between runs, none around a break. */
function trimLine(line: readonly Inline[]): Inline[] {
  let last = '\n';
  const trimRun = (run: Text): Text => {
    let { text } = run;
    if (/\s$/u.test(last)) text = text.replace(/^ +/u, '');
    if (text !== '') last = text;
    return { ...run, text };
  };
  const out = line.map((inline): Inline => {
    if ('text' in inline) return trimRun(inline);
    if (inline.type === 'link') return { ...inline, children: inline.children.map(trimRun) };
    last = inline.label;
    return inline;
  });
  for (let index = out.length - 1; index >= 0; index -= 1) {
    const inline = out[index];
    if (!inline || ('type' in inline && inline.type === 'mention')) break;
    const runs = 'text' in inline ? [inline] : inline.children;
    let left = false;
    for (let at = runs.length - 1; at >= 0 && !left; at -= 1) {
      const run = runs[at]!;
      run.text = run.text.trimEnd();
      left = run.text !== '';
    }
    if (left) break;
  }
  return out;
}

export function ownOf(element: Element): Own | undefined {
  const id = attr(element, 'dataBlockId');
  if (id === undefined) return undefined;
  const dir = attr(element, 'dir');
  const set = attr(element, 'dataDirSet') !== undefined && (dir === 'ltr' || dir === 'rtl');
  return { id, dir: set ? dir : undefined, used: false };
}
