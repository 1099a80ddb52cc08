import type { Inline, Mention, RichText } from './document.ts';

function* mentionsIn(children: readonly Inline[]): Generator<Mention> {
  for (const child of children) if (!('text' in child) && child.type === 'mention') yield child;
}

/** Every mention in the document with the block it stands in. */
export function* mentions(
  document: RichText,
): Generator<{ readonly blockId: string; readonly mention: Mention }> {
  for (const block of document.blocks) {
    if (block.type === 'divider' || block.type === 'code') continue;
    for (const mention of mentionsIn(block.children)) yield { blockId: block.id, mention };
  }
}
