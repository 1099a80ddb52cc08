import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../shared/base/ids.ts';
import { openTestCore, type TestCore } from '../support/test-core.ts';
import { CARRIERS, type ContractClient } from './carriers.ts';

const paragraph = (text: string) => ({
  version: 1 as const,
  blocks: [{ id: 'block-one', type: 'paragraph' as const, children: [{ text }] }],
});

/** Just enough of each noun to create one, and a change that must come back as it was sent. */
type Example = {
  readonly noun: keyof ContractClient;
  readonly create: object;
  readonly change: object;
  readonly sort: string;
};

function examples(known: { session: Id; question: Id; note: Id; other: Id }): readonly Example[] {
  return [
    {
      noun: 'people',
      create: { name: 'Nasrin' },
      change: { role: 'fitter', languages: ['fa', 'en'] },
      sort: 'name',
    },
    {
      noun: 'mentorships',
      create: { title: 'Seals' },
      change: { goals: [{ id: 'g1', text: 'hear it', done: true }] },
      sort: 'title',
    },
    {
      noun: 'sessions',
      create: { title: 'Monday' },
      change: { notes: paragraph('یاتاقان'), agenda: [{ id: 'a1', text: 'x', done: false }] },
      sort: 'title',
    },
    {
      noun: 'recordings',
      create: { sessionId: known.session, title: 'tape' },
      change: { durationSeconds: 12.5 },
      sort: 'title',
    },
    {
      noun: 'notes',
      create: { title: 'Cavitation' },
      change: { document: paragraph('gravel in the volute'), kind: 'warning' },
      sort: 'title',
    },
    { noun: 'questions', create: { title: 'Why does it hum?' }, change: { tags: ['noise'] }, sort: 'title' },
    {
      noun: 'answers',
      create: { questionId: known.question },
      change: { document: paragraph('ตลับลูกปืน') },
      sort: 'createdAt',
    },
    {
      noun: 'cases',
      create: { source: 'crm', externalKey: '7', title: 'Leak' },
      change: { fields: [{ name: '__proto__', value: 'x' }] },
      sort: 'title',
    },
    {
      noun: 'customers',
      create: { name: 'Mill' },
      change: { preferences: [{ area: 'invoice', text: 'by post' }] },
      sort: 'name',
    },
    {
      noun: 'topics',
      create: { name: 'Seals' },
      change: { synonyms: ['机械密封'], criticality: 5 },
      sort: 'name',
    },
    {
      noun: 'playbooks',
      create: { title: 'Start-up' },
      change: { sections: [{ id: 'section1', title: 'Before', steps: [] }] },
      sort: 'title',
    },
    { noun: 'reviews', create: { targetId: known.note }, change: { intervalDays: 30 }, sort: 'updatedAt' },
    {
      noun: 'feedback',
      create: { targetId: known.note, text: 'helped' },
      change: { kind: 'helped' },
      sort: 'createdAt',
    },
    {
      noun: 'links',
      create: { fromKind: 'note', fromId: known.note, toKind: 'note', toId: known.other },
      change: { judgedRight: true },
      sort: 'createdAt',
    },
    {
      noun: 'attachments',
      create: { sha256: 'a'.repeat(64), extension: 'png', fileName: 'x.png' },
      change: { altText: 'a seal' },
      sort: 'createdAt',
    },
  ];
}

type NounClient = {
  list: (input: object) => Promise<{ items: { id: Id }[]; total: number }>;
  get: (input: object) => Promise<Record<string, unknown>>;
  create: (input: object) => Promise<Record<string, unknown> & { id: Id; version: number }>;
  save: (input: object) => Promise<Record<string, unknown> & { version: number }>;
  remove: (input: object) => Promise<{ removed: number }>;
  restore: (input: object) => Promise<{ restored: number }>;
};

describe.each(CARRIERS)('nouns over $name', (carrier) => {
  let test: TestCore;
  let client: ContractClient;
  let disconnect: () => Promise<void>;
  let all: readonly Example[];

  beforeAll(async () => {
    test = await openTestCore();
    ({ client, close: disconnect } = await carrier.connect(test.core));
    const session = (await client.sessions.create({ fields: { title: 'host' } })).id;
    const question = (await client.questions.create({ fields: { title: 'host' } })).id;
    const note = (await client.notes.create({ fields: { title: 'host' } })).id;
    const other = (await client.notes.create({ fields: { title: 'other' } })).id;
    all = examples({ session, question, note, other });
  });
  afterAll(async () => {
    await disconnect();
    await test.close();
  });

  it('create, read, change, bin and bring back each one', async () => {
    for (const { noun, create, change, sort } of all) {
      const calls = client[noun] as unknown as NounClient;
      const made = await calls.create({ fields: create });
      expect(made, noun).toMatchObject({ ...create, version: 1, deletedAt: null });
      expect(await calls.get({ id: made.id }), noun).toEqual(made);

      const saved = await calls.save({ id: made.id, expectedVersion: 1, fields: change });
      expect(saved, noun).toMatchObject({ ...create, ...change, version: 2 });
      await expect(
        calls.save({ id: made.id, expectedVersion: 1, fields: change }),
        noun,
      ).rejects.toMatchObject({
        code: 'STALE',
        data: { currentVersion: 2 },
      });

      const page = await calls.list({ sort, descending: true, limit: 500 });
      expect(
        page.items.map((item) => item.id),
        noun,
      ).toContain(made.id);
      expect(page.total, noun).toBe(page.items.length);
      expect((await calls.list({ filter: { ids: [made.id] } })).items, noun).toHaveLength(1);

      expect(await calls.remove({ ids: [made.id] }), noun).toEqual({ removed: 1 });
      expect((await calls.list({ filter: { ids: [made.id] } })).items, noun).toHaveLength(0);
      expect((await calls.list({ filter: { ids: [made.id], binned: true } })).items, noun).toHaveLength(1);
      expect(await calls.restore({ ids: [made.id] }), noun).toEqual({ restored: 1 });
      expect(await calls.get({ id: made.id }), noun).toMatchObject({ ...change, deletedAt: null });
    }
  });

  it('say NOT_FOUND for an id that nobody has', async () => {
    const id = '01990000-0000-7000-8000-000000000000';
    for (const { noun, change } of all) {
      const calls = client[noun] as unknown as NounClient;
      await expect(calls.get({ id }), noun).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(calls.save({ id, expectedVersion: 1, fields: change }), noun).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(calls.remove({ ids: [id] }), noun).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('keep a text that came too late as a draft', async () => {
    const note = await client.notes.create({ fields: { title: 'race' } });
    await client.notes.save({ id: note.id, expectedVersion: 1, fields: { title: 'theirs' } });
    const mine = paragraph('what I typed');
    await expect(
      client.notes.save({ id: note.id, expectedVersion: 1, fields: { document: mine } }),
    ).rejects.toMatchObject({ code: 'STALE' });
    const draft = await client.drafts.get({ kind: 'note', recordId: note.id, field: 'document' });
    expect(JSON.parse(draft?.value ?? 'null')).toEqual(mine);
    expect(draft?.baseVersion).toBe(1);
  });

  it('keep every saved version', async () => {
    const note = await client.notes.create({ fields: { title: 'one' } });
    await client.notes.save({ id: note.id, expectedVersion: 1, fields: { title: 'two' }, reason: 'better' });
    await client.notes.save({ id: note.id, expectedVersion: 2, fields: { title: 'three' } });
    const revisions = await client.revisions.list({ kind: 'note', recordId: note.id });
    expect(revisions.map((one) => one.version)).toEqual([3, 2, 1]);
    expect(revisions[1]?.reason).toBe('better');
    const titles = await Promise.all(
      revisions.map(
        async ({ id }) =>
          (JSON.parse((await client.revisions.get({ id })).record) as { title: string }).title,
      ),
    );
    expect(titles).toEqual(['three', 'two', 'one']);
  });

  it('ask for the number before many go to the bin', async () => {
    const ids: Id[] = [];
    for (let n = 0; n < 21; n += 1) ids.push((await client.topics.create({ fields: { name: `t${n}` } })).id);
    await expect(client.topics.remove({ ids })).rejects.toMatchObject({
      code: 'RULE',
      data: { rule: 'confirm-count' },
    });
    expect(await client.topics.remove({ ids, confirmedCount: 21 })).toEqual({ removed: 21 });
  });

  it('tell what changed, after it changed', async () => {
    const stop = new AbortController();
    const events = await client.changes.watch({}, { signal: stop.signal });
    const seen = (async () => {
      for await (const change of events) if (change.kind === 'note') return change;
      return null;
    })();
    // The subscription travels as any call does; give it a moment to arrive before there is something to tell.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const note = await client.notes.create({ fields: { title: 'news' } });
    expect(await seen).toMatchObject({ kind: 'note', ids: [note.id] });
    stop.abort();
  });
});
