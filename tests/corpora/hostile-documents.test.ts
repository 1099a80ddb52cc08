// Real files, whole and broken, through the importer: every one is a note or a reason, and nothing of it is run.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BadFile } from '../../electron/importers/bad-file.ts';
import { noteSchema } from '../../shared/domain/note.ts';
import { toHtml } from '../../shared/richtext/html-out.ts';
import { filesOf, type NotesFolder, notesFolder } from '../support/notes-folder.ts';

const CORPORA = process.env['HEIRLOOM_CORPORA'] ?? join(import.meta.dirname, '../../../shared/data');
const OPEN = join(CORPORA, 'archives-open');
const DOCUMENTS = join(CORPORA, 'docs-pandoc-tests');

let at: NotesFolder;
const fetched = vi.spyOn(globalThis, 'fetch');
beforeEach(() => {
  fetched.mockClear();
  at = notesFolder();
});
afterEach(() => {
  // What an import unpacks for itself is gone with it.
  const work = join(at.library.folder, 'work');
  expect(existsSync(work) ? readdirSync(work) : []).toEqual([]);
  expect(fetched).not.toHaveBeenCalled();
  at.close();
});

function expectHarmless(): void {
  for (const note of at.notes()) {
    expect(noteSchema.parse(note)).toEqual(note);
    expect(toHtml(note.document)).not.toMatch(/<(?:script|svg|style|iframe|object)|<\w+[^>]*\son\w+=/iu);
    const links = JSON.stringify(note.document).match(/"url":"[^"]{0,40}/gu) ?? [];
    expect(links.filter((link) => !/^"url":"(?:https?:|mailto:|tel:)/iu.test(link))).toEqual([]);
  }
}

const REASONS = ['unreadable-file', 'unsafe-file', 'file-too-large', 'too-deep', 'too-slow', 'too-complex'];

describe.skipIf(!existsSync(OPEN))('zips nobody should trust', () => {
  const zips = existsSync(OPEN)
    ? readdirSync(OPEN, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.zip'))
    : [];

  it('are refused as folders, or are folders of nothing that can be a note', async () => {
    const outcomes: Record<string, number> = {};
    for (const name of zips) {
      const files = [{ path: join(OPEN, name), relativePath: basename(name) }];
      const outcome = await at.run({ files }).then(
        (report) => (report.rejectedCount > 0 ? report.rejected[0]!.reason : 'a folder'),
        (error: unknown) => (error instanceof BadFile ? error.code : Promise.reject(error)),
      );
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    expectHarmless();
    expect(outcomes).toEqual({ 'not-readable': 14, 'unsafe-zip': 17, 'a folder': 10 });
  });

  it('are refused as Word and OpenDocument files', async () => {
    for (const extension of ['docx', 'odt']) {
      const files = zips.map((name, index) => ({
        path: join(OPEN, name),
        relativePath: `${index}.${extension}`,
      }));
      const report = await at.run({ files });
      expect(report).toMatchObject({ created: 0, rejectedCount: zips.length });
      for (const { reason } of report.rejected) expect(['unreadable-file', 'unsafe-file']).toContain(reason);
      const bomb = zips.findIndex((name) => name.endsWith('zbsm.zip'));
      expect(report.rejected.find(({ detail }) => detail === `${bomb}.${extension}`)?.reason).toBe(
        'unsafe-file',
      );
    }
  });
});

describe.skipIf(!existsSync(DOCUMENTS))('real documents, broken', () => {
  const read = (path: string): Buffer => readFileSync(join(DOCUMENTS, path));

  it.each(['docx/inline_images.docx', 'odt/odt/image.odt'])('%s, cut off anywhere', async (path) => {
    const whole = read(path);
    const extension = path.slice(path.lastIndexOf('.') + 1);
    for (let part = 0; part < 20; part += 1)
      at.write({ [`${part}.${extension}`]: whole.subarray(0, Math.floor((whole.length * part) / 20)) });
    const report = await at.run();
    expect(report).toMatchObject({ created: 0, rejectedCount: 20 });
    for (const { reason } of report.rejected) expect(reason).toBe('unreadable-file');
  });

  it.each(['docx/inline_images.docx', 'docx/tables.docx', 'odt/odt/image.odt'])(
    '%s with single bytes that lie',
    async (path) => {
      const whole = read(path);
      const extension = path.slice(path.lastIndexOf('.') + 1);
      // The same lies in every run.
      let seed = 7;
      const next = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below;
      for (let lie = 0; lie < 60; lie += 1) {
        const bytes = Buffer.from(whole);
        for (let count = 0; count < 4; count += 1) bytes[next(bytes.length)]! ^= 1 << next(8);
        at.write({ [`${lie}.${extension}`]: bytes });
      }
      const report = await at.run();
      expect(report.created + report.rejectedCount).toBe(60);
      expect(report.rejectedCount).toBeGreaterThan(5);
      for (const { reason } of report.rejected) expect(REASONS).toContain(reason);
      expectHarmless();
    },
  );

  it('formats nobody reads are named, not guessed at', async () => {
    const files = filesOf(DOCUMENTS).filter(({ path }) => /\.(?:epub|rtf|ipynb|opml|wiki)$/u.test(path));
    const report = await at.run({ files });
    expect(report).toMatchObject({ created: 0, rejectedCount: 0, found: { other: files.length } });
    expect(report.unlinked.count).toBe(files.length);
  });

  it('anything under any name', async () => {
    const files = [...filesOf(DOCUMENTS), ...filesOf(join(OPEN, 'text-payloads'))].filter(
      (_one, at) => at % 9 === 0,
    );
    const endings = ['md', 'html', 'docx', 'odt', 'txt'];
    const renamed = files.map(({ path }, index) => ({
      path,
      relativePath: `${index}.${endings[index % 5]}`,
    }));
    const report = await at.run({ files: renamed });
    expect(report.created + report.rejectedCount).toBe(renamed.length);
    for (const { reason } of report.rejected) expect(REASONS).toContain(reason);
    expectHarmless();
  });
});
