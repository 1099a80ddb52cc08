import type { Element, Nodes, Root } from 'hast';

// Reading a tree of HTML (hast: plain objects, no document behind them). Who builds the tree from a browser's document
// copies only the attributes named here, so that nothing else can ever be read.

/** Attributes this reader looks at, by their names in HTML; the values are their names in hast. */
export const READ_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['id', 'id'],
  ['class', 'className'],
  ['style', 'style'],
  ['dir', 'dir'],
  ['hidden', 'hidden'],
  ['role', 'role'],
  ['align', 'align'],
  ['type', 'type'],
  ['start', 'start'],
  ['value', 'value'],
  ['checked', 'checked'],
  ['href', 'href'],
  ['src', 'src'],
  ['data', 'data'],
  ['alt', 'alt'],
  ['alttext', 'alttext'],
  ['width', 'width'],
  ['height', 'height'],
  ['download', 'download'],
  ['colspan', 'colSpan'],
  ['rowspan', 'rowSpan'],
  ['cite', 'cite'],
  ['datetime', 'dateTime'],
  ['encoding', 'encoding'],
  ['aria-level', 'ariaLevel'],
  ['aria-checked', 'ariaChecked'],
  ['aria-label', 'ariaLabel'],
  ['aria-hidden', 'ariaHidden'],
  ['aria-roledescription', 'ariaRoleDescription'],
  ['data-block-id', 'dataBlockId'],
  ['data-dir-set', 'dataDirSet'],
  ['data-depth', 'dataDepth'],
  ['data-start', 'dataStart'],
  ['data-level', 'dataLevel'],
  ['data-tone', 'dataTone'],
  ['data-kind', 'dataKind'],
  ['data-id', 'dataId'],
  ['data-block', 'dataBlock'],
  ['data-part', 'dataPart'],
  ['data-width', 'dataWidth'],
  ['data-align', 'dataAlign'],
  ['data-name', 'dataName'],
  ['data-bytes', 'dataBytes'],
  ['data-attachment-id', 'dataAttachmentId'],
  ['data-language', 'dataLanguage'],
  ['data-callout', 'dataCallout'],
  ['data-list', 'dataList'],
  ['data-indent', 'dataIndent'],
  ['data-checked', 'dataChecked'],
  ['data-stringify-type', 'dataStringifyType'],
  ['data-stringify-indent', 'dataStringifyIndent'],
]);

/** The value of an attribute by its name in hast; `undefined` when it is not there. */
export function attr(element: Element, name: string): string | undefined {
  const value: unknown = Object.hasOwn(element.properties, name) ? element.properties[name] : undefined;
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** A whole number from an attribute, `undefined` for anything else. */
export function numberAttr(element: Element, name: string): number | undefined {
  const value = /^\s*(-?\d{1,9})/u.exec(attr(element, name) ?? '')?.[1];
  return value === undefined ? undefined : Number(value);
}

export function hasClass(element: Element, pattern: RegExp): boolean {
  const value = attr(element, 'className');
  return value !== undefined && value.split(/\s+/u).some((name) => pattern.test(name));
}

export type Css = ReadonlyMap<string, string>;
const NO_STYLE: Css = new Map();

/** The style attribute as it is written: a browser's own reading would drop what it does not know, `mso-list` among it. */
export function styleOf(element: Element): Css {
  const style = attr(element, 'style');
  if (style === undefined) return NO_STYLE;
  const map = new Map<string, string>();
  for (const part of style.split(';')) {
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

/** Elements whose content is never words of the page. */
export const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'meta',
  'link',
  'base',
  'map',
  'frameset',
  'datalist',
  'rp',
  'xml',
]);

/** All words in a node, in order, however deep it goes: a stack of our own, so that depth costs no call. */
export function textOf(node: Nodes): string {
  let text = '';
  const stack: Nodes[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.type === 'text') text += next.value;
    else if (next.type === 'element' && next.tagName === 'br') text += '\n';
    else if ('children' in next && !(next.type === 'element' && SILENT.has(next.tagName)))
      for (let index = next.children.length - 1; index >= 0; index -= 1) stack.push(next.children[index]!);
  }
  return text;
}

/** Every element below a node, in order, without recursion. `false` from `enter` skips what is inside. */
export function forEachElement(root: Root | Element, enter: (element: Element) => boolean | undefined): void {
  const stack: Nodes[] = [...root.children].reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.type !== 'element' || enter(next) === false) continue;
    for (let index = next.children.length - 1; index >= 0; index -= 1) stack.push(next.children[index]!);
  }
}

export const elementsOf = (element: Element | Root): Element[] =>
  (element.children as Nodes[]).filter((child): child is Element => child.type === 'element');
