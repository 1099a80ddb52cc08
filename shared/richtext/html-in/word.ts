import type { Element } from 'hast';
import { type Css, forEachElement, hasClass, styleOf, textOf } from './tree.ts';

// What Word (and what copies it) writes instead of HTML: lists as paragraphs, levels of an outline as styles, tracked
// changes and remarks as elements with names of their own.

export interface WordItem {
  readonly style: 'bullet' | 'number';
  readonly depth: number;
  /** The number shown, when it is one. */
  readonly number: number | undefined;
}

/** The number or bullet of a list is written out as text in an element of its own, which must not become words. */
export const isWordMarker = (css: Css): boolean => /^ignore\b/u.test(css.get('mso-list') ?? '');

/** Lists as Word writes them: ordinary paragraphs with `mso-list:l0 level2 lfo1`. */
export function wordItemOf(element: Element, css: Css): WordItem | undefined {
  const level = Number(/level(\d)/u.exec(css.get('mso-list') ?? '')?.[1] ?? Number.NaN);
  if (!Number.isInteger(level)) return undefined;
  let sign = '';
  forEachElement(element, (inner) => {
    if (sign === '' && isWordMarker(styleOf(inner))) sign = textOf(inner).trim();
    return sign === '';
  });
  const isNumber = /^\(?[\p{N}\p{L}]{1,4}[.)]/u.test(sign);
  const shown = /^\(?(\d{1,6})[.)]/u.exec(sign)?.[1];
  return {
    style: isNumber ? 'number' : 'bullet',
    depth: Math.min(Math.max(level - 1, 0), 8),
    number: shown === undefined ? undefined : Number(shown),
  };
}

/** Level of a paragraph that Word treats as a heading, 1 to 9. */
export function wordHeadingOf(element: Element, css: Css): number | undefined {
  if (hasClass(element, /^MsoTitle(?:Cxsp(?:First|Middle|Last))?$/u)) return 1;
  const named = /(?:^|\s)MsoHeading([1-9])\b/u.exec(String(element.properties['className'] ?? ''))?.[1];
  const outline = /^([1-9])\b/u.exec(css.get('mso-outline-level') ?? '')?.[1];
  const level = named ?? outline;
  return level === undefined ? undefined : Number(level);
}

export type WordPart = 'comments' | 'comment-reference' | 'footnotes' | 'deletion' | 'insertion' | 'break';

/** Parts of a page that are about the text rather than of it. */
export function wordPartOf(element: Element, css: Css): WordPart | undefined {
  const part = css.get('mso-element');
  if (part === 'comment-list') return 'comments';
  if (part === 'footnote-list' || part === 'endnote-list') return 'footnotes';
  if (hasClass(element, /^(?:MsoCommentReference|msocomanchor|msocomtxt)$/iu)) return 'comment-reference';
  if (css.has('mso-comment-continuation') || css.get('mso-special-character') === 'comment')
    return css.has('mso-comment-continuation') ? undefined : 'comment-reference';
  if (hasClass(element, /^msoDel$/iu) || (element.tagName === 'del' && isTracked(element))) return 'deletion';
  if (hasClass(element, /^msoIns$/iu) || (element.tagName === 'ins' && isTracked(element)))
    return 'insertion';
  return undefined;
}

/** A change somebody made at some time; without these, `del` and `ins` are only a look. */
const isTracked = ({ properties }: Element): boolean =>
  properties['dateTime'] !== undefined && properties['dateTime'] !== null;
