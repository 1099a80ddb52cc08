import { analyse, isIndexed, SEGMENT_MARK, type Token } from './analyse.ts';
import { isFunctionWord } from './function-words.ts';
import { isPersianPrefix, isPersianSuffix, persianStem } from './persian-affix.ts';

/** One term, or several that must follow each other; `prefix` lets the last one go on. */
export type Clause = { readonly terms: readonly string[]; readonly prefix: boolean };

/**
 * One word of the query. A strict match needs one clause of `need`; a loose match is ranked by every clause of `rank`.
 * `need` is empty where the word is too little to insist on.
 */
export type QueryUnit = {
  readonly text: string;
  readonly script: 'spaced' | 'arabic' | 'unspaced';
  readonly need: readonly Clause[];
  readonly rank: readonly Clause[];
  readonly functionWord: boolean;
};

export type ParseQueryOptions = {
  /** The last word may be unfinished (search as you type). */
  readonly prefix: boolean;
  /** False for an index made with `indexTextBigramsOnly`. */
  readonly segments?: boolean;
};

/** UTF-16 units of a query that are read; the rest cannot make a search better. */
const LONGEST_QUERY = 1000;
/** Words of a query that are used. */
export const MOST_UNITS = 48;

/** A query as read: the words to search with, and how many of its words only shape the question. */
export type ReadQuery = {
  readonly units: readonly QueryUnit[];
  readonly dropped: number;
  /** Neighbours as typed, two by two, question words too; only for scripts that put spaces between words. */
  readonly pairs: readonly Clause[];
};

/**
 * Every character the person typed is plain text here: there are no operators, so nothing can be wrong with a query.
 * The words come in order; an empty list means that nothing can be searched for.
 */
export function readQuery(query: string, options: ParseQueryOptions): ReadQuery {
  const text = query.slice(0, LONGEST_QUERY);
  const tokens = analyse(text, { segments: options.segments ?? true });
  const groups = mergeAffixes(groupTokens(tokens), text);
  const open = options.prefix && groups.length > 0 && groups.at(-1)!.end === text.length;
  const units = groups.slice(0, MOST_UNITS).map((group, i) => toUnit(group, open && i === groups.length - 1));
  const telling = units.filter((unit) => !unit.functionWord);
  const kept = telling.length > 0 ? telling : units;
  // A single letter of an unspaced script is only worth insisting on when there is nothing else.
  const sure = kept.some((unit) => unit.need.length > 0)
    ? kept
    : kept.map((unit) => ({ ...unit, need: unit.rank }));
  return {
    units: sure,
    dropped: units.length - kept.length,
    pairs: neighbours(groups.slice(0, MOST_UNITS), text, open),
  };
}

/** The words of `readQuery`. */
export function parseQuery(query: string, options: ParseQueryOptions): readonly QueryUnit[] {
  return readQuery(query, options).units;
}

type Group = {
  readonly tokens: readonly Token[];
  /** A dictionary word and the one right after it, which stand side by side in the index too. */
  readonly pair?: readonly [string, string];
  readonly start: number;
  readonly end: number;
  readonly script: QueryUnit['script'];
};

const HAN_SEGMENT = new RegExp(`^${SEGMENT_MARK}[\\u3005-\\u30ff\\u3400-\\u9fff]`);
const ARABIC = /^[\u0600-\u08ff]/;

/** Tokens that belong to one word of the query: same place, same joined word, same run of an unspaced script. */
function groupTokens(tokens: readonly Token[]): Group[] {
  const joined = tokens.filter((token) => token.kind === 'joined');
  const groups: { tokens: Token[]; start: number; end: number; script: QueryUnit['script'] }[] = [];
  let previousKind: Token['kind'] | undefined;
  for (const token of tokens) {
    const last = groups.at(-1);
    const unspaced = token.kind === 'bigram' || token.kind === 'tail' || token.kind === 'segment';
    const script = unspaced ? 'unspaced' : ARABIC.test(token.term) ? 'arabic' : 'spaced';
    const together =
      last !== undefined &&
      last.script === script &&
      (script === 'unspaced'
        ? token.kind === 'segment' || previousKind === 'bigram'
        : token.kind !== 'word' || joined.some((j) => j.start <= last.start && token.end <= j.end));
    if (together) {
      last.tokens.push(token);
      last.end = Math.max(last.end, token.end);
    } else {
      groups.push({ tokens: [token], start: token.start, end: token.end, script });
    }
    previousKind = token.kind;
  }
  return groups.flatMap((group) => (group.script === 'unspaced' ? splitRun(group) : [group]));
}

/**
 * A run without spaces becomes one group per stretch of dictionary words that carries meaning. Neighbouring one-letter
 * words are taken together: they are usually a name that the dictionary does not know.
 */
function splitRun(run: Group): Group[] {
  const letters = run.tokens.filter((token) => token.kind !== 'segment');
  const segments = run.tokens.filter((token) => token.kind === 'segment');
  if (segments.length === 0) return [run];
  const groups: {
    tokens: Token[];
    start: number;
    end: number;
    script: 'unspaced';
    single: boolean;
    pair?: readonly [string, string];
  }[] = [];
  let previous: Token | undefined;
  for (const segment of segments) {
    const single = letters.filter((t) => t.start >= segment.start && t.start < segment.end).length === 1;
    const last = groups.at(-1);
    const plain = !isFunctionWord(segment.term.slice(SEGMENT_MARK.length));
    // Not for Han, where most words are left out of the index and neighbours there need not be neighbours here.
    if (last && previous?.end === segment.start && !HAN_SEGMENT.test(segment.term)) {
      last.pair = [previous.term, segment.term];
    }
    previous = segment;
    if (last?.single && single && plain && last.end === segment.start) {
      last.tokens.push(segment);
      last.end = segment.end;
    } else {
      groups.push({
        tokens: [segment],
        start: segment.start,
        end: segment.end,
        script: 'unspaced',
        single: single && plain,
      });
    }
  }
  for (const letter of letters) {
    // A bigram across two words goes with the first of them; it helps ranking where the dictionary cut wrongly.
    const owner = groups.find((g) => letter.start >= g.start && letter.start < g.end);
    const whole = letter.kind === 'bigram' || letters.length === 1;
    if (owner && whole) owner.tokens.push(letter);
  }
  return groups;
}

/** `می خواهم` and `کتاب ها` typed with a space are one word each. */
function mergeAffixes(groups: readonly Group[], text: string): Group[] {
  const merged: Group[] = [];
  for (const group of groups) {
    const last = merged.at(-1);
    if (
      last &&
      last.script === 'arabic' &&
      group.script === 'arabic' &&
      /^[ \u00a0]$/.test(text.slice(last.end, group.start))
    ) {
      const left = words(last);
      const right = words(group);
      if (
        (left.length === 1 && isPersianPrefix(left[0]!)) ||
        (right.length === 1 && isPersianSuffix(right[0]!))
      ) {
        merged[merged.length - 1] = { ...last, tokens: [...last.tokens, ...group.tokens], end: group.end };
        continue;
      }
    }
    merged.push(group);
  }
  return merged;
}

/** The terms as they follow each other in the index: a stem stands in the place of its word. */
function neighbours(groups: readonly Group[], text: string, open: boolean): Clause[] {
  const whole = open ? groups.slice(0, -1) : groups;
  const pairs: Clause[] = [];
  let previous: { readonly term: string; readonly end: number } | undefined;
  for (const group of whole) {
    if (group.script === 'unspaced') {
      previous = undefined;
      continue;
    }
    const terms = placedTerms(group);
    if (previous && /^\s+$/.test(text.slice(previous.end, group.start)))
      pairs.push(clause([previous.term, terms[0]!]));
    if (terms.length > 1) pairs.push(clause(terms));
    previous = { term: terms.at(-1)!, end: group.end };
  }
  return distinct(pairs);
}

function placedTerms(group: Group): string[] {
  const stems = new Map(
    group.tokens.filter((token) => token.kind === 'stem').map((token) => [token.pos, token.term]),
  );
  return group.tokens
    .filter((token) => token.kind === 'word')
    .map((token) => stems.get(token.pos) ?? token.term);
}

function words(group: Group): string[] {
  return group.tokens.filter((token) => token.kind === 'word').map((token) => token.term);
}

function toUnit(group: Group, open: boolean): QueryUnit {
  if (group.script === 'unspaced') return unspacedUnit(group, open);
  return group.script === 'arabic' ? arabicUnit(group, open) : spacedUnit(group, open);
}

function spacedUnit(group: Group, open: boolean): QueryUnit {
  const word = group.tokens[0]!.term;
  const stem = group.tokens.find((token) => token.kind === 'stem')?.term ?? word;
  const rank = open ? distinct([clause([stem]), clause([word], true)]) : [clause([stem])];
  return { text: word, script: 'spaced', need: rank, rank, functionWord: isFunctionWord(word) && !open };
}

function arabicUnit(group: Group, open: boolean): QueryUnit {
  const parts = words(group);
  const joined = parts.join('');
  const telling = parts.filter(
    (part) => !isPersianPrefix(part) && !isPersianSuffix(part) && !isFunctionWord(part),
  );
  const light = persianStem(joined);
  const need = [clause([joined], open), clause(parts, open), clause([light])];
  if (telling.length === 1 && parts.length > 1) need.push(clause([telling[0]!]));
  // One clause for one word: bm25 would count a word twice that matches with and without its suffix (measured).
  const rank = [...(open ? [clause([joined], true)] : []), clause([light])];
  if (telling.length > 1) rank.push(clause(parts));
  return {
    text: joined,
    script: 'arabic',
    need: distinct(need),
    rank: distinct(rank),
    functionWord: !open && (isFunctionWord(joined) || (telling.length === 0 && parts.every(isFunctionWord))),
  };
}

function unspacedUnit(group: Group, open: boolean): QueryUnit {
  const segments = group.tokens.filter((token) => token.kind === 'segment');
  const bigrams = group.tokens.filter((token) => token.kind === 'bigram');
  const inside = bigrams.filter((token) => token.end <= group.end);
  const lone = group.tokens.find((token) => token.kind === 'tail');
  const text = segments.map((token) => token.term.slice(SEGMENT_MARK.length)).join('');
  const functionWord =
    segments.length > 0 && segments.every((s) => isFunctionWord(s.term.slice(SEGMENT_MARK.length)));
  const letters =
    inside.length > 0
      ? [
          clause(
            inside.map((token) => token.term),
            open,
          ),
        ]
      : lone
        ? [clause([lone.term], true)]
        : [];
  const rank = [
    ...segments.filter(isIndexed).map((token) => clause([token.term])),
    ...bigrams.map((token) => clause([token.term])),
    ...(group.pair ? [clause(group.pair)] : []),
    ...(lone ? [clause([lone.term], true)] : []),
  ];
  return {
    text,
    script: 'unspaced',
    need: letters,
    rank: distinct(rank),
    functionWord: functionWord && !open,
  };
}

function clause(terms: readonly string[], prefix = false): Clause {
  return { terms, prefix };
}

/** Removes equal clauses, and a whole word beside the same word as a prefix. */
export function distinct(clauses: readonly Clause[]): Clause[] {
  const seen = new Map<string, Clause>();
  for (const item of clauses) {
    const key = item.terms.join(' ');
    const known = seen.get(key);
    if (!known || (item.prefix && !known.prefix)) seen.set(key, item);
  }
  return [...seen.values()];
}
