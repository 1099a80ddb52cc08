import type { Element, Nodes, Root } from 'hast';
import { cleanText } from '../clean-text.ts';
import { type Block, isSafeUrl } from '../document.ts';
import { storedFileBlock } from '../import-hooks.ts';
import { listNumbers } from '../list-numbers.ts';
import { type Simplified, type SimplifiedTally, tally } from '../simplified.ts';
import { readCallout } from './callouts.ts';
import { boxOf, itemShape, listContext } from './lists.ts';
import { isHiddenByStyle, isPreformatted, marksOf } from './marks.ts';
import { readFigure, readMention, readParts, readRecord } from './own-blocks.ts';
import { fileName, readPicture } from './pictures.ts';
import {
  addBlock,
  type Context,
  flush,
  type HtmlInOptions,
  ownOf,
  pushText,
  type Reader,
  START,
} from './reader.ts';
import { readTable } from './tables.ts';
import { attr, type Css, forEachElement, hasClass, numberAttr, SILENT, styleOf, textOf } from './tree.ts';
import { isWordMarker, wordHeadingOf, wordItemOf, wordPartOf } from './word.ts';

export interface HtmlBlocks {
  readonly blocks: Block[];
  readonly simplified: Simplified;
}

/** Elements within elements beyond this are read as one text: each level costs a call, and calls are not endless. */
const MAX_NESTING = 400;

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'p div section article aside header footer main nav figure figcaption address dl dt dd form fieldset legend ' +
    'details summary center body html caption table tbody thead tfoot tr td th hgroup search optgroup option'
  ).split(' '),
);
const EMBEDS: ReadonlySet<string> = new Set([
  'iframe',
  'object',
  'embed',
  'canvas',
  'audio',
  'video',
  'applet',
  'svg',
]);
const CONTROLS: ReadonlySet<string> = new Set(['button', 'select', 'textarea', 'input', 'progress', 'meter']);

/**
 * Reads a page, a mail or a clipboard into blocks. Everything is decided by name: elements, styles and attributes not
 * listed here leave nothing but their words behind. Never throws on any tree that fits the types; gives no blocks when
 * there is nothing to read.
 */
export function blocksFromHast(root: Root, options: HtmlInOptions): HtmlBlocks {
  const counts: SimplifiedTally = {};
  const reader: Reader = {
    options,
    counts,
    blocks: [],
    ids: new Set(),
    numbers: new Map(),
    nesting: { deep: 0 },
    line: [],
    linkOfLine: undefined,
    box: undefined,
    files: [],
    walk,
  };
  for (const child of root.children) walk(reader, child as Nodes, START);
  flush(reader, START);
  tally(counts, 'numbering', countOtherNumbers(reader));
  return { blocks: reader.blocks, simplified: counts };
}

/** Lists that do not begin where they began before: ours count from one and on through the list. */
function countOtherNumbers(reader: Reader): number {
  if (reader.numbers.size === 0) return 0;
  const numbers = listNumbers(reader.blocks);
  let off = 0;
  let count = 0;
  reader.blocks.forEach((block, index) => {
    const shown = reader.numbers.get(block);
    if (shown === undefined) return;
    const difference = shown - (numbers[index] ?? shown);
    if (difference !== 0 && difference !== off) count += 1;
    off = difference;
  });
  return count;
}

function walk(reader: Reader, node: Nodes, context: Context): void {
  reader.nesting.deep += 1;
  if (reader.nesting.deep > MAX_NESTING) {
    tally(reader.counts, 'structure');
    pushText(reader, cleanText(textOf(node)).replace(/\s+/gu, ' '), context);
  } else if (node.type === 'text') {
    const text = cleanText(node.value);
    pushText(reader, context.pre ? text : text.replace(/[\s\u00a0]+/gu, ' '), context);
  } else if (node.type === 'element') visit(reader, node, context);
  reader.nesting.deep -= 1;
}

function inside(reader: Reader, element: Element, context: Context): void {
  for (const child of element.children) walk(reader, child, context);
}

function asBlock(reader: Reader, element: Element, context: Context, css: Css, next: Partial<Context>): void {
  flush(reader, context);
  const own = ownOf(element);
  const said = (attr(element, 'dir') ?? css.get('direction'))?.toLowerCase();
  const dir = said === 'ltr' || said === 'rtl' ? said : context.dir;
  const merged: Context = { ...context, ...next, dir, ...(own ? { own, exact: true, pre: true } : {}) };
  inside(reader, element, merged);
  flush(reader, merged, own !== undefined);
}

function visit(reader: Reader, element: Element, context: Context): void {
  const { tagName } = element;
  const css = styleOf(element);
  if (SILENT.has(tagName) || attr(element, 'hidden') !== undefined || isHiddenByStyle(css)) return;
  // Formulas are written twice: once to be read, once to be seen.
  if (hasClass(element, /^(?:katex-html|MathJax_Preview|MJX_Assistive_MathML)$/u)) return;
  if (isWordMarker(css) || hasClass(element, /^ql-ui$/u)) return;
  const block = (next: Partial<Context>): void => asBlock(reader, element, context, css, next);
  if (readWordPart(reader, element, css, context)) return;
  const box = boxOf(element);
  if (box) {
    reader.box = box;
    return;
  }
  if (EMBEDS.has(tagName)) return readEmbed(reader, element, context);
  if (CONTROLS.has(tagName)) {
    if (attr(element, 'type') !== 'hidden') tally(reader.counts, 'controls');
    return;
  }
  const own = ownOf(element);
  const exact: Context = own ? { ...context, own, exact: true, pre: true } : context;

  switch (tagName) {
    case 'br':
      reader.line.push({ text: '\n' });
      return;
    case 'hr':
      flush(reader, context);
      return addBlock(reader, { type: 'divider', children: [] }, exact);
    case 'img':
      return readPicture(reader, element, context);
    case 'math':
      return readFormula(reader, element, context);
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return block({ shape: headingShape(reader, element, own !== undefined), style: {}, item: undefined });
    case 'blockquote':
      if (readCallout(reader, element, exact)) return;
      return block({ shape: { type: 'quote' }, item: undefined });
    case 'pre':
      flush(reader, context);
      return readCode(reader, element, exact);
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      flush(reader, context, context.shape.type === 'list-item');
      return inside(reader, element, listContext(reader, element, css, context));
    case 'li':
      return readItem(reader, element, css, context);
    case 'table':
      return readTable(reader, element, exact) ? undefined : block({});
    case 'dl':
      if (readParts(reader, element, exact)) return;
      return block({});
    case 'figure':
      if (readCallout(reader, element, exact) || readFigure(reader, element, exact)) return;
      return block({ style: marksOf(element, css, context.style) });
    case 'a':
      return readLink(reader, element, css, context);
    case 'q':
      pushText(reader, '“', context);
      inside(reader, element, context);
      return pushText(reader, '”', context);
    case 'rt':
      pushText(reader, '(', context);
      inside(reader, element, context);
      return pushText(reader, ')', context);
    default:
      return visitOther(reader, element, css, exact, block);
  }
}

function visitOther(
  reader: Reader,
  element: Element,
  css: Css,
  context: Context,
  block: (next: Partial<Context>) => void,
): void {
  const { tagName } = element;
  if (readCallout(reader, element, context)) return;
  if (tagName === 'p' && readRecord(reader, element, context)) return;
  if (readMention(reader, element)) return;
  const style = marksOf(element, css, context.style);
  const pre = isPreformatted(css) ?? context.pre;
  if (!BLOCKS.has(tagName)) {
    // Slack parts paragraphs with an empty element.
    if (attr(element, 'dataStringifyType') === 'paragraph-break') return flush(reader, context);
    return inside(reader, element, { ...context, style, pre });
  }
  const level = wordHeadingOf(element, css);
  if (level !== undefined) {
    if (level > 3) tally(reader.counts, 'headings');
    const shape = { type: 'heading', level: Math.min(level, 3) as 1 | 2 | 3 } as const;
    return block({ shape, style: {}, item: undefined });
  }
  const item = tagName === 'p' || tagName === 'div' ? wordItemOf(element, css) : undefined;
  if (!item) return block({ style, pre });
  const { style: listStyle, depth, number } = item;
  const shape = { type: 'list-item', style: listStyle, depth } as const;
  return block({ shape, style, item: { block: undefined }, number: { value: number } });
}

function headingShape(
  reader: Reader,
  element: Element,
  own: boolean,
): Extract<Context['shape'], { type: 'heading' }> {
  const tag = Number(element.tagName[1]);
  const said = numberAttr(element, 'dataLevel');
  // Our own pages keep the first level for their title.
  const level = own ? (said ?? tag - 1) : tag;
  if (!own && level > 3) tally(reader.counts, 'headings');
  return { type: 'heading', level: Math.min(Math.max(level, 1), 3) as 1 | 2 | 3 };
}

function readItem(reader: Reader, element: Element, css: Css, context: Context): void {
  flush(reader, context);
  const { shape, box } = itemShape(reader, element, css, context);
  if (box) reader.box = box;
  const value = numberAttr(element, 'value') ?? context.number?.value;
  asBlock(reader, element, context, css, {
    shape,
    style: marksOf(element, css, context.style),
    item: { block: undefined },
    own: undefined,
    number: { value },
  });
  reader.box = undefined;
  if (context.number && value !== undefined) context.number.value = value + 1;
}

function readLink(reader: Reader, element: Element, css: Css, context: Context): void {
  if (readMention(reader, element)) return;
  const style = marksOf(element, css, context.style);
  const href = attr(element, 'href')?.trim() ?? '';
  if (isSafeUrl(href) && href.length <= 4096)
    return inside(reader, element, { ...context, style, link: { url: href } });
  const label = cleanText(textOf(element)).replace(/\s+/gu, ' ').trim();
  if (href !== '' && !href.startsWith('#') && label !== '') {
    const target = decodePath(href);
    const known = reader.options.resolve?.({ target, label, wiki: false }) ?? null;
    if (known !== null) {
      reader.line.push({
        type: 'mention',
        kind: 'note',
        id: known.id,
        label: label.slice(0, 500),
        children: [],
      });
      return;
    }
    const stored = reader.options.file?.(href, label, { attachmentId: undefined, name: fileName(href) });
    if (stored) {
      reader.files.push({ label, block: storedFileBlock(stored) });
    } else tally(reader.counts, 'links');
  }
  inside(reader, element, { ...context, style, link: undefined });
}

function decodePath(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

function readCode(reader: Reader, element: Element, context: Context): void {
  const raw = cleanText(textOf(element));
  const text = context.exact ? raw : raw.replace(/^\n|\n$/gu, '');
  let classes = attr(element, 'className') ?? '';
  forEachElement(element, (inner) => {
    if (inner.tagName === 'code') classes += ` ${attr(inner, 'className') ?? ''}`;
    return inner.tagName === 'code' ? false : undefined;
  });
  const named = /(?:^|\s)(?:lang(?:uage)?|highlight-source)-(\S{1,40})/u.exec(classes)?.[1];
  const language = attr(element, 'dataLanguage')?.slice(0, 40) || named;
  const children = text === '' ? [] : [{ text }];
  addBlock(reader, { type: 'code', ...(language ? { language } : {}), children }, context);
}

/** Tracked changes as if accepted, remarks left out, footnotes as text: each told. True when there is nothing more to read. */
function readWordPart(reader: Reader, element: Element, css: Css, context: Context): boolean {
  const part = wordPartOf(element, css);
  if (part === undefined) return false;
  const { counts } = reader;
  if (part === 'comments') {
    let comments = 0;
    forEachElement(element, (inner) => {
      if (styleOf(inner).get('mso-element') === 'comment') comments += 1;
      return undefined;
    });
    tally(counts, 'comments', Math.max(comments, 1));
    return true;
  }
  if (part === 'comment-reference') return true;
  if (part === 'footnotes') {
    let notes = 0;
    forEachElement(element, (inner) => {
      if (/^(?:foot|end)note$/u.test(styleOf(inner).get('mso-element') ?? '')) notes += 1;
      return undefined;
    });
    tally(counts, 'footnotes', Math.max(notes, 1));
    flush(reader, context);
    // The short line above the notes is Word's own.
    for (const child of element.children)
      if (!(child.type === 'element' && child.tagName === 'hr')) walk(reader, child, context);
    return true;
  }
  tally(counts, 'changes');
  if (part === 'insertion') {
    const once = unwrapped(element);
    inside(reader, once, context);
  }
  return true;
}

/** `<span class=msoIns><ins>` is one change, and its underline is no mark of the text. */
function unwrapped(element: Element): Element {
  const only = element.children.filter((child) => child.type === 'element');
  return only.length === 1 && element.children.length === 1 && only[0]?.tagName === 'ins' ? only[0] : element;
}

function readFormula(reader: Reader, element: Element, context: Context): void {
  tally(reader.counts, 'formulas');
  let source = attr(element, 'alttext');
  forEachElement(element, (inner) => {
    if (inner.tagName === 'annotation' && attr(inner, 'encoding') === 'application/x-tex')
      source ??= textOf(inner);
    return undefined;
  });
  pushText(reader, cleanText(source ?? textOf(element)).replace(/\s+/gu, ' '), context);
}

/** A video, a frame, a drawing: never shown, never fetched; its address is kept as a link that one can follow. */
function readEmbed(reader: Reader, element: Element, context: Context): void {
  const label = cleanText(attr(element, 'ariaLabel') ?? '');
  // Small drawings are the icons of buttons and links.
  if (
    element.tagName === 'svg' &&
    (attr(element, 'ariaHidden') === 'true' || isIcon(element)) &&
    label === ''
  )
    return;
  tally(reader.counts, 'embeds');
  let src = attr(element, 'src') ?? attr(element, 'data') ?? '';
  forEachElement(element, (inner) => {
    if (inner.tagName === 'source') src ||= attr(inner, 'src') ?? '';
    return undefined;
  });
  src = src.trim();
  if (isSafeUrl(src) && src.length <= 4096)
    pushText(reader, label || src, { ...context, link: { url: src } });
  else pushText(reader, label, context);
}

const isIcon = (element: Element): boolean =>
  (numberAttr(element, 'width') ?? 99) <= 32 || (numberAttr(element, 'height') ?? 99) <= 32;
