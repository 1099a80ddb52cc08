import type { PhrasingContent } from 'mdast';
import { type Inline, isSafeUrl, type Mark, type Text } from '../document.ts';

/** A place in the text that names another note. The importer decides later whether that note is known. */
export type NoteReference = { readonly target: string; readonly label: string; readonly wiki: boolean };
export type Resolve = (reference: NoteReference) => { readonly id: string; readonly title: string } | null;

export type InlineContext = {
  readonly resolve: Resolve;
  /** Link definitions of the document, by normalised label. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly simplified: Set<string>;
  readonly wikiLinks: string[];
};

type Marks = { readonly [K in Mark]?: true };
const LONGEST_URL = 4_096;

/** The words of a line with those marks the document knows; everything else becomes plain words, none are lost. */
export function toInlines(nodes: readonly PhrasingContent[], context: InlineContext): Inline[] {
  const out: Inline[] = [];
  walk(nodes, {}, context, out);
  return out;
}

function walk(nodes: readonly PhrasingContent[], marks: Marks, context: InlineContext, out: Inline[]): void {
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        addText(node.value, marks, context, out);
        break;
      case 'emphasis':
        walk(node.children, { ...marks, italic: true }, context, out);
        break;
      case 'strong':
        walk(node.children, { ...marks, bold: true }, context, out);
        break;
      case 'delete':
        walk(node.children, { ...marks, strike: true }, context, out);
        break;
      case 'inlineCode':
        push(out, node.value, { ...marks, code: true });
        break;
      case 'break':
        push(out, '\n', marks);
        break;
      case 'html':
        if (/^<br\s*\/?>$/i.test(node.value)) push(out, '\n', marks);
        else {
          context.simplified.add('html');
          push(out, node.value, marks);
        }
        break;
      case 'image':
        context.simplified.add('images');
        addLink(node.url, [{ text: node.alt || node.url, ...marks }], context, out);
        break;
      case 'imageReference':
        context.simplified.add('images');
        addLink(
          context.definitions.get(node.identifier) ?? '',
          [{ text: node.alt || node.identifier, ...marks }],
          context,
          out,
        );
        break;
      case 'link':
        addLink(node.url, linkTexts(node.children, marks, context), context, out);
        break;
      case 'linkReference':
        addLink(
          context.definitions.get(node.identifier) ?? '',
          linkTexts(node.children, marks, context),
          context,
          out,
        );
        break;
      case 'footnoteReference':
        context.simplified.add('footnotes');
        push(out, `[${node.label ?? node.identifier}]`, { ...marks, sup: true });
        break;
      default:
        context.simplified.add((node as { type: string }).type);
        push(out, (node as { value?: string }).value ?? '', marks);
    }
  }
}

function push(out: Inline[], text: string, marks: Marks): void {
  if (text !== '') out.push({ text, ...marks });
}

/** What stands inside a link: texts only, for a link in a link is none. */
function linkTexts(nodes: readonly PhrasingContent[], marks: Marks, context: InlineContext): Text[] {
  const inner: Inline[] = [];
  walk(nodes, marks, { ...context, resolve: () => null }, inner);
  return inner.flatMap((one) => ('text' in one ? [one] : one.children));
}

function addLink(url: string, children: readonly Text[], context: InlineContext, out: Inline[]): void {
  const words = children.some((child) => child.text.trim() !== '') ? children : [{ text: url }];
  if (isSafeUrl(url) && url.length <= LONGEST_URL) {
    out.push({ type: 'link', url, children: [...words] });
    return;
  }
  const label = words.map((child) => child.text).join('');
  const known = context.resolve({ target: decodePath(url), label, wiki: false });
  if (known !== null) {
    out.push({ type: 'mention', kind: 'note', id: known.id, label: label.slice(0, 500), children: [] });
    return;
  }
  out.push(...words);
  // The address cannot be a link here, but it is still something the author wrote.
  if (url !== '' && label !== url) {
    context.simplified.add('links');
    out.push({ text: ` (${url})` });
  }
}

function decodePath(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

const WIKI = /(!?)\[\[([^[\]\n]{1,500})\]\]/g;

/** `[[Title]]`, `[[folder/Title#Heading|label]]`: a mention when the note is known, else the label's words. */
function addText(text: string, marks: Marks, context: InlineContext, out: Inline[]): void {
  if (!text.includes('[[')) {
    push(out, text, marks);
    return;
  }
  let from = 0;
  for (const match of text.matchAll(WIKI)) {
    const inner = match[2]!;
    const bar = inner.search(/\\?\|/);
    const target = (bar === -1 ? inner : inner.slice(0, bar)).replace(/[#^].*$/s, '').trim();
    const label = (bar === -1 ? inner : inner.slice(bar).replace(/^\\?\|/, '')).trim();
    push(out, text.slice(from, match.index), marks);
    from = match.index + match[0].length;
    if (target !== '') context.wikiLinks.push(target);
    const known = target === '' ? null : context.resolve({ target, label, wiki: true });
    if (known !== null) {
      out.push({ type: 'mention', kind: 'note', id: known.id, label: label.slice(0, 500), children: [] });
    } else {
      if (match[1] === '!') context.simplified.add('embeds');
      push(out, match[0], marks);
    }
  }
  push(out, text.slice(from), marks);
}
