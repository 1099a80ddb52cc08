import { assertNever } from '../base/assert-never.ts';
import type { Block, Inline, Mention, RichText, Text } from './document.ts';

/**
 * The lines of a block, each a run of inlines: one for most, one a cell for a table, one a part for a judgement, none
 * for a divider. A record's card reads as its label. Whoever wants the words of any block asks here.
 */
export function linesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'divider':
      return [];
    case 'record':
      return [[{ text: block.label }]];
    case 'table':
      return block.children.flatMap((row) => row.children.map((cell) => cell.children));
    case 'judgement':
    case 'decision':
      return block.children.map((part) => part.children);
    default:
      return [block.children];
  }
}

/** The same block with every line put through `map`. Letters of code are passed as they are and must stay letters. */
export function mapLines(block: Block, map: (line: readonly Inline[]) => Inline[]): Block {
  switch (block.type) {
    case 'divider':
    case 'record':
      return block;
    case 'code':
      return { ...block, children: map(block.children) as Text[] };
    case 'table':
      return {
        ...block,
        children: block.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({ ...cell, children: map(cell.children) })),
        })),
      };
    case 'judgement': {
      const parts = block.children.map((part) => ({ ...part, children: map(part.children) }));
      return { ...block, children: parts as unknown as typeof block.children };
    }
    case 'decision':
      return {
        ...block,
        children: block.children.map((part) => ({ ...part, children: map(part.children) })),
      };
    case 'paragraph':
    case 'heading':
    case 'list-item':
    case 'quote':
    case 'callout':
    case 'image':
    case 'file':
    case 'audio':
      return { ...block, children: map(block.children) };
    default:
      return assertNever(block);
  }
}

/** What a block names outside the document: mentions in its lines, the record of a card, the attachment it shows. */
export interface BlockReference {
  readonly blockId: string;
  readonly kind: Mention['kind'] | 'attachment';
  readonly id: string;
  /** What it was called when it was put in. */
  readonly label: string;
}

/** Everything the document refers to, in the order it does. */
export function* referencesIn(document: RichText): Generator<BlockReference> {
  for (const block of document.blocks) yield* referencesOf(block);
}

const known = new WeakMap<Block, readonly BlockReference[]>();

/** Remembered, as blocks are never changed but replaced: a page asks for those of a long text at every key. */
function referencesOf(block: Block): readonly BlockReference[] {
  const before = known.get(block);
  if (before) return before;
  const found: BlockReference[] = [];
  if (block.type === 'record')
    found.push({ blockId: block.id, kind: block.kind, id: block.recordId, label: block.label });
  else if (block.type === 'image' || block.type === 'file' || block.type === 'audio')
    found.push({ blockId: block.id, kind: 'attachment', id: block.attachmentId, label: block.name });
  for (const line of linesOf(block)) {
    for (const child of line) {
      if ('text' in child || child.type !== 'mention') continue;
      found.push({ blockId: block.id, kind: child.kind, id: child.id, label: child.label });
    }
  }
  known.set(block, found);
  return found;
}

/** The attachments a document shows, each once. */
export function attachmentIdsIn(document: RichText): string[] {
  const ids = new Set<string>();
  for (const { kind, id } of referencesIn(document)) if (kind === 'attachment') ids.add(id);
  return [...ids];
}
