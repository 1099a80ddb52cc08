import type { Html, PhrasingContent } from 'mdast';
import type { Mark } from '../document.ts';

// Marks Markdown has no signs for: a few tags, and `==` around what is highlighted. Only pairs count: a lone `<u>` is
// something somebody wrote about.

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

const TAG = /^<(\/?)([a-z]+)\s*>$/iu;

export interface LineTags {
  /** For each tag that has its partner in the line: the mark, and whether it begins or ends there. */
  readonly pairs: ReadonlyMap<Html, { readonly mark: Mark; readonly opens: boolean }>;
  /** How many `==` of the line can be taken for signs. */
  readonly highlights: number;
}

const NONE: LineTags = { pairs: new Map(), highlights: 0 };

/** Looks a line through once, before it is read. */
export function tagsOfLine(nodes: readonly PhrasingContent[]): LineTags {
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
  const pairs = new Map<Html, { mark: Mark; opens: boolean }>();
  const open = new Map<string, Html[]>();
  for (const node of found) {
    const [, slash, written = ''] = TAG.exec(node.value) ?? [];
    const name = written.toLowerCase();
    const mark = Object.hasOwn(MARK_OF_TAG, name) ? MARK_OF_TAG[name] : undefined;
    if (mark === undefined) continue;
    const waiting = open.get(name) ?? [];
    if (slash === '') open.set(name, [...waiting, node]);
    else {
      const partner = waiting.pop();
      if (!partner) continue;
      pairs.set(partner, { mark, opens: true });
      pairs.set(node, { mark, opens: false });
    }
  }
  return { pairs, highlights };
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
