import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FTS_RANK_SQL, FTS_TABLE_SQL, FTS_VOCABULARY_SQL } from '../../shared/search/fts-schema.ts';
import { indexFields } from '../../shared/search/index-fields.ts';
import {
  planQuery,
  type QueryPlan,
  rememberCounts,
  rerank,
  searchByPlan,
} from '../../shared/search/query-plan.ts';
import { toMatch } from '../../shared/text/to-match.ts';

const RECORDS = [
  'من كتاب\u200cهاي زيادي مي\u200cخوانم و نرم\u200cافزار می\u200cنویسم', // 0: Arabic keyboard, ZWNJ
  'کتابهای زیادی میخوانم و نرمافزار مینویسم', // 1: joined
  'کتاب های زیادی می خوانم و نرم افزار می نویسم', // 2: spaces
  'قیمت ۱۲۳۴ تومان', // 3
  'น้ำมันเครื่องรั่วที่ซีล', // 4
  '客户的合同需要经理审批', // 5
  'The engineers were running diagnostics on pump E-1042', // 6
  'Un café à Łódź', // 7
  '打印机卡纸', // 8
] as const;

let db: Database.Database;
let find: (query: string, prefix?: boolean) => number[];
const rows = (match: string, limit: number) =>
  db
    .prepare(
      `SELECT rowid AS id, ${FTS_RANK_SQL('search')} AS score, '' AS title FROM search
       WHERE search MATCH ? ORDER BY score LIMIT ?`,
    )
    .all(match, limit) as { id: number; score: number; title: string }[];
const run = (match: string, limit: number) => rows(match, limit).map((row) => row.id);
const best = (plan: QueryPlan, limit: number) => searchByPlan(plan, limit, rows).map((row) => row.id);

beforeAll(() => {
  db = new Database(':memory:');
  db.exec(FTS_TABLE_SQL('search'));
  db.exec(FTS_VOCABULARY_SQL('vocabulary', 'search'));
  const insert = db.prepare('INSERT INTO search (rowid, title, headings, body) VALUES (?, ?, ?, ?)');
  RECORDS.forEach((body, i) => {
    const fields = indexFields({ title: '', headings: '', body });
    insert.run(i, fields.title, fields.headings, fields.body);
  });
  const count = db.prepare('SELECT doc FROM vocabulary WHERE term = ?').pluck();
  const df = rememberCounts((term) => (count.get(term) as number | undefined) ?? 0);
  find = (query, prefix = false) => {
    const plan = planQuery(query, { prefix, df, total: RECORDS.length });
    return plan ? best({ ...plan, fallback: null }, 20).toSorted((a, b) => a - b) : [];
  };
});

afterAll(() => db.close());

describe('Persian, however it is typed', () => {
  test.each([
    ['کتاب\u200cهای', 'zero-width non-joiner'],
    ['کتاب های', 'space'],
    ['کتابهای', 'joined'],
    ['كتابهاي', 'Arabic keyboard'],
    ['كتاب\u200cهاي', 'Arabic keyboard with non-joiner'],
    ['کتاب', 'bare word'],
    ['می\u200cخوانم', 'verb with non-joiner'],
    ['می خوانم', 'verb with space'],
    ['ميخوانم', 'verb joined, Arabic keyboard'],
    ['نرم\u200cافزار', 'compound with non-joiner'],
    ['نرم افزار', 'compound with space'],
    ['نرمافزار', 'compound joined'],
  ])('%s (%s)', (query) => {
    expect(find(query)).toEqual([0, 1, 2]);
  });

  test('digits of any keyboard', () => {
    for (const digits of ['۱۲۳۴', '١٢٣٤', '1234', '１２３４']) expect(find(digits)).toEqual([3]);
  });
});

describe('scripts without spaces', () => {
  test.each([
    ['น้ำมัน', 4],
    ['เครื่อง', 4],
    ['ซีล', 4],
    ['合同', 5],
    ['审批', 5],
    ['批', 5],
    ['卡纸', 8],
    ['纸', 8],
    ['合同审批', 5],
  ])('%s', (query, id) => {
    expect(find(query)).toEqual([id]);
  });

  test('letters that only stand apart are no match', () => {
    expect(find('客批')).toEqual([]);
    expect(find('มันรั่ว')).not.toContain(5);
  });
});

describe('spaced scripts', () => {
  test.each([
    ['run', 6],
    ['diagnostic', 6],
    ['ENGINEER', 6],
    ['e-1042', 6],
    ['cafe lodz', 7],
  ])('%s', (query, id) => {
    expect(find(query)).toEqual([id]);
  });

  test('as you type', () => {
    expect(find('diagn', true)).toEqual([6]);
    expect(find('engineers runn', true)).toEqual([6]);
    expect(find('diagn', false)).toEqual([]);
    expect(find('کتا', true)).toEqual([0, 1, 2]);
    expect(find('เครื', true)).toEqual([4]);
  });
});

test('every word must be there in a short query; others follow only by the fallback', () => {
  expect(find('pump running')).toEqual([6]);
  const plan = planQuery('pump café', { prefix: false })!;
  expect(run(plan.match, 20)).toEqual([]);
  expect(best(plan, 20).toSorted((a, b) => a - b)).toEqual([6, 7]);
});

describe('hostile queries', () => {
  const NAUGHTY = [
    '"',
    '""',
    '" OR "',
    "'; DROP TABLE search; --",
    'title:pump',
    'NEAR(pump running, 2)',
    'pump AND NOT running',
    '^pump + - * : ( ) { } [ ]',
    'pump*',
    '{title body}: pump',
    '\u0000pump\u0000',
    '\ud800',
    '\udc00\ud800 pump',
    '\ue000\ue001',
    '🙂🙃',
    'ﷺ',
    `a${'\u0301'.repeat(5000)}`,
    '\u202epump\u202c',
    '(((((((((((((((((((((((((((((((',
    'a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(20),
    '的',
    'what is the',
    'x'.repeat(1_000_000),
    'pump '.repeat(200_000),
    '审批'.repeat(100_000),
    'ก'.repeat(100_000),
    '\u200c\u200c',
    'ها',
    'می',
  ];

  test.each(NAUGHTY.map((query) => [query.slice(0, 40), query]))('%s', (_, query) => {
    for (const prefix of [true, false]) {
      expect(() => find(query, prefix)).not.toThrow();
      const match = toMatch(query, { prefix });
      if (match !== null) expect(() => run(match, 5)).not.toThrow();
    }
  });

  test('operators are plain words', () => {
    expect(find('running AND pump')).toEqual([6]);
    expect(find('"pump" -running')).toEqual([6]);
    expect(find('body:pump')).toEqual([]);
  });

  test('nothing to search for is no plan', () => {
    for (const query of ['', '   ', '***', '🙂']) expect(planQuery(query, { prefix: true })).toBeNull();
  });

  test('any text makes a valid expression', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(' ', '"', '*', ' AND ', ' NEAR(', 'title:', ...RECORDS),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.boolean(), (pieces, prefix) => {
        const query = pieces.join('');
        find(query, prefix);
        const match = toMatch(query, { prefix });
        if (match !== null) run(match, 5);
      }),
      { numRuns: 100 },
    );
  });
});

test('a whole text finds itself (the first three are one text, typed in three ways)', () => {
  RECORDS.forEach((text, id) => {
    const plan = planQuery(text, { prefix: false })!;
    const same = id <= 2 ? [0, 1, 2] : [id];
    expect(same).toContain(best(plan, 1)[0]);
  });
});

test('a record whose whole title is in the question comes first', () => {
  const plan = planQuery('what is the leak on pump seven', { prefix: false })!;
  const candidates = [
    { id: 1, score: -5, title: 'Valve notes' },
    { id: 2, score: -4.5, title: 'Pump leaks' },
    { id: 3, score: -4, title: 'A very long title that merely has a pump in it' },
  ];
  expect(rerank(plan, candidates).map((row) => row.id)).toEqual([2, 1, 3]);
});

test('words of the query side by side only help the order', () => {
  const df = () => 1;
  const near = (query: string) => planQuery(query, { prefix: false, df, total: 100 })!.near;
  expect(near('running the pump')).toBe('"run the" OR "the pump"');
  expect(near('نرم\u200cافزار جدید')).toBe('"نرم افزار" OR "افزار جدید"');
  expect(near('pump, running')).toBeNull();
  expect(near('泵 泄漏')).toBeNull();
  expect(planQuery('running pump', { prefix: false, df: () => 50_000, total: 100_000 })!.near).toBeNull();
  const plan = planQuery('running the pump', { prefix: false, df, total: 100 })!;
  const rows = [
    { id: 1, score: -5, title: '' },
    { id: 2, score: -4.5, title: '' },
  ];
  expect(rerank(plan, rows, new Map([[2, -4]])).map((row) => row.id)).toEqual([2, 1]);
  expect(rerank(plan, rows).map((row) => row.id)).toEqual([1, 2]);
});

test('only a plain identifier can name the table', () => {
  expect(() => FTS_TABLE_SQL('x; DROP TABLE y')).toThrow();
});
