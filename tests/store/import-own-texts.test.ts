import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eachRecord } from '../../electron/data/records.ts';
import type { NoteImport } from '../../electron/importers/note-import.ts';
import type { Note } from '../../shared/domain/note.ts';
import { canonicalDocument } from '../../shared/richtext/canonical.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { referencesIn } from '../../shared/richtext/walk.ts';
import { filesOf } from '../support/notes-folder.ts';
import { later, type OwnTrip, ownTrip } from '../support/own-trip.ts';
import { paragraphs, testId } from '../support/small-library.ts';
import { unzip } from '../support/unzip.ts';

// Markdown and pages of our own export come home with what they say about the note.

let trip: OwnTrip;
beforeEach(async () => {
  trip = await ownTrip();
});
afterEach(() => trip.close());

let unpacked = 0;
/** The notes as people get them: a folder. */
async function exported(format: 'markdown' | 'html', ...names: readonly string[]): Promise<string> {
  const { path, extension } = await trip.exported(format, ...names);
  unpacked += 1;
  const name = `out-${unpacked}`;
  const folder = join(trip.to.folder, name);
  if (extension === 'zip') await unzip(path, folder);
  else trip.to.write({ [`${name}/page.${extension}`]: readFileSync(path) });
  return folder;
}
const away = (folder: string) => trip.to.run({ files: filesOf(folder), now: later });
const home = (folder: string, more: Partial<NoteImport> = {}) => trip.home(filesOf(folder), more);
const here = (name: string): Note => {
  const found = [...eachRecord(trip.to.library.db, 'note')].find(({ id }) => id === testId(name));
  if (found === undefined) throw new Error(`${name} did not come home`);
  return found;
};
function editFile(folder: string, name: RegExp, change: (text: string) => string): void {
  const file = filesOf(folder).find(({ relativePath }) => name.test(relativePath));
  if (file === undefined) throw new Error(`no file ${name}`);
  const before = readFileSync(file.path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file.path, after);
}
const FACTS = [
  'id',
  'title',
  'kind',
  'language',
  'confidence',
  'audience',
  'tags',
  'createdAt',
  'updatedAt',
] as const;
const facts = (note: Note) => FACTS.map((field) => note[field]);

describe.each(['markdown', 'html'] as const)('%s', (format) => {
  beforeEach(() => {
    trip.from.change('note', testId('rich'), { tags: ['one, two', '#three'], confidence: 'archived' });
    trip.from.add('note', 'untitled', {
      document: {
        version: 1,
        blocks: [
          { id: 'heading-1', type: 'heading', level: 1, children: [{ text: 'A heading of the text' }] },
          { id: 'words-12', type: 'paragraph', children: [{ text: 'Words.' }] },
        ],
      },
    });
    trip.from.add('note', 'bare', { kind: 'warning', document: paragraphs('Never open the lid.') });
  });

  it('brings every fact into another library, and links between the notes', async () => {
    const names = ['rich', 'other', 'untitled', 'bare'];
    const report = await away(await exported(format, ...names));
    expect(report).toMatchObject({ created: 4, rejectedCount: 0 });
    for (const name of names) expect(facts(here(name))).toEqual(facts(trip.from.find('note', name)!));
    const people = [...eachRecord(trip.to.library.db, 'person')];
    expect(people.map(({ name }) => name)).toEqual(['Anna']);
    expect(here('rich').authorId).toBe(people[0]!.id);
    expect([...eachRecord(trip.to.library.db, 'topic')].map(({ name }) => name).sort()).toEqual([
      'Pumps',
      'Seals',
    ]);
    expect([...referencesIn(here('rich').document)].filter(({ id }) => id === testId('other'))).toHaveLength(
      2,
    );
    expect(plainText(here('untitled').document)).toBe('A heading of the text\nWords.');
    expect(plainText(here('bare').document)).toBe('Never open the lid.');
  });

  it('is known by its id at home: nothing new, whatever the format cannot say', async () => {
    const folder = await exported(format, 'rich', 'other', 'untitled', 'bare');
    const before = ['rich', 'other', 'untitled', 'bare'].map((name) => trip.from.find('note', name));
    const dry = await home(folder, { dryRun: true });
    expect(dry).toMatchObject({ created: 0, updated: 0, unchanged: 4, rejectedCount: 0 });
    expect(await home(folder)).toMatchObject({ created: 0, updated: 0, unchanged: 4, rejectedCount: 0 });
    expect(['rich', 'other', 'untitled', 'bare'].map((name) => trip.from.find('note', name))).toEqual(before);
    expect([...eachRecord(trip.from.db, 'attachment')]).toHaveLength(3);
    expect([...eachRecord(trip.from.db, 'topic')]).toHaveLength(2);
  });

  it('what somebody changed in the file comes in, named before; directions and widths stay', async () => {
    const folder = await exported(format, 'rich');
    editFile(folder, /\.(?:md|html)$/, (text) => text.replace('Runs at 50 Hz.', 'Runs at 60 Hz.'));
    const before = trip.from.find('note', 'rich')!;
    const dry = await home(folder, { dryRun: true });
    expect(dry).toMatchObject({ updated: 1, known: { count: 1, names: ['When the pump hums'] } });
    expect(trip.from.find('note', 'rich')).toEqual(before);
    await home(folder);
    const after = trip.from.find('note', 'rich')!;
    const swap = (document: RichText): RichText =>
      JSON.parse(JSON.stringify(canonicalDocument(document)).replace('60 Hz', '50 Hz'));
    expect(plainText(after.document)).toContain('Runs at 60 Hz.');
    expect(swap(after.document)).toEqual(canonicalDocument(before.document));
    expect(after).toMatchObject({ source: '', externalId: '', version: before.version + 1 });
  });

  it('an older file never takes the place of a newer text', async () => {
    const folder = await exported(format, 'rich', 'bare');
    trip.from.change('note', testId('rich'), { document: paragraphs('written since') });
    trip.from.change('note', testId('bare'), { tags: ['since'], confidence: 'validated' });
    expect(await home(folder)).toMatchObject({ updated: 0, unchanged: 2 });
    editFile(folder, /(?:hums|page|index)\.(?:md|html)$/, (text) => text.replace('Oil', 'Grease'));
    const report = await home(folder);
    expect(report).toMatchObject({ updated: 0, unchanged: 1 });
    expect(report.rejected.map(({ reason }) => reason)).toEqual(['newer-here']);
    expect(plainText(trip.from.find('note', 'rich')!.document)).toBe('written since');
    expect(trip.from.find('note', 'bare')).toMatchObject({ tags: ['since'], confidence: 'validated' });
  });
});

describe('ids in files of others', () => {
  const claim = (id: string, updated = '') =>
    `---\nheirloom: "note/${id}"\naudience: "customer"\nkind: "story"\n${updated === '' ? '' : `updated: "${updated}"\n`}---\n\nEvil words.\n`;

  it('a guessed id changes nothing; one with the right time is named, and never widens who may read', async () => {
    trip.to.write({ 'x/a.md': claim(testId('secret')) });
    const before = trip.from.find('note', 'secret')!;
    const report = await home(join(trip.to.folder, 'x'));
    expect(report.rejected).toEqual([{ row: 1, reason: 'newer-here', detail: 'a.md' }]);
    trip.to.write({ 'x/a.md': claim(testId('secret'), before.updatedAt) });
    const dry = await home(join(trip.to.folder, 'x'), { dryRun: true });
    expect(dry.known).toEqual({ count: 1, names: ['Mine alone'] });
    await home(join(trip.to.folder, 'x'));
    expect(trip.from.find('note', 'secret')).toMatchObject({
      audience: 'private',
      title: 'Mine alone',
      version: 2,
    });
  });

  it('of two files that say they are one note, the second is another', async () => {
    trip.to.write({ 'x/a.md': claim(testId('new')), 'x/b.md': claim(testId('new')) });
    expect(await away(join(trip.to.folder, 'x'))).toMatchObject({ created: 2, rejectedCount: 0 });
    expect(trip.to.note('a.md').id).toBe(testId('new'));
    expect(trip.to.note('b.md').id).not.toBe(testId('new'));
    expect(await away(join(trip.to.folder, 'x'))).toMatchObject({ created: 0, unchanged: 2 });
  });

  it.each([
    ['heirloom: "note/not-an-id"', 'code'],
    ['heirloom: "person/018f0000-0000-7000-8000-000000000001"', 'code'],
    ['heirloom: [1, 2]', 'code'],
  ])('%s is somebody’s own word', async (line, type) => {
    trip.to.write({ 'x/a.md': `---\n${line}\nkind: "story"\n---\n\nText.\n` });
    await away(join(trip.to.folder, 'x'));
    expect(trip.to.note('a.md')).toMatchObject({ kind: 'reference', title: 'a' });
    expect(trip.to.note('a.md').document.blocks.at(-1)?.type).toBe(type);
  });

  it('facts that no note can have are as if they were not there', async () => {
    const id = testId('odd');
    trip.to.write({
      'x/a.md': `---\nheirloom: "note/${id}"\nkind: "emperor"\nconfidence: "9"\naudience: "everyone"\ncreated: "2999-13-45"\nupdated: "2999-01-01T00:00:00.000Z"\nlanguage: "no language"\n---\n\nText.\n`,
    });
    await away(join(trip.to.folder, 'x'));
    expect(trip.to.note('a.md')).toMatchObject({
      id,
      kind: 'reference',
      confidence: 'not-validated',
      audience: 'team',
      language: '',
      createdAt: later(),
      updatedAt: later(),
    });
  });

  it('a page that says it is ours and holds no notes is a page', async () => {
    trip.to.write({
      'x/a.html':
        '<html><head><meta name="generator" content="Heirloom"><title>T</title></head><body><p>words</p></body></html>',
      'x/b.html': `<html><head><meta name="generator" content="Heirloom"></head><body><article data-heirloom="note" data-id="${testId('bad')}" data-facts="{broken"><h1>x</h1><p onclick="x()">kept</p><script>alert(1)</script></article></body></html>`,
    });
    expect(await away(join(trip.to.folder, 'x'))).toMatchObject({ created: 2, rejectedCount: 0 });
    expect(trip.to.note('a.html').title).toBe('T');
    expect(plainText(here('bad').document)).toBe('x\nkept');
  });
});
