import type { Mark } from '../../../shared/richtext/document.ts';

export type LineStyle = Partial<Record<Mark, true>>;

const BY_NAME: Partial<Record<string, Mark>> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  CITE: 'italic',
  DFN: 'italic',
  VAR: 'italic',
  U: 'underline',
  INS: 'underline',
  S: 'strike',
  STRIKE: 'strike',
  DEL: 'strike',
  CODE: 'code',
  KBD: 'code',
  SAMP: 'code',
  TT: 'code',
  MARK: 'highlight',
  SUB: 'sub',
  SUP: 'sup',
};

/** Marks of an element on top of those it stands in, by its name and by the few styles that word processors use for them. */
export function marksOf(element: HTMLElement, outer: LineStyle): LineStyle {
  const mark = BY_NAME[element.nodeName.toUpperCase()];
  const css = styleMap(element);
  const next: LineStyle = { ...outer };
  if (mark) next[mark] = true;
  const weight = css.get('font-weight');
  // Google Docs wraps everything in <b style="font-weight:normal">.
  if (weight === 'normal' || weight === '400' || weight === 'lighter') delete next.bold;
  else if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) next.bold = true;
  const slant = css.get('font-style');
  if (slant === 'italic' || slant === 'oblique') next.italic = true;
  else if (slant === 'normal') delete next.italic;
  const line = `${css.get('text-decoration') ?? ''} ${css.get('text-decoration-line') ?? ''}`;
  if (line.includes('underline') && element.nodeName !== 'A') next.underline = true;
  if (line.includes('line-through')) next.strike = true;
  const align = css.get('vertical-align');
  if (align === 'sub') next.sub = true;
  if (align === 'super') next.sup = true;
  return next;
}

/** Whether white space counts in the element; `undefined` when it does not say. */
export function isPreformatted(element: HTMLElement): boolean | undefined {
  const space = styleMap(element).get('white-space');
  if (space === undefined) return undefined;
  return space.startsWith('pre') || space === 'break-spaces';
}

/**
 * Lists as Word writes them: ordinary paragraphs with `mso-list:l0 level2 lfo1`, the number or bullet as text inside.
 * `marker` is that inner text, which must not become part of the words.
 */
export function wordListOf(
  element: HTMLElement,
):
  | { readonly marker: true }
  | { readonly marker: false; readonly style: 'bullet' | 'number'; readonly depth: number }
  | undefined {
  const list = styleMap(element).get('mso-list');
  if (list === undefined) return undefined;
  if (list === 'ignore') return { marker: true };
  const level = Number(/level(\d)/u.exec(list)?.[1] ?? Number.NaN);
  if (!Number.isInteger(level)) return undefined;
  const sign =
    element
      .querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]')
      ?.textContent?.trim() ?? '';
  return {
    marker: false,
    style: /^\(?[\p{N}\p{L}]{1,4}[.)]/u.test(sign) ? 'number' : 'bullet',
    depth: Math.min(Math.max(level - 1, 0), 8),
  };
}

/** The style attribute as text: `element.style` would drop what the browser does not know, `mso-list` among it. */
function styleMap(element: HTMLElement): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const part of (element.getAttribute('style') ?? '').split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      map.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return map;
}
