import type { Block, Inline, RichText } from './document.ts';

/** The words of one line, without marks; a mention reads as its label. */
export function inlineText(children: readonly Inline[]): string {
  let text = '';
  for (const child of children) {
    if ('text' in child) text += child.text;
    else if (child.type === 'mention') text += child.label;
    else text += inlineText(child.children);
  }
  return text;
}

export function blockText(block: Block): string {
  return block.type === 'divider' ? '' : inlineText(block.children);
}

/** The whole document as lines of text: for search, snippets, word counts. Loses marks, keeps every word. */
export function plainText(document: RichText): string {
  return document.blocks.map(blockText).join('\n');
}

/** Headings only, one a line: search weighs them above the body. */
export function headingText(document: RichText): string {
  return document.blocks
    .filter((block) => block.type === 'heading')
    .map(blockText)
    .join('\n');
}

/** True when nobody has written anything yet: no blocks, or only white space. */
export function isBlank(document: RichText): boolean {
  return document.blocks.every((block) => block.type !== 'divider' && blockText(block).trim() === '');
}
