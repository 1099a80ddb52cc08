import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isIndexScattered, mergeIndexStep } from '../../electron/data/full-text.ts';
import {
  planFor,
  recentlyChanged,
  type SearchFilters,
  searchPage,
  searchTitles,
} from '../../electron/data/search.ts';
import { paragraphs, type SmallLibrary, smallLibrary, testId } from '../support/small-library.ts';

let library: SmallLibrary;

const note = (name: string, title: string, text: string, fields: object = {}) =>
  library.add('note', name, { title, document: paragraphs(text), ...fields });

/** Twelve hold both words, thirty only one of them, many neither. */
beforeAll(() => {
  library = smallLibrary();
  for (let i = 0; i < 150; i += 1) note(`filler ${i}`, `Filler ${i}`, `nothing to see here number${i}`);
  for (let i = 0; i < 12; i += 1)
    note(`both ${i}`, `Both ${i}`, `gasket and flange together ${'pad '.repeat(i)}`);
  for (let i = 0; i < 30; i += 1)
    note(`one ${i}`, `One ${i}`, `${i % 2 === 0 ? 'gasket' : 'flange'} alone ${'pad '.repeat(i)}`);
  library.add('topic', 'seals', { name: 'Seals' });
  library.add('topic', 'lip seals', { name: 'Lip seals', parentId: testId('seals') });
  library.add('topic', 'motors', { name: 'Motors' });
  library.add('person', 'ada', { name: 'Ada Stone' });
  const winding = { topicIds: [testId('motors')], language: 'en', confidence: 'draft' };
  note('w1', 'Winding one', 'zirconia', {
    ...winding,
    authorId: testId('ada'),
    updatedAt: '2020-01-01T00:00:00.000Z',
  });
  note('w2', 'Winding two', 'zirconia', { ...winding, topicIds: [testId('lip seals')], language: 'zh-Hans' });
  note('w3', 'Winding three', 'zirconia', {
    ...winding,
    confidence: 'validated',
    source: 'wiki',
    language: 'zh',
  });
  library.add('case', 'w4', {
    title: 'Winding four',
    source: 'desk',
    externalKey: '4',
    description: 'zirconia',
    language: 'zhx',
    topicIds: [testId('seals')],
  });
  note('long', 'Long', `${'nothing to see here '.repeat(400)} thulium erbium`);
  for (const name of ['s1', 's2']) note(name, 'Short', 'thulium thulium thulium');
  library.add('question', 'why', { title: 'Why does tungsten chip', document: paragraphs('zirconia?') });
  library.add('answer', 'because', {
    questionId: testId('why'),
    document: paragraphs('Because it is brittle.'),
  });
});
afterAll(() => library.close());

function page(query: string, filters: SearchFilters = {}, offset = 0, limit = 20) {
  const plan = planFor(library.db, query, false);
  if (plan === null) throw new Error('nothing to look for');
  return searchPage(library.db, plan, filters, { offset, limit });
}
const titles = (query: string, filters: SearchFilters = {}) =>
  page(query, filters)
    .found.map((one) => one.title)
    .toSorted();

describe('a page of results', () => {
  it('shows records with every word before those with some', () => {
    const { found } = page('gasket flange', {}, 0, 42);
    expect(found).toHaveLength(42);
    expect(found.slice(0, 12).every((one) => one.title.startsWith('Both'))).toBe(true);
    expect(found.slice(12).every((one) => one.title.startsWith('One'))).toBe(true);
  });

  it('leaves out those with some words where those with all fill the page', () => {
    const { found, total } = page('gasket flange', {}, 0, 10);
    expect(found).toHaveLength(10);
    expect(total).toBe(12);
    expect(page('gasket flange', {}, 10, 10).found).toHaveLength(2);
  });

  it('has scores that never rise along the list, over both halves', () => {
    const scores = page('gasket flange', {}, 0, 42).found.map((one) => one.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    // One long text holds both words, and is less likely than short ones that say but one of them all the time.
    const mixed = page('thulium erbium');
    expect(mixed.found.map((one) => one.title)).toEqual(['Long', 'Short', 'Short']);
    const [long, ...short] = mixed.found.map((one) => one.score);
    for (const score of short) expect(score).toBeLessThanOrEqual(long ?? 0);
  });

  it.each([13, 14, 20, 41])('pages without repeats or gaps, %i at a time', (limit) => {
    const whole = page('gasket flange', {}, 0, 60).found.map((one) => one.id);
    const paged: string[] = [];
    for (let offset = 0; offset < 60; offset += limit)
      paged.push(...page('gasket flange', {}, offset, limit).found.map((one) => one.id));
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(42);
  });

  it('is empty behind the last record and still says how many there are', () => {
    const { found, total } = page('gasket flange', {}, 500, 20);
    expect(found).toEqual([]);
    expect(total).toBe(42);
  });

  it('counts every kind, whatever kinds are asked for', () => {
    const all = page('zirconia');
    expect(all.kindCounts).toEqual({ note: 3, case: 1, question: 1 });
    expect(all.total).toBe(5);
    const cases = page('zirconia', { kinds: ['case'] });
    expect(cases.found.map((one) => one.title)).toEqual(['Winding four']);
    expect(cases.total).toBe(1);
    expect(cases.kindCounts).toEqual(all.kindCounts);
  });
});

describe('filters', () => {
  it('finds what stands under a topic and under the topics below it', () => {
    expect(titles('zirconia', { topicId: testId('seals') })).toEqual(['Winding four', 'Winding two']);
    expect(titles('zirconia', { topicId: testId('lip seals') })).toEqual(['Winding two']);
    expect(titles('zirconia', { topicId: testId('nobody knows') })).toEqual([]);
  });

  it('finds what belongs to a person', () => {
    expect(titles('zirconia', { personId: testId('ada') })).toEqual(['Winding one']);
  });

  it('takes a language with its variants, and no other that merely begins alike', () => {
    expect(titles('zirconia', { language: 'zh' })).toEqual(['Winding three', 'Winding two']);
    expect(titles('zirconia', { language: 'zh-Hans' })).toEqual(['Winding two']);
    expect(titles('zirconia', { language: '' })).toHaveLength(5);
  });

  it('takes confidence, source and time', () => {
    expect(titles('zirconia', { confidence: 'validated' })).toEqual(['Winding three']);
    expect(titles('zirconia', { source: 'desk' })).toEqual(['Winding four']);
    expect(titles('zirconia', { updatedFrom: '2025-01-01T00:00:00.000Z' })).not.toContain('Winding one');
    expect(titles('zirconia', { updatedFrom: '2025-01-01T00:00:00.000Z' })).toHaveLength(4);
  });

  it('takes several at once, and counts kinds within them', () => {
    const both = page('zirconia', { language: 'zh', confidence: 'draft' });
    expect(both.found.map((one) => one.title)).toEqual(['Winding two']);
    expect(both.kindCounts).toEqual({ note: 1 });
  });

  it('takes a filter for text, never for a pattern or for SQL', () => {
    expect(titles('zirconia', { language: '%' })).toEqual([]);
    expect(titles('zirconia', { source: "desk' OR '1'='1" })).toEqual([]);
  });
});

describe('what changes', () => {
  it('never finds what is in the bin, and finds it again when it is taken out', () => {
    const added = note('bin me', 'Bin me', 'molybdenum');
    library.add('case', 'keep', {
      title: 'Keep',
      source: 'desk',
      externalKey: '5',
      description: 'molybdenum',
    });
    expect(titles('molybdenum')).toEqual(['Bin me', 'Keep']);
    library.change('note', added.id, { deletedAt: '2026-02-01T00:00:00.000Z' });
    expect(titles('molybdenum')).toEqual(['Keep']);
    expect(page('molybdenum').kindCounts).toEqual({ case: 1 });
    expect(recentlyChanged(library.db, ['note'], 50).map((one) => one.title)).not.toContain('Bin me');
    library.change('note', added.id, { deletedAt: null });
    expect(titles('molybdenum')).toEqual(['Bin me', 'Keep']);
  });

  it('finds an answer by the title of its question, also after that has another', () => {
    const kinds = (query: string) =>
      page(query)
        .found.map((one) => one.kind)
        .toSorted();
    expect(kinds('tungsten')).toEqual(['answer', 'question']);
    library.change('question', testId('why'), { title: 'Why does vanadium chip' });
    expect(kinds('vanadium')).toEqual(['answer', 'question']);
    expect(kinds('tungsten')).toEqual([]);
    expect(page('brittle').found[0]?.title).toBe('Why does vanadium chip');
  });

  it('finds a word that was asked for before anybody wrote it, also among words that nobody did', () => {
    expect(page('rhenium').total).toBe(0);
    note('new word', 'Rare metals', 'rhenium');
    expect(titles('rhenium unheardof gasket')).toContain('Rare metals');
  });

  it('finds the words of the last version only', () => {
    const added = note('rewrite me', 'Rewritten', 'osmium');
    library.change('note', added.id, { document: paragraphs('iridium') });
    expect(titles('osmium')).toEqual([]);
    expect(titles('iridium')).toEqual(['Rewritten']);
  });
});

describe('merging the index', () => {
  it('comes to an end, leaves one piece, and finds the same', () => {
    const before = [page('gasket flange', {}, 0, 42), page('zirconia'), page('molybdenum')];
    let steps = 0;
    while (mergeIndexStep(library.db, steps === 0) && steps < 100) steps += 1;
    expect(steps).toBeGreaterThan(0);
    expect(steps).toBeLessThan(100);
    expect(isIndexScattered(library.db)).toBe(false);
    expect([page('gasket flange', {}, 0, 42), page('zirconia'), page('molybdenum')]).toEqual(before);
    expect(mergeIndexStep(library.db, false)).toBe(false);
  });
});

describe('suggestions', () => {
  const suggest = (query: string, kinds?: SearchFilters['kinds'], limit = 10) => {
    const plan = planFor(library.db, query, true);
    return plan === null ? [] : searchTitles(library.db, plan, kinds, limit).map((one) => one.title);
  };

  it('offers titles that hold the beginning of a word before texts that do', () => {
    note('in text', 'Quite another thing', 'palladium palladium palladium palladium');
    note('in title', 'Palladium plating', 'a long text about something else altogether');
    expect(suggest('pallad')).toEqual(['Palladium plating', 'Quite another thing']);
    expect(suggest('pallad', undefined, 1)).toEqual(['Palladium plating']);
  });

  it('offers only the kinds asked for, each record once', () => {
    expect(suggest('windi', ['case'])).toEqual(['Winding four']);
    const all = suggest('windi');
    expect(all).toHaveLength(4);
    expect(new Set(all).size).toBe(4);
    expect(suggest('windi', [])).toHaveLength(4);
  });

  it('offers what was touched last while nothing is typed, newest first', () => {
    const recent = recentlyChanged(library.db, ['note', 'case'], 30);
    expect(recent).toHaveLength(30);
    const times = recent.map((one) => one.updatedAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(new Set(recent.map((one) => one.kind))).toEqual(new Set(['note', 'case']));
    expect(recentlyChanged(library.db, ['recording' as never], 5)).toEqual([]);
  });
});
