import type { Element, Nodes, Root } from 'hast';
import { cleanText } from '../clean-text.ts';
import { type Block, isSafeUrl } from '../document.ts';
import { storedFileBlock } from '../import-hooks.ts';
import { type Simplified, type SimplifiedTally, tally } from '../simplified.ts';
import { readCallout } from './callouts.ts';
import { readEmbed, readFormula } from './embeds.ts';
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
  settleNumbers,
} from './reader.ts';
import { readTable } from './tables.ts';
import { attr, type Css, forEachElement, hasClass, numberAttr, SILENT, styleOf, textOf } from './tree.ts';
import { isWordMarker, wordHeadingOf, wordItemOf } from './word.ts';
import { countNotes, readWordPart } from './word-parts.ts';

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
  settleNumbers(reader);
  return { blocks: reader.blocks, simplified: counts };
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
  // What our own pages say about a note, and their list of notes, is not its text.
  if (/^(?:about|contents)$/u.test(attr(element, 'dataBlock') ?? '')) return;
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
      // Elsewhere a break is between two marked or linked words; in our own export it may be in them.
      if (context.exact) pushText(reader, '\n', context);
      else reader.line.push({ text: '\n' });
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
  countNotes(reader, element);
  const language = languageIn(attr(element, 'className') ?? '') ?? context.language;
  if (!item) return block({ style, pre, language });
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
  const counted = attr(element, 'dataList') === undefined;
  const value = counted ? (numberAttr(element, 'value') ?? context.number?.value) : undefined;
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

const languageIn = (classes: string): string | undefined =>
  /(?:^|\s)(?:lang(?:uage)?|highlight-source)-(\S{1,40})/u.exec(classes)?.[1];

function readCode(reader: Reader, element: Element, context: Context): void {
  const raw = cleanText(textOf(element));
  const text = context.exact ? raw : raw.replace(/^\n|\n$/gu, '');
  let classes = attr(element, 'className') ?? '';
  forEachElement(element, (inner) => {
    if (inner.tagName === 'code') classes += ` ${attr(inner, 'className') ?? ''}`;
    return inner.tagName === 'code' ? false : undefined;
  });
  const language = attr(element, 'dataLanguage')?.slice(0, 40) || languageIn(classes) || context.language;
  const children = text === '' ? [] : [{ text }];
  addBlock(reader, { type: 'code', ...(language ? { language } : {}), children }, context);
}
