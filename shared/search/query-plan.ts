// STAND-IN by the lead until the real query plan lands (same file, same exports): every analysed term, any of them.
import { indexText } from '../text/index-text.ts';

export type QueryPlan = { readonly match: string };

export function planQuery(
  query: string,
  _options: { readonly prefix: boolean; readonly df?: (term: string) => number; readonly total?: number },
): QueryPlan | null {
  const terms = [
    ...new Set(
      indexText(query.slice(0, 500))
        .split(' ')
        .filter((term) => term !== ''),
    ),
  ].slice(0, 64);
  return terms.length === 0
    ? null
    : { match: terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ') };
}
