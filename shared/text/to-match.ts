import { type Clause, distinct, type ParseQueryOptions, parseQuery, type QueryUnit } from './query.ts';

/** Phrases in one expression. SQLite's own limit for the depth of an expression is 256. */
export const MOST_CLAUSES = 128;

/**
 * The FTS5 expression for what a person typed, or null where nothing in it can be searched for. Loose: any word may
 * match and the rank decides. `planQuery` of shared/search is the better door where document counts are at hand.
 */
export function toMatch(query: string, options: ParseQueryOptions = { prefix: false }): string | null {
  return looseMatch(parseQuery(query, options));
}

/** Any clause of any word. */
export function looseMatch(units: readonly QueryUnit[]): string | null {
  return anyOf(units.flatMap((unit) => unit.rank));
}

/** Every word, in one of its forms. The clauses of `ranking` need not match; they only help the order. */
export function strictMatch(units: readonly QueryUnit[], ranking: readonly Clause[]): string | null {
  const needed = units.filter((unit) => unit.need.length > 0);
  if (needed.length === 0) return null;
  const needs = needed.map((unit) => group(anyOf(unit.need)!));
  const known = new Set(needed.flatMap((unit) => unit.need.map(toFts)));
  const more = ranking.filter((item) => !known.has(toFts(item)));
  if (more.length === 0) return needs.join(' AND ');
  // FTS5 has no "if you can" operator: a further AND over clauses that hold the first word's too gives the same matches.
  return [...needs, group(anyOf([...needed[0]!.need, ...more])!)].join(' AND ');
}

export function anyOf(clauses: readonly Clause[]): string | null {
  const phrases = distinct(clauses).slice(0, MOST_CLAUSES).map(toFts);
  return phrases.length > 0 ? phrases.join(' OR ') : null;
}

function group(expression: string): string {
  return `(${expression})`;
}

/** A quoted FTS5 string. Terms hold only letters, marks, digits and our own marker; doubling quotes is a second wall. */
function toFts(item: Clause): string {
  return `"${item.terms.join(' ').replaceAll('"', '""')}"${item.prefix ? '*' : ''}`;
}
