import type { Element } from 'hast';
import { tally } from '../simplified.ts';
import { type Context, flush, type Reader } from './reader.ts';
import { type Css, forEachElement, hasClass, styleOf } from './tree.ts';
import { wordPartOf } from './word.ts';

/** Tracked changes as if accepted, remarks left out, footnotes as text: each told. True when there is nothing more to read. */
export function readWordPart(reader: Reader, element: Element, css: Css, context: Context): boolean {
  const part = wordPartOf(element, css);
  if (part === undefined) return false;
  const { counts } = reader;
  if (part === 'comments') {
    let comments = 0;
    forEachElement(element, (inner) => {
      if (styleOf(inner).get('mso-element') === 'comment') comments += 1;
      return undefined;
    });
    tally(counts, 'comments', Math.max(comments, 1));
    return true;
  }
  if (part === 'comment-reference') return true;
  if (part === 'footnotes') {
    let notes = 0;
    forEachElement(element, (inner) => {
      if (/^(?:foot|end)note$/u.test(styleOf(inner).get('mso-element') ?? '')) notes += 1;
      return undefined;
    });
    tally(counts, 'footnotes', Math.max(notes, 1));
    flush(reader, context);
    // The short line above the notes is Word's own.
    for (const child of element.children)
      if (!(child.type === 'element' && child.tagName === 'hr')) reader.walk(reader, child, context);
    return true;
  }
  tally(counts, 'changes');
  if (part === 'insertion') {
    const once = unwrapped(element);
    for (const child of once.children) reader.walk(reader, child, context);
  }
  return true;
}

/** `<span class=msoIns><ins>` is one change, and its underline is no mark of the text. */
function unwrapped(element: Element): Element {
  const only = element.children.filter((child) => child.type === 'element');
  return only.length === 1 && element.children.length === 1 && only[0]?.tagName === 'ins' ? only[0] : element;
}

/** Footnotes of other programs, which stand as text at the end. */
export function countNotes(reader: Reader, element: Element): void {
  if (hasClass(element, /^(?:sdfootnote|sdendnote)$/u)) tally(reader.counts, 'footnotes');
  if (!hasClass(element, /^footnotes$/u)) return;
  forEachElement(element, ({ tagName }) => {
    if (tagName === 'li') tally(reader.counts, 'footnotes');
    return tagName === 'li' ? false : undefined;
  });
}
