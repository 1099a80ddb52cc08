import { Editor, Element, Node, type Point, type Range, Text } from 'slate';
import { toSlate } from '../../renderer/editor/core/convert.ts';
import type { RichTextSlate } from '../../renderer/editor/core/slate-types.ts';
import {
  type Block,
  type Inline,
  MARKS,
  type Mark,
  MENTION_KINDS,
  type Text as Run,
} from '../../shared/richtext/document.ts';

// A document in a few lines anyone can read, so that a case is input, keys, output and nothing else:
//   p  h1 h2 h3  ul ol todo done  quote code hr      `ul+1` is one step deeper, `p.rtl` has its direction set by hand
//   {b,i:text} marks   {a https://x.org:text} link   {@person Name} mention   ⏎ line break
//   | cursor           ‹ and › where a selection begins and where it ends up (anchor, focus)

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

export function parseBlock(line: string, id: string): Block {
  const match = /^(\w+?)(?:\+(\d))?(?:\.(rtl|ltr))?(?: (.*))?$/u.exec(line);
  if (!match) throw new Error(`cannot read ${line}`);
  const [, head = '', depth, dir, text = ''] = match;
  const marked = text
    .replace(/\|/gu, ANCHOR + FOCUS)
    .replace(/‹/gu, ANCHOR)
    .replace(/›/gu, FOCUS);
  const children = parseInlines(marked.replace(/⏎/gu, '\n'));
  const base: Pick<Block, 'id' | 'dir'> = { id, ...(dir === 'rtl' || dir === 'ltr' ? { dir } : {}) };
  const level = /^h([123])$/u.exec(head)?.[1];
  if (level) return { ...base, type: 'heading', level: Number(level) as 1, children };
  const item = { ...base, type: 'list-item' as const, depth: Number(depth ?? 0), children };
  switch (head) {
    case 'p':
      return { ...base, type: 'paragraph', children };
    case 'ul':
      return { ...item, style: 'bullet' };
    case 'ol':
      return { ...item, style: 'number' };
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
    default:
      throw new Error(`unknown block ${head}`);
  }
}

/** Blocks of a case; the ids are `block-1`, `block-2` and so on. */
export const parseBlocks = (lines: readonly string[]): Block[] =>
  lines.map((line, index) => parseBlock(line, `block-${index + 1}`));

/** Puts the lines into the editor, with the selection they show. */
export function load(editor: RichTextSlate, lines: readonly string[]): void {
  const dividers = lines.map((line) => (line.startsWith('hr') ? line : undefined));
  editor.children = toSlate({ version: 1, blocks: parseBlocks(lines) }, editor.makeBlockId);
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
  dividers.forEach((line, index) => {
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
    return `${headOf(block)} ${(block.children as Node[]).map((child, at) => inline(editor, child, [index, at])).join('')}`.trimEnd();
  });
}

function headOf(block: Block): string {
  const dir = block.dir ? `.${block.dir}` : '';
  switch (block.type) {
    case 'paragraph':
      return `p${dir}`;
    case 'heading':
      return `h${block.level}${dir}`;
    case 'list-item': {
      const head = { bullet: 'ul', number: 'ol', check: block.checked ? 'done' : 'todo' }[block.style];
      return `${head}${block.depth > 0 ? `+${block.depth}` : ''}${dir}`;
    }
    case 'divider':
      return `hr${dir}`;
    default:
      return `${block.type}${dir}`;
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
