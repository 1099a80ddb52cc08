/** Time of a whole search call against the bare FTS5 statement, in a made-up library of mixed scripts. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FTS_RANK_SQL, FTS_TABLE_SQL, FTS_VOCABULARY_SQL } from '../../shared/search/fts-schema.ts';
import { indexFields } from '../../shared/search/index-fields.ts';
import { planQuery, rememberCounts, searchByPlan } from '../../shared/search/plan-query.ts';

/** Letters to build words from, one entry per script; the made-up words follow Zipf's law as real ones do. */
const SYLLABLES: readonly (readonly [string, string, number])[] = [
  ['ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu an er in ol us', ' ', 5],
  ['کا رد می شو دن با زا ری تو لی خا نه ور سا گف تا پا نی مو جب', ' ', 5],
  ['น้ำ มัน เครื่อง ซ่อม ลูก ค้า บริ การ สิน ใบ แจ้ง หนี้ ราย งาน ปัญ หา ระ บบ', '', 5],
  [
    '客 户 合 同 审 批 流 程 机 器 维 修 订 单 交 付 问 题 服 务 数 据 系 统 更 新 付 款 发 票 地 址 仓 库',
    '',
    2,
  ],
];
const WORDS_PER_SCRIPT = 20_000;
const QUERIES = 400;

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
  const vocabularies = SYLLABLES.map((script) => makeWords(script, random));
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.exec(FTS_TABLE_SQL('search'));
  db.exec(FTS_VOCABULARY_SQL('vocabulary', 'search'));
  const insert = db.prepare('INSERT INTO search (rowid, title, headings, body) VALUES (?, ?, ?, ?)');
  let bytes = 0;
  const started = performance.now();
  for (let from = 0; from < records; from += 1000) {
    db.transaction(() => {
      for (let id = from; id < Math.min(records, from + 1000); id += 1) {
        const [words, gap] = vocabularies[id % vocabularies.length]!;
        const sentence = (length: number) => Array.from({ length }, () => pick(words, random)).join(gap);
        const fields = { title: sentence(6), headings: '', body: `${sentence(60)}. ${sentence(60)}.` };
        bytes += Buffer.byteLength(fields.title + fields.body);
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
  const select = db
    .prepare(`SELECT rowid FROM search WHERE search MATCH ? ORDER BY ${FTS_RANK_SQL('search')} LIMIT ?`)
    .pluck();
  const run = (match: string, limit: number) => select.all(match, limit) as number[];

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
      const full = Array.from({ length }, () => pick(words, random)).join(gap);
      const query = prefix ? full.slice(0, Math.max(2, full.length - 2)) : full;
      const before = performance.now();
      const plan = planQuery(query, { prefix, df, total: records });
      if (plan) searchByPlan(plan, 20, run);
      whole.push(performance.now() - before);
      if (!plan) continue;
      // The same expressions once more, without any of our own work around them.
      const again = performance.now();
      if (run(plan.match, 20).length < 20 && plan.fallback) run(plan.fallback, 20);
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
  [syllables, gap, longest]: (typeof SYLLABLES)[number],
  random: () => number,
): readonly [readonly string[], string] {
  const parts = syllables.split(' ');
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
