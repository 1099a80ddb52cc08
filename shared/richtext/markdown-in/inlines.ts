import type { PhrasingContent, Text as TextNode } from 'mdast';
import { isId } from '../../base/ids.ts';
import {
  type Inline,
  isSafeUrl,
  MARKS,
  type Mark,
  MENTION_KINDS,
  type Mention,
  type Text,
} from '../document.ts';
import { blocksFromHast } from '../html-in/blocks-from-hast.ts';
import { type NewBlock, type OwnAttachment, storedFileBlock } from '../import-hooks.ts';
import { countSimplified, tally } from '../simplified.ts';
import type { Context, FoundMedia, ReadLine } from './context.ts';
import { type LineTags, signsIn, type TagPair, tagsOfLine } from './tags.ts';

export type { NoteReference, Resolve } from '../import-hooks.ts';

type Marks = { readonly [K in Mark]?: true };
const LONGEST_URL = 4_096;

/** What holds while one line is read. */
interface Line {
  readonly context: Context;
  readonly out: Inline[];
  readonly media: FoundMedia[];
  readonly tags: LineTags;
  /** How often each mark is on by tags; highlight also by `==`. */
  readonly on: Map<Mark, number>;
  highlight: boolean;
  highlightsLeft: number;
  /** In how many tags we stand that leave nothing of what is in them. */
  silent: number;
  /** Links by tags that are open: where their words begin. */
  readonly anchors: {
    readonly href: string;
    readonly out: Inline[];
    readonly from: number;
    readonly media: number;
  }[];
}

/** The words of a line with those marks the document knows; everything else becomes plain words, none are lost. */
export function readLine(nodes: readonly PhrasingContent[], context: Context): ReadLine {
  const tags = tagsOfLine(nodes, context.options.html);
  const line: Line = {
    context,
    out: [],
    media: [],
    tags,
    on: new Map(),
    highlight: false,
    highlightsLeft: tags.highlights,
    silent: 0,
    anchors: [],
  };
  walk(nodes, {}, line, line.out);
  return { children: line.out, media: line.media };
}

function walk(nodes: readonly PhrasingContent[], marks: Marks, line: Line, out: Inline[]): void {
  const { context } = line;
  for (const node of nodes) {
    if (line.silent > 0 && node.type !== 'html' && !('children' in node)) continue;
    switch (node.type) {
      case 'text':
        addText(node, marks, line, out);
        break;
      case 'emphasis':
        walk(node.children, { ...marks, italic: true }, line, out);
        break;
      case 'strong':
        walk(node.children, { ...marks, bold: true }, line, out);
        break;
      case 'delete':
        walk(node.children, { ...marks, strike: true }, line, out);
        break;
      case 'inlineCode':
        push(out, node.value, { ...marks, code: true }, line);
        break;
      case 'break':
        push(out, '\n', marks, line);
        break;
      case 'html':
        addHtml(node, marks, line, out);
        break;
      case 'image':
        addPicture(node.url, node.alt ?? '', node.title ?? '', marks, line, out);
        break;
      case 'imageReference': {
        const { url, title } = context.definitions.get(node.identifier) ?? { url: '', title: '' };
        addPicture(url, node.alt ?? node.identifier, title, marks, line, out);
        break;
      }
      case 'link':
        addLink(node.url, linkTexts(node.children, marks, line), line, out);
        break;
      case 'linkReference': {
        const url = context.definitions.get(node.identifier)?.url ?? '';
        addLink(url, linkTexts(node.children, marks, line), line, out);
        break;
      }
      case 'footnoteReference':
        push(out, `[${node.label ?? node.identifier}]`, { ...marks, sup: true }, line);
        break;
      default:
        push(out, (node as { value?: string }).value ?? '', marks, line);
    }
  }
}

function push(out: Inline[], text: string, marks: Marks, { on, highlight, silent }: Line): void {
  if (text === '' || silent > 0) return;
  const run: Text = { text, ...marks };
  if (highlight) run.highlight = true;
  for (const mark of MARKS) if ((on.get(mark) ?? 0) > 0) run[mark] = true;
  out.push(run);
}

type HtmlNode = Extract<PhrasingContent, { type: 'html' }>;

function addHtml(node: HtmlNode, marks: Marks, line: Line, out: Inline[]): void {
  const pair = line.tags.pairs.get(node);
  if (pair) return addTag(pair, marks, line, out);
  if (line.silent > 0) return;
  if (/^<br\s*\/?>$/iu.test(node.value)) return push(out, '\n', marks, line);
  if (line.context.options.html && addLoneTag(node.value, marks, line, out)) return;
  if (/^<img\s/iu.test(node.value) && addHtmlPicture(node.value, line, out)) return;
  tally(line.context.counts, 'html');
  addWords(node.value, marks, line, out);
}

function addTag(pair: TagPair, marks: Marks, line: Line, out: Inline[]): void {
  const { opens, leaves, href } = pair;
  if (leaves) {
    if (!opens) {
      line.silent -= 1;
      return;
    }
    tally(line.context.counts, leaves);
    // What would have been shown can still be gone to.
    if (href && line.silent === 0 && isSafeUrl(href)) addLink(href, [{ text: href, ...marks }], line, out);
    line.silent += 1;
    return;
  }
  if (opens) push(out, pair.sign, marks, line);
  for (const mark of pair.marks) line.on.set(mark, (line.on.get(mark) ?? 0) + (opens ? 1 : -1));
  if (!opens) push(out, pair.sign, marks, line);
  if (href === undefined || href === '') return;
  if (opens) {
    line.anchors.push({ href, out, from: out.length, media: line.media.length });
    return;
  }
  const anchor = line.anchors.pop();
  // A link around a picture, or one that begins in a bold word and ends behind it: the words stay as they are.
  if (anchor?.out !== out || anchor.media !== line.media.length || line.silent > 0) return;
  const words = out.splice(anchor.from);
  addLink(
    anchor.href,
    words.flatMap((one): Text[] =>
      'text' in one ? [one] : one.type === 'link' ? one.children : [{ text: one.label }],
    ),
    line,
    out,
  );
}

/** A tag that needs no partner; false for one that lacks its own. */
function addLoneTag(html: string, marks: Marks, line: Line, out: Inline[]): boolean {
  const name = /^<([a-z]+)(?=[\s/>])/iu.exec(html)?.[1]?.toLowerCase();
  if (name === 'br') push(out, '\n', marks, line);
  else if (name === 'input') tally(line.context.counts, 'controls');
  else return name === 'wbr' || name === 'hr' || name === 'source' || name === 'track';
  return true;
}

/** A picture written as HTML, as pages on GitHub do to give it a size. */
function addHtmlPicture(html: string, line: Line, out: Inline[]): boolean {
  const { options, counts } = line.context;
  if (!options.html) return false;
  const { blocks, simplified } = blocksFromHast(options.html(html), options);
  if (countSimplified(simplified) > (simplified.pictures ?? 0)) return false;
  tally(counts, 'pictures', simplified.pictures ?? 0);
  for (const { id: _id, ...block } of blocks) {
    if (block.type === 'paragraph') out.push(...block.children);
    else line.media.push({ at: line.out.length, block: block as NewBlock, label: '' });
  }
  return true;
}

/** What stands inside a link: texts only, for a link in a link is none. */
function linkTexts(nodes: readonly PhrasingContent[], marks: Marks, line: Line): Text[] {
  const inner: Inline[] = [];
  const context: Context = { ...line.context, options: { ...line.context.options, resolve: undefined } };
  walk(nodes, marks, { ...line, context }, inner);
  return inner.flatMap((one) => ('text' in one ? [one] : one.children));
}

const OWN = /^heirloom:([a-z]+)\/([\da-f-]{36})(#card)?$/u;

/** The record an address of our own export names, as it is called here. */
export function recordOf(
  url: string,
  { options }: Context,
): { readonly kind: Mention['kind']; readonly id: string; readonly card: boolean } | undefined {
  const [, kind, id, card] = OWN.exec(url) ?? [];
  const known = MENTION_KINDS.find((each) => each === kind);
  if (!known || !isId(id)) return undefined;
  const record = options.record ? options.record(known, id) : { kind: known, id };
  return record && { ...record, card: card !== undefined };
}

/** The attachment an address of our own export names, when no path to it could be written. */
export function ownAttachment(url: string, name: string): OwnAttachment {
  const [, kind, id] = OWN.exec(url) ?? [];
  return kind === 'attachment' && isId(id)
    ? { attachmentId: id, name }
    : { attachmentId: undefined, name: undefined };
}

function addPicture(url: string, alt: string, title: string, marks: Marks, line: Line, out: Inline[]): void {
  const block = pictureBlock(url, alt, title, line.context);
  if (block) {
    line.media.push({ at: line.out.length, block, label: '' });
    return;
  }
  // Sounds and papers are embedded in the same way as pictures.
  const file = fileBlock(url, alt, title, line.context);
  if (file) {
    line.media.push({ at: line.out.length, block: file, label: '' });
    return;
  }
  tally(line.context.counts, 'pictures');
  // The letters of a picture that stands in its own address say nothing to anybody.
  const address = /^data:/iu.test(url) ? '' : url;
  if (isSafeUrl(url)) addLink(url, [{ text: alt || url, ...marks }], line, out);
  else push(out, alt === '' ? address : address === '' ? alt : `${alt} (${address})`, marks, line);
  if (title !== '' && title !== alt) push(out, ` (${title})`, marks, line);
}

export function pictureBlock(
  url: string,
  alt: string,
  title: string,
  { options }: Context,
): NewBlock | undefined {
  const own = ownAttachment(url, '');
  const kept = own.attachmentId === undefined ? undefined : { attachmentId: own.attachmentId, name: '' };
  const stored = options.picture ? options.picture(url, alt, own) : kept;
  if (!stored) return undefined;
  const { attachmentId } = stored;
  const pixels = 'pixels' in stored && stored.pixels ? { pixels: stored.pixels } : {};
  const children = title === '' ? [] : [{ text: title }];
  return {
    type: 'image',
    attachmentId,
    name: stored.name.slice(0, 500),
    alt: alt.slice(0, 2_000),
    ...pixels,
    children,
  };
}

export function fileBlock(
  url: string,
  name: string,
  title: string,
  { options }: Context,
): NewBlock | undefined {
  if (isSafeUrl(url)) return undefined;
  const own = ownAttachment(url, name);
  const kept =
    own.attachmentId === undefined ? undefined : { attachmentId: own.attachmentId, name, bytes: 0 };
  const stored = options.file ? options.file(url, name, own) : kept;
  return stored && storedFileBlock(stored, title === '' ? [] : [{ text: title }]);
}

function addLink(url: string, children: readonly Text[], line: Line, out: Inline[]): void {
  const { context } = line;
  const words = children.some((child) => child.text !== '') ? children : [{ text: url }];
  if (isSafeUrl(url) && url.length <= LONGEST_URL) {
    out.push({ type: 'link', url, children: [...words] });
    return;
  }
  const label = words.map((child) => child.text).join('');
  const record = recordOf(url, context);
  if (record) {
    // Also one that was called nothing.
    const called = children.map((child) => child.text).join('');
    out.push({
      type: 'mention',
      kind: record.kind,
      id: record.id,
      label: called.slice(0, 500),
      children: [],
    });
    return;
  }
  const known = context.options.resolve?.({ target: decodePath(url), label, wiki: false }) ?? null;
  if (known !== null) {
    out.push({ type: 'mention', kind: 'note', id: known.id, label: label.slice(0, 500), children: [] });
    return;
  }
  out.push(...words);
  const file = url === '' ? undefined : fileBlock(url, label, '', context);
  if (file) {
    line.media.push({ at: line.out.length, block: file, label });
    return;
  }
  // The address cannot be a link here, but it is still something the author wrote.
  if (url !== '' && !url.startsWith('#') && label !== url) {
    tally(context.counts, 'links');
    out.push({ text: ` (${url})` });
  }
}

export function decodePath(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function addText(node: TextNode, marks: Marks, line: Line, out: Inline[]): void {
  const text = node.value;
  if (line.tags.highlights < 2 || !text.includes('==') || isEscaped(node, line.context))
    return addWords(text, marks, line, out);
  let from = 0;
  for (const { at, canOpen, canClose } of signsIn(text)) {
    line.highlightsLeft -= 1;
    const turns = line.highlight ? canClose : canOpen && line.highlightsLeft > 0;
    if (!turns) continue;
    addWords(text.slice(from, at), marks, line, out);
    line.highlight = !line.highlight;
    from = at + 2;
  }
  addWords(text.slice(from), marks, line, out);
}

/** Somebody has written `\=` to say that it is no sign; the text itself does not show it any more. */
function isEscaped({ position }: TextNode, { source }: Context): boolean {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start !== undefined && end !== undefined && source.slice(start, end).includes('\\=');
}

const WIKI = /(!?)\[\[([^[\]\n]{1,500})\]\]/g;

/** `[[Title]]`, `[[folder/Title#Heading|label]]`: a mention when the note is known, else the label's words. */
function addWords(text: string, marks: Marks, line: Line, out: Inline[]): void {
  if (!text.includes('[[')) return push(out, text, marks, line);
  const { context } = line;
  let from = 0;
  for (const match of text.matchAll(WIKI)) {
    const inner = match[2]!;
    const bar = inner.search(/\\?\|/);
    const target = (bar === -1 ? inner : inner.slice(0, bar)).replace(/[#^].*$/s, '').trim();
    const label = (bar === -1 ? inner : inner.slice(bar).replace(/^\\?\|/, '')).trim();
    push(out, text.slice(from, match.index), marks, line);
    from = match.index + match[0].length;
    if (target !== '') context.wikiLinks.push(target);
    const known = target === '' ? null : (context.options.resolve?.({ target, label, wiki: true }) ?? null);
    if (known !== null) {
      out.push({ type: 'mention', kind: 'note', id: known.id, label: label.slice(0, 500), children: [] });
      continue;
    }
    const name = bar === -1 ? '' : label;
    const block = embedded(target, match[1] === '!', name, context);
    // What is shown stands for itself; what is linked keeps its words, with the file behind them.
    const said = !block ? match[0] : match[1] === '!' ? '' : label;
    push(out, said, marks, line);
    if (block) line.media.push({ at: line.out.length, block, label: said });
  }
  push(out, text.slice(from), marks, line);
}

/** `![[picture.png|200]]`: after the bar stands a size or a description. */
function embedded(target: string, embeds: boolean, name: string, context: Context): NewBlock | undefined {
  if (target === '') return undefined;
  const alt = /^\d+(?:x\d+)?$/u.test(name) ? '' : name;
  const isPicture = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg|tiff?)$/iu.test(target);
  const picture =
    embeds && isPicture && context.options.picture ? pictureBlock(target, alt, '', context) : undefined;
  if (picture) return picture;
  return /\.[a-z\d]{1,5}$/iu.test(target) && context.options.file
    ? fileBlock(target, target.slice(target.lastIndexOf('/') + 1), '', context)
    : undefined;
}
