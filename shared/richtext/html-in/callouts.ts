import type { Element, ElementContent } from 'hast';
import { CALLOUT_TONES, type CalloutTone } from '../block-parts.ts';
import { toneOf, toneOfSign } from '../callout-names.ts';
import type { Block, Inline } from '../document.ts';
import { foldInto } from '../fold-lines.ts';
import { addBlock, appendBlocks, type Context, flush, newId, type Reader, readPart } from './reader.ts';
import { attr, elementsOf, hasClass, textOf } from './tree.ts';

interface FoundCallout {
  readonly tone: CalloutTone;
  readonly body: readonly ElementContent[];
  /** A title of its writer's own, not only the name of the kind. */
  readonly title: string;
}

const TITLE = /^(?:callout-name|markdown-alert-title|admonition-title|admonitionHeading\w*|callout-title)/u;
const LEADING_SIGN =
  /^\s*(\p{Extended_Pictographic}[\ufe0f\u200d\p{Extended_Pictographic}\p{Emoji_Modifier}]*)\s*/u;

/** Reads an element that is a callout here or elsewhere; false when it is none. */
export function readCallout(reader: Reader, element: Element, context: Context): boolean {
  const found = calloutOf(element);
  if (!found) return false;
  flush(reader, context);
  const inside: Context = { ...context, style: {}, link: undefined };
  const title: Inline[] = found.title === '' ? [] : [{ text: found.title, bold: true }];
  const parts = readPart(reader, found.body, inside);
  const make = (children: Inline[]): Block => ({
    id: newId(reader),
    type: 'callout',
    tone: found.tone,
    children: withoutSign(children, element),
  });
  const titled: Block[] =
    title.length === 0 ? parts : [{ id: 'title-', type: 'paragraph', children: title }, ...parts];
  const [first, ...rest] = foldInto(titled, make);
  if (first?.type === 'callout') addBlock(reader, first, context);
  else {
    if (context.exact) addBlock(reader, make([]), context);
    if (first) appendBlocks(reader, [first]);
  }
  appendBlocks(reader, rest);
  return true;
}

function calloutOf(element: Element): FoundCallout | undefined {
  const tone = toneOfElement(element);
  if (!tone) return undefined;
  const own = attr(element, 'dataTone') !== undefined;
  let title = '';
  const body = withoutTitle(element, (found) => {
    const words = textOf(found).trim();
    if (!own && toneOf(words) === undefined) title = words;
  });
  return { tone, body, title };
}

function toneOfElement(element: Element): CalloutTone | undefined {
  const { tagName } = element;
  if (!['aside', 'div', 'section', 'figure', 'blockquote'].includes(tagName)) return undefined;
  const classes = attr(element, 'className') ?? '';
  const own = CALLOUT_TONES.find((tone) => tone === attr(element, 'dataTone'));
  if (own && hasClass(element, /^callout$/u)) return own;
  const named = attr(element, 'dataCallout');
  if (named !== undefined && hasClass(element, /^callout$/u)) return toneOf(named) ?? 'info';
  const kind =
    /(?:^|\s)(?:markdown-alert|theme-admonition|admonition|confluence-information-macro|alert|callout)-(\w+)/u.exec(
      classes,
    )?.[1];
  if (hasClass(element, /^(?:markdown-alert|theme-admonition|confluence-information-macro)$/u))
    return (kind && toneOf(kind)) || 'info';
  if (hasClass(element, /^admonition$/u)) {
    const name = classes.split(/\s+/u).find((one) => toneOf(one) !== undefined);
    return (name && toneOf(name)) || 'info';
  }
  // Notion: a figure in its exports, an aside that begins with an emoji on the clipboard.
  const isNotion = tagName === 'figure' ? hasClass(element, /^callout$/u) : tagName === 'aside';
  const sign = isNotion ? LEADING_SIGN.exec(textOf(element).slice(0, 40))?.[1] : undefined;
  return sign === undefined ? undefined : toneOfSign(sign);
}

/** What stands in a callout beside its title; the title may stand one element deeper. */
function withoutTitle(element: Element, onTitle: (title: Element) => void): ElementContent[] {
  const head = elementsOf(element).find((child) => hasClass(child, TITLE));
  if (head) onTitle(head);
  return element.children.filter((child) => child !== head);
}

/** The emoji of a Notion callout is its icon. */
function withoutSign(children: Inline[], element: Element): Inline[] {
  if (attr(element, 'dataTone') !== undefined) return children;
  const first = children[0];
  if (!first || !('text' in first)) return children;
  const text = first.text.replace(LEADING_SIGN, '').replace(/^\n/u, '');
  if (text === first.text) return children;
  const rest = children.slice(1);
  if (text !== '') return [{ ...first, text }, ...rest];
  const next = rest[0];
  return next && 'text' in next ? [{ ...next, text: next.text.replace(/^\n/u, '') }, ...rest.slice(1)] : rest;
}
