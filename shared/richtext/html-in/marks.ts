import type { Element } from 'hast';
import type { Mark } from '../document.ts';
import type { Css } from './tree.ts';

export type LineStyle = Partial<Record<Mark, true>>;

const BY_NAME: Partial<Record<string, Mark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  mark: 'highlight',
  sub: 'sub',
  sup: 'sup',
};

/** Marks of an element on top of those it stands in, by its name and by the few styles that word processors use for them. */
export function marksOf(element: Element, css: Css, outer: LineStyle): LineStyle {
  const mark = Object.hasOwn(BY_NAME, element.tagName) ? BY_NAME[element.tagName] : undefined;
  if (mark === undefined && css.size === 0) return outer;
  const next: LineStyle = { ...outer };
  if (mark) next[mark] = true;
  if (css.size === 0) return next;
  const weight = css.get('font-weight');
  // Google Docs wraps everything in <b style="font-weight:normal">.
  if (weight === 'normal' || weight === '400' || weight === 'lighter') delete next.bold;
  else if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) next.bold = true;
  const slant = css.get('font-style');
  if (slant === 'italic' || slant === 'oblique') next.italic = true;
  else if (slant === 'normal') delete next.italic;
  const line = `${css.get('text-decoration') ?? ''} ${css.get('text-decoration-line') ?? ''}`;
  if (line.includes('underline') && element.tagName !== 'a') next.underline = true;
  if (line.includes('line-through')) next.strike = true;
  const align = css.get('vertical-align');
  if (align === 'sub') next.sub = true;
  if (align === 'super') next.sup = true;
  // Only of words: a coloured box is a box, not something somebody marked.
  if (INLINE.has(element.tagName) && isMarkerColour(css)) next.highlight = true;
  return next;
}

const INLINE: ReadonlySet<string> = new Set(['span', 'font', 'b', 'i', 'em', 'strong', 'u', 'a']);
const NAMED: ReadonlySet<string> = new Set([
  'yellow',
  'lime',
  'aqua',
  'cyan',
  'fuchsia',
  'magenta',
  'orange',
  'red',
]);

/** Bright and clearly coloured, as marker pens are: white, grey and the dark of a page at night are not. */
function isMarkerColour(css: Css): boolean {
  const highlight = css.get('mso-highlight');
  if (highlight !== undefined && highlight !== 'none') return true;
  const value = css.get('background-color') ?? css.get('background');
  if (value === undefined) return false;
  if (NAMED.has(value)) return true;
  const hex = /^#([\da-f]{3}|[\da-f]{6})\b/u.exec(value)?.[1];
  const rgb = /^rgb\((\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3})\)/u.exec(value);
  const channels = hex
    ? (hex.length === 3 ? [...hex].map((one) => one + one) : (hex.match(/../gu) ?? [])).map((one) =>
        Number.parseInt(one, 16),
      )
    : rgb
      ? rgb.slice(1).map(Number)
      : [];
  return (
    channels.length === 3 &&
    Math.max(...channels) >= 200 &&
    Math.max(...channels) - Math.min(...channels) >= 70
  );
}

/** Whether white space counts; `undefined` when the element does not say. */
export function isPreformatted(css: Css): boolean | undefined {
  const space = css.get('white-space') ?? css.get('white-space-collapse');
  if (space === undefined) return undefined;
  return space.startsWith('pre') || space === 'break-spaces';
}

export const isHiddenByStyle = (css: Css): boolean =>
  css.get('display') === 'none' || css.get('mso-hide') === 'all';
