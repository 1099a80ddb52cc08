import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepared, transact } from '../../electron/data/handle.ts';
import { eachRecord, itemOf, saveRecord } from '../../electron/data/records.ts';
import type { NoteImport } from '../../electron/importers/note-import.ts';
import { type Note, noteSchema } from '../../shared/domain/note.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { referencesIn } from '../../shared/richtext/walk.ts';
import { counts } from '../support/import-control.ts';
import { filesOf, type NotesFolder, notesFolder } from '../support/notes-folder.ts';
import { paragraphs, type SmallLibrary } from '../support/small-library.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/notes');

let at: NotesFolder;
let library: SmallLibrary;
let folder: string;
beforeEach(() => {
  at = notesFolder();
  ({ library, folder } = at);
});
afterEach(() => at.close());

const write: NotesFolder['write'] = (files) => at.write(files);
const run = (root: string, more: Partial<NoteImport> = {}) => at.run({ files: filesOf(root), ...more });
const notes = () => [...eachRecord(library.db, 'note', { binned: true })];
function note(externalId: string): Note {
  const found = notes().find((one) => one.externalId === externalId);
  if (found === undefined) throw new Error(`no note ${externalId}`);
  return found;
}
const mentioned = (externalId: string) => [...referencesIn(note(externalId).document)].map((one) => one.id);
function traces() {
  return ['note', 'topic', 'search_document', 'revision', 'mention', 'tag_use', 'setting'].map((table) =>
    prepared(library.db, `SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  );
}

describe('importing a folder of Markdown', () => {
  it('takes the fixture vault, and nothing the second time', async () => {
    const root = join(FIXTURES, 'vault');
    const files = filesOf(root).length;
    const report = await run(root);
    expect(counts(report)).toEqual([files, 0, 0, 0]);
    for (const one of notes()) expect(noteSchema.parse(one)).toEqual(one);
    const before = traces();
    expect(counts(await run(root))).toEqual([0, 0, files, 0]);
    expect(traces()).toEqual(before);
    expect(plainText(note('Broken.md').document)).toContain('These words must not be lost.');
    expect(plainText(note('Broken.md').document)).toContain('this quote never closes');
    expect(plainText(note('Hostile.md').document)).not.toContain('window.__pwned = true');
    expect(report.simplified.scripts).toBeGreaterThan(0);
    expect(note('Start here.md').tags).toEqual(['index', 'tea']);
    expect(mentioned('Start here.md')).toEqual(expect.arrayContaining([note('Withering by hand.md').id]));
    expect(note('水与火.md').language).toBe('zh-Hant');
  });

  it('joins notes by file name, path, title, alias and relative address', async () => {
    write({
      'a.md':
        '[[b]] [[deep/c]] [[The Title]] [[Nickname]] [text](deep/c.md) [[Nobody]] [up](../../etc/passwd)',
      'b.md': '---\ntitle: The Title\naliases: [Nickname]\n---\nWords.',
      'deep/c.md': 'Back to [[a|the first]] and [a](../a.md#part).',
    });
    await run(folder);
    const [a, b, c] = ['a.md', 'b.md', 'deep/c.md'].map((name) => note(name).id);
    expect(mentioned('a.md')).toEqual([b, c, b, b, c]);
    expect(mentioned('deep/c.md')).toEqual([a, a]);
    expect(plainText(note('a.md').document)).toContain('[[Nobody]]');
  });

  it('links to notes that were here before', async () => {
    write({ 'first.md': 'x' });
    await run(folder, { source: 'one' });
    write({ 'second.md': 'See [[first]].' });
    await run(folder, { files: filesOf(folder).slice(1), source: 'two' });
    expect(mentioned('second.md')).toEqual([note('first.md').id]);
  });

  it('keeps the ids of blocks that stay when a file changes', async () => {
    write({ 'a.md': 'one\n\ntwo\n\nthree' });
    await run(folder);
    const before = note('a.md');
    write({ 'a.md': 'zero\n\none\n\ntwo\n\nthree' });
    expect(counts(await run(folder))).toEqual([0, 1, 0, 0]);
    const after = note('a.md');
    expect(after.version).toBe(2);
    expect(after.document.blocks.slice(1)).toEqual(before.document.blocks);
  });

  it('never overwrites what both sides changed, and leaves what only we changed', async () => {
    write({ 'a.md': 'one', 'b.md': 'other' });
    await run(folder);
    const before = note('a.md');
    const after = { ...before, document: paragraphs('mine'), version: 2, updatedAt: library.now() };
    const meta = { makeId: library.makeId, authorId: null, reason: 'edited' };
    transact(library.db, () => saveRecord(library.db, itemOf('note', before), itemOf('note', after), meta));
    expect(counts(await run(folder))).toEqual([0, 0, 2, 0]);
    write({ 'a.md': 'theirs' });
    const report = await run(folder);
    expect(report.rejected).toEqual([{ row: 1, reason: 'changed-here', detail: 'a.md' }]);
    expect(plainText(note('a.md').document)).toBe('mine');
  });

  it('reports what is no note', async () => {
    write({
      'a.md': 'x',
      'pic.png': 'x',
      'b.md': `\u0001\u0000\u0000\u0002${'\u0000'.repeat(50)}`,
      'empty.md': '',
      'plain.txt': 'Plain *words*.',
    });
    const report = await run(folder);
    expect(counts(report)).toEqual([3, 0, 0, 1]);
    expect(report.rejected).toEqual([{ row: 2, reason: 'unreadable-file', detail: 'b.md' }]);
    expect(report.unlinked).toEqual({ count: 1, names: ['pic.png'] });
    expect(report.found).toEqual({ markdown: 3, text: 1, other: 1 });
    expect(note('empty.md').title).toBe('empty');
    expect(plainText(note('plain.txt').document)).toBe('Plain *words*.');
  });

  it('leaves nothing behind when it is cancelled', async () => {
    write(
      Object.fromEntries(
        Array.from({ length: 450 }, (_, at) => [`n${at}.md`, `---\ntopics: [t${at % 5}]\n---\nText ${at}`]),
      ),
    );
    const before = traces();
    const stop = new AbortController();
    const cancelled = run(folder, {
      signal: stop.signal,
      onProgress: (done, _total, stage) => {
        if (stage === 'writing' && done >= 200) stop.abort(new Error('stop'));
      },
    });
    await expect(cancelled).rejects.toThrow('stop');
    expect(traces()).toEqual(before);
  });
});

describe('importing JSON Lines of notes', () => {
  it('takes the good lines and reports the others', async () => {
    const report = await run(FIXTURES, {
      files: filesOf(FIXTURES).filter((one) => one.path.endsWith('.jsonl')),
    });
    expect(report.rejected.map((one) => [one.row, one.reason])).toEqual([
      [6, 'bad-json'],
      [12, 'duplicate-key'],
      [14, 'no-text'],
      [15, 'not-an-object'],
    ]);
    expect(report.created).toBe(11);
    expect(note('TEA-9').title).toBe('<img src=x onerror=window.__pwned=1>');
    expect(note('TEA-3').language).toBe('zh-Hans');
    for (const one of notes()) expect(noteSchema.parse(one)).toEqual(one);
  });

  it('finds or makes the topics it names', async () => {
    write({
      'n.jsonl': [
        { externalId: 1, title: 'A', text: 'x', topics: ['Sealing', 'New topic'] },
        { externalId: 2, title: 'B', text: 'y', topics: ['new TOPIC'] },
      ]
        .map((one) => JSON.stringify(one))
        .join('\n'),
    });
    expect(counts(await run(folder, { dryRun: true }))).toEqual([2, 0, 0, 0]);
    expect([...eachRecord(library.db, 'topic')]).toEqual([]);
    await run(folder);
    const topics = [...eachRecord(library.db, 'topic')];
    expect(topics.map((topic) => topic.name).sort()).toEqual(['New topic', 'Sealing']);
    const idOf = (name: string) => topics.find((topic) => topic.name === name)?.id;
    expect(note('1').topicIds).toEqual([idOf('Sealing'), idOf('New topic')]);
    expect(note('2').topicIds).toEqual([idOf('New topic')]);
    expect(counts(await run(folder))).toEqual([0, 0, 2, 0]);
  });

  it('keeps the text as it is, not as Markdown', async () => {
    write({ 'n.jsonl': JSON.stringify({ externalId: 'x', title: 'T', text: '# no *heading*\n\nsecond' }) });
    await run(folder);
    expect(note('x').document.blocks.map((block) => block.type)).toEqual(['paragraph', 'paragraph']);
    expect(plainText(note('x').document)).toBe('# no *heading*\nsecond');
  });
});
