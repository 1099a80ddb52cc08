/** Ours and the engines it is compared with, behind one face: fill, then ask. */
import Database from 'better-sqlite3';
import lunr from 'lunr';
import {
  FTS_RANK_SQL,
  FTS_TABLE_SQL,
  FTS_TOKENIZE,
  FTS_VOCABULARY_SQL,
} from '../../shared/search/fts-schema.ts';
import { indexFields } from '../../shared/search/index-fields.ts';
import { planQuery, rememberCounts, searchByPlan } from '../../shared/search/query-plan.ts';
import { analyse } from '../../shared/text/analyse.ts';
import { type JudgedDocument, type JudgedSet, ndcg10 } from './judged-sets.ts';

export type Engine = {
  readonly name: string;
  readonly fill: (documents: readonly JudgedDocument[]) => void;
  /** Positions of the best documents. */
  readonly ask: (query: string) => readonly number[];
  readonly close: () => void;
};

export function quality(engine: Engine, set: JudgedSet): number {
  engine.fill(set.documents);
  let sum = 0;
  for (const query of set.queries) {
    const ids = engine.ask(query.text).map((at) => set.documents[at]!.id);
    sum += ndcg10(ids, set.ratings.get(query.id) ?? new Map());
  }
  engine.close();
  return sum / set.queries.length;
}

export function ours(): Engine {
  const db = new Database(':memory:');
  db.exec(FTS_TABLE_SQL('search'));
  db.exec(FTS_VOCABULARY_SQL('vocabulary', 'search'));
  const count = db.prepare('SELECT doc FROM vocabulary WHERE term = ?').pluck();
  const df = rememberCounts((term) => (count.get(term) as number | undefined) ?? 0);
  const select = db.prepare(
    `SELECT rowid AS id, ${FTS_RANK_SQL('search')} AS score FROM search WHERE search MATCH ? ORDER BY score LIMIT ?`,
  );
  let titles: string[] = [];
  const run = (match: string, limit: number) =>
    (select.all(match, limit) as { id: number; score: number }[]).map((row) => ({
      ...row,
      title: titles[row.id]!,
    }));
  return {
    name: 'ours',
    fill: (documents) => {
      const insert = db.prepare('INSERT INTO search (rowid, title, headings, body) VALUES (?, ?, ?, ?)');
      db.transaction(() => {
        documents.forEach((document, at) => {
          const fields = indexFields({ title: document.title, headings: '', body: document.text });
          insert.run(at, fields.title, fields.headings, fields.body);
        });
      })();
      titles = documents.map((document) => document.title);
    },
    ask: (query) => {
      const plan = planQuery(query, { prefix: false, df, total: titles.length });
      return plan ? searchByPlan(plan, 10, run).map((row) => row.id) : [];
    },
    close: () => db.close(),
  };
}

const plainWords = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
const withoutStems = (text: string) =>
  analyse(text)
    .filter((token) => token.kind !== 'stem' && token.kind !== 'light')
    .map((token) => token.term);

export const baselines: readonly (() => Engine)[] = [
  () => fts('FTS5 unicode61', 'unicode61', (text) => text, plainWords),
  () => fts('FTS5 porter', 'porter unicode61', (text) => text, plainWords),
  () => fts('FTS5 trigram', 'trigram', (text) => text, plainWords),
  lunrDefault,
  () => fts('words + bigrams, no stems', FTS_TOKENIZE, (text) => withoutStems(text).join(' '), withoutStems),
];

/** Any word of the query, plain bm25 over title and body. */
function fts(
  name: string,
  tokenize: string,
  index: (text: string) => string,
  words: (text: string) => string[],
): Engine {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5(title, body, tokenize="${tokenize}")`);
  const select = db.prepare('SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 10').pluck();
  return {
    name,
    fill: (documents) => {
      const insert = db.prepare('INSERT INTO t (rowid, title, body) VALUES (?, ?, ?)');
      db.transaction(() => {
        documents.forEach((document, at) => {
          insert.run(at, index(document.title), index(document.text));
        });
      })();
    },
    ask: (query) => {
      const terms = [...new Set(words(query))].map((word) => `"${word}"`);
      return terms.length > 0 ? (select.all(terms.join(' OR ')) as number[]) : [];
    },
    close: () => db.close(),
  };
}

function lunrDefault(): Engine {
  let index: lunr.Index | undefined;
  return {
    name: 'lunr (default)',
    fill: (documents) => {
      index = lunr(function () {
        this.ref('at');
        this.field('title');
        this.field('text');
        documents.forEach((document, at) => {
          this.add({ at, title: document.title, text: document.text });
        });
      });
    },
    ask: (query) => {
      const results = index!.query((q) => {
        for (const word of plainWords(query)) q.term(word, {});
      });
      return results.slice(0, 10).map((result) => Number(result.ref));
    },
    close: () => {
      index = undefined;
    },
  };
}
