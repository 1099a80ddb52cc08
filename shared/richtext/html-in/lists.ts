import type { Element } from 'hast';
import { MAX_LIST_START } from '../document.ts';
import { tally } from '../simplified.ts';
import type { Context, Reader, Shape } from './reader.ts';
import { attr, type Css, hasClass, numberAttr } from './tree.ts';

const DEEPEST = 8;

/** What holds inside a list: one level deeper, with its own kind of sign. */
export function listContext(reader: Reader, element: Element, css: Css, context: Context): Context {
  const wanted = context.depth + 1;
  if (wanted > DEEPEST) tally(reader.counts, 'deepLists');
  const depth = Math.min(wanted, DEEPEST);
  const start = numberAttr(element, 'start');
  return {
    ...context,
    depth,
    shape: { type: 'list-item', style: styleOfList(element, css), depth },
    item: undefined,
    own: undefined,
    number: element.tagName === 'ol' ? { value: start ?? 1 } : undefined,
  };
}

const NUMBERED = /^(?:decimal|lower-|upper-|arabic|persian|thai|cjk|hebrew|georgian|armenian|devanagari)/u;

function styleOfList(element: Element, css: Css): 'bullet' | 'number' {
  const sign = css.get('list-style-type') ?? css.get('list-style') ?? '';
  if (NUMBERED.test(sign)) return 'number';
  if (/^(?:disc|circle|square)/u.test(sign)) return 'bullet';
  return element.tagName === 'ol' ? 'number' : 'bullet';
}

interface Item {
  readonly shape: Shape;
  readonly box: { readonly checked: boolean } | undefined;
}

/** What an item is, by the list it stands in and by what the programs that write it say about it. */
export function itemShape(reader: Reader, element: Element, css: Css, context: Context): Item {
  const said =
    numberAttr(element, 'dataDepth') ??
    numberAttr(element, 'dataIndent') ??
    numberAttr(element, 'dataStringifyIndent') ??
    quillIndent(element) ??
    (numberAttr(element, 'ariaLevel') ?? 1) - 1;
  const isOwn = attr(element, 'dataDepth') !== undefined;
  const depth = isOwn ? Math.max(said, 0) : Math.max(context.depth, said, 0);
  if (depth > DEEPEST) tally(reader.counts, 'deepLists');
  const listed = context.shape.type === 'list-item' ? context.shape.style : 'bullet';
  const sign = css.get('list-style-type') ?? '';
  const quill = attr(element, 'dataList');
  const start = isOwn ? numberAttr(element, 'dataStart') : undefined;
  const style =
    quill === 'ordered' || NUMBERED.test(sign)
      ? 'number'
      : quill === 'bullet' || /^(?:disc|circle|square)/u.test(sign)
        ? 'bullet'
        : listed === 'check'
          ? 'bullet'
          : listed;
  return {
    shape: {
      type: 'list-item',
      style,
      depth: Math.min(depth, DEEPEST),
      ...(style === 'number' && start !== undefined && start >= 1 && start <= MAX_LIST_START
        ? { start }
        : {}),
    },
    box: itemBox(element, quill),
  };
}

/** Google Docs, Quill and TipTap say on the item itself that it can be ticked. */
function itemBox(element: Element, quill: string | undefined): { checked: boolean } | undefined {
  if (attr(element, 'role') === 'checkbox') return { checked: attr(element, 'ariaChecked') === 'true' };
  if (quill === 'checked' || quill === 'unchecked') return { checked: quill === 'checked' };
  const said = attr(element, 'dataChecked');
  return said === 'true' || said === 'false' ? { checked: said === 'true' } : undefined;
}

const quillIndent = (element: Element): number | undefined => {
  const found = /(?:^|\s)ql-indent-(\d)/u.exec(attr(element, 'className') ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
};

/** A box that can be ticked, in the forms programs write it beside the words. */
export function boxOf(element: Element): { readonly checked: boolean } | undefined {
  if (element.tagName === 'input')
    return attr(element, 'type')?.toLowerCase() === 'checkbox'
      ? { checked: attr(element, 'checked') !== undefined }
      : undefined;
  // Our own export.
  if (element.tagName === 'span' && hasClass(element, /^check$/u)) {
    const first = element.children[0];
    const sign = first?.type === 'text' ? first.value.trim() : '';
    return sign === '☑' || sign === '☐' ? { checked: sign === '☑' } : undefined;
  }
  // Notion.
  if (hasClass(element, /^checkbox-(?:on|off)$/u)) return { checked: hasClass(element, /^checkbox-on$/u) };
  return undefined;
}
