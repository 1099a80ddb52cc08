import { assertNever } from '../base/assert-never.ts';
import type { BlockLabels, ShownAttachment } from './block-labels.ts';
import { canonicalDocument } from './canonical.ts';
import { type Block, type BlockOf, MAX_LIST_START, type RichText } from './document.ts';
import { asNested, isEmptyLine } from './export-losses.ts';
import { listNumbers, naturalNumbers } from './list-numbers.ts';
import { codeFence, escapeMarkdown, escapeTarget, escapeTitle } from './markdown-escape.ts';
import { lineMarkdown, type MarkdownMentionOptions, mentionMarkdown } from './markdown-inline.ts';
import { tableMarkdown } from './markdown-table.ts';
import { blockText, inlineText } from './plain-text.ts';

export { mentionHref } from './markdown-inline.ts';

export interface MarkdownOptions extends MarkdownMentionOptions {
  /** Path of an attachment beside the file. Default, and where it gives `undefined`: `heirloom:attachment/<id>`. */
  readonly mediaHref?: (shown: ShownAttachment) => string | undefined;
  /** What the parts of judgements and decisions are called. Default: their names in the format. */
  readonly labels?: BlockLabels;
}

/** Callouts as GitHub and others call them. */
const ALERTS = { info: 'NOTE', tip: 'TIP', warning: 'WARNING', never: 'CAUTION' } as const;

/**
 * The document as GitHub-flavoured Markdown. Every sign that Markdown would take for markup is escaped, so that reading
 * it back gives the same words and marks. Markdown has no words for some things: underline, highlight, lowered and
 * raised letters are written as the HTML it allows; direction set by hand, block ids and lines without
 * words are left out (`export-losses.ts` counts them).
 */
export function toMarkdown(document: RichText, options: MarkdownOptions = {}): string {
  const blocks = canonicalDocument(document).blocks.filter((block) => !isEmptyLine(block));
  const nested = asNested(blocks);
  const numbers = listNumbers(nested);
  const natural = naturalNumbers(nested);
  let open: OpenItem[] = [];
  let out = '';
  let previous: Block | undefined;
  blocks.forEach((block, index) => {
    if (block.type !== 'list-item') open = [];
    const number = numbers[index];
    const jumps = number !== natural[index];
    const text = blockMarkdown(block, number, jumps, open, options);
    // A list that begins at another number than one does not end the words before it.
    const parted = previous?.type === 'list-item' && jumps;
    out += out === '' ? '' : parted ? '\n\n' : separator(previous, block);
    out += text;
    previous = block;
  });
  return out === '' ? '' : `${out}\n`;
}

/** A list item that may have others below it. They are indented to the column its words begin at. */
interface OpenItem {
  readonly depth: number;
  readonly column: number;
  /** The sign behind its number: a list with another one is another list, which may begin anywhere. */
  readonly point: '.' | ')' | undefined;
}

function separator(previous: Block | undefined, block: Block): string {
  if (previous?.type === 'list-item' && block.type === 'list-item') return '\n';
  return previous?.type === 'quote' && block.type === 'quote' ? '\n>\n' : '\n\n';
}

function blockMarkdown(
  block: Block,
  number: number | undefined,
  jumps: boolean,
  open: OpenItem[],
  options: MarkdownOptions,
): string {
  switch (block.type) {
    case 'divider':
      // Not `---`: at the top of a file that begins a front matter.
      return '***';
    case 'code':
      return codeFence(blockText(block), block.language);
    case 'heading':
      return `${'#'.repeat(block.level)} ${lineMarkdown(block.children, options, '<br />')}`.trimEnd();
    case 'quote':
      return quoted(lineMarkdown(block.children, options));
    case 'callout':
      return quoted(`[!${ALERTS[block.tone]}]\n${lineMarkdown(block.children, options)}`.trimEnd());
    case 'judgement':
      return namedParts(block, options.labels?.judgement, options);
    case 'decision':
      return namedParts(block, options.labels?.decision, options);
    case 'image':
    case 'file':
    case 'audio':
      return mediaMarkdown(block, options);
    case 'record':
      return mentionMarkdown({ kind: block.kind, id: block.recordId, label: block.label }, options, '#card');
    case 'table':
      return tableMarkdown(block, options);
    case 'list-item': {
      let above: OpenItem | undefined;
      while ((open.at(-1)?.depth ?? -1) >= block.depth) above = open.pop();
      const indent = open.at(-1)?.column ?? 0;
      const before = above?.point;
      const point = block.style === 'number' ? pointAfter(before, jumps) : undefined;
      // Readers take nine digits at most, and only the first number of a list counts.
      const sign = point === undefined ? '-' : `${Math.min(number ?? 1, MAX_LIST_START)}${point}`;
      open.push({ depth: block.depth, column: indent + sign.length + 1, point });
      const box = block.style === 'check' ? (block.checked ? '[x] ' : '[ ] ') : '';
      const words = lineMarkdown(block.children, options).replace(
        /\n/g,
        `\n${' '.repeat(indent + sign.length + 1)}`,
      );
      return `${' '.repeat(indent)}${sign} ${box}${words}`.trimEnd();
    }
    case 'paragraph':
      return lineMarkdown(block.children, options);
    default:
      return assertNever(block);
  }
}

function pointAfter(before: OpenItem['point'], jumps: boolean): '.' | ')' {
  if (before === undefined || !jumps) return before ?? '.';
  return before === '.' ? ')' : '.';
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((part) => `> ${part}`.trimEnd())
    .join('\n');

/** A list in a quote, an item a part; the order says which part it is, the label is for people. */
function namedParts(
  block: BlockOf<'judgement' | 'decision'>,
  labels: Readonly<Record<string, string>> | undefined,
  options: MarkdownOptions,
): string {
  const items = block.children.map(({ part, children }) => {
    const label = escapeMarkdown(labels?.[part] ?? part, false);
    const words = lineMarkdown(children, options).replace(/\n/g, '\n  ');
    return `- **${label}:** ${words}`.trimEnd();
  });
  return quoted([`[!${block.type.toUpperCase()}]`, '', ...items].join('\n'));
}

function mediaMarkdown(block: BlockOf<'image' | 'file' | 'audio'>, options: MarkdownOptions): string {
  const { type, attachmentId, name } = block;
  const href = options.mediaHref?.({ type, attachmentId, name }) ?? `heirloom:attachment/${attachmentId}`;
  const caption = inlineText(block.children).replace(/\s+/gu, ' ').trim();
  const target = escapeTarget(href) + (caption === '' ? '' : ` ${escapeTitle(caption)}`);
  const words = escapeMarkdown((block.type === 'image' ? block.alt : name).replace(/\s+/gu, ' '), false);
  return `${type === 'image' ? '!' : ''}[${words}](${target})`;
}
