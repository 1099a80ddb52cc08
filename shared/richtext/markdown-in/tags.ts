import type { Element, Root as HtmlRoot } from 'hast';
import type { Html, PhrasingContent } from 'mdast';
import { MARKS, type Mark } from '../document.ts';
import { marksOf } from '../html-in/marks.ts';
import { attr, styleOf } from '../html-in/tree.ts';

// Marks Markdown has no signs for: a few tags, and `==` around what is highlighted. Only pairs count: a lone `<u>` is
// something somebody wrote about. Where the caller can parse HTML, all tags that stand in lines are read as in a page.

const MARK_OF_TAG: Readonly<Record<string, Mark>> = {
  u: 'underline',
  ins: 'underline',
  mark: 'highlight',
  sub: 'sub',
  sup: 'sup',
  kbd: 'code',
  code: 'code',
  samp: 'code',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
};

/** Tags that leave what is in them, with the marks their name and style say. Any other name is no tag but words: `List<T>`. */
const LEAVE_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(MARK_OF_TAG),
  ...(
    'a abbr acronym address article aside bdi bdo big blockquote center cite data details dfn div dl dd dt ' +
    'figcaption figure font footer form header label li main nav nobr ol p picture pre q ruby rb rt rp section small ' +
    'span summary time tt ul var'
  ).split(' '),
]);
/** Tags that leave nothing of what is in them. */
const LEAVE_NOTHING: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'title']);
const EMBEDS: ReadonlySet<string> = new Set(['iframe', 'video', 'audio', 'object', 'embed', 'canvas', 'svg']);
const CONTROLS: ReadonlySet<string> = new Set(['button', 'select', 'textarea']);

const BARE_TAG = /^<(\/?)([a-z]+)\s*>$/iu;
const TAG = /^<(\/?)([a-z][a-z\d]*)(?:\s[^>]*)?>$/iu;

export interface TagPair {
  readonly opens: boolean;
  readonly marks: readonly Mark[];
  /** What goes around the words: quotation marks, the brackets of a reading. */
  readonly sign: string;
  /** Where the link leads that it is. */
  readonly href: string | undefined;
  /** Why its words are left out. */
  readonly leaves: 'scripts' | 'embeds' | 'controls' | undefined;
}

export interface LineTags {
  /** For each tag that has its partner in the line: what it does, and whether it begins or ends there. */
  readonly pairs: ReadonlyMap<Html, TagPair>;
  /** How many `==` of the line can be taken for signs. */
  readonly highlights: number;
}

const NONE: LineTags = { pairs: new Map(), highlights: 0 };

/** Looks a line through once, before it is read. */
export function tagsOfLine(
  nodes: readonly PhrasingContent[],
  parse: ((html: string) => HtmlRoot) | undefined,
): LineTags {
  const found: Html[] = [];
  let highlights = 0;
  const look = (all: readonly PhrasingContent[]): void => {
    for (const node of all) {
      if (node.type === 'html') found.push(node);
      else if (node.type === 'text') highlights += node.value.includes('==') ? signsIn(node.value).length : 0;
      else if ('children' in node) look(node.children);
    }
  };
  look(nodes);
  if (found.length === 0) return highlights < 2 ? NONE : { ...NONE, highlights };
  const pairs = new Map<Html, TagPair>();
  const open = new Map<string, Html[]>();
  for (const node of found) {
    const [, slash, written = ''] = (parse ? TAG : BARE_TAG).exec(node.value) ?? [];
    const name = written.toLowerCase();
    if (!isKnown(name, parse !== undefined)) continue;
    const waiting = open.get(name) ?? [];
    if (slash === '') open.set(name, [...waiting, node]);
    else {
      const partner = waiting.pop();
      if (!partner) continue;
      const pair = pairOf(name, partner.value, parse);
      pairs.set(partner, { ...pair, opens: true });
      pairs.set(node, { ...pair, opens: false, sign: CLOSING[pair.sign] ?? '' });
    }
  }
  return { pairs, highlights };
}

const isKnown = (name: string, parses: boolean): boolean =>
  parses
    ? LEAVE_WORDS.has(name) || LEAVE_NOTHING.has(name) || EMBEDS.has(name) || CONTROLS.has(name)
    : Object.hasOwn(MARK_OF_TAG, name);

const SIGNS: Readonly<Record<string, string>> = { q: '“', rt: '(' };
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '(': ')' };

function pairOf(name: string, tag: string, parse: ((html: string) => HtmlRoot) | undefined): TagPair {
  const bare: TagPair = { opens: true, marks: [], sign: '', href: undefined, leaves: undefined };
  if (!parse) return { ...bare, marks: [MARK_OF_TAG[name]!] };
  // A parser is asked only where there is something to parse: a text may hold a hundred thousand tags.
  const element = BARE_TAG.test(tag)
    ? ({ type: 'element', tagName: name, properties: {}, children: [] } satisfies Element)
    : parse(tag).children.find((child): child is Element => child.type === 'element');
  if (LEAVE_NOTHING.has(name) || name === 'rp') return { ...bare, leaves: 'scripts' };
  if (CONTROLS.has(name)) return { ...bare, leaves: 'controls' };
  if (EMBEDS.has(name)) return { ...bare, leaves: 'embeds', href: element && attr(element, 'src')?.trim() };
  if (!element) return bare;
  const marks = marksOf(element, styleOf(element), {});
  const href = name === 'a' ? attr(element, 'href')?.trim() : undefined;
  return { ...bare, marks: MARKS.filter((mark) => marks[mark]), sign: SIGNS[name] ?? '', href };
}

/** Scripts that put spaces between words; Chinese and Thai do not. */
const INSIDE = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;

export interface Sign {
  readonly at: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** Every `==` of a text that stands at the edge of a word: in the middle of one it compares two things. */
export function signsIn(text: string): Sign[] {
  const signs: Sign[] = [];
  for (const { index } of text.matchAll(/(?<!=)==(?!=)/gu)) {
    const before = text[index - 1] ?? '';
    const after = text[index + 2] ?? '';
    const canOpen = !/\s/u.test(after) && !INSIDE.test(before);
    const canClose = !/\s/u.test(before) && !INSIDE.test(after);
    if (canOpen || canClose) signs.push({ at: index, canOpen, canClose });
  }
  return signs;
}
