import type { ElementContent, Element as Hast, Properties } from 'hast';
import type { Element } from 'xast';
import type { OdtMark } from './odt-styles.ts';

// Small pieces of OpenDocument as the HTML they would be.

export function h(tagName: string, children: ElementContent[], properties: Properties = {}): Hast {
  return { type: 'element', tagName, properties, children };
}

export function withMarks(text: ElementContent, marks: Partial<Record<OdtMark, boolean>>): ElementContent {
  let out = text;
  for (const [mark, isOn] of Object.entries(marks)) if (isOn) out = h(mark, [out]);
  return out;
}

export function wordsOf(node: Element): string {
  return node.children
    .map((child) =>
      child.type === 'text' || child.type === 'cdata'
        ? child.value
        : child.type === 'element'
          ? wordsOf(child)
          : '',
    )
    .join('');
}

/** The letters of a formula as it was typed, else of its parts. */
export function lettersOf(mathml: string): string {
  const [, typed] = /<annotation[^>]*>([^<]*)<\/annotation>/.exec(mathml) ?? [];
  const letters = typed ?? mathml.replace(/<[^>]*>/g, '');
  return letters
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim();
}
