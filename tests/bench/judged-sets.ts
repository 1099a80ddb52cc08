/** Loads the judged search sets of the corpora folder. Ratings: 0 means judged not relevant, larger is better. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

export type JudgedDocument = { readonly id: string; readonly title: string; readonly text: string };
export type JudgedQuery = { readonly id: string; readonly text: string };
export type JudgedSet = {
  readonly name: string;
  readonly documents: readonly JudgedDocument[];
  readonly queries: readonly JudgedQuery[];
  /** query id → document id → rating */
  readonly ratings: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** nDCG@10 that ours must reach. */
  readonly goal: number;
};

export const CORPORA = resolve(
  process.env['HEIRLOOM_CORPORA'] ?? join(import.meta.dirname, '../../../shared/data'),
);

export function loadJudgedSets(): JudgedSet[] {
  const loaders: (readonly [string, () => JudgedSet])[] = [
    ['text-th-iapp-wiki', () => tabular('Thai', 'text-th-iapp-wiki', 0.96)],
    ['text-zh-cmrc2018', () => tabular('Chinese', 'text-zh-cmrc2018', 0.995)],
    ['ir-english-cran-cisi', () => cranfield()],
    ['text-fa-farsnews', () => tabular('Persian', 'text-fa-farsnews', 0.98)],
  ];
  return loaders.filter(([folder]) => existsSync(join(CORPORA, folder))).map(([, load]) => load());
}

function tabular(name: string, folder: string, goal: number): JudgedSet {
  const read = (file: string) => readFileSync(join(CORPORA, folder, file));
  const documents = gunzipSync(read('ir-docs.jsonl.gz'))
    .toString('utf8')
    .split('\n')
    .filter((line) => line.length > 0)
    .map((line) => JSON.parse(line) as JudgedDocument);
  const rows = (file: string) =>
    read(file)
      .toString('utf8')
      .split('\n')
      .filter((line) => line.length > 0)
      .map((line) => line.split('\t'));
  const queries = rows('ir-queries.tsv').map(([id, text]) => ({ id: id!, text: text! }));
  const ratings = new Map<string, Map<string, number>>();
  for (const [query, , document, rating] of rows('ir-qrels.tsv')) {
    rate(ratings, query!, document!, Number(rating));
  }
  return { name, documents, queries, ratings, goal };
}

/**
 * Cranfield in its own format. The judgements number the queries 1 to 225 in the order of the file, not by the ids
 * in it. Codes 1 to 4 (and a few 5) mean relevant, -1 not.
 */
function cranfield(): JudgedSet {
  const folder = join(CORPORA, 'ir-english-cran-cisi', 'cran');
  const records = (file: string) =>
    readFileSync(join(folder, file), 'utf8')
      .split(/^\.I\s+/m)
      .slice(1);
  const field = (record: string, name: string) =>
    (new RegExp(`^\\.${name}\\s*$([\\s\\S]*?)(?=^\\.[A-Z]\\s*$|(?![\\s\\S]))`, 'm').exec(record)?.[1] ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  const documents = records('cran.all.1400').map((record) => ({
    id: String(Number.parseInt(record, 10)),
    title: field(record, 'T'),
    text: field(record, 'W'),
  }));
  const queries = records('cran.qry').map((record, i) => ({ id: String(i + 1), text: field(record, 'W') }));
  const ratings = new Map<string, Map<string, number>>();
  for (const line of readFileSync(join(folder, 'cranqrel'), 'utf8').split('\n')) {
    const [query, document, code] = line.trim().split(/\s+/);
    if (query && document) rate(ratings, query, document, Number(code) > 0 ? 1 : 0);
  }
  return { name: 'English', documents, queries, ratings, goal: 0.4 };
}

function rate(
  ratings: Map<string, Map<string, number>>,
  query: string,
  document: string,
  rating: number,
): void {
  const rated = ratings.get(query) ?? new Map<string, number>();
  rated.set(document, rating);
  ratings.set(query, rated);
}

/** nDCG@10 after Järvelin and Kekäläinen, linear gain, log2 discount. */
export function ndcg10(ranked: readonly string[], rated: ReadonlyMap<string, number>): number {
  const gain = (rating: number, i: number) => rating / Math.log2(i + 2);
  const ideal = [...rated.values()]
    .toSorted((a, b) => b - a)
    .slice(0, 10)
    .reduce((sum, rating, i) => sum + gain(rating, i), 0);
  if (ideal === 0) return 0;
  const got = ranked.slice(0, 10).reduce((sum, id, i) => sum + gain(rated.get(id) ?? 0, i), 0);
  return got / ideal;
}
