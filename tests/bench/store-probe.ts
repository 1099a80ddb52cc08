/**
 * One library in a process of its own, as the store process has it: how long until the first answer, how long searches
 * and lists take through the whole core, how much memory is used at the end. Prints one line of JSON.
 * Run: node tests/bench/store-probe.ts FOLDER RECORDS [open|memory]; `memory` reads its queries, a JSON list, from stdin, so
 * that nothing but the store is in the process.
 */
import { readFileSync } from 'node:fs';
import { openDatabase } from '../../electron/data/open-database.ts';
import { eachRecord, itemOf } from '../../electron/data/records.ts';
import { planFor } from '../../electron/data/search.ts';
import { FINDABLE_KINDS } from '../../shared/domain/record.ts';
import { FTS_RANK_SQL } from '../../shared/search/fts-schema.ts';
import { toSearchDocument } from '../../shared/search/search-document.ts';
import { type BenchCore, openBenchCore } from './bench-core.ts';
import { mixedTexts } from './mixed-texts.ts';

type Spread = { readonly median: number; readonly p95: number };
/** Milliseconds; `cpuMean` is what this thread itself took, nearly the same on a busy machine as on an idle one. */
export type Timed = { readonly wall: Spread; readonly cpuMean: number };
type Searched = { readonly whole: Timed; readonly bare: Timed };
export type Probe = {
  /** From the start of the process to the first answer. */
  readonly openMs: number;
  readonly searches: Readonly<Record<string, Searched>>;
  readonly calls: Readonly<Record<string, Timed>>;
  readonly index: { readonly indexBytes: number; readonly textBytes: number };
  readonly rssMb: number;
};

const QUERIES = 300;
const CALLS = 15;

const folder = process.argv[2] ?? '';
const records = Number(process.argv[3]);
const mode = process.argv[4] ?? 'all';

async function searched(
  core: BenchCore,
  words: (i: number) => number,
  asYouType: boolean,
): Promise<Searched> {
  const texts = mixedTexts();
  const db = openDatabase(folder, { readOnly: true });
  const statement = db.read.prepare(
    `SELECT rowid, ${FTS_RANK_SQL('search_text')} AS score FROM search_text WHERE search_text MATCH ? ORDER BY score LIMIT ?`,
  );
  const whole = new Samples();
  const bare = new Samples();
  for (let i = -20; i < QUERIES; i += 1) {
    const text = texts.query((Math.abs(i) * 6_151 + 11) % records, words(Math.abs(i)));
    const query = asYouType ? text.slice(0, Math.max(2, text.length - 2)) : text;
    const call = () => core.client.search.query({ query, asYouType, limit: 20 });
    // In turns, so that neither always finds the other's pages warm.
    const plain = () => {
      const plan = planFor(db.read, query, asYouType);
      if (plan === null) return;
      bare.time(() => {
        if (statement.all(plan.match, 20).length < 20 && plan.fallback !== null)
          statement.all(plan.fallback, 20);
      });
    };
    if (i % 2 === 0) plain();
    await whole.timeAsync(call);
    if (i % 2 !== 0) plain();
    // The first ones only warm up.
    if (i < 0) {
      whole.forget();
      bare.forget();
    }
  }
  db.close();
  return { whole: whole.timed(), bare: bare.timed() };
}

async function listed({ client }: BenchCore): Promise<Record<string, Timed>> {
  const some = mixedTexts().query(3, 1);
  const cases = (more: object) => () => client.cases.list({ limit: 100, ...more });
  const made: Record<string, () => Promise<unknown>> = {
    'cases, newest first, top': cases({ sort: 'openedAt', descending: true }),
    'cases, newest first, middle': cases({
      sort: 'openedAt',
      descending: true,
      offset: Math.floor(records / 2),
    }),
    'cases by title, middle': cases({ sort: 'title', offset: Math.floor(records / 2) }),
    'cases by product, middle': cases({ sort: 'product', offset: Math.floor(records / 2) }),
    'cases by key, middle': cases({ sort: 'externalKey', offset: Math.floor(records / 2) }),
    'cases with a word': cases({ sort: 'openedAt', descending: true, filter: { text: some } }),
    'cases with a beginning': cases({ sort: 'openedAt', descending: true, filter: { text: 'p' } }),
    'cases that are open': cases({ sort: 'openedAt', descending: true, filter: { status: 'open' } }),
    'cases not linked': cases({ sort: 'openedAt', descending: true, filter: { linked: false } }),
    'values to filter by': () => client.cases.facets({}),
    'notes, newest first': () => client.notes.list({ sort: 'updatedAt', descending: true }),
    'notes by title': () => client.notes.list({ sort: 'title' }),
    'open questions': () => client.questions.list({ filter: { state: 'open' }, sort: 'updatedAt' }),
    topics: () => client.topics.list({ limit: 500 }),
    'the home page': () => client.home.overview({}),
    'counts of all kinds': () => client.records.counts({}),
    'the bin': () => client.records.bin({}),
    'what a picker suggests first': () => client.search.suggest({ query: '' }),
    'what a picker suggests': () => client.search.suggest({ query: some.slice(0, 3) }),
    'a misspelt word': () => client.search.query({ query: 'presurre valvve' }),
  };
  const out: Record<string, Timed> = {};
  for (const [name, call] of Object.entries(made)) {
    const samples = new Samples();
    for (let i = 0; i < CALLS; i += 1) await samples.timeAsync(call);
    out[name] = samples.timed();
  }
  return out;
}

/** Bytes of the tables of search, and of the text they make findable. */
function sizes(): Probe['index'] {
  const { read: db, close } = openDatabase(folder, { readOnly: true });
  const bytes = db
    .prepare("SELECT sum(pgsize) AS n FROM dbstat WHERE aggregate = TRUE AND name LIKE 'search%'")
    .pluck();
  let textBytes = 0;
  for (const kind of FINDABLE_KINDS) {
    for (const record of eachRecord(db, kind)) {
      const document = toSearchDocument(itemOf(kind, record), { questionTitle: () => '' });
      if (document !== null)
        textBytes += Buffer.byteLength(`${document.title}${document.headings}${document.body}`);
    }
  }
  const found = { indexBytes: bytes.get() as number, textBytes };
  close();
  return found;
}

class Samples {
  private wall: number[] = [];
  private cpu: number[] = [];

  time(work: () => void): void {
    const cpu = process.threadCpuUsage();
    const start = performance.now();
    work();
    this.note(start, cpu);
  }

  async timeAsync(work: () => Promise<unknown>): Promise<void> {
    const cpu = process.threadCpuUsage();
    const start = performance.now();
    await work();
    this.note(start, cpu);
  }

  private note(start: number, before: NodeJS.CpuUsage): void {
    this.wall.push(performance.now() - start);
    const { user, system } = process.threadCpuUsage(before);
    this.cpu.push((user + system) / 1_000);
  }

  forget(): void {
    this.wall = [];
    this.cpu = [];
  }

  timed(): Timed {
    const cpu = this.cpu.reduce((sum, one) => sum + one, 0);
    return { wall: spread(this.wall), cpuMean: cpu / Math.max(1, this.cpu.length) };
  }
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

await run();

async function run(): Promise<void> {
  const bench = await openBenchCore();
  await bench.open(folder);
  await bench.client.home.overview({});
  // Since the process began: loading our own code counts.
  const openMs = performance.now();
  const searches: Record<string, Searched> = {};
  const calls: Record<string, Timed> = {};
  if (mode === 'memory') {
    for (const query of JSON.parse(readFileSync(0, 'utf8')) as string[])
      await bench.client.search.query({ query, limit: 20 });
  }
  if (mode === 'all') {
    searches['1 to 3 words'] = await searched(bench, (i) => 1 + (i % 3), false);
    searches['questions of 8 to 14 words'] = await searched(bench, (i) => 8 + (i % 3) * 3, false);
    searches['as you type'] = await searched(bench, (i) => 1 + (i % 2), true);
    Object.assign(calls, await listed(bench));
  }
  const rssMb = process.memoryUsage().rss / 1_048_576;
  const index = mode === 'all' ? sizes() : { indexBytes: 0, textBytes: 0 };
  await bench.close();
  const probe: Probe = { openMs, searches, calls, index, rssMb };
  console.log(JSON.stringify(probe));
}
