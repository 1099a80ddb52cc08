import { indexText } from '../text/index-text.ts';

/** A document's three searchable texts, ready for the full-text table: analysed terms, not the user's words. */
export function indexFields(document: { readonly title: string; readonly headings: string; readonly body: string }): {
  readonly title: string;
  readonly headings: string;
  readonly body: string;
} {
  return { title: indexText(document.title), headings: indexText(document.headings), body: indexText(document.body) };
}
