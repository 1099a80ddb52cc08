// What a reader of foreign text could not keep as it was, counted, so that people can be told in words: the catalogue
// `simplified` has a sentence for each of these.

export const SIMPLIFIED_KINDS = [
  /** A picture without its bytes: its description and address were kept. */
  'pictures',
  /** A picture that stood in a cell or a callout now stands below it. */
  'movedPictures',
  /** Cells that spanned several: the first holds the words, the others are empty. */
  'mergedCells',
  /** A table inside a cell, now lines of text in it. */
  'nestedTables',
  /** A table with more rows or columns than one may have. */
  'largeTables',
  /** Headings of level 4 to 6, now small headings. */
  'headings',
  /** Lists deeper than nine levels. */
  'deepLists',
  /** Lists that began at another number. */
  'numbering',
  /** Addresses that can be no link; their words were kept. */
  'links',
  /** Footnotes, now text where they stood and at the end. */
  'footnotes',
  /** Tracked changes: taken as accepted. */
  'changes',
  /** Remarks in the margin: left out. */
  'comments',
  /** Formulas, now text. */
  'formulas',
  /** Videos, frames, drawings: left out, their address kept where it can be a link. */
  'embeds',
  /** Buttons and fields of forms: left out. */
  'controls',
  /** HTML inside Markdown, kept as it was written. */
  'html',
  /** Scripts and styles inside Markdown: left out. */
  'scripts',
  /** Things nested so deeply that only their words were kept. */
  'structure',
  /** Letters of a file that make no sense in its encoding: each now a sign that says so. */
  'letters',
  /** Paragraphs beyond the most a document may have: left out. */
  'blocks',
] as const;
export type SimplifiedKind = (typeof SIMPLIFIED_KINDS)[number];
export type Simplified = { readonly [K in SimplifiedKind]?: number };

/** Counts while reading. */
export type SimplifiedTally = { [K in SimplifiedKind]?: number };

export function tally(counts: SimplifiedTally, kind: SimplifiedKind, count = 1): void {
  if (count > 0) counts[kind] = (counts[kind] ?? 0) + count;
}

/** All of them together. */
export function countSimplified(simplified: Simplified): number {
  return SIMPLIFIED_KINDS.reduce((sum, kind) => sum + (simplified[kind] ?? 0), 0);
}
