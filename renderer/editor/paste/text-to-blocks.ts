import { cleanText } from '../../../shared/richtext/clean-text.ts';
import type { Block } from '../../../shared/richtext/document.ts';

/** Each line becomes a paragraph; empty lines only part them. Control characters that no keyboard types are dropped. */
export function textToBlocks(text: string, makeBlockId: () => string): Block[] {
  return cleanText(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ id: makeBlockId(), type: 'paragraph', children: [{ text: line }] }));
}
