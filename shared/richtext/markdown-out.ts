import { canonicalDocument } from './canonical.ts';
import type { Block, Inline, Mark, Mention, RichText, Text } from './document.ts';
import { isSafeUrl } from './document.ts';
import { listNumbers } from './list-numbers.ts';
import { codeFence, codeSpan, escapeMarkdown, escapeTarget } from './markdown-escape.ts';
import { blockText } from './plain-text.ts';
import { linesOf } from './walk.ts';

export interface MarkdownOptions {
  /** Where a mention leads. Default `heirloom:case/<id>`, which the Markdown importer reads back; `undefined` leaves words. */
  readonly mentionHref?: (mention: Mention) => string | undefined;
  /** What a mention is called today. Default: its label. */
  readonly mentionLabel?: (mention: Mention) => string | undefined;
}

/** The scheme of mentions in exported Markdown. */
export const mentionHref = (mention: Pick<Mention, 'kind' | 'id'>): string =>
  `heirloom:${mention.kind}/${mention.id}`;

/**
 * The document as GitHub-flavoured Markdown. Every sign that Markdown would take for markup is escaped, so that reading
 * it back gives the same words and marks. Markdown has no words for some things: underline, highlight, lowered and
 * raised letters are written as the HTML it allows; direction set by hand, block ids and empty lines are left out.
 */
export function toMarkdown(document: RichText, options: MarkdownOptions = {}): string {
  const { blocks } = canonicalDocument(document);
  const numbers = listNumbers(blocks);
  let open: OpenItem[] = [];
  let out = '';
  let previous: Block | undefined;
  blocks.forEach((block, index) => {
    if (block.type !== 'list-item') open = [];
    const text = blockMarkdown(block, numbers[index], open, options);
    if (text === undefined) return;
    out += out === '' ? '' : separator(previous, block);
    out += text;
    previous = block;
  });
  return out === '' ? '' : `${out}\n`;
}

/** A list item that may have others below it. They are indented to the column its words begin at. */
interface OpenItem {
  readonly depth: number;
  readonly column: number;
}

function separator(previous: Block | undefined, block: Block): string {
  if (previous?.type === 'list-item' && block.type === 'list-item') {
    // An item without words cannot follow a line of text: it would be read as part of it, or make a heading of it.
    return blockText(block).trim() === '' ? '\n\n' : '\n';
  }
  return previous?.type === 'quote' && block.type === 'quote' ? '\n>\n' : '\n\n';
}

function blockMarkdown(
  block: Block,
  number: number | undefined,
  open: OpenItem[],
  options: MarkdownOptions,
): string | undefined {
  switch (block.type) {
    case 'divider':
      // Not `---`: at the top of a file that begins a front matter.
      return '***';
    case 'code':
      return codeFence(blockText(block), block.language);
    case 'heading':
      return `${'#'.repeat(block.level)} ${line(block.children, options, '<br />')}`.trimEnd();
    case 'quote':
      return line(block.children, options)
        .split('\n')
        .map((part) => `> ${part}`.trimEnd())
        .join('\n');
    case 'list-item': {
      while ((open.at(-1)?.depth ?? -1) >= block.depth) open.pop();
      const indent = open.at(-1)?.column ?? 0;
      const sign = block.style === 'number' ? `${number ?? 1}.` : '-';
      open.push({ depth: block.depth, column: indent + sign.length + 1 });
      // Markdown knows no box without words behind it.
      const isTask = block.style === 'check' && blockText(block).trim() !== '';
      const box = isTask ? (block.checked ? '[x] ' : '[ ] ') : '';
      const words = line(block.children, options).replace(/\n/g, `\n${' '.repeat(indent + sign.length + 1)}`);
      return `${' '.repeat(indent)}${sign} ${box}${words}`.trimEnd();
    }
    case 'paragraph': {
      return blockText(block).trim() === '' ? undefined : line(block.children, options);
    }
    default:
      return linesOf(block)
        .map((each) => line(each, options))
        .join('\n\n');
  }
}

/** Marks from the outside in. `code` is innermost, as nothing in it is markup. */
const ORDER = [
  'bold',
  'italic',
  'strike',
  'underline',
  'highlight',
  'sub',
  'sup',
] as const satisfies readonly Mark[];
type Wrapped = (typeof ORDER)[number];
const SIGN: Partial<Record<Wrapped, string>> = { bold: '**', italic: '*', strike: '~~' };
const TAG: Readonly<Record<Wrapped, string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 'del',
  underline: 'u',
  highlight: 'mark',
  sub: 'sub',
  sup: 'sup',
};

interface Place {
  /** What stands in the output just before, and in the text just after: signs only work between the right neighbours. */
  readonly before: string;
  readonly after: string;
  readonly breakWith: string;
  /** All of these words stand in one bold and are all italic. */
  readonly fillsBold?: boolean;
}

function line(children: readonly Inline[], options: MarkdownOptions, breakWith = '\\\n'): string {
  let out = '';
  let index = 0;
  while (index < children.length) {
    const child = children[index];
    if (!child) break;
    if ('text' in child) {
      const runs: Text[] = [];
      for (let run = children[index]; run && 'text' in run; run = children[(index += 1)])
        if (run.text !== '') runs.push(run);
      const next = children[index];
      out += runsMarkdown(runs, 0, { before: out, after: next ? '[' : '', breakWith });
      continue;
    }
    index += 1;
    out +=
      child.type === 'mention'
        ? mentionMarkdown(child, options)
        : linkMarkdown(child.url, child.children, breakWith);
  }
  // A break that nothing follows is no break for Markdown.
  if (breakWith === '\\\n') out = out.replace(/(?:\\\n)+$/, (breaks) => '<br />'.repeat(breaks.length / 2));
  return out;
}

function linkMarkdown(url: string, runs: readonly Text[], breakWith: string): string {
  const words = runsMarkdown(
    runs.filter(({ text }) => text !== ''),
    0,
    { before: '[', after: ']', breakWith },
  );
  return isSafeUrl(url) && words !== '' ? `[${words}](${escapeTarget(url)})` : words;
}

function mentionMarkdown(mention: Mention, options: MarkdownOptions): string {
  const label = escapeMarkdown(options.mentionLabel?.(mention) ?? mention.label, false).replace(/\n/g, ' ');
  const href = options.mentionHref ? options.mentionHref(mention) : mentionHref(mention);
  return href === undefined ? label : `[${label}](${escapeTarget(href)})`;
}

/** Writes runs that stand together, wrapping the longest stretches of the outermost mark first: tags always nest. */
function runsMarkdown(runs: readonly Text[], level: number, place: Place): string {
  const mark = ORDER[level];
  if (mark === undefined) return plainRuns(runs, place);
  let out = '';
  for (let start = 0; start < runs.length; ) {
    const marked = runs[start]?.[mark] === true;
    let end = start + 1;
    while (end < runs.length && (runs[end]?.[mark] === true) === marked) end += 1;
    const group = runs.slice(start, end);
    const before = place.before + out;
    const after = runs[end]?.text ?? place.after;
    out += marked
      ? wrap(group, mark, level, { ...place, before, after })
      : runsMarkdown(group, level + 1, { ...place, before, after });
    start = end;
  }
  return out;
}

function wrap(group: readonly Text[], mark: Wrapped, level: number, place: Place): string {
  const sign = SIGN[mark];
  if (sign !== undefined) {
    const fillsBold = mark === 'bold' && group.every((run) => run.italic);
    const before = `${place.before}${sign}`;
    const inner = runsMarkdown(group, level + 1, { ...place, before, after: sign, fillsBold });
    if (signWorks(inner, sign, group, place)) return `${sign}${inner}${sign}`;
  }
  const tag = TAG[mark];
  const before = `${place.before}<${tag}>`;
  const inner = runsMarkdown(group, level + 1, { ...place, before, after: '<', fillsBold: false });
  return `<${tag}>${inner}</${tag}>`;
}

/**
 * Whether `**` here would open and close what is meant (CommonMark 0.31, section 6.2: left- and right-flanking runs).
 * It fails after a letter and before a bracket, for one, and all the time in Chinese; then the tag is written instead.
 */
function signWorks(inner: string, sign: string, group: readonly Text[], place: Place): boolean {
  if (inner.includes('\n')) return false;
  // An italic that fills a bold completely makes `***`; whether that works is decided for the bold.
  if (sign === '*' && place.fillsBold) return true;
  const full = sign === '**' && group.every((run) => run.italic) && /^\*(?!\*).*[^*\\]\*$/u.test(inner);
  const words = full ? inner.slice(1, -1) : inner;
  const first = /^./u.exec(words)?.[0] ?? ' ';
  const last = /.$/u.exec(words)?.[0] ?? ' ';
  const before = /.$/su.exec(place.before)?.[0] ?? '\n';
  const after = /^./su.exec(place.after)?.[0] ?? '\n';
  if (/\s/u.test(first) || /\s/u.test(last)) return false;
  // Signs that touch signs of the same kind are read together, and rarely as meant.
  if ([first, last, before, after].includes(sign.charAt(0))) return false;
  // Readers look at one UTF-16 unit, so that half an emoji is no symbol to them.
  const loose = (neighbour: string): boolean => neighbour.length === 1 && /[\s\p{P}\p{S}]/u.test(neighbour);
  return (isLetter(first) || loose(before)) && (isLetter(last) || loose(after));
}

const isLetter = (sign: string): boolean => /[\p{L}\p{N}\p{M}]/u.test(sign);

function plainRuns(runs: readonly Text[], place: Place): string {
  let out = '';
  for (const [index, run] of runs.entries()) {
    const parts = run.text.split('\n');
    parts.forEach((part, at) => {
      if (at > 0) out += place.breakWith;
      const written = place.before + out;
      const lineStart = written === '' || written.endsWith('\n');
      const lineEnd = at < parts.length - 1 || (index === runs.length - 1 && place.after === '');
      out += run.code && part !== '' ? codeSpan(part) : escapeMarkdown(part, lineStart, lineEnd);
    });
  }
  // An exclamation mark before a link would make a picture of it.
  return place.after === '[' && runs.at(-1)?.code !== true ? out.replace(/!$/, '\\!') : out;
}
