/** Time of a whole search call against the bare FTS5 statement, in a made-up library of mixed scripts. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FTS_RANK_SQL, FTS_TABLE_SQL, FTS_VOCABULARY_SQL } from '../../shared/search/fts-schema.ts';
import { indexFields } from '../../shared/search/index-fields.ts';
import { planQuery, rememberCounts, searchByPlan } from '../../shared/search/query-plan.ts';

const consonants = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
const pairs = (heads: readonly string[], tails: readonly string[]) =>
  heads.flatMap((head) => tails.map((tail) => head + tail));

/** Syllables to build words from, what stands between words, and the longest word in syllables, per script. */
const SCRIPTS: readonly (readonly [readonly string[], string, number])[] = [
  [pairs([...'bcdfghjklmnprstvw'], ['a', 'e', 'i', 'o', 'u', 'an', 'er', 'in', 'ol', 'us']), ' ', 3],
  [pairs([...'بپتجچخدرزسشفقکگلمن'], ['ا', 'ی', 'و', 'ر', 'ن', 'م', 'د']), ' ', 3],
  [pairs(consonants(0x0e01, 0x0e2b), ['า', 'ี', 'ู', 'ิน', 'าง', 'ัด', '่อ']), '', 3],
  [consonants(0x4e00, 0x4e00 + 2500), '', 2],
];
const WORDS_PER_SCRIPT = 20_000;
const QUERIES = 400;
const FUNCTION_WORDS = 100;

export function measureSpeed(records: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-bench-'));
  try {
    measureIn(join(folder, 'bench.db'), records);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureIn(file: string, records: number): void {
  const random = mulberry32(20_260_101);
  const vocabularies = SCRIPTS.map((script) => makeWords(script, random));
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.exec(FTS_TABLE_SQL('search'));
  db.exec(FTS_VOCABULARY_SQL('vocabulary', 'search'));
  const insert = db.prepare('INSERT INTO search (rowid, title, headings, body) VALUES (?, ?, ?, ?)');
  const titles: string[] = [];
  let bytes = 0;
  const started = performance.now();
  for (let from = 0; from < records; from += 1000) {
    db.transaction(() => {
      for (let id = from; id < Math.min(records, from + 1000); id += 1) {
        const [words, gap] = vocabularies[id % vocabularies.length]!;
        const sentence = (length: number) => Array.from({ length }, () => pick(words, random)).join(gap);
        const fields = { title: sentence(6), headings: '', body: `${sentence(60)}. ${sentence(60)}.` };
        bytes += Buffer.byteLength(fields.title + fields.body);
        titles.push(fields.title);
        const terms = indexFields(fields);
        insert.run(id, terms.title, terms.headings, terms.body);
      }
    })();
  }
  const seconds = (performance.now() - started) / 1000;
  db.pragma('wal_checkpoint(TRUNCATE)');
  console.log(
    `\n${records} records, ${(bytes / 1e6).toFixed(0)} MB of text, indexed in ${seconds.toFixed(0)} s`,
  );
  console.log(`index ${(statSync(file).size / bytes).toFixed(2)} x the text`);
  const count = db.prepare('SELECT doc FROM vocabulary WHERE term = ?').pluck();
  const df = rememberCounts((term) => (count.get(term) as number | undefined) ?? 0);
  const select = db.prepare(
    `SELECT rowid AS id, ${FTS_RANK_SQL('search')} AS score FROM search WHERE search MATCH ? ORDER BY score LIMIT ?`,
  );
  const bareRun = (match: string, limit: number) =>
    select.all(match, limit) as { id: number; score: number }[];
  const run = (match: string, limit: number) =>
    bareRun(match, limit).map((row) => ({ ...row, title: titles[row.id]! }));

  for (const [name, lengths, prefix] of [
    ['1 to 3 words', [1, 2, 3], false],
    ['questions of 8 to 16 words', [8, 12, 16], false],
    ['as you type', [1, 2], true],
  ] as const) {
    const whole: number[] = [];
    const bare: number[] = [];
    for (let i = 0; i < QUERIES; i += 1) {
      const [words, gap] = vocabularies[i % vocabularies.length]!;
      const length = lengths[i % lengths.length]!;
      const full = Array.from({ length }, () => pickTelling(words, random)).join(gap);
      const query = prefix ? full.slice(0, Math.max(2, full.length - 2)) : full;
      const before = performance.now();
      const plan = planQuery(query, { prefix, df, total: records });
      if (plan) searchByPlan(plan, 20, run);
      whole.push(performance.now() - before);
      if (!plan) continue;
      // The same expressions once more, without any of our own work around them.
      const again = performance.now();
      if (bareRun(plan.match, 20).length < 20 && plan.fallback) bareRun(plan.fallback, 20);
      bare.push(performance.now() - again);
    }
    console.log(`${name.padEnd(28)} whole call ${times(whole)}   bare statement ${times(bare)}`);
  }
  db.close();
}

function times(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

function makeWords(
  [parts, gap, longest]: (typeof SCRIPTS)[number],
  random: () => number,
): readonly [readonly string[], string] {
  const words = new Set<string>();
  for (let tries = 0; words.size < WORDS_PER_SCRIPT && tries < WORDS_PER_SCRIPT * 10; tries += 1) {
    const length = 1 + Math.floor(random() * longest);
    words.add(Array.from({ length }, () => parts[Math.floor(random() * parts.length)]!).join(''));
  }
  return [[...words], gap];
}

/** A word by Zipf's law: the first is the commonest. */
function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(words.length ** random()) - 1] ?? words[0]!;
}

/** Nobody searches for the commonest words of a language; in real queries the analyser leaves them out. */
function pickTelling(words: readonly string[], random: () => number): string {
  const rank = FUNCTION_WORDS * (words.length / FUNCTION_WORDS) ** random();
  return words[Math.floor(rank) - 1] ?? words[FUNCTION_WORDS]!;
}

/** A small seeded generator, so that two runs measure the same library. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
