import { canonicalInlines } from '../../../shared/richtext/canonical.ts';
import { firstStrongDirection } from '../../../shared/richtext/direction.ts';
import {
  type Block,
  type Inline,
  isSafeUrl,
  MAX_BLOCKS,
  type Text,
} from '../../../shared/richtext/document.ts';
import { inlineText } from '../../../shared/richtext/plain-text.ts';
import { isPreformatted, type LineStyle, marksOf, wordListOf } from './html-style.ts';
import { parseInert } from './inert-document.ts';
import { cleanText } from './text-to-blocks.ts';

/** What could not be kept as it was, counted, so that the interface can say so. */
export interface Simplified {
  readonly pictures: number;
  readonly tables: number;
}

interface HtmlBlocks {
  readonly blocks: readonly Block[];
  readonly simplified: Simplified;
}

/** Longer HTML is not parsed: the caller takes the plain text, which is never larger. */
const MAX_HTML_LENGTH = 12_000_000;

/** Elements within elements beyond this are read as one text. Chromium's parser stops at 512 by itself. */
const MAX_NESTING = 400;

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'SVG',
  'MATH',
  'HEAD',
  'TITLE',
  'META',
  'LINK',
  'BASE',
  'SELECT',
  'TEXTAREA',
  'BUTTON',
  'CANVAS',
  'AUDIO',
  'VIDEO',
  'MAP',
  'FRAMESET',
]);
const BLOCKS = new Set([
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'ASIDE',
  'HEADER',
  'FOOTER',
  'MAIN',
  'NAV',
  'FIGURE',
  'FIGCAPTION',
  'ADDRESS',
  'DL',
  'DT',
  'DD',
  'FORM',
  'FIELDSET',
  'DETAILS',
  'SUMMARY',
  'CENTER',
  'BODY',
  'HTML',
  'CAPTION',
  'TABLE',
  'TBODY',
  'THEAD',
  'TFOOT',
]);

type Shape =
  | { readonly type: 'paragraph' | 'quote' }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3 }
  | {
      readonly type: 'list-item';
      readonly style: 'bullet' | 'number' | 'check';
      readonly depth: number;
      checked?: boolean;
    };

interface Context {
  readonly style: LineStyle;
  readonly shape: Shape;
  readonly link: string | undefined;
  readonly pre: boolean;
  /** Depth of the list we are in, -1 outside. */
  readonly depth: number;
  /** Where the list item we are in began, so that its second paragraph joins its first. */
  readonly item: { block: Block | undefined } | undefined;
  readonly dir: 'ltr' | 'rtl' | undefined;
}

/**
 * Reads HTML from the clipboard, a mail or a page into blocks. Everything is decided by name: elements, styles and
 * attributes not listed here leave nothing but their words behind. Never throws; gives no blocks when there is nothing
 * to read.
 */
export function htmlToBlocks(html: string, makeBlockId: () => string): HtmlBlocks {
  const simplified = { pictures: 0, tables: 0 };
  const blocks: Block[] = [];
  const parsed = html === '' || html.length > MAX_HTML_LENGTH ? undefined : parseInert(html);
  if (!parsed?.body) return { blocks, simplified };

  let line: Inline[] = [];
  const start: Context = {
    style: {},
    shape: { type: 'paragraph' },
    link: undefined,
    pre: false,
    depth: -1,
    item: undefined,
    dir: undefined,
  };

  const flush = (context: Context): void => {
    const children = canonicalInlines(trimLine(line));
    line = [];
    if (inlineText(children).trim() === '' || blocks.length >= MAX_BLOCKS) return;
    const open = context.item?.block;
    if (open && open === blocks.at(-1) && 'children' in open) {
      open.children = canonicalInlines([
        ...(open.children as Inline[]),
        { text: '\n' },
        ...children,
      ]) as never;
      return;
    }
    const dir =
      context.dir && context.dir !== (firstStrongDirection(inlineText(children)) ?? context.dir)
        ? { dir: context.dir }
        : {};
    const block = { id: makeBlockId(), ...dir, ...context.shape, children } as Block;
    blocks.push(block);
    if (context.item) context.item.block = block;
  };

  let deep = 0;
  const walk = (node: Node, context: Context): void => {
    deep += 1;
    if (deep > MAX_NESTING) pushText(line, cleanText(node.textContent ?? '').replace(/\s+/gu, ' '), context);
    else visit(node, context);
    deep -= 1;
  };

  const visit = (node: Node, context: Context): void => {
    if (node.nodeType === 3) {
      const text = cleanText(node.nodeValue ?? '');
      pushText(line, context.pre ? text : text.replace(/[\s\u00a0]+/gu, ' '), context);
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as HTMLElement;
    const name = element.nodeName.toUpperCase();
    if (SKIPPED.has(name) || element.hidden || isHiddenByStyle(element)) return;
    const inside = (next: Partial<Context>): void => {
      const merged = { ...context, ...next };
      for (const child of element.childNodes) walk(child, merged);
    };
    const asBlock = (next: Partial<Context>): void => {
      flush(context);
      const dir = element.dir === 'ltr' || element.dir === 'rtl' ? element.dir : context.dir;
      const merged = { ...context, ...next, dir };
      for (const child of element.childNodes) walk(child, merged);
      flush(merged);
    };

    switch (name) {
      case 'BR':
        line.push({ text: '\n' });
        return;
      case 'HR':
        flush(context);
        blocks.push({ id: makeBlockId(), type: 'divider', children: [] });
        return;
      case 'IMG':
        simplified.pictures += 1;
        pushText(line, cleanText(element.getAttribute('alt') ?? '').replace(/\s+/gu, ' '), context);
        return;
      case 'H1':
      case 'H2':
      case 'H3':
      case 'H4':
      case 'H5':
      case 'H6': {
        const level = Math.min(Number(name[1]), 3) as 1 | 2 | 3;
        // Headings are bold by themselves: keeping the mark as well would make every later change of style fight it.
        return asBlock({ shape: { type: 'heading', level }, style: {}, item: undefined });
      }
      case 'BLOCKQUOTE':
        return asBlock({ shape: { type: 'quote' }, item: undefined });
      case 'PRE':
        flush(context);
        pushCode(element);
        return;
      case 'UL':
      case 'OL':
      case 'MENU': {
        const depth = Math.min(context.depth + 1, 8);
        flush(context);
        return inside({
          depth,
          shape: { type: 'list-item', style: name === 'OL' ? 'number' : 'bullet', depth },
          item: undefined,
        });
      }
      case 'LI':
        return listItem(element, context, asBlock);
      case 'INPUT':
        return;
      case 'TR':
        return asBlock({ item: undefined, shape: { type: 'paragraph' } });
      case 'TD':
      case 'TH':
        if (element.previousElementSibling) line.push({ text: ' | ' });
        // A cell is a part of a line here: paragraphs in it must not break the row apart.
        for (const child of element.childNodes) walkCell(child, context);
        return;
      case 'TABLE':
        if (element.querySelector('td + td, th + th, th + td')) simplified.tables += 1;
        return asBlock({});
      case 'A': {
        const url = element.getAttribute('href')?.trim() ?? '';
        return inside({ link: isSafeUrl(url) && url.length <= 4096 ? url : undefined });
      }
      default: {
        const style = marksOf(element, context.style);
        const pre = isPreformatted(element) ?? context.pre;
        const word = wordListOf(element);
        if (word?.marker) return;
        if (word) {
          const { style: listStyle, depth } = word;
          return asBlock({
            shape: { type: 'list-item', style: listStyle, depth },
            style,
            item: { block: undefined },
          });
        }
        return BLOCKS.has(name) ? asBlock({ style, pre }) : inside({ style, pre });
      }
    }
  };

  const walkCell = (node: Node, context: Context): void => {
    if (node.nodeType === 1 && BLOCKS.has(node.nodeName.toUpperCase())) {
      for (const child of node.childNodes) walkCell(child, context);
      line.push({ text: ' ' });
    } else walk(node, context);
  };

  const pushCode = (element: HTMLElement): void => {
    const text = cleanText(element.textContent ?? '').replace(/^\n|\n$/gu, '');
    const language = /(?:^|\s)lang(?:uage)?-([\w+#-]{1,40})/u.exec(
      `${element.className} ${element.firstElementChild?.className ?? ''}`,
    )?.[1];
    blocks.push({
      id: makeBlockId(),
      type: 'code',
      ...(language ? { language } : {}),
      children: text === '' ? [] : [{ text }],
    });
  };

  walk(parsed.body, start);
  flush(start);
  return { blocks: blocks.slice(0, MAX_BLOCKS), simplified };
}

function listItem(element: HTMLElement, context: Context, asBlock: (next: Partial<Context>) => void): void {
  const box = element.querySelector(
    ':scope > input[type=checkbox], :scope > label > input[type=checkbox], :scope > p > input[type=checkbox]',
  );
  const level = Number(element.getAttribute('aria-level'));
  const depth = Math.max(
    context.depth,
    Number.isInteger(level) && level >= 1 && level <= 9 ? level - 1 : 0,
    0,
  );
  const listed = context.shape.type === 'list-item' ? context.shape.style : 'bullet';
  const shape: Shape = box
    ? { type: 'list-item', style: 'check', depth, ...(box.hasAttribute('checked') ? { checked: true } : {}) }
    : { type: 'list-item', style: listed, depth };
  asBlock({ shape, item: { block: undefined } });
}

function pushText(line: Inline[], text: string, context: Context): void {
  if (text === '') return;
  const run: Text = { text, ...context.style };
  if (context.link === undefined) line.push(run);
  else {
    const last = line.at(-1);
    if (last && 'type' in last && last.type === 'link' && last.url === context.link) last.children.push(run);
    else line.push({ type: 'link', url: context.link, children: [run] });
  }
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
    return inline.type === 'link' ? { ...inline, children: inline.children.map(trimRun) } : inline;
  });
  for (let index = out.length - 1; index >= 0; index -= 1) {
    const inline = out[index];
    if (!inline) break;
    const runs = 'text' in inline ? [inline] : inline.children;
    const run = runs.at(-1);
    if (!run) break;
    run.text = run.text.trimEnd();
    if (run.text !== '') break;
  }
  return out;
}

const isHiddenByStyle = (element: HTMLElement): boolean =>
  /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/iu.test(element.getAttribute('style') ?? '');
