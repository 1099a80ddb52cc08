import type { Element, Nodes, RootContent } from 'xast';

// What the styles of an OpenDocument text say about looks that mean something: marks, direction, quotes, code, numbers.

export type OdtMark = 'strong' | 'em' | 'u' | 's' | 'sub' | 'sup' | 'mark' | 'code';
export type OdtStyle = {
  readonly parent: string;
  /** A mark that is set or taken away; absent says nothing. */
  readonly marks: Partial<Record<OdtMark, boolean>>;
  readonly rtl: boolean | undefined;
};

export function elementsIn(node: Nodes | undefined): Element[] {
  if (node === undefined || !('children' in node)) return [];
  return (node.children as RootContent[]).filter((child): child is Element => child.type === 'element');
}

export function firstNamed(node: Nodes | undefined, name: string): Element | undefined {
  return elementsIn(node).find((child) => child.name === name);
}

export function attribute(element: Element, name: string): string {
  return element.attributes[name] ?? '';
}

const QUOTES = /^(quotations?|quote|intense quote|block ?text|block ?quote)$/i;
const CODE = /^(preformatted text|source code|html preformatted|code)$/i;
const CODE_RUN = /^(source text|teletype|verbatim char|html code)$/i;

/** `Heading_20_1` → `Heading 1`. */
export function styleName(encoded: string): string {
  return encoded.replace(/_([0-9a-f]{2,4})_/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

export class OdtStyles {
  private readonly styles = new Map<string, OdtStyle>();
  /** Kinds of the levels of a list style: true for numbers. */
  private readonly numbered = new Map<string, Map<number, boolean>>();
  /** First numbers of the levels of a list style, where they are not one. */
  private readonly starts = new Map<string, Map<number, number>>();
  private usualRtl = false;

  /** Reads the styles below `root`: of styles.xml, then of content.xml, whose own come later and win. */
  add(root: Nodes | undefined): void {
    for (const part of ['office:styles', 'office:automatic-styles']) {
      for (const element of elementsIn(firstNamed(root, part))) this.addOne(element);
    }
  }

  private addOne(element: Element): void {
    const paragraph = firstNamed(element, 'style:paragraph-properties');
    const mode = paragraph === undefined ? '' : attribute(paragraph, 'style:writing-mode');
    const rtl = mode.startsWith('rl') ? true : mode.startsWith('lr') ? false : undefined;
    if (element.name === 'style:default-style') {
      if (attribute(element, 'style:family') === 'paragraph') this.usualRtl = rtl === true;
      return;
    }
    if (element.name === 'text:list-style') {
      const levels = new Map<number, boolean>();
      const starts = new Map<number, number>();
      for (const level of elementsIn(element)) {
        const at = Number(attribute(level, 'text:level'));
        levels.set(
          at,
          level.name === 'text:list-level-style-number' && attribute(level, 'style:num-format') !== '',
        );
        const start = attribute(level, 'text:start-value');
        if (/^\d{1,9}$/.test(start)) starts.set(at, Number(start));
      }
      this.starts.set(attribute(element, 'style:name'), starts);
      this.numbered.set(attribute(element, 'style:name'), levels);
      return;
    }
    if (element.name !== 'style:style') return;
    const text = firstNamed(element, 'style:text-properties');
    this.styles.set(key(attribute(element, 'style:family'), attribute(element, 'style:name')), {
      parent: attribute(element, 'style:parent-style-name'),
      marks: text === undefined ? {} : marksOf(text),
      rtl,
    });
  }

  private chain(
    family: string,
    name: string,
  ): { readonly name: string; readonly style: OdtStyle | undefined }[] {
    const out: { name: string; style: OdtStyle | undefined }[] = [];
    let at = name;
    while (at !== '' && out.length < 20 && !out.some((one) => one.name === at)) {
      const style = this.styles.get(key(family, at));
      out.push({ name: at, style });
      at = style?.parent ?? '';
    }
    return out;
  }

  /** Marks of a run's style, its own before those it is made from. */
  marks(name: string): Partial<Record<OdtMark, boolean>> {
    const marks: Partial<Record<OdtMark, boolean>> = {};
    for (const one of this.chain('text', name).toReversed()) {
      Object.assign(marks, one.style?.marks);
      if (CODE_RUN.test(styleName(one.name))) marks.code = true;
    }
    return marks;
  }

  /** Marks a paragraph's own (automatic) style sets: named styles are looks of a kind of paragraph, and no emphasis. */
  paragraphMarks(name: string): Partial<Record<OdtMark, boolean>> {
    return /^P\d+$/.test(name) ? (this.styles.get(key('paragraph', name))?.marks ?? {}) : {};
  }

  isRtl(name: string): boolean {
    for (const { style } of this.chain('paragraph', name)) if (style?.rtl !== undefined) return style.rtl;
    return this.usualRtl;
  }

  kindOf(name: string): 'quote' | 'code' | 'title' | 'line' | 'plain' {
    for (const one of this.chain('paragraph', name)) {
      const plain = styleName(one.name);
      if (QUOTES.test(plain)) return 'quote';
      if (CODE.test(plain)) return 'code';
      if (plain === 'Title') return 'title';
      if (plain === 'Horizontal Line') return 'line';
    }
    return 'plain';
  }

  isNumbered(listStyle: string, level: number): boolean {
    return this.numbered.get(listStyle)?.get(level) ?? false;
  }

  startOf(listStyle: string, level: number): number {
    return this.starts.get(listStyle)?.get(level) ?? 1;
  }
}

function key(family: string, name: string): string {
  return `${family}\u0001${name}`;
}

function marksOf(text: Element): Partial<Record<OdtMark, boolean>> {
  const marks: Partial<Record<OdtMark, boolean>> = {};
  const either = (names: readonly string[], on: RegExp, mark: OdtMark): void => {
    // Letters of Asia and of right-to-left scripts have a weight and a slant of their own.
    const values = names.map((name) => attribute(text, name)).filter((value) => value !== '');
    if (values.length > 0) marks[mark] = values.some((value) => on.test(value));
  };
  either(
    ['fo:font-weight', 'style:font-weight-asian', 'style:font-weight-complex'],
    /^(bold|[6-9]00)$/,
    'strong',
  );
  either(['fo:font-style', 'style:font-style-asian', 'style:font-style-complex'], /^(italic|oblique)$/, 'em');
  either(['style:text-underline-style'], /^(?!none)/, 'u');
  either(['style:text-line-through-style', 'style:text-line-through-type'], /^(?!none)/, 's');
  either(['fo:background-color'], /^#(?!ffffff)/i, 'mark');
  const position = attribute(text, 'style:text-position');
  if (position !== '') {
    marks.sub = /^(sub|-)/.test(position);
    marks.sup = /^(super|[1-9])/.test(position);
  }
  return marks;
}
