import { Editor, Element, Node, type Point, type Range, Text } from 'slate';
import { toSlate } from '../../renderer/editor/core/convert.ts';
import type { RichTextSlate } from '../../renderer/editor/core/slate-types.ts';
import {
  CALLOUT_TONES,
  CELL_ALIGNMENTS,
  type Cell,
  JUDGEMENT_PARTS,
} from '../../shared/richtext/block-parts.ts';
import {
  type Block,
  type BlockOf,
  decisionPartAt,
  type Inline,
  MARKS,
  type Mark,
  MENTION_KINDS,
  type Text as Run,
} from '../../shared/richtext/document.ts';

// A document in a few lines anyone can read, so that a case is input, keys, output and nothing else:
//   p  h1 h2 h3  ul ol todo done  quote code hr      `ul+1` is one step deeper, `p.rtl` has its direction set by hand,
//                                                    `ol.3` begins its list at 3
//   {b,i:text} marks   {a https://x.org:text} link   {@person Name} mention   ⏎ line break
//   | cursor           ‹ and › where a selection begins and where it ends up (anchor, focus)
// Larger blocks are lines too: ` ¦ ` parts cells, parts and captions, ` // ` parts rows, `·` is an empty one.
//   callout.info  callout.tip  callout.warning  callout.never
//   table a ¦ b // c ¦ (end) d     `table.header` names its columns; `(center)` and `(end)` align a cell
//   judge cue ¦ expectation ¦ action ¦ why ¦ exceptions        decide question ¦ when ¦ then ¦ when ¦ then
//   img.60 pump.png ¦ alt ¦ caption    file manual.pdf ¦ caption    audio hum.ogg ¦ caption    card.case Label
// Missing parts of a judgement or a decision are empty.

const ANCHOR = '\ue000';
const FOCUS = '\ue001';
const SHORT: Record<string, Mark> = {
  b: 'bold',
  i: 'italic',
  u: 'underline',
  s: 'strike',
  c: 'code',
  h: 'highlight',
  sub: 'sub',
  sup: 'sup',
};
const shortOf = (mark: Mark): string => Object.keys(SHORT).find((key) => SHORT[key] === mark) ?? mark;
/** Every mention in a case points at the same record: cases are about places in a text, not about records. */
export const MENTION_ID = '01890000-0000-7000-8000-000000000001';

function parseInlines(text: string): Inline[] {
  return text
    .split(/(\{[^{}]*\})/u)
    .filter((part) => part !== '')
    .map((part): Inline => {
      const link = /^\{a (\S+?):([^/][^{}]*|)\}$/u.exec(part);
      if (link) return { type: 'link', url: link[1] ?? '', children: [{ text: link[2] ?? '' }] };
      const mention = /^\{@(\w+) ([^{}]*)\}$/u.exec(part);
      if (mention) {
        const kind = MENTION_KINDS.find((each) => each === mention[1]) ?? 'person';
        return { type: 'mention', kind, id: MENTION_ID, label: mention[2] ?? '', children: [] };
      }
      const marked = /^\{([a-z,]+):([^{}]*)\}$/u.exec(part);
      if (!marked) return { text: part };
      const run: Run = { text: marked[2] ?? '' };
      for (const short of (marked[1] ?? '').split(',')) {
        const mark = SHORT[short];
        if (!mark) throw new Error(`unknown mark ${short}`);
        run[mark] = true;
      }
      return run;
    });
}

const withPoints = (text: string): string =>
  text
    .replace(/\|/gu, ANCHOR + FOCUS)
    .replace(/‹/gu, ANCHOR)
    .replace(/›/gu, FOCUS);
const withoutPoints = (text: string): string => text.replace(/[|‹›]/gu, '');
const parseLine = (text: string): Inline[] =>
  parseInlines(withPoints(text).replace(/^·$/u, '').replace(/⏎/gu, '\n'));
const cellsOf = (text: string): string[] => text.split(/ ?¦ ?/u);

function parseCell(text: string): Cell {
  const align = CELL_ALIGNMENTS.find((each) => text.startsWith(`(${each})`));
  const children = parseLine(align ? text.slice(align.length + 2).trimStart() : text);
  return align ? { type: 'cell', align, children } : { type: 'cell', children };
}

export function parseBlock(line: string, id: string): Block {
  const match = /^(\w+)(?:\+(\d))?((?:\.\w+)*)(?: (.*))?$/u.exec(line);
  if (!match) throw new Error(`cannot read ${line}`);
  const [, head = '', depth, dots = '', text = ''] = match;
  const said = dots.split('.').slice(1);
  const dir = said.find((each) => each === 'rtl' || each === 'ltr') as 'rtl' | 'ltr' | undefined;
  const children = parseLine(text);
  const base: Pick<Block, 'id' | 'dir'> = { id, ...(dir ? { dir } : {}) };
  const level = /^h([123])$/u.exec(head)?.[1];
  if (level) return { ...base, type: 'heading', level: Number(level) as 1, children };
  const item = { ...base, type: 'list-item' as const, depth: Number(depth ?? 0), children };
  const lines = cellsOf(text);
  const caption = parseLine(lines.slice(1).at(-1) ?? '');
  const attached = { attachmentId: MENTION_ID, name: lines[0] ?? '' };
  switch (head) {
    case 'p':
      return { ...base, type: 'paragraph', children };
    case 'ul':
      return { ...item, style: 'bullet' };
    case 'ol': {
      const start = said.map(Number).find((each) => each > 0);
      return { ...item, style: 'number', ...(start ? { start } : {}) };
    }
    case 'todo':
      return { ...item, style: 'check' };
    case 'done':
      return { ...item, style: 'check', checked: true };
    case 'quote':
      return { ...base, type: 'quote', children };
    case 'code':
      return { ...base, type: 'code', children: children as Run[] };
    case 'hr':
      return { ...base, type: 'divider', children: children as Run[] };
    case 'callout': {
      const tone = CALLOUT_TONES.find((each) => said.includes(each)) ?? 'info';
      return { ...base, type: 'callout', tone, children };
    }
    case 'table':
      return {
        ...base,
        type: 'table',
        header: said.includes('header'),
        children: text
          .split(' // ')
          .map((row) => ({ type: 'row', children: cellsOf(row).map((cell) => parseCell(cell)) })),
      };
    case 'judge': {
      const parts = JUDGEMENT_PARTS.map((part, at) => ({
        type: 'part',
        part,
        children: parseLine(lines[at] ?? ''),
      }));
      return { ...base, type: 'judgement', children: parts as BlockOf<'judgement'>['children'] };
    }
    case 'decide':
      return {
        ...base,
        type: 'decision',
        children: [...lines, '', ''].slice(0, Math.max(3, lines.length)).map((words, at) => ({
          type: 'part',
          part: decisionPartAt(at),
          children: parseLine(words),
        })),
      };
    case 'img': {
      const width = said.map(Number).find((each) => each > 0);
      const alt = lines.length > 2 ? parseAlt(lines[1]) : '';
      return { ...base, type: 'image', ...attached, alt, ...(width ? { width } : {}), children: caption };
    }
    case 'file':
      return { ...base, type: 'file', ...attached, bytes: 1000, children: caption };
    case 'audio':
      return { ...base, type: 'audio', ...attached, children: caption };
    case 'card': {
      const kind = MENTION_KINDS.find((each) => said.includes(each)) ?? 'case';
      return {
        ...base,
        type: 'record',
        kind,
        recordId: MENTION_ID,
        label: withoutPoints(text),
        children: [],
      };
    }
    default:
      throw new Error(`unknown block ${head}`);
  }
}

const parseAlt = (text = ''): string => (text === '·' ? '' : text);

/** Blocks of a case; the ids are `block-1`, `block-2` and so on. */
export const parseBlocks = (lines: readonly string[]): Block[] =>
  lines.map((line, index) => parseBlock(line, `block-${index + 1}`));

/** Puts the lines into the editor, with the selection they show. */
export function load(editor: RichTextSlate, lines: readonly string[]): void {
  const voids = lines.map((line) => (/^(?:hr|card)\b/u.test(line) ? line : undefined));
  editor.children = toSlate({ version: 2, blocks: parseBlocks(lines) }, editor.makeBlockId);
  const points: { anchor?: Point; focus?: Point } = {};
  for (const [text, path] of Node.texts(editor)) {
    for (const [name, sign] of [
      ['anchor', ANCHOR],
      ['focus', FOCUS],
    ] as const) {
      const clean = text.text.replace(sign === ANCHOR ? FOCUS : ANCHOR, '');
      const at = clean.indexOf(sign);
      if (at !== -1) points[name] = { path, offset: at };
    }
  }
  voids.forEach((line, index) => {
    const point = { path: [index, 0], offset: 0 };
    if (line?.includes('|')) Object.assign(points, { anchor: point, focus: point });
    if (line?.includes('‹')) points.anchor = point;
    if (line?.includes('›')) points.focus = point;
  });
  editor.children = withoutSigns(editor.children);
  editor.selection = points.anchor && points.focus ? (points as Range) : null;
  editor.normalize({ force: true });
  editor.history = { undos: [], redos: [] };
  editor.operations = [];
}

function withoutSigns<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replace(new RegExp(`${ANCHOR}|${FOCUS}`, 'gu'), '')) as T;
}

/** The editor in the same notation. */
export function show(editor: RichTextSlate): string[] {
  return editor.children.map((node, index) => {
    const block = node as Block;
    return `${headOf(block)} ${linesShown(editor, block, index).join(' ¦ ')}`.trimEnd();
  });
}

const lineAt = (editor: RichTextSlate, node: Node, path: number[]): string =>
  ((node as Element).children ?? []).map((child, at) => inline(editor, child, [...path, at])).join('');
const orDot = (text: string): string => (text === '' ? '·' : text);

/** What stands behind the name of a block, to be parted by ` ¦ `. */
function linesShown(editor: RichTextSlate, block: Block, index: number): string[] {
  switch (block.type) {
    case 'table':
      return [
        block.children
          .map((row, at) =>
            row.children
              .map((cell, place) => {
                const words = orDot(lineAt(editor, cell, [index, at, place]));
                return cell.align ? `(${cell.align}) ${words}` : words;
              })
              .join(' ¦ '),
          )
          .join(' // '),
      ];
    case 'judgement':
    case 'decision':
      return block.children.map((part, at) => orDot(lineAt(editor, part, [index, at])));
    case 'image':
      return [block.name, orDot(block.alt), orDot(lineAt(editor, block, [index]))];
    case 'file':
    case 'audio':
      return [block.name, orDot(lineAt(editor, block, [index]))];
    case 'record':
      return [lineAt(editor, block, [index]) + block.label];
    default:
      return [lineAt(editor, block, [index])];
  }
}

const HEADS: Partial<Record<Block['type'], string>> = {
  paragraph: 'p',
  divider: 'hr',
  judgement: 'judge',
  decision: 'decide',
  image: 'img',
};

function headOf(block: Block): string {
  const dir = block.dir ? `.${block.dir}` : '';
  switch (block.type) {
    case 'heading':
      return `h${block.level}${dir}`;
    case 'list-item': {
      const head = { bullet: 'ul', number: 'ol', check: block.checked ? 'done' : 'todo' }[block.style];
      const start = block.start === undefined ? '' : `.${block.start}`;
      return `${head}${block.depth > 0 ? `+${block.depth}` : ''}${start}${dir}`;
    }
    case 'callout':
      return `callout.${block.tone}${dir}`;
    case 'table':
      return `table${block.header ? '.header' : ''}${dir}`;
    case 'image':
      return `img${block.width === undefined ? '' : `.${block.width}`}${dir}`;
    case 'record':
      return `card.${block.kind}${dir}`;
    default:
      return `${HEADS[block.type] ?? block.type}${dir}`;
  }
}

function inline(editor: RichTextSlate, node: Node, path: number[]): string {
  if (Text.isText(node)) {
    const text = withSelection(editor, node.text, path).replace(/\n/gu, '⏎');
    const marks = MARKS.filter((mark) => node[mark]);
    return text === '' || marks.length === 0 ? text : `{${marks.map(shortOf).join(',')}:${text}}`;
  }
  if (!Element.isElement(node)) return '';
  const inner = node.children.map((child, at) => inline(editor, child, [...path, at])).join('');
  if (node.type === 'link') return `{a ${node.url}:${inner}}`;
  if (node.type === 'mention') return `{@${node.kind} ${node.label}}${inner}`;
  return inner;
}

function withSelection(editor: RichTextSlate, text: string, path: number[]): string {
  const { selection } = editor;
  if (!selection) return text;
  const collapsed = Editor.string(editor, selection) === '' && samePoint(selection);
  const signs: (readonly [offset: number, sign: string])[] = [];
  const here = (point: Point): boolean => point.path.join() === path.join();
  if (collapsed) {
    if (here(selection.anchor)) signs.push([selection.anchor.offset, '|']);
  } else {
    if (here(selection.anchor)) signs.push([selection.anchor.offset, '‹']);
    if (here(selection.focus)) signs.push([selection.focus.offset, '›']);
  }
  let out = text;
  for (const [offset, sign] of signs.sort((a, b) => b[0] - a[0]))
    out = out.slice(0, offset) + sign + out.slice(offset);
  return out;
}

const samePoint = ({ anchor, focus }: Range): boolean =>
  anchor.path.join() === focus.path.join() && anchor.offset === focus.offset;
