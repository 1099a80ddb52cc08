import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eachRecord } from '../../electron/data/records.ts';
import { blobPath, hasBlob } from '../../electron/media/store-blob.ts';
import type { Note } from '../../shared/domain/note.ts';
import { noteSchema } from '../../shared/domain/note.ts';
import { canonicalDocument } from '../../shared/richtext/canonical.ts';
import type { Block, RichText } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { filesOf, type NotesFolder } from '../support/notes-folder.ts';
import { later, type OwnTrip, ownTrip } from '../support/own-trip.ts';
import { png } from '../support/picture-bytes.ts';
import { ATTACHED, anyDocument } from '../support/rich-text-builders.ts';
import { paragraphs, testId } from '../support/small-library.ts';
import { unzip } from '../support/unzip.ts';

// The JSON of our own export comes home: into another library as the same notes, into its own as nothing new.

let trip: OwnTrip;
beforeEach(async () => {
  trip = await ownTrip();
});
afterEach(() => trip.close());
/** The forged text as a file by itself. */
const alone = (text: string) => {
  const path = join(trip.to.folder, 'e.json');
  writeFileSync(path, text);
  return [{ path, relativePath: 'e.json' }];
};
const notesOf = (library: { db: NotesFolder['library']['db'] }): Map<string, Note> =>
  new Map([...eachRecord(library.db, 'note')].map((note) => [note.id, note]));
const nameOf = (kind: 'topic' | 'person', ids: readonly string[], library: NotesFolder['library']) =>
  [...eachRecord(library.db, kind)].filter(({ id }) => ids.includes(id)).map(({ name }) => name);

describe('into another library', () => {
  it('is the same notes, with their facts, files and links', async () => {
    const { path, extension } = await trip.exported('json', 'rich', 'other');
    expect(extension).toBe('zip');
    const report = await trip.to.run({ files: [{ path, relativePath: 'Pumps.zip' }], now: later });
    expect(report).toMatchObject({ created: 2, rejectedCount: 0, found: { json: 1 }, simplified: {} });
    const here = notesOf(trip.to.library);
    for (const name of ['rich', 'other']) {
      const [was, is] = [trip.from.find('note', name)!, here.get(testId(name))!];
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
    expect(nameOf('topic', rich.topicIds, trip.to.library)).toEqual(['Pumps']);
    expect(nameOf('person', [rich.authorId ?? ''], trip.to.library)).toEqual(['Anna']);
    for (const attachment of eachRecord(trip.to.library.db, 'attachment')) {
      expect(hasBlob(trip.to.library.mediaRoot, attachment.sha256)).toBe(true);
      expect(attachment.ownerId).toBe(testId('rich'));
    }
    expect([...eachRecord(trip.to.library.db, 'attachment')].map(({ id }) => id).sort()).toEqual(
      ['image', 'file', 'audio'].map(testId).sort(),
    );
    // The same file again changes nothing, also under another name and from the folder it was unpacked to.
    const again = await trip.to.run({ files: [{ path, relativePath: 'Pumps (1).zip' }] });
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2, gone: 0 });
    await unzip(path, join(trip.to.folder, 'out'));
    const folder = await trip.to.run({ files: filesOf(join(trip.to.folder, 'out')), source: 'elsewhere' });
    expect(folder).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejectedCount: 0 });
    expect([...eachRecord(trip.to.library.db, 'attachment')]).toHaveLength(3);
  });

  it('a newer export brings the notes up to date, but not what was changed here', async () => {
    const first = await trip.exported('json', 'rich', 'other');
    await trip.to.run({ files: [{ path: first.path, relativePath: 'a.zip' }] });
    trip.from.change('note', testId('other'), {
      document: paragraphs('newer there'),
      confidence: 'validated',
    });
    trip.from.change('note', testId('rich'), { document: paragraphs('newer there, too') });
    trip.to.library.change('note', testId('rich'), { document: paragraphs('newer here') });
    const second = await trip.exported('json', 'rich', 'other');
    const report = await trip.to.run({ files: [{ path: second.path, relativePath: 'a.json' }] });
    expect(report).toMatchObject({ created: 0, updated: 1, rejectedCount: 1 });
    expect(report.rejected[0]).toMatchObject({ reason: 'changed-here' });
    const here = notesOf(trip.to.library);
    expect(plainText(here.get(testId('other'))!.document)).toBe('newer there');
    expect(here.get(testId('other'))!.confidence).toBe('validated');
    expect(plainText(here.get(testId('rich'))!.document)).toBe('newer here');
  });

  it('is every document', async () => {
    const picture = png(8, 6, [1, 2, 3]);
    writeFileSync(join(trip.from.folder, 'any.png'), picture);
    const { sha256 } = trip.from.find('attachment', 'image')!;
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
                    ? { ...block, bytes: trip.from.find('attachment', 'image')!.bytes }
                    : block,
            ),
          }),
        );
        const folder = join(trip.to.folder, `run-${run}`);
        mkdirSync(folder);
        const file = trip.forged(
          (value) => {
            const { extension, mime, bytes, fileName, altText } = trip.from.find('attachment', 'image')!;
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
        writeFileSync(
          join(folder, 'attachments/pump.png'),
          readFileSync(blobPath(trip.from.mediaRoot, sha256)),
        );
        const report = await trip.to.run({ files: filesOf(folder), source: `run ${run}` });
        expect(report.rejected).toEqual([]);
        const here = notesOf(trip.to.library);
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
    const { path } = await trip.exported('json', 'rich', 'other');
    expect(await trip.home([{ path, relativePath: 'x.zip' }])).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    });
    const edited = trip.forged(() => {}, [
      { ...trip.from.find('note', 'other'), document: paragraphs('mended by hand'), title: 'Mended' } as Note,
    ]);
    const file = alone(edited);
    const dry = await trip.home(file, { dryRun: true });
    expect(dry).toMatchObject({ updated: 1, known: { count: 1, names: ['The other note'] } });
    expect(trip.from.find('note', 'other')).toMatchObject({ title: 'The other note', version: 1 });
    await trip.home(file);
    const after = trip.from.find('note', 'other')!;
    expect([after.title, plainText(after.document), after.source]).toEqual(['Mended', 'mended by hand', '']);
    expect(await trip.home(file)).toMatchObject({ updated: 0, unchanged: 1, known: { count: 0, names: [] } });
    trip.from.change('note', testId('other'), { document: paragraphs('newer, by me') });
    expect(await trip.home(file)).toMatchObject({ updated: 0 });
    expect(plainText(trip.from.find('note', 'other')!.document)).toBe('newer, by me');
    // The first export is older than both.
    expect(await trip.home([{ path, relativePath: 'x.zip' }])).toMatchObject({ updated: 0 });
    expect(trip.from.find('note', 'other')!.title).toBe('Mended');
  });

  it('a file that claims to be a note it was never made of changes nothing', async () => {
    const edited = trip.forged(() => {}, [
      { id: testId('secret'), audience: 'customer', title: 'Win a prize', document: paragraphs('evil') },
    ]);
    const before = trip.from.find('note', 'secret');
    const report = await trip.home(alone(edited));
    expect(report.rejected).toEqual([{ row: 1, reason: 'newer-here', detail: 'e.json › Win a prize' }]);
    expect(trip.from.find('note', 'secret')).toEqual(before);
  });

  it('a note in the bin stays there, and an id of another thing is not believed', async () => {
    const edited = trip.forged(() => {}, [
      { id: testId('binned'), document: paragraphs('again') },
      { id: testId('pumps'), document: paragraphs('no topic') },
    ]);
    const report = await trip.home(alone(edited));
    expect(report).toMatchObject({ created: 1, rejected: [{ reason: 'in-bin' }] });
    expect(trip.from.find('note', 'binned')!.deletedAt).not.toBeNull();
    expect(trip.from.find('topic', 'pumps')!.name).toBe('Pumps');
  });
});
