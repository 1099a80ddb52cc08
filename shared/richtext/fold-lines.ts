import { canonicalInlines } from './canonical.ts';
import type { Block, Inline, Mark, Text } from './document.ts';
import { listNumbers } from './list-numbers.ts';

// A callout, a cell or a part holds one line, where other programs allow paragraphs, lists and pictures. What can be
// words becomes words with breaks between; what cannot is handed back to stand by itself.

const isLine = (block: Block): boolean =>
  block.type === 'paragraph' ||
  block.type === 'heading' ||
  block.type === 'quote' ||
  block.type === 'list-item' ||
  block.type === 'callout' ||
  (block.type === 'divider' && block.children.length === 0);

/** Blocks as they stand in a callout: stretches of words made into one block each by `make`, everything else as it is. */
export function foldInto(blocks: readonly Block[], make: (children: Inline[]) => Block): Block[] {
  const out: Block[] = [];
  let lines: Inline[][] = [];
  const close = (): void => {
    if (lines.length > 0) out.push(make(joinLines(lines)));
    lines = [];
  };
  const numbers = listNumbers(blocks);
  blocks.forEach((block, index) => {
    if (!isLine(block)) {
      close();
      out.push(block);
    } else if (block.type !== 'divider') lines.push(lineOf(block, numbers[index]));
  });
  close();
  return out;
}

export interface FoldedCell {
  readonly children: Inline[];
  /** What cannot stand in a cell. */
  readonly beside: Block[];
  /** How many tables became lines. */
  readonly tables: number;
}

/** Blocks as they stand in a cell of a table or a part of a judgement: one line, with breaks. */
export function foldToCell(blocks: readonly Block[]): FoldedCell {
  const lines: Inline[][] = [];
  const beside: Block[] = [];
  let tables = 0;
  const numbers = listNumbers(blocks);
  blocks.forEach((block, index) => {
    switch (block.type) {
      case 'divider':
        break;
      case 'table':
        tables += 1;
        for (const row of block.children) {
          const cells = row.children.map((cell) => cell.children);
          lines.push(cells.flatMap((cell, at) => (at === 0 ? cell : [{ text: ' | ' }, ...cell])));
        }
        break;
      case 'code':
        lines.push(block.children.map(({ text }) => ({ text, code: true })));
        break;
      case 'image':
      case 'file':
      case 'audio':
        beside.push(block);
        break;
      case 'record':
        lines.push([
          { type: 'mention', kind: block.kind, id: block.recordId, label: block.label, children: [] },
        ]);
        break;
      case 'judgement':
      case 'decision':
        for (const part of block.children) lines.push(part.children);
        break;
      default:
        lines.push(lineOf(block, numbers[index]));
    }
  });
  return { children: joinLines(lines), beside, tables };
}

function lineOf(block: Block, number: number | undefined): Inline[] {
  const children = block.children as Inline[];
  if (block.type !== 'list-item') return children;
  const bullet = block.depth > 0 ? '◦' : '•';
  const sign =
    block.style === 'number'
      ? `${number ?? 1}.`
      : block.style === 'bullet'
        ? bullet
        : block.checked
          ? '☑'
          : '☐';
  return [{ text: `${sign} ` }, ...children];
}

function joinLines(lines: readonly (readonly Inline[])[]): Inline[] {
  const said = lines.filter((line) => line.length > 0);
  return canonicalInlines(
    said.flatMap((line, at): Inline[] => (at === 0 ? [...line] : [{ text: '\n' }, ...line])),
  );
}

/** True when every letter of the line has the mark: a heading that only looks like one, an item struck for being done. */
export function isAll(mark: Mark, children: readonly Inline[]): boolean {
  const runs = runsOf(children).filter(({ text }) => text.trim() !== '');
  return runs.length > 0 && runs.every((run) => run[mark] === true);
}

/** The line without a mark. */
export function withoutMark(mark: Mark, children: readonly Inline[]): Inline[] {
  const plain = (run: Text): Text => {
    const out = { ...run };
    delete out[mark];
    return out;
  };
  return canonicalInlines(
    children.map((child) =>
      'text' in child
        ? plain(child)
        : child.type === 'link'
          ? { ...child, children: child.children.map(plain) }
          : child,
    ),
  );
}

const runsOf = (children: readonly Inline[]): Text[] =>
  children.flatMap((child) => ('text' in child ? [child] : child.type === 'link' ? child.children : []));
