import type { RichText } from './document.ts';
import { linesOf } from './walk.ts';

/** What is left of a text after a save must be more than this share, or the text before is put aside for undoing. */
const MUCH = 0.2;

/** UTF-16 units of text in a document: quick, and all that is needed to see that most of it has gone. */
export function textLength(document: RichText): number {
  let length = 0;
  for (const block of document.blocks) {
    // A picture or a card that goes is a loss, too, though it has few letters.
    length += 1;
    for (const line of linesOf(block)) {
      for (const child of line) {
        if ('text' in child) length += child.text.length;
        else if (child.type === 'mention') length += child.label.length;
        else for (const run of child.children) length += run.text.length;
      }
    }
  }
  return length;
}

/** True when a save empties a text or takes away four fifths of it or more: it must be possible to undo that. */
export function isMuchShorter(before: number, after: number): boolean {
  return before > 0 && after <= before * MUCH && before - after >= LEAST;
}

/** Taking back a word or two is not worth a warning. */
const LEAST = 20;
