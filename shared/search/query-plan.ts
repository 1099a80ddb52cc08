import { analyse } from '../text/analyse.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { type Clause, distinct, type QueryUnit, readQuery } from '../text/query.ts';
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
  /** Words of the query side by side. Never a condition: its scores only help `rerank`. */
  readonly near: string | null;
  /** For highlights and "why did this match": the words in order. */
  readonly units: readonly QueryUnit[];
  /** What `rerank` looks for in titles. */
  readonly titleTerms: readonly string[];
};

/**
 * Up to this many words a person means all of them. Longer queries, and those with as many question words as others,
 * are questions, where any word may be missing from the answer.
 */
const MOST_STRICT_UNITS = 4;
/** Postings an any-word query may read; the commonest words go first. About 10 ms on a small machine. */
const POSTINGS_BUDGET = 30_000;
/** Postings that looking for neighbours may read: positions are dearer than rows, and this is only for the order. */
const NEAR_BUDGET = 20_000;
/** Beyond half of the documents bm25 gives a word no weight at all. */
const COMMON = 0.5;
/** Letters of a Persian compound, and of its parts. */
const SHORTEST_COMPOUND = 5;
const LONGEST_COMPOUND = 24;
const SHORTEST_SPLIT = 2;

/** The plan for what a person typed, or null where nothing in it can be searched for. Never throws. */
export function planQuery(query: string, options: PlanOptions): QueryPlan | null {
  const read = readQuery(query, { prefix: options.prefix });
  const short = read.units.length <= MOST_STRICT_UNITS && read.dropped * 2 <= read.units.length;
  const units = options.df && short ? withSpacings(read.units, options.df) : read.units;
  const ranking = affordable(distinct(units.flatMap((unit) => unit.rank)), options);
  const loose = anyOf(ranking);
  if (loose === null) return null;
  const strict = short ? strictMatch(affordableNeeds(units, options), ranking) : null;
  const titleTerms = [...new Set(titleTermsOf(query.slice(0, LONGEST_TITLE)))];
  const near = anyOf(affordablePairs(read.pairs, options));
  return strict === null || strict === loose
    ? { match: loose, fallback: null, near, units, titleTerms }
    : { match: strict, fallback: loose, near, units, titleTerms };
}

/** Leaves out clauses that would cost much and tell little. The rarest always stay. */
function affordable(clauses: readonly Clause[], options: PlanOptions): readonly Clause[] {
  const { df, total } = options;
  if (!df || !total) return clauses;
  const kept: Clause[] = [];
  let postings = 0;
  for (const { item, count } of clauses
    .map((one) => ({ item: one, count: clauseCount(one, df) }))
    .toSorted(byCount)) {
    if (count === 0 && !item.prefix) continue;
    if (kept.length > 0 && (count > total * COMMON || postings + count > POSTINGS_BUDGET)) break;
    kept.push(item);
    postings += count;
  }
  return kept.length > 0 ? kept : clauses;
}

/** The rarest neighbours. Both words of each are read, wherever they stand. */
function affordablePairs(pairs: readonly Clause[], { df }: PlanOptions): readonly Clause[] {
  if (!df) return [];
  let postings = 0;
  return pairs
    .filter((item) => clauseCount(item, df) > 0)
    .map((item) => ({ item, count: item.terms.reduce((sum, term) => sum + df(term), 0) }))
    .toSorted(byCount)
    .filter(({ count }) => {
      postings += count;
      return postings <= NEAR_BUDGET;
    })
    .map(({ item }) => item);
}

/** Insists on the rare words only, where insisting on all would read too much. */
function affordableNeeds(units: readonly QueryUnit[], options: PlanOptions): readonly QueryUnit[] {
  const { df } = options;
  if (!df) return units;
  let postings = 0;
  return units
    .filter((unit) => unit.need.length > 0)
    .map((unit) => ({ unit, count: unit.need.reduce((sum, item) => sum + clauseCount(item, df), 0) }))
    .toSorted(byCount)
    .filter(({ count }, i) => {
      postings += count;
      return i === 0 || postings <= POSTINGS_BUDGET;
    })
    .map(({ unit }) => unit);
}

function byCount(a: { readonly count: number }, b: { readonly count: number }): number {
  return a.count - b.count;
}

function clauseCount(item: Clause, df: DocumentCount): number {
  return Math.min(...item.terms.map(df));
}

/** Persian compounds are written in one, with a zero-width non-joiner, or in two: accept the other ways that exist here. */
function withSpacings(units: readonly QueryUnit[], df: DocumentCount): QueryUnit[] {
  return units.map((unit, i) => {
    if (unit.script !== 'arabic') return unit;
    const more = splits(unit.text, df);
    for (const [first, second] of [
      [units[i - 1], unit],
      [unit, units[i + 1]],
    ]) {
      if (first?.script !== 'arabic' || second?.script !== 'arabic') continue;
      const joined = first.text + second.text;
      if (df(joined) > 0) more.push({ terms: [joined], prefix: false });
    }
    if (more.length === 0) return unit;
    // Other spellings widen what matches; they order the results only where the word as typed is unknown.
    const rank = df(unit.text) === 0 ? distinct([...unit.rank, ...more]) : unit.rank;
    return { ...unit, need: distinct([...unit.need, ...more]), rank };
  });
}

function splits(word: string, df: DocumentCount): Clause[] {
  const found: { readonly terms: readonly string[]; readonly count: number }[] = [];
  if (word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND) return [];
  for (let at = SHORTEST_SPLIT; at <= word.length - SHORTEST_SPLIT; at += 1) {
    const terms = [word.slice(0, at), word.slice(at)];
    const count = Math.min(...terms.map(df));
    if (count > 0) found.push({ terms, count });
  }
  return found
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 2)
    .map(({ terms }) => ({ terms, prefix: false }));
}

/** One row of a result. `score` is bm25 as FTS5 gives it: below zero, smaller is better. */
export type Candidate = { readonly id: number | string; readonly score: number; readonly title: string };

/** Best rows whose titles are looked at. */
export const RERANKED = 50;
/** Best rows of `near` that are asked for. */
export const NEAR_ROWS = 500;
/** Share of the neighbours' bm25 that is added. From 0.1 to 0.2 all judged sets gain; from 0.3 English loses a little. */
const NEAR_GAIN = 0.2;
const TITLE_GAIN = 0.6;
const LONGEST_TITLE = 400;

/** Scores of the rows of `near` by id. */
export type NearScores = ReadonlyMap<number | string, number>;

/**
 * Orders rows again by what bm25 cannot see: words of the query that stand side by side in the record, and how much of
 * the title the query says, because a question that names a record is about that record. The latter grows with the
 * square of the share, so that one common word in a title adds little.
 */
export function rerank<Row extends Candidate>(
  plan: QueryPlan,
  rows: readonly Row[],
  near: NearScores = new Map(),
): Row[] {
  const asked = new Set(plan.titleTerms);
  return rows
    .map((row) => {
      const score = row.score + NEAR_GAIN * (near.get(row.id) ?? 0);
      return { row, score: score * (1 + TITLE_GAIN * titleShare(row.title, asked) ** 2) };
    })
    .toSorted((a, b) => a.score - b.score)
    .map(({ row }) => row);
}

function titleShare(title: string, asked: ReadonlySet<string>): number {
  const terms = titleTermsOf(title.slice(0, LONGEST_TITLE));
  const telling = terms.filter((term) => !isFunctionWord(term));
  const counted = telling.length > 0 ? telling : terms;
  return counted.length > 0 ? counted.filter((term) => asked.has(term)).length / counted.length : 0;
}

/** Stems and bigrams: one term for each word or pair of letters. */
function titleTermsOf(text: string): string[] {
  const tokens = analyse(text, { segments: false });
  const stemmed = new Set(tokens.filter((token) => token.kind === 'stem').map((token) => token.pos));
  return tokens
    .filter(
      (token, i) =>
        token.kind === 'stem' ||
        token.kind === 'bigram' ||
        (token.kind === 'word' && !stemmed.has(token.pos)) ||
        (token.kind === 'tail' && tokens[i - 1]?.end !== token.end),
    )
    .map((token) => token.term);
}

/**
 * Runs a plan and gives at most `limit` rows, best first: `run` executes one expression in rank order, at most as many
 * rows as it is told. Rows of the strict expression come first; the loose one is only asked when they are too few.
 */
export function searchByPlan<Row extends Candidate>(
  plan: QueryPlan,
  limit: number,
  run: (match: string, limit: number) => readonly Row[],
): Row[] {
  const wanted = Math.max(limit, RERANKED);
  const first = run(plan.match, wanted);
  const near: NearScores =
    plan.near === null ? new Map() : new Map(run(plan.near, NEAR_ROWS).map((row) => [row.id, row.score]));
  const best = [...rerank(plan, first.slice(0, RERANKED), near), ...first.slice(RERANKED)];
  if (best.length >= limit || plan.fallback === null) return best.slice(0, limit);
  const seen = new Set(best.map((row) => row.id));
  const more = run(plan.fallback, wanted).filter((row) => !seen.has(row.id));
  return [...best, ...rerank(plan, more.slice(0, RERANKED), near), ...more.slice(RERANKED)].slice(0, limit);
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
