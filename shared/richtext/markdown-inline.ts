import type { Inline, Mark, Mention, Text } from './document.ts';
import { isSafeUrl } from './document.ts';
import { codeSpan, escapeMarkdown, escapeTarget } from './markdown-escape.ts';

/** How mentions and cards are written; see `MarkdownOptions`. */
export interface MarkdownMentionOptions {
  /** Where a mention leads. Default `heirloom:case/<id>`, which the Markdown importer reads back; `undefined` leaves words. */
  readonly mentionHref?: ((mention: Pick<Mention, 'kind' | 'id'>) => string | undefined) | undefined;
  /** What a mention is called today. Default: its label. */
  readonly mentionLabel?:
    | ((mention: Pick<Mention, 'kind' | 'id' | 'label'>) => string | undefined)
    | undefined;
}

/** The scheme of mentions in exported Markdown. */
export const mentionHref = (mention: Pick<Mention, 'kind' | 'id'>): string =>
  `heirloom:${mention.kind}/${mention.id}`;

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

/** One line of inlines. `breakWith` stands for breaks in it: the default is only for places that may hold more lines. */
export function lineMarkdown(
  children: readonly Inline[],
  options: MarkdownMentionOptions,
  breakWith = '\\\n',
): string {
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

/** A mention in a line. `suffix` goes behind its address: a card of its own has `#card`. */
export function mentionMarkdown(
  mention: Pick<Mention, 'kind' | 'id' | 'label'>,
  options: MarkdownMentionOptions,
  suffix = '',
): string {
  const label = escapeMarkdown(options.mentionLabel?.(mention) ?? mention.label, false).replace(/\n/g, ' ');
  const href = options.mentionHref ? options.mentionHref(mention) : mentionHref(mention);
  return href === undefined ? label : `[${label}](${escapeTarget(href + suffix)})`;
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
