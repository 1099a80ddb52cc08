import type { Root as HtmlRoot } from 'hast';
import type { Inline } from '../document.ts';
import type { ImportHooks, NewBlock } from '../import-hooks.ts';
import type { SimplifiedTally } from '../simplified.ts';

export interface MarkdownInOptions extends ImportHooks {
  /** Parses HTML that stands in Markdown, to be read like any other; without it, its source is kept as words. */
  readonly html?: ((html: string) => HtmlRoot) | undefined;
}

/** A picture or file met in a line. `at` is how many inlines of the line stand before it. */
export interface FoundMedia {
  readonly at: number;
  readonly block: NewBlock;
  /** The words that stayed in the line for it. */
  readonly label: string;
}

export interface Context {
  readonly options: MarkdownInOptions;
  readonly source: string;
  /** Link definitions of the document, by normalised label. */
  readonly definitions: ReadonlyMap<string, { readonly url: string; readonly title: string }>;
  readonly counts: SimplifiedTally;
  readonly wikiLinks: string[];
}

/** A line read: its words, and what cannot stand in it. */
export interface ReadLine {
  readonly children: Inline[];
  readonly media: readonly FoundMedia[];
}
