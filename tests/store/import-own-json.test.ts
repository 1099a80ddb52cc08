import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eachRecord } from '../../electron/data/records.ts';
import { gatherDocuments } from '../../electron/documents/gather.ts';
import { writeDocuments } from '../../electron/documents/write-documents.ts';
import { importNotes, type NoteImport } from '../../electron/importers/note-import.ts';
import { blobPath, hasBlob } from '../../electron/media/store-blob.ts';
import type { Note } from '../../shared/domain/note.ts';
import { noteSchema } from '../../shared/domain/note.ts';
import enBlocks from '../../shared/i18n/messages/en/blocks.json' with { type: 'json' };
import { canonicalDocument } from '../../shared/richtext/canonical.ts';
import type { Block, RichText } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { exportWorkshop } from '../support/export-workshop.ts';
import { filesOf, type NotesFolder, notesFolder } from '../support/notes-folder.ts';
import { png } from '../support/picture-bytes.ts';
import { ATTACHED, anyDocument } from '../support/rich-text-builders.ts';
import { paragraphs, testId } from '../support/small-library.ts';
import { unzip } from '../support/unzip.ts';

// The JSON of our own export comes home: into another library as the same notes, into its own as nothing new.

let from: Awaited<ReturnType<typeof exportWorkshop>>;
let to: NotesFolder;
beforeEach(async () => {
  from = await exportWorkshop();
  to = notesFolder();
});
afterEach(() => {
  from.close();
  to.close();
});

const later = (): string => '2027-01-01T00:00:00.000Z';

let written = 0;
async function exported(ids: readonly string[]): Promise<{ path: string; extension: string }> {
  const wish = { scope: { type: 'notes', ids }, audience: 'private' } as const;
  const gathered = await gatherDocuments(from.db, from.mediaRoot, wish);
  written += 1;
  const path = join(from.folder, `export-${written}`);
  const set = { ...gathered, language: 'en', labels: enBlocks, untitled: 'Untitled' } as const;
  return { path, ...(await writeDocuments(set, 'json', path)) };
}
/** A whole import into the library the notes came from. */
const home = (path: string, name: string, more: Partial<NoteImport> = {}) =>
  importNotes({
    db: from.db,
    mediaRoot: from.mediaRoot,
    workFolder: join(from.folder, 'work'),
    files: [{ path, relativePath: name }],
    source: 'home',
    language: '',
    keepSource: false,
    dryRun: false,
    now: from.now,
    makeId: from.makeId,
    authorId: null,
    onProgress: () => {},
    signal: new AbortController().signal,
    ...more,
  });
const notesOf = (library: { db: NotesFolder['library']['db'] }): Map<string, Note> =>
  new Map([...eachRecord(library.db, 'note')].map((note) => [note.id, note]));
const nameOf = (kind: 'topic' | 'person', ids: readonly string[], library: NotesFolder['library']) =>
  [...eachRecord(library.db, kind)].filter(({ id }) => ids.includes(id)).map(({ name }) => name);

type Loose = { [key: string]: unknown; document: { blocks: Record<string, unknown>[] } };
type Forged = { documents: { note: Loose }[]; files: unknown[] };

/** A file of ours with one thing in it changed. */
function forged(change: (value: Forged) => void, notes: Partial<Note>[] = [{}]): string {
  const at = '2026-01-01T00:00:00.000Z';
  const value = {
    format: 'heirloom-documents',
    formatVersion: 1,
    title: 'T',
    documents: notes.map((note, index) => ({
      kind: 'note',
      topics: [],
      author: '',
      note: {
        ...from.find('note', 'other'),
        id: testId(`forged ${index}`),
        topicIds: [],
        createdAt: at,
        updatedAt: at,
        ...note,
      },
    })),
    files: [] as unknown[],
  };
  change(value as unknown as Forged);
  return JSON.stringify(value);
}
const image = (attachmentId: string): Block => ({
  id: 'picture-1',
  type: 'image',
  attachmentId,
  name: 'red.png',
  alt: 'a red box',
  children: [],
});
const shows = (id: string): RichText => ({ version: 2, blocks: [image(id)] });

describe('into another library', () => {
  it('is the same notes, with their facts, files and links', async () => {
    const { path, extension } = await exported([testId('rich'), testId('other')]);
    expect(extension).toBe('zip');
    const report = await to.run({ files: [{ path, relativePath: 'Pumps.zip' }], now: later });
    expect(report).toMatchObject({ created: 2, rejectedCount: 0, found: { json: 1 }, simplified: {} });
    const here = notesOf(to.library);
    for (const name of ['rich', 'other']) {
      const [was, is] = [from.find('note', name)!, here.get(testId(name))!];
      expect(noteSchema.parse(is)).toEqual(is);
      const facts = ({ id, title, kind, language, confidence, audience, tags, createdAt }: Note) => ({
        id,
        title,
        kind,
        language,
        confidence,
        audience,
        tags,
        createdAt,
      });
      expect(facts(is)).toEqual(facts(was));
      expect(is.updatedAt).toBe(was.updatedAt);
      expect(canonicalDocument(is.document)).toEqual(canonicalDocument(was.document));
      expect(is.version).toBe(1);
    }
    const rich = here.get(testId('rich'))!;
    expect(nameOf('topic', rich.topicIds, to.library)).toEqual(['Pumps']);
    expect(nameOf('person', [rich.authorId ?? ''], to.library)).toEqual(['Anna']);
    for (const attachment of eachRecord(to.library.db, 'attachment')) {
      expect(hasBlob(to.library.mediaRoot, attachment.sha256)).toBe(true);
      expect(attachment.ownerId).toBe(testId('rich'));
    }
    expect([...eachRecord(to.library.db, 'attachment')].map(({ id }) => id).sort()).toEqual(
      ['image', 'file', 'audio'].map(testId).sort(),
    );
    // The same file again changes nothing, also under another name and from the folder it was unpacked to.
    const again = await to.run({ files: [{ path, relativePath: 'Pumps (1).zip' }] });
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2, gone: 0 });
    await unzip(path, join(to.folder, 'out'));
    const folder = await to.run({ files: filesOf(join(to.folder, 'out')), source: 'elsewhere' });
    expect(folder).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejectedCount: 0 });
    expect([...eachRecord(to.library.db, 'attachment')]).toHaveLength(3);
  });

  it('a newer export brings the notes up to date, but not what was changed here', async () => {
    const first = await exported([testId('rich'), testId('other')]);
    await to.run({ files: [{ path: first.path, relativePath: 'a.zip' }] });
    from.change('note', testId('other'), { document: paragraphs('newer there'), confidence: 'validated' });
    from.change('note', testId('rich'), { document: paragraphs('newer there, too') });
    to.library.change('note', testId('rich'), { document: paragraphs('newer here') });
    const second = await exported([testId('rich'), testId('other')]);
    const report = await to.run({ files: [{ path: second.path, relativePath: 'a.json' }] });
    expect(report).toMatchObject({ created: 0, updated: 1, rejectedCount: 1 });
    expect(report.rejected[0]).toMatchObject({ reason: 'changed-here' });
    const here = notesOf(to.library);
    expect(plainText(here.get(testId('other'))!.document)).toBe('newer there');
    expect(here.get(testId('other'))!.confidence).toBe('validated');
    expect(plainText(here.get(testId('rich'))!.document)).toBe('newer here');
  });

  it('is every document', async () => {
    const picture = png(8, 6, [1, 2, 3]);
    writeFileSync(join(from.folder, 'any.png'), picture);
    const { sha256 } = from.find('attachment', 'image')!;
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyDocument, { minLength: 1, maxLength: 6 }), async (documents) => {
        run += 1;
        const fit = documents.map(
          (one): RichText => ({
            ...one,
            blocks: one.blocks.map(
              (block): Block =>
                block.type === 'image' && block.pixels
                  ? { ...block, pixels: { width: 8, height: 6 } }
                  : block.type === 'file'
                    ? { ...block, bytes: from.find('attachment', 'image')!.bytes }
                    : block,
            ),
          }),
        );
        const folder = join(to.folder, `run-${run}`);
        mkdirSync(folder);
        const file = forged(
          (value) => {
            const { extension, mime, bytes, fileName, altText } = from.find('attachment', 'image')!;
            value.files.push({
              attachmentId: ATTACHED,
              sha256,
              extension,
              mime,
              bytes,
              fileName,
              altText,
              path: 'attachments/pump.png',
            });
          },
          fit.map((document, at) => ({ id: testId(`any ${run} ${at}`), document })),
        );
        mkdirSync(join(folder, 'attachments'));
        writeFileSync(join(folder, 'documents.json'), file);
        writeFileSync(join(folder, 'attachments/pump.png'), readFileSync(blobPath(from.mediaRoot, sha256)));
        const report = await to.run({ files: filesOf(folder), source: `run ${run}` });
        expect(report.rejected).toEqual([]);
        const here = notesOf(to.library);
        fit.forEach((document, at) => {
          const is = here.get(testId(`any ${run} ${at}`))!.document;
          expect(canonicalDocument(is)).toEqual(canonicalDocument(document));
        });
        rmSync(folder, { recursive: true });
      }),
      { numRuns: 8 },
    );
  });
});

describe('into its own library', () => {
  it('what nobody changed is unchanged; what the file changed comes in, by name; what was changed here stays', async () => {
    const { path } = await exported([testId('rich'), testId('other')]);
    expect(await home(path, 'x.zip')).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const edited = forged(() => {}, [
      { ...from.find('note', 'other'), document: paragraphs('mended by hand'), title: 'Mended' } as Note,
    ]);
    writeFileSync(join(to.folder, 'e.json'), edited);
    const wish = [join(to.folder, 'e.json'), 'e.json'] as const;
    const dry = await home(...wish, { dryRun: true });
    expect(dry).toMatchObject({ updated: 1, known: { count: 1, names: ['The other note'] } });
    expect(from.find('note', 'other')).toMatchObject({ title: 'The other note', version: 1 });
    await home(...wish);
    const after = from.find('note', 'other')!;
    expect([after.title, plainText(after.document), after.source]).toEqual(['Mended', 'mended by hand', '']);
    expect(await home(...wish)).toMatchObject({ updated: 0, unchanged: 1, known: { count: 0, names: [] } });
    from.change('note', testId('other'), { document: paragraphs('newer, by me') });
    expect(await home(...wish)).toMatchObject({ updated: 0 });
    expect(plainText(from.find('note', 'other')!.document)).toBe('newer, by me');
    // The first export is older than both.
    expect(await home(path, 'x.zip')).toMatchObject({ updated: 0 });
    expect(from.find('note', 'other')!.title).toBe('Mended');
  });

  it('a file that claims to be a note it was never made of changes nothing', async () => {
    const edited = forged(() => {}, [
      { id: testId('secret'), audience: 'customer', title: 'Win a prize', document: paragraphs('evil') },
    ]);
    writeFileSync(join(to.folder, 'e.json'), edited);
    const before = from.find('note', 'secret');
    const report = await home(join(to.folder, 'e.json'), 'e.json');
    expect(report.rejected).toEqual([{ row: 1, reason: 'newer-here', detail: 'e.json › Win a prize' }]);
    expect(from.find('note', 'secret')).toEqual(before);
  });

  it('a note in the bin stays there, and an id of another thing is not believed', async () => {
    const edited = forged(() => {}, [
      { id: testId('binned'), document: paragraphs('again') },
      { id: testId('pumps'), document: paragraphs('no topic') },
    ]);
    writeFileSync(join(to.folder, 'e.json'), edited);
    const report = await home(join(to.folder, 'e.json'), 'e.json');
    expect(report).toMatchObject({ created: 1, rejected: [{ reason: 'in-bin' }] });
    expect(from.find('note', 'binned')!.deletedAt).not.toBeNull();
    expect(from.find('topic', 'pumps')!.name).toBe('Pumps');
  });
});

describe('what is not ours, or was made to harm', () => {
  const tried = async (files: Readonly<Record<string, string | Buffer>>) => {
    to.write(files);
    const report = await to.run();
    return { report, reasons: report.rejected.map(({ reason }) => reason) };
  };

  it.each([
    ['another program', '{"format": "other", "formatVersion": 1, "documents": []}', 'not-ours'],
    ['a newer Heirloom', '{"format": "heirloom-documents", "formatVersion": 2, "new": {}}', 'newer-version'],
    ['cut off', '{"format": "heirloom-documents", "formatVersion": 1, "documents": [', 'bad-json'],
    ['not letters', '\u0000', 'bad-encoding'],
    [
      'a field too much',
      '{"format": "heirloom-documents", "formatVersion": 1, "title": "", "documents": [], "files": [], "x": 1}',
      'not-ours',
    ],
    [
      'another shape',
      '{"format": "heirloom-documents", "formatVersion": 1, "title": "", "documents": {}, "files": []}',
      'not-ours',
    ],
    [
      'deep',
      `{"format": "heirloom-documents", "formatVersion": 1, "title": "", "documents": [${'['.repeat(200_000)}${']'.repeat(200_000)}], "files": []}`,
      'not-ours',
    ],
  ])('%s: said, and nothing taken', async (name, text, reason) => {
    const bytes =
      name === 'not letters' ? Buffer.from('{"format": "heirloom-documents", "x": "\xff"}', 'latin1') : text;
    const { report, reasons } = await tried({ 'documents.json': bytes });
    expect([report.created, reasons]).toEqual([0, [reason]]);
  });

  it('one bad document costs itself alone', async () => {
    const at = 'x'.repeat(10);
    const text = forged(
      (value) => {
        const [good, block, link, field, version] = value.documents.map(({ note }) => note) as [
          Loose,
          Loose,
          Loose,
          Loose,
          Loose,
        ];
        block.document.blocks.push({ id: at, type: 'script', children: [] });
        link.document.blocks[0]!.children = [
          { type: 'link', url: 'javascript:alert(1)', children: [{ text: 'x' }] },
        ];
        field.onload = 'x';
        Object.assign(version, { document: { version: 9, blocks: [] } });
        (value.documents as unknown[]).push({ kind: 'note' }, 'words', { kind: 'person', note: {} });
        good.document.blocks.push({ ...good.document.blocks[0] });
      },
      [{ title: 'Good' }, {}, {}, {}, {}],
    );
    const withDeep = text.replace(
      '"documents":[',
      `"documents":[${JSON.stringify({ kind: 'note' }).slice(0, -1)},"note":{"id":"${testId('deep')}","title":"Deep","document":${'['.repeat(60_000)}${']'.repeat(60_000)}}},`,
    );
    const { report, reasons } = await tried({ 'documents.json': withDeep });
    expect(report.created).toBe(1);
    expect(reasons.toSorted()).toEqual(
      [
        'newer-version',
        'not-ours',
        'not-ours',
        'not-ours',
        'not-ours',
        'not-ours',
        'not-ours',
        'too-deep',
      ].toSorted(),
    );
    const good = to.notes()[0]!;
    expect(good.title).toBe('Good');
    expect(new Set(good.document.blocks.map(({ id }) => id)).size).toBe(good.document.blocks.length);
  });

  it('files that are not what the note says, or lie elsewhere, stay out', async () => {
    const red = png(4, 4, [200, 0, 0]);
    const file = (name: string, path: string) => ({
      attachmentId: testId(name),
      sha256: 'a'.repeat(64),
      extension: 'png',
      mime: 'image/png',
      bytes: red.length,
      fileName: 'red.png',
      altText: '',
      path,
    });
    const text = forged(
      (value) => {
        value.files.push(
          file('differs', 'attachments/red.png'),
          file('climbs', '../../../../../etc/hostname'),
          file('absolute', '/etc/hostname'),
          file('nowhere', 'attachments/none.png'),
          { ...file('odd', 'attachments/red.png'), sha256: 'short' },
        );
      },
      ['differs', 'climbs', 'absolute', 'nowhere', 'odd'].map((name) => ({ document: shows(testId(name)) })),
    );
    const { report, reasons } = await tried({ 'documents.json': text, 'attachments/red.png': red });
    expect(report).toMatchObject({ created: 5, attachments: 0, simplified: { pictures: 5 } });
    expect(reasons.toSorted()).toEqual(['file-differs', 'not-ours']);
    expect([...eachRecord(to.library.db, 'attachment')]).toEqual([]);
    for (const note of to.notes()) expect(plainText(note.document)).toBe('a red box');
  });

  it('a picture that is none is a file, and an attachment of the library is not shown by its id alone', async () => {
    const text = forged(() => {}, [{ document: shows(testId('image')) }]);
    writeFileSync(join(to.folder, 'e.json'), text);
    await home(join(to.folder, 'e.json'), 'e.json');
    expect(from.find('note', 'forged 0')!.document.blocks[0]!.type).toBe('paragraph');
  });

  it('the same note twice in a file is one', async () => {
    const text = forged(() => {}, [{ id: testId('twin') }, { id: testId('twin'), title: 'Other' }]);
    const { report, reasons } = await tried({ 'documents.json': text });
    expect([report.created, reasons]).toEqual([1, ['duplicate-key']]);
  });

  it('somebody’s settings among notes are no notes', async () => {
    const { report } = await tried({ 'a.md': 'x', 'settings.json': '{"format": "other"}' });
    expect(report).toMatchObject({ created: 1, rejectedCount: 0, found: { markdown: 1, other: 1 } });
  });

  it('a cancelled import leaves nothing', async () => {
    const { path } = await exported([testId('rich'), testId('other')]);
    const stop = new AbortController();
    const cancelled = to.run({
      files: [{ path, relativePath: 'a.zip' }],
      signal: stop.signal,
      onProgress: (_done, _total, stage) => {
        if (stage === 'writing') stop.abort(new Error('stop'));
      },
    });
    await expect(cancelled).rejects.toThrow('stop');
    for (const kind of ['note', 'topic', 'person', 'attachment'] as const)
      expect([...eachRecord(to.library.db, kind)]).toEqual([]);
  });
});
