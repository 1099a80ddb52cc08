import { afterEach, describe, expect, it } from 'vitest';
import { exportFrom, importInto, previewIn } from '../support/package-trip.ts';
import { paragraphs, type SmallLibrary, smallLibrary, testId } from '../support/small-library.ts';

// Two libraries that write about the same things, and what each import makes of the other's version.

const open: SmallLibrary[] = [];
function library(seconds = 0): SmallLibrary {
  const made = smallLibrary(seconds);
  open.push(made);
  return made;
}
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const ALL = { type: 'all' } as const;
const NOTE = testId('note');

/** Here and there, both with the first version of one note. */
async function pair(): Promise<{ here: SmallLibrary; there: SmallLibrary; first: string }> {
  const here = library();
  here.add('note', 'note', { title: 'First', document: paragraphs('first') });
  const first = (await exportFrom(here, ALL)).path;
  const there = library(100_000);
  await importInto(there, first);
  return { here, there, first };
}

async function fateThere(there: SmallLibrary, path: string): Promise<string | undefined> {
  return (await previewIn(there, path)).counts.find((line) => line.kind === 'note')?.fate;
}

function revisions(lib: SmallLibrary): unknown {
  return lib.db.prepare('SELECT count(*) AS n FROM revision WHERE record_id = ?').get(NOTE);
}

describe('merging a package', () => {
  it('takes a newer version when nothing changed here, and keeps the older one as a revision', async () => {
    const { here, there } = await pair();
    here.change('note', NOTE, { title: 'Second' });
    here.change('note', NOTE, { title: 'Third' });
    const { path } = await exportFrom(here, ALL);
    expect(await fateThere(there, path)).toBe('updated-there');
    expect(await importInto(there, path)).toMatchObject({ created: 0, updated: 1 });
    expect(there.find('note', 'note')).toMatchObject({ title: 'Third', version: 2 });
    const kept = there.db
      .prepare('SELECT record FROM revision WHERE record_id = ? AND version = 1')
      .get(NOTE) as { record: string };
    expect(JSON.parse(kept.record).title).toBe('First');
  });

  it('keeps ours when only we changed it, also when an old package comes late', async () => {
    const { here, there, first } = await pair();
    there.change('note', NOTE, { title: 'Ours' });
    const { path } = await exportFrom(here, ALL);
    expect(await fateThere(there, path)).toBe('updated-here');
    expect(await importInto(there, path)).toMatchObject({ updated: 0, keptMine: 1, keptBoth: 0 });
    expect(await fateThere(there, first)).toBe('updated-here');
    expect(there.find('note', 'note')?.title).toBe('Ours');
  });

  it('brings a correction back to where the text came from', async () => {
    const { here, there } = await pair();
    there.change('note', NOTE, { title: 'Corrected' });
    const { path } = await exportFrom(there, ALL);
    expect(await importInto(here, path)).toMatchObject({ updated: 1 });
    expect(here.find('note', 'note')?.title).toBe('Corrected');
  });

  it('sees a conflict when both changed it, even after one was exported again', async () => {
    const { here, there } = await pair();
    here.change('note', NOTE, { title: 'Theirs' });
    there.change('note', NOTE, { title: 'Ours' });
    // What has left is not thereby what they have: this export must not make our edit look agreed.
    await exportFrom(there, ALL);
    const { path } = await exportFrom(here, ALL);
    const preview = await previewIn(there, path);
    expect(preview.items[0]).toEqual({ kind: 'note', id: NOTE, title: 'Theirs', fate: 'conflict' });
  });

  it('keeps both: ours untouched, theirs beside it, linked, once', async () => {
    const { here, there } = await pair();
    here.change('note', NOTE, { title: 'Theirs' });
    there.change('note', NOTE, { title: 'Ours' });
    const { path } = await exportFrom(here, ALL);
    expect(await importInto(there, path)).toMatchObject({ created: 0, updated: 0, keptBoth: 1 });
    const titles = () =>
      there.db
        .prepare('SELECT title FROM note ORDER BY title')
        .all()
        .map((row) => (row as { title: string }).title);
    expect(titles()).toEqual(['Ours', 'Theirs (2)']);
    expect(there.db.prepare('SELECT type, from_id, to_title FROM link').all()).toEqual([
      { type: 'see-also', from_id: NOTE, to_title: 'Theirs (2)' },
    ]);
    await exportFrom(there, ALL);
    expect(await importInto(there, path)).toMatchObject({ updated: 0, keptBoth: 0, keptMine: 1 });
    expect(titles()).toEqual(['Ours', 'Theirs (2)']);
  });

  it('does as told for one record and as usual for the others', async () => {
    const { here, there } = await pair();
    here.add('note', 'other', { title: 'Other' });
    there.add('note', 'other', { title: 'Another' });
    here.change('note', NOTE, { title: 'Theirs' });
    there.change('note', NOTE, { title: 'Ours' });
    const { path } = await exportFrom(here, ALL);
    const report = await importInto(there, path, {
      onConflict: 'keep-mine',
      choices: [{ kind: 'note', id: NOTE, choice: 'take-theirs' }],
    });
    expect(report).toMatchObject({ updated: 1, keptMine: 1 });
    expect(there.find('note', 'note')?.title).toBe('Theirs');
    expect(there.find('note', 'other')?.title).toBe('Another');
    // Decided once is decided: nobody is asked again.
    expect(await importInto(there, path)).toMatchObject({ updated: 0, keptBoth: 0 });
  });

  it('follows a text that went back to an earlier wording', async () => {
    const { here, there } = await pair();
    here.change('note', NOTE, { title: 'Second' });
    await importInto(there, (await exportFrom(here, ALL)).path);
    here.change('note', NOTE, { title: 'First' });
    expect(await importInto(there, (await exportFrom(here, ALL)).path)).toMatchObject({ updated: 1 });
    expect(there.find('note', 'note')?.title).toBe('First');
  });

  it('leaves in the bin what was thrown away here', async () => {
    const { here, there } = await pair();
    there.change('note', NOTE, { deletedAt: '2026-02-01T00:00:00.000Z' });
    here.change('note', NOTE, { title: 'Second' });
    const { path } = await exportFrom(here, ALL);
    expect(await fateThere(there, path)).toBe('updated-here');
    await importInto(there, path);
    expect(there.find('note', 'note')).toMatchObject({
      title: 'First',
      deletedAt: '2026-02-01T00:00:00.000Z',
    });
  });

  it('keeps what never left: a person’s contact survives a round trip', async () => {
    const here = library();
    here.add('person', 'anna', { name: 'Anna', contact: 'anna@example.org', lastDay: '2027-01-01' });
    const there = library(100_000);
    await importInto(there, (await exportFrom(here, ALL)).path);
    there.change('person', testId('anna'), { role: 'Master' });
    expect(await importInto(here, (await exportFrom(there, ALL)).path)).toMatchObject({ updated: 1 });
    expect(here.find('person', 'anna')).toMatchObject({
      role: 'Master',
      contact: 'anna@example.org',
      lastDay: '2027-01-01',
    });
  });

  it('knows a case by its source and key, whatever id the other library gave it', async () => {
    const here = library();
    here.add('case', 'case-a', { source: 'crm', externalKey: '1', title: 'Leak' });
    here.add('case', 'case-b', { source: 'crm', externalKey: '2', title: 'Noise' });
    here.add('note', 'note', {
      title: 'About it',
      document: {
        version: 1,
        blocks: [
          {
            id: 'block-0',
            type: 'paragraph',
            children: [{ type: 'mention', kind: 'case', id: testId('case-a'), label: 'Leak', children: [] }],
          },
        ],
      },
    });
    here.add('link', 'link', { fromId: NOTE, toKind: 'case', toId: testId('case-a'), toTitle: 'Leak' });
    const there = library(100_000);
    // The same key under another id; and the id of the first stands for the second.
    there.add('case', 'case-x', { source: 'crm', externalKey: '1', title: 'Leak' });
    there.add('case', 'case-a', { source: 'crm', externalKey: '2', title: 'Noise' });
    const { path } = await exportFrom(here, ALL);
    const report = await importInto(there, path);
    expect(report).toMatchObject({ created: 2, unchanged: 2 });
    expect(there.db.prepare('SELECT count(*) AS n FROM case_record').get()).toEqual({ n: 2 });
    expect(there.find('link', 'link')?.toId).toBe(testId('case-x'));
    expect(JSON.stringify(there.find('note', 'note')?.document)).toContain(testId('case-x'));
    expect(there.db.prepare('SELECT to_id FROM mention WHERE record_id = ?').get(NOTE)).toEqual({
      to_id: testId('case-x'),
    });
    expect(await importInto(there, path)).toMatchObject({ created: 0, updated: 0, keptBoth: 0 });
  });

  it('counts the answers of both sides when it says how a question stands', async () => {
    const here = library();
    here.add('question', 'q', { title: 'Why?', state: 'open' });
    const there = library(100_000);
    await importInto(there, (await exportFrom(here, ALL)).path);
    here.add('answer', 'a', { questionId: testId('q'), document: paragraphs('Because.') });
    await importInto(there, (await exportFrom(here, ALL)).path);
    expect(there.find('question', 'q')?.state).toBe('answered');
    const found = there.db.prepare("SELECT title FROM search_document WHERE kind = 'answer'").get();
    expect(found).toEqual({ title: 'Why?' });
  });

  it('changes nothing in a dry run and says the same as the real one', async () => {
    const { here, there } = await pair();
    here.change('note', NOTE, { title: 'Second' });
    here.add('note', 'more', { title: 'More' });
    const { path } = await exportFrom(here, ALL);
    const before = revisions(there);
    const dry = await importInto(there, path, { dryRun: true });
    expect(revisions(there)).toEqual(before);
    expect(there.find('note', 'more')).toBeUndefined();
    expect(await importInto(there, path)).toEqual({ ...dry, dryRun: false });
  });

  it('refuses an id that is another kind of record here, and changes nothing', async () => {
    const here = library();
    here.add('note', 'fine', { title: 'Fine' });
    here.add('note', 'same', { title: 'A note' });
    const there = library(100_000);
    there.add('case', 'same', { source: 'crm', externalKey: '1' });
    const { path } = await exportFrom(here, ALL);
    await expect(importInto(there, path)).rejects.toMatchObject({ code: 'record-id-taken' });
    expect(there.find('note', 'fine')).toBeUndefined();
  });

  it('says a published playbook is published here too, in our own numbers', async () => {
    const here = library();
    here.add('playbook', 'book', { title: 'Book', state: 'published', publishedVersion: 7 });
    const there = library(100_000);
    const { path } = await exportFrom(here, ALL);
    await importInto(there, path);
    expect(there.find('playbook', 'book')).toMatchObject({ version: 1, publishedVersion: 1 });
    expect(await importInto(there, path)).toMatchObject({ updated: 0, unchanged: 1 });
  });
});
