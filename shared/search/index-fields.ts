import { indexText } from '../text/index-text.ts';

/** The three texts of a search document, in reading order. */
export type SearchFields = { readonly title: string; readonly headings: string; readonly body: string };

/** The terms to store in the full-text table for these texts: same columns, analysed. */
export function indexFields(fields: SearchFields): SearchFields {
  return {
    title: indexText(fields.title),
    headings: indexText(fields.headings),
    body: indexText(fields.body),
  };
}
