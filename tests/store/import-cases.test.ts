import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepared, transact } from '../../electron/data/handle.ts';
import { eachRecord, findRecord, itemOf, saveRecord } from '../../electron/data/records.ts';
import { type CaseImport, importCases } from '../../electron/importers/case-import.ts';
import { previewCases } from '../../electron/importers/case-preview.ts';
import { undoUnfinishedImports } from '../../electron/importers/import-journal.ts';
import { type Case, caseSchema } from '../../shared/domain/case.ts';
import { counts, importInto } from '../support/import-control.ts';
import { type SmallLibrary, smallLibrary } from '../support/small-library.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/cases');

let library: SmallLibrary;
let folder: string;
beforeEach(() => {
  library = smallLibrary();
  folder = mkdtempSync(join(tmpdir(), 'heirloom-import-'));
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(text: string | Uint8Array, name = 'cases.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(path: string, more: Partial<CaseImport> = {}) {
  const preview = await previewCases(path, path);
  return importCases({
    ...importInto(library),
    path,
    source: 'desk',
    reading: preview.reading,
    mapping: preview.mapping,
    ...more,
  });
}

const cases = () => [...eachRecord(library.db, 'case', { binned: true })];
function byKey(key: string): Case {
  const found = cases().find((one) => one.externalKey === key);
  if (found === undefined) throw new Error(`no case ${key}`);
  return found;
}
/** Everything in the library that an import could leave behind. */
function traces() {
  return [
    'SELECT * FROM case_record ORDER BY id',
    // Not the row id: it grows with every time a record is indexed.
    'SELECT record_id, title, subtitle, updated_at FROM search_document ORDER BY record_id',
    'SELECT record_id, version, record FROM revision WHERE record IS NOT NULL ORDER BY record_id, version',
    'SELECT * FROM tag_use ORDER BY record_id',
    'SELECT * FROM setting ORDER BY key',
  ].map((sql) => prepared(library.db, sql).all());
}
function edit(record: Case, changes: Partial<Case>) {
  const after = { ...record, ...changes, version: record.version + 1, updatedAt: library.now() };
  const meta = { makeId: library.makeId, authorId: null, reason: 'edited' };
  transact(library.db, () => saveRecord(library.db, itemOf('case', record), itemOf('case', after), meta));
}

const SMALL =
  'id,title,description,status,colour\n1,Pump leaks,Oil on the floor,open,red\n2,Motor hot,,closed,\n';

describe('importing cases', () => {
  it('takes every row, valid and found by its words', async () => {
    expect(counts(await run(file(SMALL)))).toEqual([2, 0, 0, 0]);
    for (const one of cases()) expect(caseSchema.parse(one)).toEqual(one);
    expect(byKey('1')).toMatchObject({
      source: 'desk',
      title: 'Pump leaks',
      status: 'open',
      fields: [{ name: 'colour', value: 'red' }],
      version: 1,
      createdBy: null,
    });
    const hits = prepared(
      library.db,
      "SELECT count(*) AS n FROM search_text WHERE search_text MATCH 'leak'",
    ).get();
    expect(hits?.n).toBe(1);
  });

  it('changes nothing the second time', async () => {
    const path = file(SMALL);
    await run(path);
    const before = traces();
    const report = await run(path);
    expect(counts(report)).toEqual([0, 0, 2, 0]);
    expect(report.changedIds).toEqual([]);
    expect(traces()).toEqual(before);
  });

  it('says what a dry run would do and does nothing', async () => {
    await run(file(SMALL));
    const before = traces();
    const changed = file(SMALL.replace('open', 'closed').concat('3,New one,,open,\nx\n'));
    expect(counts(await run(changed, { dryRun: true }))).toEqual([1, 1, 1, 1]);
    expect(traces()).toEqual(before);
    expect(counts(await run(changed))).toEqual([1, 1, 1, 1]);
  });

  it('keeps the older version, and what the file does not speak of', async () => {
    await run(file(SMALL));
    const first = byKey('1');
    expect(counts(await run(file('id,title,description\n1,Pump leaks badly,\n')))).toEqual([0, 1, 0, 0]);
    const after = byKey('1');
    expect(after).toMatchObject({
      id: first.id,
      version: 2,
      title: 'Pump leaks badly',
      description: 'Oil on the floor',
      status: 'open',
      fields: first.fields,
    });
    const kept = prepared(library.db, 'SELECT record FROM revision WHERE record_id = ? AND version = 1').get(
      first.id,
    );
    expect(JSON.parse(kept?.record as string)).toEqual(first);
  });

  it('does not undo what people changed here since', async () => {
    const path = file(SMALL);
    await run(path);
    edit(byKey('1'), { title: 'Seal of pump 3 leaks', tags: ['seal'] });
    expect(counts(await run(path))).toEqual([0, 0, 2, 0]);
    expect(counts(await run(file(SMALL.replace('open', 'closed'))))).toEqual([0, 1, 1, 0]);
    expect(byKey('1')).toMatchObject({ title: 'Seal of pump 3 leaks', tags: ['seal'], status: 'closed' });
  });

  it('leaves a case in the bin there, up to date', async () => {
    await run(file(SMALL));
    edit(byKey('1'), { deletedAt: library.now() });
    await run(file(SMALL.replace('open', 'closed')));
    expect(byKey('1')).toMatchObject({ status: 'closed' });
    expect(byKey('1').deletedAt).not.toBeNull();
    const found = prepared(library.db, 'SELECT 1 FROM search_document WHERE record_id = ?').get(
      byKey('1').id,
    );
    expect(found).toBeUndefined();
  });

  it('keeps the same key of two sources apart', async () => {
    const path = file(SMALL);
    await run(path);
    expect(counts(await run(path, { source: 'other' }))).toEqual([2, 0, 0, 0]);
  });

  it('takes the content for the key where there is none, and numbers equal rows', async () => {
    const path = file(
      'what,how\nA long story about a door,one\nA long story about a door,one\nAnother,two\n',
    );
    expect(counts(await run(path))).toEqual([3, 0, 0, 0]);
    const keys = cases().map((one) => one.externalKey);
    expect(keys.every((key) => /^content-[0-9a-f]{32}( #2)?$/.test(key))).toBe(true);
    expect(counts(await run(path))).toEqual([0, 0, 3, 0]);
  });

  it('takes the first of two rows with one key and reports a different second one', async () => {
    const report = await run(
      file('id,title\n1,first\n1,first\n1,other\n2,x\n3,y\n4,z\n5,a\n6,b\n7,c\n8,d\n'),
      {
        mapping: [
          { column: 0, header: 'id', target: 'externalKey' },
          { column: 1, header: 'title', target: 'title' },
        ],
      },
    );
    expect(counts(report)).toEqual([8, 0, 1, 1]);
    expect(report.rejected).toEqual([{ row: 3, reason: 'duplicate-key' }]);
    expect(byKey('1').title).toBe('first');
  });

  it('leaves nothing behind when it is cancelled on the way', async () => {
    await run(file(SMALL));
    const before = traces();
    const many = `${SMALL.replace('open', 'closed')}${Array.from({ length: 3_000 }, (_, at) => `k${at},t${at},d,open,blue\n`).join('')}`;
    const stop = new AbortController();
    const stages = new Set<string>();
    const cancelled = run(file(many), {
      signal: stop.signal,
      onProgress: (done, _total, stage) => {
        stages.add(stage);
        if (stage === 'writing' && done >= 1_000) stop.abort(new Error('stop'));
      },
    });
    await expect(cancelled).rejects.toThrow('stop');
    expect([...stages]).toEqual(['reading', 'writing', 'undoing']);
    expect(traces()).toEqual(before);
  });

  it('is taken back at the next start when the process died in the middle', async () => {
    await run(file(SMALL));
    const before = traces();
    const many = `${SMALL.replace('open', 'closed')}${Array.from({ length: 3_000 }, (_, at) => `k${at},t${at},d,open,blue\n`).join('')}`;
    // A process that dies never reaches the undo: the same as an undo that throws at once.
    const stop = new AbortController();
    const died = run(file(many), {
      signal: stop.signal,
      onProgress: (done, _total, stage) => {
        if (stage === 'writing' && done >= 2_000) stop.abort(new Error('stop'));
        if (stage === 'undoing') throw new Error('died');
      },
    });
    await expect(died).rejects.toThrow();
    expect(cases().length).toBeGreaterThan(2);
    expect(undoUnfinishedImports(library.db)).toBeGreaterThan(0);
    expect(traces()).toEqual(before);
    expect(undoUnfinishedImports(library.db)).toBe(0);
  });

  it('lets other calls in while it runs', async () => {
    const many = `id,title\n${Array.from({ length: 5_000 }, (_, at) => `${at},t${at}\n`).join('')}`;
    let between = 0;
    const timer = setInterval(() => {
      between += 1;
    }, 0);
    await run(file(many));
    clearInterval(timer);
    expect(between).toBeGreaterThan(3);
  });
});

describe('bad rows', () => {
  it('are reported with number and reason while the others come in', async () => {
    const rejected: string[][] = [];
    const report = await run(join(FIXTURES, 'broken.csv'), {
      onRejected: (_one, cells) => rejected.push([...cells]),
    });
    const reasons = new Map(report.rejected.map((one) => [one.row, one.reason]));
    expect(reasons.get(2)).toBe('too-few-cells');
    expect(reasons.get(3)).toBe('too-many-cells');
    expect([...reasons.values()]).toEqual(
      expect.arrayContaining(['unbalanced-quote', 'empty-row', 'bad-encoding', 'duplicate-key']),
    );
    const keys = cases().map((one) => one.externalKey);
    expect(keys).toEqual(expect.arrayContaining(['B-1', 'B-4', 'B-5', 'B-6', 'B-8']));
    expect(byKey('B-5').description).toBe('the 3" pipe and the 4" pipe');
    expect(byKey('B-8').openedAt).toBe('31/02/2025');
    expect(rejected).toHaveLength(report.rejectedCount);
  });

  it('with a cell of a megabyte, without a key, with too many columns', async () => {
    const wide = Array.from({ length: 320 }, (_, at) => `f${at}`);
    const header = ['id', 'title', ...wide].join(',');
    const text = `${header}\n1,${'x'.repeat(1_048_576)}${','.repeat(320)}\n,no key${','.repeat(320)}\n3,wide,${wide.join(',')}\n4,fine${','.repeat(320)}\n5,fine${','.repeat(320)}\n`;
    const mapping = [
      { column: 0, header: 'id', target: 'externalKey' as const },
      { column: 1, header: 'title', target: 'title' as const },
    ];
    const report = await run(file(text), { mapping });
    expect(report.rejected.map((one) => one.reason)).toEqual(['cell-too-large', 'no-key', 'too-many-fields']);
    expect(report.created).toBe(2);
  });

  it('lists at most a thousand of them and counts all', async () => {
    const text = `id,title\n${'1,2,3\n'.repeat(1_500)}7,fine\n`;
    const mapping = [{ column: 0, header: 'id', target: 'externalKey' as const }];
    const report = await run(file(text), { mapping });
    expect([report.rejectedCount, report.rejected.length, report.created]).toEqual([1_500, 1_000, 1]);
  });

  it('keeps a title that is too long whole', async () => {
    const title = 'long '.repeat(200).trim();
    await run(file(`id,title\n1,${title}\n2,short\n`));
    expect(byKey('1').title.length).toBeLessThanOrEqual(500);
    expect(byKey('1').fields).toEqual([{ name: 'title', value: title }]);
    expect(caseSchema.parse(byKey('1'))).toEqual(byKey('1'));
  });
});

describe('fixtures', () => {
  it.each([
    ['workorders.csv', 120],
    ['workorders-fa-windows1256.csv', 40],
    ['tickets-utf16.csv', 48],
    ['helpdesk.jsonl', 36],
    ['crm.json', 8],
    ['no-ids.csv', 8],
    ['duplicate-headers.csv', 4],
    ['proto-headers.csv', 3],
    ['formula.csv', 7],
  ])('%s: %i cases, and none new the second time', async (name, rows) => {
    const path = join(FIXTURES, name);
    expect(counts(await run(path))).toEqual([rows, 0, 0, 0]);
    expect(counts(await run(path))).toEqual([0, 0, rows, 0]);
    for (const one of cases()) expect(caseSchema.parse(one)).toEqual(one);
  });

  it('loses no cell under repeated and hostile headers', async () => {
    await run(join(FIXTURES, 'duplicate-headers.csv'));
    expect(byKey('D-1').fields.map((field) => field.value)).toEqual([
      'first',
      'second',
      'capital',
      'nameless',
      'trailing blank',
    ]);
    await run(join(FIXTURES, 'proto-headers.csv'), { source: 'proto' });
    expect(byKey('1').fields).toEqual(expect.arrayContaining([{ name: '__proto__', value: 'polluted' }]));
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('says what is wrong with files that hold no cases', async () => {
    await expect(run(join(FIXTURES, 'empty.csv'))).rejects.toMatchObject({ code: 'empty' });
    await expect(run(file(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0])))).rejects.toMatchObject({
      code: 'binary',
    });
    await expect(run(file('{"a":', 'x.json'))).rejects.toMatchObject({ code: 'bad-json' });
    await expect(run(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'not-readable' });
    expect(counts(await run(join(FIXTURES, 'only-header.csv')))).toEqual([0, 0, 0, 0]);
  });
});

describe('the preview', () => {
  it('remembers a mapping by the names of its columns, wherever they stand', async () => {
    const path = file('Title,Number,Extra\na,1,x\n');
    const preview = await previewCases(path, 'cases.csv', {
      remembered: () => ({
        reading: { format: 'csv', encoding: 'utf-8', delimiter: ',' },
        mapping: [
          { column: 0, header: 'Number', target: 'externalKey' },
          { column: 1, header: 'Title', target: 'description' },
        ],
      }),
    });
    expect(preview.remembered).toBe(true);
    expect(preview.mapping.map((one) => one.target)).toEqual(['description', 'externalKey', 'field']);
  });

  it('reads no more than the head of a large file', async () => {
    const path = file(
      `id,title\n${Array.from({ length: 60_000 }, (_, at) => `${at},row number ${at}\n`).join('')}`,
    );
    const preview = await previewCases(path, 'cases.csv');
    expect(preview).toMatchObject({ complete: false, rowsSeen: 200, remembered: false });
    expect(preview.sample).toHaveLength(20);
  });

  it('warns of what a person should look at', async () => {
    const preview = await previewCases(file('a,a,date\nx,y,03/04/2011\n'), 'cases.csv');
    expect(preview.warnings.map((one) => one.code)).toEqual([
      'no-key',
      'duplicate-headers',
      'date-order-unclear',
    ]);
  });
});

it('finds the records it made by id', async () => {
  const report = await run(file(SMALL));
  expect(report.changedIds).toHaveLength(2);
  for (const id of report.changedIds ?? []) expect(findRecord(library.db, 'case', id)).toBeDefined();
});
