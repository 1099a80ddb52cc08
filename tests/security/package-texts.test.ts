import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../electron/data/handle.ts';
import { eachRecord, findRecord, itemOf, saveRecord } from '../../electron/data/records.ts';
import { storeBlob } from '../../electron/media/store-blob.ts';
import { contentHash } from '../../electron/packages/content-hash.ts';
import { dataScript } from '../../electron/packages/reader-data.ts';
import { verifyPackage } from '../../electron/packages/verify-package.ts';
import { RECORD_KINDS, type RecordKind } from '../../shared/domain/record.ts';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.ts';
import { fillRecord } from '../support/fill-record.ts';
import { partsOf } from '../support/package-bytes.ts';
import { exportFrom, importInto } from '../support/package-trip.ts';
import { type SmallLibrary, smallLibrary, testId } from '../support/small-library.ts';

/** Every field of every kind of record holding every text. */
async function fillLibrary(library: SmallLibrary, texts: readonly string[]): Promise<void> {
  const file = join(library.folder, 'blob');
  writeFileSync(file, 'a file');
  const blob = await storeBlob(library.mediaRoot, file);
  // One transaction: a sync to disk for each of hundreds of records would only take time.
  transact(library.db, () =>
    texts.forEach((text, at) => {
      for (const kind of RECORD_KINDS) {
        const filler = {
          text: () => (text === '' ? 'x' : text),
          id: (path: string) => testId(`${at} ${path}`),
        };
        const own: Record<string, unknown> = kind === 'attachment' ? { ...blob } : {};
        // Key and source are one name in the world; and a name marked sensitive keeps its customer at home.
        if (kind === 'case') own.externalKey = `${text.slice(0, 1_900)} ${at}`;
        if (kind === 'link' || kind === 'review' || kind === 'feedback' || kind === 'recording') {
          const note = testId(`${at} note.id`);
          Object.assign(
            own,
            kind === 'link'
              ? { fromId: note }
              : kind === 'recording'
                ? { sessionId: testId(`${at} session.id`) }
                : { targetId: note },
          );
        }
        // A record without a text brings all its files; a note would bring those its text shows.
        if (kind === 'attachment')
          Object.assign(own, { ownerKind: 'case', ownerId: testId(`${at} case.id`) });
        const record = fillRecord(kind, filler, own as never);
        saveRecord(library.db, null, itemOf(kind, record), {
          makeId: library.makeId,
          authorId: null,
          reason: '',
        });
      }
    }),
  );
}

let here: SmallLibrary;
let there: SmallLibrary;
let path = '';
beforeAll(async () => {
  here = smallLibrary();
  there = smallLibrary(100_000);
  await fillLibrary(here, HOSTILE_TEXTS);
  path = (
    await exportFrom(
      here,
      { type: 'all' },
      { audience: 'private', title: HOSTILE_TEXTS[0] ?? '', licence: HOSTILE_TEXTS[1] ?? '' },
    )
  ).path;
});
afterAll(() => {
  here.close();
  there.close();
});

describe('hostile texts in every field', () => {
  it('come back from a package as they went in', async () => {
    expect((await verifyPackage(path)).problems).toEqual([]);
    const report = await importInto(there, path);
    expect(report.created).toBe(HOSTILE_TEXTS.length * RECORD_KINDS.length);
    let compared = 0;
    for (const kind of RECORD_KINDS as readonly RecordKind[]) {
      for (const record of eachRecord(here.db, kind)) {
        const other = findRecord(there.db, kind, record.id);
        if (other === undefined) throw new Error(`${kind} ${record.id} did not arrive`);
        expect(contentHash(itemOf(kind, other)), `${kind} ${record.id}`).toBe(
          contentHash(itemOf(kind, record)),
        );
        if (kind === 'note') expect(other).toEqual({ ...record, version: 1 });
        compared += 1;
      }
    }
    expect(compared).toBe(report.created);
    expect(await importInto(there, path)).toMatchObject({ created: 0, updated: 0, keptBoth: 0 });
  });

  it('cannot end the script or the line they travel in', async () => {
    const parts = await partsOf(path);
    for (const [name, data] of parts) {
      if (!/^data\/reader\/(records|index)/.test(name)) continue;
      const text = data.toString('utf8');
      expect(text).not.toContain('<');
      expect(text).not.toMatch(/[\u2028\u2029]/);
      expect(text.trimEnd().split('\n').length).toBe(1);
      // What the browser will do with it, without a browser: one call with two strings and nothing else.
      const calls: [string, string][] = [];
      new Function('heirloomData', text)((key: string, json: string) => calls.push([key, json]));
      expect(calls.length).toBe(1);
      expect(() => JSON.parse(calls[0]?.[1] ?? '')).not.toThrow();
    }
    expect((globalThis as { pwned?: number }).pwned).toBeUndefined();
  });

  it('stay one line of a tag file', async () => {
    const parts = await partsOf(path);
    const info = (parts.get('bag-info.txt') as Buffer).toString('utf8');
    for (const line of info.trimEnd().split('\n')) expect(line).toMatch(/^[A-Za-z-]+: \S/);
  });
});

describe('a data script', () => {
  it('hands over exactly the string it was given', () => {
    for (const text of HOSTILE_TEXTS) {
      const got: string[] = [];
      new Function('heirloomData', dataScript('x', JSON.stringify(text)))((_: string, json: string) =>
        got.push(json),
      );
      expect(JSON.parse(got[0] ?? '')).toBe(text);
    }
  });
});

describe('the reader’s source', () => {
  it('has no way to turn text into markup or code', () => {
    const folder = join(import.meta.dirname, '../../electron/packages/reader');
    const files = [
      'main.ts',
      'dom.ts',
      'data.ts',
      'frame.ts',
      'links.ts',
      'rich-text.ts',
      'search.ts',
      'words.ts',
    ];
    const pages = ['cover-page.ts', 'list-page.ts', 'parts.ts', 'playbook-page.ts', 'record-page.ts'].map(
      (one) => `pages/${one}`,
    );
    for (const file of [...files, ...pages]) {
      const source = readFileSync(join(folder, file), 'utf8');
      expect(source, file).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\b|new Function|safeParse/,
      );
    }
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).toContain("default-src 'none'");
    expect(page).toContain("require-trusted-types-for 'script'");
    expect(page).not.toMatch(/unsafe-|https?:|<script>|\son\w+=|style=/);
  });
});
