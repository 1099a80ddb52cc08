import { Element, type Node, type NodeEntry, type Path, type Range, Text } from 'slate';
import { splitWords } from '../../../shared/richtext/words.ts';
import { type NormalisedText, normalise, normaliseWithOffsets } from '../../../shared/text/normalise.ts';

export interface FindOptions {
  /** Only where the letters before and after do not go on with the word. */
  readonly wholeWords: boolean;
  /** Letter for letter: no folding of case, of look-alike letters, of digits. */
  readonly exact: boolean;
}

/** A place where the words stand: in one line (a paragraph, a cell, a part, a caption), `end` exclusive, UTF-16 units. */
export interface Match {
  /** Path of the element that holds the line, or of the mention or card whose name matches. */
  readonly path: Path;
  readonly start: number;
  readonly end: number;
  /** The name of a mention or a card: it can be found and shown, never replaced, as it is not the writer's text. */
  readonly isName?: true;
}

/** More matches than this are not looked for: a megabyte of one letter must not become a million objects. */
export const MAX_MATCHES = 20_000;

/** Stands for a mention in the text of a line: no query holds it, so no match reaches across a mention. */
const HOLE = '\ufffc';
const ZWNJ = '\u200c';

interface Line {
  readonly text: string;
  /** Mentions of the line, by the index of their child. */
  readonly names: readonly (readonly [child: number, label: string])[];
  folded?: NormalisedText;
  /** Where words begin and end by the dictionary, for scripts that write them together. */
  edges?: ReadonlySet<number>;
}

/** Slate keeps the elements it did not touch, so a line is read and folded once however often one searches. */
const lines = new WeakMap<Element, Line>();

/** All matches in reading order, at most `MAX_MATCHES`. Nothing is found for an empty query. */
export function findMatches(children: readonly Node[], query: string, options: FindOptions): Match[] {
  const pattern = patternOf(query, options);
  const out: Match[] = [];
  if (!pattern) return out;
  for (const [element, path] of linesIn(children, [])) {
    if (Element.isElement(element) && element.type === 'record') {
      if (matchesText(pattern, element.label, options)) out.push({ path, start: 0, end: 0, isName: true });
    } else collect(out, element as Element, path, pattern, options);
    if (out.length >= MAX_MATCHES) return out.slice(0, MAX_MATCHES);
  }
  return out;
}

/** The elements that hold letters themselves, and cards. */
function* linesIn(nodes: readonly Node[], above: Path): Generator<NodeEntry> {
  for (const [index, node] of nodes.entries()) {
    if (!Element.isElement(node)) continue;
    const first: Node | undefined = node.children[0];
    const holdsLetters =
      first === undefined || Text.isText(first) || first.type === 'link' || first.type === 'mention';
    if (node.type === 'record' || holdsLetters) yield [node, [...above, index]];
    else yield* linesIn(node.children, [...above, index]);
  }
}

function collect(out: Match[], element: Element, path: Path, pattern: RegExp, options: FindOptions): void {
  const line = lineOf(element);
  const found: Match[] = [];
  for (const [start, end] of hits(pattern, line, options)) found.push({ path, start, end });
  for (const [child, label] of line.names)
    if (matchesText(pattern, label, options))
      found.push({ path: [...path, child], start: 0, end: 0, isName: true });
  if (line.names.length > 0 && found.length > 1)
    found.sort((a, b) => placeIn(element, a, path) - placeIn(element, b, path));
  out.push(...found);
}

/** Where in the line a match begins; a name begins at its hole. */
function placeIn(element: Element, match: Match, path: Path): number {
  if (!match.isName) return match.start;
  let at = 0;
  for (const child of element.children.slice(0, match.path[path.length]))
    at += Text.isText(child) ? child.text.length : child.type === 'mention' ? 1 : wordsOf(child).length;
  return at;
}

const wordsOf = (element: Element): string =>
  element.children.map((child) => (Text.isText(child) ? child.text : '')).join('');

function lineOf(element: Element): Line {
  const known = lines.get(element);
  if (known) return known;
  let text = '';
  const names: (readonly [number, string])[] = [];
  for (const [index, child] of element.children.entries()) {
    if (Text.isText(child)) text += child.text;
    else if (child.type === 'mention') {
      names.push([index, child.label]);
      text += HOLE;
    } else text += wordsOf(child);
  }
  const line: Line = { text, names };
  lines.set(element, line);
  return line;
}

function* hits(pattern: RegExp, line: Line, options: FindOptions): Generator<readonly [number, number]> {
  const folded = options.exact ? undefined : (line.folded ??= normaliseWithOffsets(line.text));
  const text = folded?.text ?? line.text;
  let last = -1;
  for (const hit of text.matchAll(pattern)) {
    const from = hit.index;
    const to = from + hit[0].length;
    const start = folded ? (folded.starts[from] ?? 0) : from;
    const end = folded ? (folded.ends[to - 1] ?? line.text.length) : to;
    // Two folded letters may come from one that is written: `s` is in `ß` once.
    if (start <= last) continue;
    if (options.wholeWords && !(isEdge(line, start) && isEdge(line, end))) continue;
    last = start;
    yield [start, end];
  }
}

function matchesText(pattern: RegExp, text: string, options: FindOptions): boolean {
  return !hits(pattern, { text, names: [] }, options).next().done;
}

const WORD_LETTER = /[\p{L}\p{M}\p{N}_\u200c]/u;
const WRITTEN_TOGETHER =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a word begins or ends at the offset. In scripts without spaces, the dictionary of the platform says. */
function isEdge(line: Line, offset: number): boolean {
  const before = line.text.charAt(offset - 1);
  const after = line.text.charAt(offset);
  if (!WORD_LETTER.test(before) || !WORD_LETTER.test(after)) return true;
  const together = WRITTEN_TOGETHER.test(before);
  if (!together && !WRITTEN_TOGETHER.test(after)) return false;
  if (together !== WRITTEN_TOGETHER.test(after)) return true;
  line.edges ??= edgesOf(line.text);
  return line.edges.has(offset);
}

function edgesOf(text: string): ReadonlySet<number> {
  const edges = new Set<number>();
  let at = 0;
  for (const part of splitWords(text)) {
    edges.add(at);
    at += part.text.length;
  }
  return edges.add(at);
}

const ARABIC_LETTER = /\p{Script=Arabic}/u;

/**
 * The query as a pattern over folded text. Persian joins the parts of a word with a zero-width non-joiner, a space or
 * nothing, as the writer's keyboard has it: `می‌خواهم`, `می خواهم` and `میخواهم` find each other.
 */
function patternOf(query: string, options: FindOptions): RegExp | undefined {
  if (options.exact) return query === '' ? undefined : new RegExp(escaped(query), 'gu');
  const folded = normalise(query);
  if (folded.replaceAll(ZWNJ, '').trim() === '') return undefined;
  let source = '';
  let previous = '';
  for (const part of folded.match(/[\s\u200c]+|[^\s\u200c]/gu) ?? []) {
    if (part.startsWith(ZWNJ)) source += `[\\s${ZWNJ}]?`;
    else if (/^\s/u.test(part)) source += `[\\s${ZWNJ}]+`;
    else {
      if (ARABIC_LETTER.test(previous) && ARABIC_LETTER.test(part)) source += `${ZWNJ}?`;
      source += escaped(part);
    }
    previous = part;
  }
  return new RegExp(source, 'gu');
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** The leaf and the offset in it for an offset of a line; at a seam, the leaf that the letter after it is in. */
export function pointInLine(
  element: Element,
  path: Path,
  offset: number,
  side: 'start' | 'end',
): { readonly path: Path; readonly offset: number } | undefined {
  let at = 0;
  let last: { path: Path; offset: number } | undefined;
  for (const [index, child] of element.children.entries()) {
    const leaves: readonly (readonly [Text, Path])[] = Text.isText(child)
      ? [[child, [...path, index]]]
      : child.type === 'link'
        ? child.children.map((leaf, inner) => [leaf, [...path, index, inner]] as const)
        : [];
    if (!Text.isText(child) && child.type === 'mention') at += 1;
    for (const [leaf, leafPath] of leaves) {
      const end = at + leaf.text.length;
      if (side === 'start' ? offset < end : offset <= end && offset > at)
        return { path: leafPath, offset: offset - at };
      last = { path: leafPath, offset: leaf.text.length };
      at = end;
    }
  }
  return last;
}

/** The match as a selection; `undefined` when the text has changed under it. */
export function rangeOf(root: Node, match: Match): Range | undefined {
  const element = nodeAt(root, match.path);
  if (!Element.isElement(element)) return undefined;
  if (match.isName) {
    const inside = { path: [...match.path, 0], offset: 0 };
    return { anchor: inside, focus: inside };
  }
  if (lineOf(element).text.length < match.end) return undefined;
  const anchor = pointInLine(element, match.path, match.start, 'start');
  const focus = pointInLine(element, match.path, match.end, 'end');
  return anchor && focus ? { anchor, focus } : undefined;
}

export function nodeAt(root: Node, path: Path): Node | undefined {
  let node: Node | undefined = root;
  for (const index of path) node = node && 'children' in node ? node.children[index] : undefined;
  return node;
}
