import type { Block } from '../../../shared/richtext/document.ts';

/** Each line becomes a paragraph; empty lines only part them. Control characters that no keyboard types are dropped. */
export function textToBlocks(text: string, makeBlockId: () => string): Block[] {
  return cleanText(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ id: makeBlockId(), type: 'paragraph', children: [{ text: line }] }));
}

/** One kind of line break, no control characters but tab; joiners and direction marks stay: Persian needs them. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n').replace(/(?![\t\n])\p{Cc}|\ufeff/gu, '');
}
