/**
 * The one full-text table. Kept here, beside the analyser's rules, because the tokenizer string only works for
 * terms that `indexFields` wrote, and the weights were measured together with the query plan
 * (`tests/bench/search-quality.ts`).
 */

/** Columns in the order of `BM25_WEIGHTS`. All three hold analysed terms, never the user's text. */
export const FTS_COLUMNS = ['title', 'headings', 'body'] as const;

/**
 * `M*` keeps Thai vowels and tones inside a term, `Co` keeps the analyser's private-use markers, and
 * `remove_diacritics 0` stops SQLite from folding what the analyser decided to keep.
 */
export const FTS_TOKENIZE = `unicode61 remove_diacritics 0 categories 'L* N* M* Co'`;

/** bm25 weights of title, headings, body. */
export const BM25_WEIGHTS = [4, 2, 1] as const;

/** `bm25(name, 4, 2, 1)`: smaller is better, as FTS5 returns it. `name` is the table's own, trusted name. */
export function FTS_RANK_SQL(name: string): string {
  return `bm25(${trustedName(name)}, ${BM25_WEIGHTS.join(', ')})`;
}

/** The statement that creates the table. The rowid is the caller's; nothing but terms is stored. */
export function FTS_TABLE_SQL(name: string): string {
  return (
    `CREATE VIRTUAL TABLE ${trustedName(name)} USING fts5(` +
    `${FTS_COLUMNS.join(', ')}, content='', contentless_delete=1, tokenize="${FTS_TOKENIZE}")`
  );
}

/** Terms and their document counts, for `df` of `planQuery` and for "did you mean". */
export function FTS_VOCABULARY_SQL(name: string, table: string): string {
  return `CREATE VIRTUAL TABLE ${trustedName(name)} USING fts5vocab(${trustedName(table)}, 'row')`;
}

/** Names come from our own code; refusing anything but an identifier keeps that true. */
function trustedName(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name))
    throw new Error('full-text table name must be a plain identifier');
  return name;
}
