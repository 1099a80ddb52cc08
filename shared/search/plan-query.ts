import { type Clause, distinct, parseQuery, type QueryUnit } from '../text/query.ts';
import { anyOf, strictMatch } from '../text/to-match.ts';

/** How many documents hold a term. Must be cheap: see `rememberCounts`. */
export type DocumentCount = (term: string) => number;

export type PlanOptions = {
  /** The last word may be unfinished. */
  readonly prefix: boolean;
  readonly df?: DocumentCount;
  /** Documents in the table; used with `df`. */
  readonly total?: number;
};

/**
 * What to ask the full-text table. Run `match` first; where it gives fewer rows than wanted and `fallback` is there,
 * run `fallback` and append the rows that are new (`searchByPlan` does both).
 */
export type QueryPlan = {
  readonly match: string;
  readonly fallback: string | null;
  /** For highlights and "why did this match": the words in order. */
  readonly units: readonly QueryUnit[];
};

/** Up to this many words a person means all of them; longer queries are questions, where any word may be missing. */
const MOST_STRICT_UNITS = 4;
/** Postings an any-word query may read; the commonest words go first. About 10 ms on a small machine. */
const POSTINGS_BUDGET = 60_000;
/** Beyond half of the documents bm25 gives a word no weight at all. */
const COMMON = 0.5;
const SHORTEST_SPLIT = 2;

/** The plan for what a person typed, or null where nothing in it can be searched for. Never throws. */
export function planQuery(query: string, options: PlanOptions): QueryPlan | null {
  const parsed = parseQuery(query, { prefix: options.prefix });
  const units = options.df ? withSpacings(parsed, options.df) : parsed;
  const loose = anyOf(selectClauses(units, options));
  if (loose === null) return null;
  const strict = units.length <= MOST_STRICT_UNITS ? strictMatch(units) : null;
  return strict === null || strict === loose
    ? { match: loose, fallback: null, units }
    : { match: strict, fallback: loose, units };
}

/** Drops words that would cost much and tell little. The rarest always stay. */
function selectClauses(units: readonly QueryUnit[], options: PlanOptions): Clause[] {
  const clauses = distinct(units.flatMap((unit) => unit.rank));
  const { df, total } = options;
  if (!df || !total) return clauses;
  const counted = clauses
    .map((item) => ({ item, count: Math.min(...item.terms.map(df)) }))
    .filter(({ item, count }) => item.prefix || count > 0)
    .toSorted((a, b) => a.count - b.count);
  const kept: Clause[] = [];
  let postings = 0;
  for (const { item, count } of counted) {
    const fits = count <= total * COMMON && postings + count <= POSTINGS_BUDGET;
    if (!fits && kept.length > 0) break;
    kept.push(item);
    postings += count;
  }
  return kept.length > 0 ? kept : clauses;
}

/** Persian compounds are written in one, with a zero-width non-joiner, or in two: try the other ways that exist here. */
function withSpacings(units: readonly QueryUnit[], df: DocumentCount): QueryUnit[] {
  return units.map((unit, i) => {
    if (unit.script !== 'arabic') return unit;
    const more: Clause[] = [];
    const next = units[i + 1];
    const previous = units[i - 1];
    for (const pair of [previous && [previous, unit], next && [unit, next]]) {
      if (!pair || pair.some((one) => one!.script !== 'arabic')) continue;
      const joined = pair.map((one) => one!.text).join('');
      if (df(joined) > 0) more.push({ terms: [joined], prefix: false });
    }
    if (df(unit.text) === 0) more.push(...splits(unit.text, df));
    return more.length > 0
      ? { ...unit, need: distinct([...unit.need, ...more]), rank: distinct([...unit.rank, ...more]) }
      : unit;
  });
}

function splits(word: string, df: DocumentCount): Clause[] {
  const found: { readonly terms: readonly string[]; readonly count: number }[] = [];
  for (let at = SHORTEST_SPLIT; at <= word.length - SHORTEST_SPLIT && word.length <= 24; at += 1) {
    const terms = [word.slice(0, at), word.slice(at)];
    const count = Math.min(...terms.map(df));
    if (count > 0) found.push({ terms, count });
  }
  return found
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 2)
    .map(({ terms }) => ({ terms, prefix: false }));
}

/**
 * Runs a plan: `run` executes one expression in rank order, at most `limit` rows. Rows of the strict expression come
 * first; the loose one is only asked when they are too few.
 */
export function searchByPlan<Id extends number | string>(
  plan: QueryPlan,
  limit: number,
  run: (match: string, limit: number) => readonly Id[],
): Id[] {
  const first = run(plan.match, limit);
  if (first.length >= limit || plan.fallback === null) return [...first];
  const seen = new Set(first);
  const more = run(plan.fallback, limit).filter((id) => !seen.has(id));
  return [...first, ...more].slice(0, limit);
}

/** Keeps the last counts, because counting a common term reads all its postings. Forget it after a large import. */
export function rememberCounts(count: DocumentCount, most = 5000): DocumentCount {
  const known = new Map<string, number>();
  return (term) => {
    const hit = known.get(term);
    if (hit !== undefined) return hit;
    if (known.size >= most) known.delete(known.keys().next().value!);
    const counted = count(term);
    known.set(term, counted);
    return counted;
  };
}
