import type { Blockquote, List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { type CalloutTone, JUDGEMENT_PARTS } from '../block-parts.ts';
import { toneOf } from '../callout-names.ts';
import { canonicalInlines } from '../canonical.ts';
import { type Block, decisionPartAt, type Inline } from '../document.ts';
import { foldInto, foldToCell } from '../fold-lines.ts';
import type { NewBlock } from '../import-hooks.ts';
import { inlineText } from '../plain-text.ts';
import type { Context } from './context.ts';

/** Reads nodes as a small document of their own. */
export type ReadPart = (nodes: readonly RootContent[]) => Block[];

const MARKER = /^\[!([\p{L}\d_-]{1,40})\]([+-]?)[ \t]*/u;
const MOST_PARTS = 201;

/** A quote that is a callout, a judgement or a decision; `undefined` for one that only quotes. */
export function readSpecialQuote(
  quote: Blockquote,
  context: Context,
  readPart: ReadPart,
): readonly (NewBlock | Block)[] | undefined {
  const first = quote.children[0];
  const lead = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || lead?.type !== 'text') return undefined;
  const marker = MARKER.exec(lead.value);
  if (!marker) return undefined;
  // `\[!NOTE]` is a quote of somebody who writes about callouts.
  const start = lead.position?.start.offset;
  if (start !== undefined && context.source[start] !== '[') return undefined;
  const name = (marker[1] ?? '').toLowerCase();
  const { title, rest } = cutMarker(first, marker[0].length);
  const body: RootContent[] = [
    ...(rest.length > 0 ? [{ type: 'paragraph' as const, children: rest }] : []),
    ...quote.children.slice(1),
  ];
  if (name === 'judgement' || name === 'decision') {
    const list = body.find((node) => node.type === 'list');
    if (list) return readNamedParts(name, list, body, readPart);
  }
  return readCallout(toneOf(name) ?? 'info', title, body, readPart);
}

/** What stands in the marker's own line is the title; everything after it is the text. */
function cutMarker(
  paragraph: Paragraph,
  length: number,
): { readonly title: PhrasingContent[]; readonly rest: PhrasingContent[] } {
  const title: PhrasingContent[] = [];
  const rest: PhrasingContent[] = [];
  let into = title;
  paragraph.children.forEach((node, index) => {
    if (into === rest) {
      rest.push(node);
      return;
    }
    if (node.type === 'break') {
      into = rest;
      return;
    }
    if (node.type !== 'text') {
      title.push(node);
      return;
    }
    const text = index === 0 ? node.value.slice(length) : node.value;
    const end = text.indexOf('\n');
    if (end === -1) {
      if (text !== '') title.push({ ...node, value: text });
      return;
    }
    if (end > 0) title.push({ ...node, value: text.slice(0, end) });
    into = rest;
    if (end + 1 < text.length) rest.push({ ...node, value: text.slice(end + 1) });
  });
  return { title, rest };
}

function readCallout(
  tone: CalloutTone,
  title: readonly PhrasingContent[],
  body: readonly RootContent[],
  readPart: ReadPart,
): readonly (NewBlock | Block)[] {
  const named = title.length === 0 ? [] : readPart([{ type: 'paragraph', children: [...title] }]);
  const bold = named.map((block) =>
    block.type === 'paragraph' ? { ...block, children: block.children.map(inBold) } : block,
  );
  const folded = foldInto([...bold, ...readPart(body)], (children) => ({
    id: '',
    type: 'callout',
    tone,
    children,
  }));
  if (folded[0]?.type === 'callout' && folded[0].id === '') return folded;
  return [{ type: 'callout', tone, children: [] }, ...folded];
}

const inBold = (inline: Inline): Inline =>
  'text' in inline
    ? { ...inline, bold: true }
    : inline.type === 'link'
      ? { ...inline, children: inline.children.map((run) => ({ ...run, bold: true as const })) }
      : inline;

/** A list with an item for each part, in order; the label in front is for people and is written anew when shown. */
function readNamedParts(
  type: 'judgement' | 'decision',
  list: List,
  body: readonly RootContent[],
  readPart: ReadPart,
): readonly (NewBlock | Block)[] {
  const beside: Block[] = [];
  const parts = list.children.map((item) => {
    const folded = foldToCell(readPart(item.children));
    beside.push(...folded.beside);
    return withoutLabel(folded.children);
  });
  const others = readPart(body.filter((node) => node !== list));
  if (type === 'judgement') {
    const kept = JUDGEMENT_PARTS.map((_, at) => parts[at] ?? []);
    for (const more of parts.slice(JUDGEMENT_PARTS.length)) joinTo(kept, more);
    const children = JUDGEMENT_PARTS.map((part, at) => ({ type: 'part', part, children: kept[at] ?? [] }));
    return [{ type, children } as unknown as NewBlock, ...others, ...beside];
  }
  const kept = parts.slice(0, MOST_PARTS);
  while (kept.length < 3 || kept.length % 2 === 0) kept.push([]);
  for (const more of parts.slice(MOST_PARTS)) joinTo(kept, more);
  const children = kept.map((part, at) => ({
    type: 'part' as const,
    part: decisionPartAt(at),
    children: part,
  }));
  return [{ type, children }, ...others, ...beside];
}

/** Items beyond the last part are not lost: they go on in it. */
function joinTo(parts: Inline[][], more: readonly Inline[]): void {
  const last = parts.length - 1;
  if (inlineText(more) !== '')
    parts[last] = canonicalInlines([...(parts[last] ?? []), { text: '\n' }, ...more]);
}

function withoutLabel(children: readonly Inline[]): Inline[] {
  const [first, second, ...rest] = children;
  if (!first || !('text' in first) || !first.bold || !/[:：]\s*$/u.test(first.text)) return [...children];
  if (!second) return [];
  return 'text' in second
    ? canonicalInlines([{ ...second, text: second.text.replace(/^ /u, '') }, ...rest])
    : [second, ...rest];
}
