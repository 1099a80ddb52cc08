import type { BaseEditor } from 'slate';
import type { HistoryEditor } from 'slate-history';
import type { ReactEditor } from 'slate-react';
import type { Cell, Part, Row } from '../../../shared/richtext/block-parts.ts';
import type { Block, Link, Mention, Text } from '../../../shared/richtext/document.ts';
import type { Simplified } from '../../../shared/richtext/simplified.ts';
import type { LargePaste } from '../paste/too-large.ts';

/**
 * The editor's own additions to Slate. The elements of the editor ARE the stored blocks, plus what Slate insists on
 * (no element without a text in it); `convert.ts` adds and removes that, and nothing else is ever different.
 */
interface RichTextExtras {
  /** Makes the id of a new block; must not repeat within a document. A parameter so that tests can count. */
  makeBlockId: () => string;
  /** True while an input method composes: no shortcut, no menu, no repair may touch the text then. */
  isComposing: () => boolean;
  /** Told what a paste could not keep as it was, so that nothing is lost without a word. */
  onSimplified: (simplified: Simplified) => void;
  /** Asked what to do with a paste that is too large to be put in without a word. */
  onTooLarge: (paste: LargePaste) => void;
}

export type RichTextSlate = BaseEditor & ReactEditor & HistoryEditor & RichTextExtras;

declare module 'slate' {
  interface CustomTypes {
    Editor: RichTextSlate;
    Element: Block | Link | Mention | Row | Cell | Part;
    Text: Text;
  }
}
