import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toWireError } from '../../electron/core/core-error.ts';
import { transact } from '../../electron/data/handle.ts';
import { openDatabase } from '../../electron/data/open-database.ts';
import { findDraft, putDraft } from '../../electron/data/repositories/drafts.ts';
import type { Block, RichText } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { type ClockedCore, openClockedCore } from '../support/clocked-core.ts';
import { documentOf, paragraphs } from '../support/rich-text-builders.ts';

let test: ClockedCore;
let client: ClockedCore['client'];
let libraryDir: string;
const minutes = (count: number): void => test.minutes(count);
beforeEach(async () => {
  test = await openClockedCore();
  ({ client, libraryDir } = test);
});
afterEach(() => test.close());

/** A note that can be saved on and on. */
const writeNote = async (document: RichText = paragraphs('first words')) => {
  let { id, version } = await client.notes.create({ fields: { title: 'Seals', document } });
  return {
    id,
    save: async (next: RichText | string, reason?: string) => {
      const text = typeof next === 'string' ? paragraphs(next) : next;
      ({ version } = await client.notes.save({
        id,
        expectedVersion: version,
        fields: { document: text },
        ...(reason === undefined ? {} : { reason }),
      }));
    },
    /** The texts in the history, oldest first. */
    history: async (): Promise<string[]> => {
      const rows = await client.revisions.list({ kind: 'note', recordId: id });
      const texts = await Promise.all(
        rows.map(async (row) => {
          const { record } = await client.revisions.get({ id: row.id });
          return plainText((JSON.parse(record) as { document: RichText }).document);
        }),
      );
      return texts.reverse();
    },
  };
};

describe('the history of a text', () => {
  it('makes one revision of a sitting and keeps the state before it', async () => {
    const note = await writeNote();
    for (const words of ['a', 'a b', 'a b c']) {
      minutes(2);
      await note.save(words);
    }
    expect(await note.history()).toEqual(['first words', 'a b c']);
    minutes(11);
    for (const words of ['a b c d', 'a b c d e']) {
      minutes(1);
      await note.save(words);
    }
    expect(await note.history()).toEqual(['first words', 'a b c', 'a b c d e']);
  });

  it('cuts a sitting that goes on for hours', async () => {
    const note = await writeNote();
    let text = 'word';
    for (let count = 0; count < 40; count += 1) {
      minutes(3);
      text += ` word${count}`;
      await note.save(text);
    }
    const kept = (await note.history()).length;
    expect(kept).toBeGreaterThanOrEqual(5);
    expect(kept).toBeLessThan(10);
  });

  it('keeps what was imported, restored or merged visible', async () => {
    const note = await writeNote();
    await note.save('typed');
    await note.save('merged', 'merged');
    await note.save('typed on');
    await note.save('typed on and on');
    expect(await note.history()).toEqual(['first words', 'typed', 'merged', 'typed on and on']);
  });

  it('keeps the text before it was emptied, within a sitting, too', async () => {
    const long = 'A worn seal shows itself only in cold oil, at night, under load. '.repeat(4);
    const note = await writeNote();
    await note.save('A worn seal');
    await note.save(long);
    await note.save('');
    await note.save('new');
    expect(await note.history()).toEqual(['first words', long, 'new']);
  });

  it('keeps each state before a sizeable part was taken away', async () => {
    const words = (count: number): string => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');
    const note = await writeNote();
    for (const count of [200, 150, 100, 60, 61]) await note.save(words(count));
    expect(await note.history()).toEqual(['first words', words(200), words(150), words(100), words(61)]);
  });

  it('keeps the text before another of the same length took its place', async () => {
    const story = (word: string): string => Array.from({ length: 40 }, (_, at) => `${word}${at}`).join(' ');
    const note = await writeNote();
    await note.save(story('seal'));
    await note.save(story('pump'));
    await note.save(`${story('pump')}, and on`);
    expect(await note.history()).toEqual(['first words', story('seal'), `${story('pump')}, and on`]);
  });

  it('does not take a paragraph for lost that was cut in two, joined or moved', async () => {
    const [a, b, c] = ['seal ', 'pump ', 'boom '].map((word) => word.repeat(20)) as [string, string, string];
    const note = await writeNote();
    const blocks = (...texts: [string, string][]): RichText =>
      documentOf(...texts.map(([id, text]) => ({ id, type: 'paragraph' as const, children: [{ text }] })));
    await note.save(blocks(['block-1', a + b], ['block-2', c]));
    await note.save(blocks(['block-1', a], ['block-new', b], ['block-2', c]));
    await note.save(blocks(['block-2', c], ['block-1', a + b]));
    expect(await note.history()).toEqual(['first words', `${c}\n${a}${b}`]);
  });

  it('keeps the state before a picture or a card went, however few letters it had', async () => {
    const words = paragraphs('words').blocks;
    const id = '01890000-0000-7000-8000-000000000001';
    const picture: Block = {
      id: 'picture-1',
      type: 'image',
      attachmentId: id,
      name: '',
      alt: '',
      children: [],
    };
    const card: Block = {
      id: 'card-01',
      type: 'record',
      kind: 'case',
      recordId: id,
      label: '',
      children: [],
    };
    for (const shown of [picture, card]) {
      const note = await writeNote({ version: 2, blocks: [...words, shown] });
      await note.save('words, and one');
      await note.save('words, and two');
      await note.save({ version: 2, blocks: [...words, shown] });
      await note.save('words again');
      // It stood in the first and in the fourth text.
      expect((await note.history()).map((text) => text.trim())).toEqual(['words', 'words', 'words again']);
    }
  });

  it('keeps the state that left in a package: whoever took it builds on that', async () => {
    const note = await writeNote();
    await note.save('sent');
    const raw = new Sqlite(join(libraryDir, 'library.db'));
    raw
      .prepare(
        "INSERT INTO package_log VALUES ('x', 'out', 'p', 'Seals', 'hash', '2026-11-02T09:01:00.000Z', 1)",
      )
      .run();
    raw.close();
    await note.save('sent, and on');
    expect(await note.history()).toEqual(['first words', 'sent', 'sent, and on']);
  });

  it('keeps what one step of a long playbook said, and what a plain field said, before it was emptied', async () => {
    const step = (id: string, text: string) => ({
      id,
      title: id,
      document: paragraphs(text),
      reference: null,
    });
    const sections = (first: string) => [
      { id: 'section-1', title: '', steps: [step('step-1', first), step('step-2', 'long '.repeat(1_000))] },
    ];
    const playbook = await client.playbooks.create({ fields: { title: 'P', sections: sections('') } });
    const said = 'A worn seal shows itself only in cold oil, at night.';
    const saves = [{ sections: sections(said) }, { sections: sections('') }, { sections: sections('new') }];
    for (const [at, fields] of saves.entries())
      await client.playbooks.save({ id: playbook.id, expectedVersion: at + 1, fields });
    expect(await client.revisions.list({ kind: 'playbook', recordId: playbook.id })).toHaveLength(3);
    const topic = await client.topics.create({ fields: { name: 'Seals' } });
    for (const [at, about] of [said, '', 'new'].entries())
      await client.topics.save({ id: topic.id, expectedVersion: at + 1, fields: { about } });
    expect(await client.revisions.list({ kind: 'topic', recordId: topic.id })).toHaveLength(3);
  });

  it('never mixes two authors', async () => {
    const note = await writeNote();
    await note.save('mine');
    const other = await client.people.create({ fields: { name: 'Other' } });
    await client.settings.save({ library: { meId: other.id } });
    await note.save('theirs');
    expect(await note.history()).toEqual(['first words', 'mine', 'theirs']);
  });
});

describe('drafts', () => {
  const put = (recordId: string, writer: string, text: string) =>
    client.drafts.put({
      kind: 'note',
      recordId,
      field: 'document',
      writer,
      value: JSON.stringify(paragraphs(text)),
      baseVersion: 1,
    });
  const find = async (recordId: string) => {
    const draft = await client.drafts.get({ kind: 'note', recordId, field: 'document' });
    return draft && `${draft.writer}: ${plainText(JSON.parse(draft.value) as RichText)}`;
  };

  it('of two windows stand beside each other, and each window settles its own', async () => {
    const { id, version } = await client.notes.create({ fields: { document: paragraphs('base') } });
    await put(id, 'a', 'from a');
    minutes(1);
    await put(id, 'b', 'from b');
    expect(await find(id)).toBe('b: from b');
    expect((await client.drafts.list({})).length).toBe(1);
    await client.notes.save({
      id,
      expectedVersion: version,
      fields: { document: paragraphs('from b') },
      writer: 'b',
    });
    expect(await find(id)).toBe('a: from a');
    await client.drafts.discard({ kind: 'note', recordId: id, field: 'document', writer: 'a' });
    expect(await find(id)).toBeNull();
  });

  it('that were left behind are taken over whole', async () => {
    const { id } = await client.notes.create({ fields: { document: paragraphs('base') } });
    await put(id, 'dead', 'last words');
    await client.drafts.adopt({ kind: 'note', recordId: id, field: 'document', from: 'dead', to: 'new' });
    expect(await find(id)).toBe('new: last words');
    // In place of what the new window had.
    await put(id, 'other', 'the very last');
    await client.drafts.adopt({ kind: 'note', recordId: id, field: 'document', from: 'other', to: 'new' });
    expect(await find(id)).toBe('new: the very last');
  });

  it('are none when they say what is saved', async () => {
    const { id } = await client.notes.create({ fields: { document: paragraphs('base') } });
    await put(id, 'a', 'base, changed');
    expect(await find(id)).toBe('a: base, changed');
    await put(id, 'a', 'base');
    expect(await find(id)).toBeNull();
  });

  it('keep the text of a save that came too late under its writer', async () => {
    const { id } = await client.notes.create({ fields: { document: paragraphs('base') } });
    await client.notes.save({ id, expectedVersion: 1, fields: { document: paragraphs('theirs') } });
    await expect(
      client.notes.save({ id, expectedVersion: 1, fields: { document: paragraphs('mine') }, writer: 'w' }),
    ).rejects.toMatchObject({ code: 'STALE' });
    expect(await find(id)).toBe('w: mine');
  });

  it('come along from a library of the first schema', async () => {
    const { id } = await client.notes.create({ fields: { document: paragraphs('base') } });
    await client.library.close({});
    const raw = new Sqlite(join(libraryDir, 'library.db'));
    raw.exec(`DROP TABLE draft;
      CREATE TABLE draft (kind TEXT NOT NULL, record_id TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
        base_version INTEGER NOT NULL, updated_at TEXT NOT NULL, PRIMARY KEY (record_id, field)) STRICT, WITHOUT ROWID;`);
    raw
      .prepare("INSERT INTO draft VALUES ('note', ?, 'document', ?, 1, '2026-11-01T00:00:00.000Z')")
      .run(id, JSON.stringify(paragraphs('old words')));
    raw.pragma('user_version = 1');
    raw.close();
    await client.library.open({ folder: libraryDir });
    expect(await find(id)).toBe(': old words');
  });
});

describe('a long text', () => {
  const long = (word: string): RichText =>
    paragraphs(...Array.from({ length: 400 }, (_, at) => `${word}${at} `.repeat(15)));

  it('is found by its new words soon after, and after a crash before that', async () => {
    const { id, version } = await client.notes.create({ fields: { title: 'Long', document: long('old') } });
    await client.notes.save({ id, expectedVersion: version, fields: { document: long('new') } });
    // As after a crash: nothing has had the time to run.
    await client.library.close({});
    await client.library.open({ folder: libraryDir });
    expect((await client.search.query({ query: 'new17' })).hits).toHaveLength(1);
    expect((await client.search.query({ query: 'old17' })).hits).toHaveLength(0);
  });

  it('never keeps its library from opening, whatever is noted about its index', async () => {
    const { id } = await client.notes.create({ fields: { document: paragraphs('precious') } });
    await client.library.close({});
    const raw = new Sqlite(join(libraryDir, 'library.db'));
    raw.exec(`INSERT OR REPLACE INTO setting VALUES ('indexLater', '[{"kind":"nonsense","id":"x"}]')`);
    raw.close();
    await client.library.open({ folder: libraryDir });
    expect(plainText((await client.notes.get({ id })).document)).toBe('precious');
  });

  it('shows its new title at once', async () => {
    const { id, version } = await client.notes.create({ fields: { title: 'Long', document: long('old') } });
    await client.notes.save({
      id,
      expectedVersion: version,
      fields: { document: long('new'), title: 'Longer' },
    });
    expect((await client.search.query({ query: 'new17' })).hits).toHaveLength(1);
    expect(await client.records.refs({ refs: [{ kind: 'note', id }] })).toMatchObject([{ title: 'Longer' }]);
  });
});

describe('a disk that is full', () => {
  it('is told as such, loses nothing that was acknowledged, and takes the words when there is room again', async () => {
    const note = await writeNote(paragraphs('before'));
    const place = { kind: 'note', recordId: note.id, field: 'document' } as const;
    await client.drafts.put({ ...place, value: JSON.stringify(paragraphs('acknowledged')), baseVersion: 1 });
    await client.library.close({});
    const library = openDatabase(libraryDir);
    const db = library.write;
    if (db === null) throw new Error('the library should be writable');
    const big = JSON.stringify(paragraphs('x'.repeat(400_000)));
    const putBig = (): void =>
      transact(db, () =>
        putDraft(db, {
          ...place,
          part: '',
          writer: '',
          value: big,
          baseVersion: 1,
          updatedAt: '2026-11-03T00:00:00.000Z',
        }),
      );
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
    const refused = ((): unknown => {
      try {
        putBig();
        return null;
      } catch (error) {
        return toWireError(error);
      }
    })();
    expect(refused).toMatchObject({ code: 'DISK_FULL' });
    expect(findDraft(db, { recordId: note.id, field: 'document', part: '' })?.value).toBe(
      JSON.stringify(paragraphs('acknowledged')),
    );
    db.pragma('max_page_count = 1000000');
    putBig();
    library.close();
    await client.library.open({ folder: libraryDir });
    expect((await client.drafts.get(place))?.value).toBe(big);
    const { jobId } = await client.library.startCheck({});
    expect(await test.core.finished(jobId)).toEqual({ ok: true, problems: [] });
  });
});
