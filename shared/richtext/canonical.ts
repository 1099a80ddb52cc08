import { assertNever } from '../base/assert-never.ts';
import type { Row } from './block-parts.ts';
import { type Block, type Inline, lowestVersion, MARKS, type RichText, type Text } from './document.ts';

// One document can be spelled in many ways (an empty text here, one run cut in two there). Saving always writes the
// canonical spelling, so that "is it the same?" is a plain comparison and a save without a change changes no byte.

/** True when two runs carry the same marks, whatever they say. */
function sameMarks(a: Text, b: Text): boolean {
  return MARKS.every((mark) => (a[mark] ?? false) === (b[mark] ?? false));
}

/** Joins neighbouring runs of the same marks and drops empty ones. */
function canonicalTexts(children: readonly Text[]): Text[] {
  return canonicalInlines(children) as Text[];
}

/** As `canonicalTexts`, for a whole line: links lose empty runs and vanish when nothing is left to click. */
export function canonicalInlines(children: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const child of children) {
    const last = out.at(-1);
    if ('text' in child) {
      if (child.text === '') continue;
      if (last && 'text' in last && sameMarks(last, child))
        out[out.length - 1] = { ...last, text: last.text + child.text };
      else out.push(cleanText(child));
    } else if (child.type === 'mention') {
      out.push({ type: 'mention', kind: child.kind, id: child.id, label: child.label, children: [] });
    } else {
      const inner = canonicalTexts(child.children);
      if (inner.length > 0) out.push({ type: 'link', url: child.url, children: inner });
    }
  }
  return out;
}

function cleanText(text: Text): Text {
  const out: Text = { text: text.text };
  for (const mark of MARKS) if (text[mark]) out[mark] = true;
  return out;
}

/** The one spelling of a block: key order fixed, no `undefined` keys, no empty runs. */
export function canonicalBlock(block: Block): Block {
  const head = block.dir ? { id: block.id, dir: block.dir } : { id: block.id };
  switch (block.type) {
    case 'divider':
      return { ...head, type: 'divider', children: [] };
    case 'code': {
      const children = canonicalTexts(block.children);
      return block.language
        ? { ...head, type: 'code', language: block.language, children }
        : { ...head, type: 'code', children };
    }
    case 'heading':
      return { ...head, type: 'heading', level: block.level, children: canonicalInlines(block.children) };
    case 'list-item': {
      const children = canonicalInlines(block.children);
      const item = { ...head, type: 'list-item' as const, style: block.style, depth: block.depth };
      if (block.style === 'check' && block.checked) return { ...item, checked: true, children };
      return block.style === 'number' && block.start !== undefined
        ? { ...item, start: block.start, children }
        : { ...item, children };
    }
    case 'paragraph':
    case 'quote':
      return { ...head, type: block.type, children: canonicalInlines(block.children) };
    default:
      return canonicalPart(block, head);
  }
}

type Plain = 'paragraph' | 'quote' | 'list-item' | 'heading' | 'code' | 'divider';

/** The blocks of version 2. */
function canonicalPart(
  block: Exclude<Block, { type: Plain }>,
  head: { readonly id: string; readonly dir?: 'ltr' | 'rtl' },
): Block {
  switch (block.type) {
    case 'callout': {
      const children = canonicalInlines(block.children);
      return { ...head, type: 'callout', tone: block.tone, children };
    }
    case 'image': {
      const { attachmentId, name, alt, width, pixels } = block;
      const image = {
        ...head,
        type: 'image' as const,
        attachmentId,
        name,
        alt,
        ...(width === undefined || width === 100 ? {} : { width }),
        ...(pixels === undefined ? {} : { pixels: { width: pixels.width, height: pixels.height } }),
      };
      return { ...image, children: canonicalInlines(block.children) };
    }
    case 'file': {
      const { attachmentId, name, bytes } = block;
      return { ...head, type: 'file', attachmentId, name, bytes, children: canonicalInlines(block.children) };
    }
    case 'audio': {
      const { attachmentId, name } = block;
      return { ...head, type: 'audio', attachmentId, name, children: canonicalInlines(block.children) };
    }
    case 'record': {
      const { kind, recordId, label } = block;
      return { ...head, type: 'record', kind, recordId, label, children: [] };
    }
    case 'table':
      return {
        ...head,
        type: 'table',
        header: block.header,
        children: block.children.map(canonicalRow),
      };
    case 'judgement': {
      const parts = block.children.map(canonicalNamedPart);
      return { ...head, type: 'judgement', children: parts as unknown as typeof block.children };
    }
    case 'decision':
      return { ...head, type: 'decision', children: block.children.map(canonicalNamedPart) };
    default:
      return assertNever(block);
  }
}

const rows = new WeakMap<Row, Row>();

/** Remembered, as rows are never changed but replaced: a letter in a table of 25,000 cells costs the cells of one row. */
function canonicalRow(row: Row): Row {
  const known = rows.get(row);
  if (known) return known;
  const made: Row = {
    type: 'row',
    children: row.children.map(({ align, children }) =>
      align === undefined
        ? { type: 'cell', children: canonicalInlines(children) }
        : { type: 'cell', align, children: canonicalInlines(children) },
    ),
  };
  rows.set(row, made);
  rows.set(made, made);
  return made;
}

const canonicalNamedPart = <P extends { readonly part: string; readonly children: readonly Inline[] }>(
  part: P,
): { type: 'part'; part: P['part']; children: Inline[] } => ({
  type: 'part',
  part: part.part,
  children: canonicalInlines(part.children),
});

export function canonicalDocument(document: RichText): RichText {
  const blocks = document.blocks.map(canonicalBlock);
  return { version: lowestVersion(blocks), blocks };
}

/** True when both say the same with the same block ids, however they are spelled. */
export function sameDocument(a: RichText, b: RichText): boolean {
  if (a === b) return true;
  if (a.blocks.length !== b.blocks.length) return false;
  return a.blocks.every((block, index) => {
    const other = b.blocks[index];
    return other !== undefined && (block === other || (block.id === other.id && sameBlock(block, other)));
  });
}

function sameBlock(a: Block, b: Block): boolean {
  if (a.type !== 'table' || b.type !== 'table') return blockKey(a) === blockKey(b);
  // Row by row: of a large table that was written in, all rows but one are the very same.
  return (
    a.header === b.header &&
    a.dir === b.dir &&
    a.children.length === b.children.length &&
    a.children.every((row, at) => {
      const other = b.children[at];
      return other !== undefined && sameRow(canonicalRow(row), canonicalRow(other));
    })
  );
}

const rowKeys = new WeakMap<Row, string>();

function sameRow(a: Row, b: Row): boolean {
  return a === b || (a.children.length === b.children.length && rowKey(a) === rowKey(b));
}

function rowKey(row: Row): string {
  const key = rowKeys.get(row) ?? JSON.stringify(row);
  rowKeys.set(row, key);
  return key;
}

const keys = new WeakMap<Block, string>();

/**
 * A text that is equal exactly when two blocks are: for comparing and counting, never stored. Remembered, as blocks are
 * never changed but replaced: at each key a long text is compared with what the store has.
 */
export function blockKey(block: Block): string {
  const known = keys.get(block);
  if (known !== undefined) return known;
  const key = JSON.stringify(canonicalBlock(block));
  keys.set(block, key);
  return key;
}
