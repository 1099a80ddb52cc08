import { hash } from 'node:crypto';
import type { RichText } from '../../../shared/richtext/document.ts';
import { inlineText } from '../../../shared/richtext/plain-text.ts';
import { linesOf } from '../../../shared/richtext/walk.ts';

/**
 * A short text that two documents share when they hold the same words outside links: a note whose file was renamed is
 * found by it. Links are left out because what they mean, and so how they are kept, may differ between two imports.
 * '' for a document without such words.
 */
export function wordsPrint(document: RichText): string {
  let words = '';
  for (const block of document.blocks)
    for (const line of linesOf(block))
      words += `${inlineText(line.filter((one) => 'text' in one)).replace(/!?\[\[[^\]]*\]\]/g, '')}\n`;
  const letters = words.replace(/[^\p{L}\p{N}]+/gu, '');
  return letters.length < 20 ? '' : hash('sha256', letters, 'hex').slice(0, 32);
}
