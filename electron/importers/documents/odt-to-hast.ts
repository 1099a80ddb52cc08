import type { ElementContent, Element as Hast, Properties, Root } from 'hast';
import type { Element, RootContent } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import type { SimplifiedKind } from '../../../shared/richtext/simplified.ts';
import { BadFile } from '../bad-file.ts';
import { extensionOf } from './formats.ts';
import { attribute, elementsIn, firstNamed, type OdtMark, OdtStyles } from './odt-styles.ts';
import { h, lettersOf, withMarks, wordsOf } from './odt-words.ts';
import { type OfficeZip, openOfficeZip } from './office-zip.ts';
import type { EmbeddedPicture } from './shown-files.ts';

// OpenDocument text as the HTML it would be, element by element, so that one mapper makes blocks of everything. Only
// what is named here is taken over; of anything else the words inside.

export type OdtContent = {
  readonly root: Root;
  readonly pictures: readonly EmbeddedPicture[];
  readonly simplified: readonly SimplifiedKind[];
};

const MOST_SPACES = 200;
/** Of a row or cell that says it is repeated; spreadsheets do so a million times for "the rest of the sheet". */
const MOST_REPEATED = 60;
/** Not part of the text: deletions kept for the record, declarations, page furniture. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:dde-connection-decls',
  'office:forms',
  'text:soft-page-break',
  'text:bookmark',
  'text:bookmark-start',
  'text:bookmark-end',
  'text:change',
  'text:change-start',
  'text:change-end',
  'svg:title',
  'svg:desc',
  'text:note-citation',
]);

/** Throws BadFile for what is no OpenDocument text, or a hostile one. */
export async function odtToHast(path: string): Promise<OdtContent> {
  const zip = await openOfficeZip(path);
  try {
    const content = parseXml(await zip.xml('content.xml'));
    const styles = new OdtStyles();
    const named = await zip.xml('styles.xml');
    if (named !== '') styles.add(elementsIn(parseXml(named))[0]);
    const document = elementsIn(content)[0];
    styles.add(document);
    const body = firstNamed(firstNamed(document, 'office:body'), 'office:text');
    if (body === undefined) throw new BadFile('not-readable', 'no text');
    const reader = new OdtReader(styles, zip);
    await reader.prepare(body);
    const children = reader.blocks(body.children);
    return {
      root: { type: 'root', children: [...children, ...reader.notes] },
      pictures: reader.pictures,
      simplified: [...reader.simplified],
    };
  } catch (error) {
    if (error instanceof RangeError) throw new BadFile('too-deep');
    throw error;
  } finally {
    zip.close();
  }
}

function parseXml(text: string): ReturnType<typeof fromXml> {
  if (text === '') throw new BadFile('not-readable', 'content.xml');
  try {
    return fromXml(text);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new BadFile('not-readable', 'xml');
  }
}

class OdtReader {
  readonly pictures: EmbeddedPicture[] = [];
  readonly notes: Hast[] = [];
  readonly simplified = new Set<SimplifiedKind>();
  private readonly styles: OdtStyles;
  private readonly zip: OfficeZip;
  private readonly sources = new Map<string, string>();
  private readonly formulas = new Map<string, string>();
  /** The last number of a list, by its id and by its style and level, for those that go on from it. */
  private readonly counted = new Map<string, number>();
  /** True inside a listing. */
  private inCode = false;

  constructor(styles: OdtStyles, zip: OfficeZip) {
    this.styles = styles;
    this.zip = zip;
  }

  private get space(): string {
    return this.inCode ? ' ' : '\u00a0';
  }

  /** Fetches what lies beside the text in the zip, so that the walk itself need not wait. */
  async prepare(node: Element): Promise<void> {
    for (const child of elementsIn(node)) {
      const href = attribute(child, 'xlink:href').replace(/^\.\//, '');
      if (child.name === 'draw:image' && this.zip.has(href) && !this.sources.has(href)) {
        const source = `embedded:${this.pictures.length}`;
        this.sources.set(href, source);
        this.pictures.push({ source, extension: extensionOf(href), bytes: await this.zip.bytes(href) });
      } else if (child.name === 'draw:object' && this.zip.has(`${href}/content.xml`)) {
        const text = await this.zip.xml(`${href}/content.xml`);
        this.formulas.set(href, lettersOf(text));
      }
      await this.prepare(child);
    }
  }

  blocks(nodes: readonly RootContent[], list = '', level = 0): ElementContent[] {
    const out: ElementContent[] = [];
    for (const node of nodes) if (node.type === 'element') this.block(node, out, list, level);
    return out;
  }

  private block(node: Element, out: ElementContent[], list: string, level: number): void {
    if (PASSED_OVER.has(node.name)) return;
    switch (node.name) {
      case 'text:h': {
        const depth = Math.min(6, Math.max(1, Number(attribute(node, 'text:outline-level')) || 1));
        this.push(out, node, `h${depth}`);
        break;
      }
      case 'text:p':
        this.paragraph(node, out);
        break;
      case 'text:list':
        out.push(this.list(node, list, level + 1));
        break;
      case 'table:table':
        out.push(this.table(node));
        break;
      case 'draw:frame':
      case 'draw:text-box':
      case 'draw:custom-shape':
      case 'draw:g': {
        const inner: ElementContent[] = [];
        const line = this.frame(node, inner);
        if (line.length > 0) out.push(h('p', line));
        out.push(...inner);
        break;
      }
      default:
        // Sections, indexes, whatever holds paragraphs: what is in them.
        out.push(...this.blocks(node.children, list, level));
    }
  }

  private paragraph(node: Element, out: ElementContent[]): void {
    const style = attribute(node, 'text:style-name');
    const kind = this.styles.kindOf(style);
    if (kind === 'line') {
      if (node.children.length > 0) this.push(out, node, 'p');
      out.push(h('hr', []));
      return;
    }
    if (kind === 'code') {
      const before = out.at(-1);
      this.inCode = true;
      const words = this.line(node.children, {}, []);
      this.inCode = false;
      // A listing is one paragraph a line; together they are one block.
      if (before?.type === 'element' && before.tagName === 'pre')
        before.children.push({ type: 'text', value: '\n' }, ...words);
      else out.push(h('pre', words));
      return;
    }
    if (kind === 'quote') {
      const inner: ElementContent[] = [];
      this.push(inner, node, 'p');
      out.push(h('blockquote', inner));
      return;
    }
    this.push(
      out,
      node,
      kind === 'title' ? 'h1' : 'p',
      kind === 'title' ? { className: ['document-title'] } : {},
    );
  }

  /** One paragraph; boxes that stand in it follow it. */
  private push(out: ElementContent[], node: Element, tagName: string, properties: Properties = {}): void {
    const style = attribute(node, 'text:style-name');
    const boxes: ElementContent[] = [];
    const children = this.line(node.children, this.styles.paragraphMarks(style), boxes);
    const dir: Properties = this.styles.isRtl(style) ? { dir: 'rtl', dataDirSet: '' } : {};
    out.push(h(tagName, children, { ...properties, ...dir }), ...boxes);
  }

  private list(node: Element, above: string, level: number): Hast {
    const style = attribute(node, 'text:style-name') || above;
    if (!this.styles.isNumbered(style, level)) return h('ul', this.items(node, style, level));
    const before =
      this.counted.get(attribute(node, 'text:continue-list')) ??
      (attribute(node, 'text:continue-numbering') === 'true'
        ? this.counted.get(`${style}/${level}`)
        : undefined);
    let next = before === undefined ? this.styles.startOf(style, level) : before + 1;
    const items = this.items(node, style, level, (item) => {
      const said = attribute(item, 'text:start-value');
      if (/^\d{1,9}$/.test(said)) next = Number(said);
      // One that only holds a list below it shows no number, and none is missing.
      const shows = item.name === 'text:list-item' && elementsIn(item)[0]?.name !== 'text:list';
      return shows ? next++ : next;
    });
    for (const key of [attribute(node, 'xml:id'), `${style}/${level}`])
      if (key !== '') this.counted.set(key, next - 1);
    return h('ol', items);
  }

  private items(
    node: Element,
    style: string,
    level: number,
    numberOf: (item: Element) => number | undefined = () => undefined,
  ): Hast[] {
    return elementsIn(node).flatMap((item): Hast[] => {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') return [];
      const value = numberOf(item);
      const properties: Properties = value === undefined ? {} : { value: String(value) };
      return [h('li', this.blocks(item.children, style, level), properties)];
    });
  }

  private table(node: Element): Hast {
    const head: Hast[] = [];
    const rows: Hast[] = [];
    const addRow = (row: Element, into: Hast[], cell: 'td' | 'th'): void => {
      const cells: Hast[] = [];
      for (const one of elementsIn(row)) {
        if (one.name !== 'table:table-cell') continue;
        const times = Math.min(MOST_REPEATED, Number(attribute(one, 'table:number-columns-repeated')) || 1);
        const span = Math.min(MOST_REPEATED, Number(attribute(one, 'table:number-columns-spanned')) || 1);
        const down = Math.min(MOST_REPEATED, Number(attribute(one, 'table:number-rows-spanned')) || 1);
        const properties: Properties = {
          ...(span > 1 ? { colSpan: span } : {}),
          ...(down > 1 ? { rowSpan: down } : {}),
        };
        for (let count = 0; count < times; count += 1)
          cells.push(h(cell, this.blocks(one.children), properties));
      }
      if (cells.length > 0) into.push(h('tr', cells));
    };
    const walk = (parent: Element, into: Hast[], cell: 'td' | 'th'): void => {
      for (const child of elementsIn(parent)) {
        if (child.name === 'table:table-row') addRow(child, into, cell);
        else if (child.name === 'table:table-header-rows') walk(child, head, 'th');
        else if (child.name === 'table:table-rows' || child.name === 'table:table-row-group')
          walk(child, into, cell);
      }
    };
    walk(node, rows, 'td');
    return h('table', [...(head.length > 0 ? [h('thead', head)] : []), h('tbody', rows)]);
  }

  private line(
    nodes: readonly RootContent[],
    marks: Partial<Record<OdtMark, boolean>>,
    boxes: ElementContent[],
  ): ElementContent[] {
    const out: ElementContent[] = [];
    for (const node of nodes) {
      if (node.type === 'text' || node.type === 'cdata') {
        // Runs of white space are one space, as in HTML; the others have elements of their own.
        const value = node.value.replace(/[ \t\r\n]+/g, ' ');
        if (value !== '') out.push(withMarks({ type: 'text', value }, marks));
      } else if (node.type === 'element') out.push(...this.inline(node, marks, boxes));
    }
    return out;
  }

  private inline(
    node: Element,
    marks: Partial<Record<OdtMark, boolean>>,
    boxes: ElementContent[],
  ): ElementContent[] {
    const text = (value: string): ElementContent => withMarks({ type: 'text', value }, marks);
    switch (node.name) {
      case 'text:span': {
        const style = attribute(node, 'text:style-name');
        return this.line(node.children, { ...marks, ...this.styles.marks(style) }, boxes);
      }
      case 'text:a':
        return [h('a', this.line(node.children, marks, boxes), { href: attribute(node, 'xlink:href') })];
      case 'text:s':
        // No-break, so that they are not taken together again; in code, where they are not, they are what they were.
        return [text(this.space.repeat(Math.min(MOST_SPACES, Number(attribute(node, 'text:c')) || 1)))];
      case 'text:tab':
        return [text('\t')];
      case 'text:line-break':
        return [h('br', [])];
      case 'text:note':
        return [this.note(node)];
      case 'office:annotation':
        boxes.push(
          h(
            'blockquote',
            this.blocks(
              node.children.filter((one) => one.type !== 'element' || one.name.startsWith('text:')),
            ),
          ),
        );
        return [];
      case 'text:hidden-text':
      case 'text:hidden-paragraph':
      case 'text:conditional-text':
        return this.line(node.children, marks, boxes);
      default:
        if (PASSED_OVER.has(node.name) || node.name === 'office:annotation-end') return [];
        if (node.name.startsWith('draw:')) return this.frame(node, boxes);
        return this.line(node.children, marks, boxes);
    }
  }

  /** A picture stays in the line, the words of a box follow the paragraph. */
  private frame(node: Element, boxes: ElementContent[]): ElementContent[] {
    if (node.name === 'draw:image' || node.name === 'draw:object')
      return this.frame({ ...node, name: 'draw:frame', children: [node] }, boxes);
    if (node.name === 'draw:a') {
      const children = elementsIn(node).flatMap((child) => this.frame(child, boxes));
      return [h('a', children, { href: attribute(node, 'xlink:href') })];
    }
    const inside = elementsIn(node);
    const formula = inside.find((one) => one.name === 'draw:object');
    const letters = formula && this.formulas.get(attribute(formula, 'xlink:href').replace(/^\.\//, ''));
    if (letters !== undefined && letters !== '') {
      this.simplified.add('formulas');
      return [{ type: 'text', value: letters }];
    }
    const image = inside.find((one) => one.name === 'draw:image');
    if (image !== undefined) {
      const described =
        inside.find((one) => one.name === 'svg:desc') ?? inside.find((one) => one.name === 'svg:title');
      const alt = described === undefined ? '' : wordsOf(described);
      const source = this.sources.get(attribute(image, 'xlink:href').replace(/^\.\//, ''));
      if (source !== undefined) return [h('img', [], { src: source, alt })];
      this.simplified.add('pictures');
      return alt === '' ? [] : [{ type: 'text', value: alt }];
    }
    for (const one of inside) {
      if (one.name === 'draw:text-box' || one.name.startsWith('draw:')) {
        const line = one.name === 'draw:text-box' ? [] : this.frame(one, boxes);
        if (line.length > 0) boxes.push(h('p', line));
        if (one.name === 'draw:text-box') boxes.push(...this.blocks(one.children));
      } else if (!PASSED_OVER.has(one.name)) this.block(one, boxes, '', 0);
    }
    return [];
  }

  private note(node: Element): Hast {
    this.simplified.add('footnotes');
    const citation = firstNamed(node, 'text:note-citation');
    const label = `[${citation === undefined ? this.notes.length + 1 : wordsOf(citation)}]`;
    const body = this.blocks(firstNamed(node, 'text:note-body')?.children ?? []);
    const words = body.filter((one): one is Hast => one.type === 'element');
    const sign: Hast = h('sup', [{ type: 'text', value: label }]);
    const [first] = words;
    if (first?.tagName === 'p') first.children.unshift(sign, { type: 'text', value: ' ' });
    else words.unshift(h('p', [sign]));
    this.notes.push(...words);
    return h('sup', [{ type: 'text', value: label }]);
  }
}
