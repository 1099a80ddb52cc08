import lunr from 'lunr';
import { ANALYSER_VERSION } from '../text/analyser-version.ts';
import { indexTextBigramsOnly } from '../text/index-text.ts';
import { type Clause, distinct, parseQuery, type QueryUnit } from '../text/query.ts';
import { MOST_CLAUSES } from '../text/to-match.ts';
import { BM25_WEIGHTS } from './fts-schema.ts';

/**
 * Search inside an exported package, without the application and without a server: a lunr index over the same terms as
 * the library's own, minus dictionary words, so that it does not depend on what the reader's browser knows of Thai or
 * Chinese.
 */
export type ReaderDocument = {
  readonly id: string;
  readonly title: string;
  readonly headings: string;
  readonly body: string;
};

/** Plain JSON, to be written into the package. */
export type SerialisedReaderIndex = { readonly analyser: number; readonly lunr: object };

/** An opened index; its inside belongs to this room. */
export type ReaderIndex = { readonly index: lunr.Index };

export type ReaderHit = { readonly id: string; readonly score: number };

const FIELDS = ['title', 'headings', 'body'] as const;

/** The index of a package. Ids must be unique. Takes about a millisecond per page of text. */
export function buildReaderIndex(documents: readonly ReaderDocument[]): SerialisedReaderIndex {
  const builder = new lunr.Builder();
  builder.ref('id');
  FIELDS.forEach((field, i) => {
    builder.field(field, { boost: BM25_WEIGHTS[i] ?? 1 });
  });
  // Typed as the namespace of lunr's own tokenizer; only the call is ever used.
  builder.tokenizer = toLunrTokens as unknown as typeof builder.tokenizer;
  for (const document of documents) builder.add(document);
  return { analyser: ANALYSER_VERSION, lunr: builder.build().toJSON() };
}

/** Opens a stored index, or null where it was made by another analyser or is damaged: then it cannot be trusted. */
export function openReaderIndex(stored: unknown): ReaderIndex | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { analyser, lunr: inner } = stored as Partial<SerialisedReaderIndex>;
  if (analyser !== ANALYSER_VERSION || typeof inner !== 'object' || inner === null) return null;
  try {
    return { index: lunr.Index.load(inner) };
  } catch {
    return null;
  }
}

/**
 * The best documents for what a person typed, best first; the last word may be unfinished. Documents with every word
 * come before those with some. Never throws.
 */
export function searchReaderIndex(reader: ReaderIndex, query: string, limit = 20): ReaderHit[] {
  const units = parseQuery(query, { prefix: true, segments: false });
  const clauses = distinct(units.flatMap((unit) => unit.rank.flatMap(singleTerms))).slice(0, MOST_CLAUSES);
  if (clauses.length === 0) return [];
  const results = reader.index.query((lunrQuery) => {
    for (const { terms, prefix } of clauses) {
      const term = terms[0] ?? '';
      lunrQuery.term(term, { usePipeline: false });
      if (prefix) {
        lunrQuery.term(term, { usePipeline: false, boost: 0.5, wildcard: lunr.Query.wildcard.TRAILING });
      }
    }
  });
  return results
    .map((result) => {
      const matched = Object.keys(result.matchData.metadata as object);
      const covered = units.filter((unit) => holds(unit, matched)).length;
      return { id: result.ref, score: covered + result.score / (1 + result.score) };
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** lunr keeps no places of terms, so a phrase counts as held when all its terms are there. */
function holds(unit: QueryUnit, matched: readonly string[]): boolean {
  const clauses = unit.need.length > 0 ? unit.need : unit.rank;
  return clauses.some((item) =>
    item.terms.every((term, i) =>
      item.prefix && i === item.terms.length - 1
        ? matched.some((found) => found.startsWith(term))
        : matched.includes(term),
    ),
  );
}

function singleTerms(item: Clause): Clause[] {
  return item.terms.map((term, i) => ({ terms: [term], prefix: item.prefix && i === item.terms.length - 1 }));
}

function toLunrTokens(field: unknown): lunr.Token[] {
  const terms = typeof field === 'string' ? indexTextBigramsOnly(field) : '';
  return terms
    .split(' ')
    .filter((term) => term.length > 0)
    .map((term) => new lunr.Token(term, {}));
}
