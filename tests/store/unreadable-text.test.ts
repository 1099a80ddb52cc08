import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClockedCore, openClockedCore } from '../support/clocked-core.ts';
import { paragraphs } from '../support/rich-text-builders.ts';

let test: ClockedCore;
let client: ClockedCore['client'];
let libraryDir: string;
beforeEach(async () => {
  test = await openClockedCore();
  ({ client, libraryDir } = test);
});
afterEach(() => test.close());

describe('a text that cannot be read', () => {
  const spoil = async (table: string, column: string, id: string, value: string): Promise<void> => {
    await client.library.close({});
    const raw = new Sqlite(join(libraryDir, 'library.db'));
    raw.pragma('ignore_check_constraints = ON');
    raw.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ?`).run(value, id);
    raw.close();
    await client.library.open({ folder: libraryDir });
  };
  const stored = (table: string, column: string, id: string): unknown => {
    const raw = new Sqlite(join(libraryDir, 'library.db'), { readonly: true });
    const value = raw.prepare(`SELECT ${column} AS value FROM ${table} WHERE id = ?`).get(id) as {
      value: unknown;
    };
    raw.close();
    return value.value;
  };
  /** What is no JSON is written as a JSON string once the record is saved, because the table insists on JSON. */
  const letters = (value: unknown): unknown => {
    const read: unknown = JSON.parse(String(value));
    return typeof read === 'string' ? read : value;
  };
  const BROKEN = [
    ['is no JSON', '{"version":1,"blocks":[{"id":"blo', null],
    ['is JSON of another kind', '[1,2]', null],
    ['lacks its blocks', '{"version":1}', null],
    [
      'holds a block nobody knows',
      '{"version":2,"blocks":[{"id":"block-1","type":"hologram","children":[]}]}',
      null,
    ],
    [
      'has a table without rows',
      '{"version":2,"blocks":[{"id":"block-1","type":"table","header":true}]}',
      null,
    ],
    [
      'comes from a later Heirloom',
      '{"version":9,"blocks":[{"id":"block-1","type":"hologram"}],"more":1}',
      9,
    ],
  ] as const;

  it.each(BROKEN)(
    '%s: is given out raw, harms nothing beside it, and is never written over',
    async (_what, raw, newer) => {
      const good = await client.notes.create({ fields: { title: 'Good one', document: paragraphs('fine') } });
      const bad = await client.notes.create({ fields: { title: 'Bad one', document: paragraphs('lost?') } });
      await spoil('note', 'document', bad.id, raw);

      expect(await client.records.unreadable({ kind: 'note', id: bad.id })).toEqual([
        { field: 'document', stepId: null, newerVersion: newer, raw },
      ]);
      expect(await client.records.unreadable({ kind: 'note', id: good.id })).toEqual([]);
      // The page, the list, the search and the check go on.
      const page = await client.notes.get({ id: bad.id });
      expect(page).toMatchObject({ title: 'Bad one', document: { blocks: [] } });
      const list = await client.notes.list({});
      expect(list.items.map(({ title }) => title).sort()).toEqual(['Bad one', 'Good one']);
      expect((await client.search.query({ query: 'one' })).hits).toHaveLength(2);
      const { jobId } = await client.library.startCheck({});
      expect(await test.core.finished(jobId)).toMatchObject({
        ok: false,
        problems: [{ code: 'unreadable-record', detail: `note ${bad.id}` }],
      });

      // Writing over it is refused; its title may change, and the letters stay.
      await expect(
        client.notes.save({
          id: bad.id,
          expectedVersion: page.version,
          fields: { document: paragraphs('x') },
        }),
      ).rejects.toMatchObject({ code: 'RULE', data: { rule: 'unreadable-text' } });
      const saved = await client.notes.save({
        id: bad.id,
        expectedVersion: page.version,
        fields: { title: 'Bad, renamed' },
      });
      expect(letters(stored('note', 'document', bad.id))).toBe(raw);
      // However it is kept by then, it is still told letter for letter.
      expect(await client.records.unreadable({ kind: 'note', id: bad.id })).toMatchObject([{ raw }]);
      await client.notes.remove({ ids: [bad.id] });
      await client.notes.restore({ ids: [bad.id] });
      expect(letters(stored('note', 'document', bad.id))).toBe(raw);
      const [, renamed] = (await client.revisions.list({ kind: 'note', recordId: bad.id })).reverse();
      expect(renamed?.version).toBe(saved.version);
      // The history keeps it as it is, too.
      const { record } = await client.revisions.get({ id: renamed?.id ?? '' });
      const kept = (JSON.parse(record) as { document: unknown }).document;
      expect(letters(JSON.stringify(kept))).toBe(raw);
    },
  );

  it('is told of the notes of a session as well', async () => {
    const { id } = await client.sessions.create({ fields: { title: 'Talk', notes: paragraphs('lost?') } });
    await spoil('session', 'notes', id, '{"version":9}');
    expect(await client.records.unreadable({ kind: 'session', id })).toEqual([
      { field: 'notes', stepId: null, newerVersion: 9, raw: '{"version":9}' },
    ]);
    const { version } = await client.sessions.get({ id });
    await expect(
      client.sessions.save({ id, expectedVersion: version, fields: { notes: paragraphs('over it') } }),
    ).rejects.toMatchObject({ data: { rule: 'unreadable-text' } });
  });

  it('in one step of a playbook leaves the other steps writable', async () => {
    const step = (id: string, text: string) => ({
      id,
      title: id,
      document: paragraphs(text),
      reference: null,
    });
    const sections = [
      { id: 'section-1', title: 'S', steps: [step('step-1', 'good'), step('step-2', 'bad')] },
    ];
    const book = await client.playbooks.create({ fields: { title: 'Book', sections } });
    const raw = '{"version":9,"blocks":[]}';
    await spoil(
      'playbook',
      'sections',
      book.id,
      JSON.stringify(sections).replace(JSON.stringify(paragraphs('bad')), raw),
    );
    expect(await client.records.unreadable({ kind: 'playbook', id: book.id })).toEqual([
      { field: 'sections', stepId: 'step-2', newerVersion: 9, raw },
    ]);
    expect((await client.playbooks.list({})).items).toHaveLength(1);
    const seen = await client.playbooks.get({ id: book.id });
    const edited = structuredClone(seen.sections);
    if (edited[0]?.steps[0]) edited[0].steps[0].document = paragraphs('better');
    const saved = await client.playbooks.save({
      id: book.id,
      expectedVersion: seen.version,
      fields: { sections: edited },
    });
    expect(stored('playbook', 'sections', book.id)).toBe(
      JSON.stringify([{ ...sections[0], steps: [step('step-1', 'better'), '#'] }]).replace(
        '"#"',
        JSON.stringify(step('step-2', 'bad')).replace(JSON.stringify(paragraphs('bad')), raw),
      ),
    );
    const over = structuredClone(saved.sections);
    if (over[0]?.steps[1]) over[0].steps[1].document = paragraphs('over it');
    await expect(
      client.playbooks.save({ id: book.id, expectedVersion: saved.version, fields: { sections: over } }),
    ).rejects.toMatchObject({ data: { rule: 'unreadable-text' } });
  });

  it('does not leave in a package as an empty text', async () => {
    const bad = await client.notes.create({ fields: { title: 'Bad one', document: paragraphs('lost?') } });
    await spoil('note', 'document', bad.id, '{"version":9}');
    const plan = await client.exports.plan({ scope: { type: 'all' }, audience: 'team' });
    expect(plan.leftOut).toMatchObject([{ id: bad.id, reason: 'unreadable' }]);
  });

  it('is kept as a draft all the same', async () => {
    const { id } = await client.notes.create({ fields: {} });
    const place = { kind: 'note', recordId: id, field: 'document' } as const;
    await client.drafts.put({ ...place, value: 'not even JSON', baseVersion: 1 });
    expect((await client.drafts.get(place))?.value).toBe('not even JSON');
  });
});
