import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eachRecord } from '../../electron/data/records.ts';
import type { Block, RichText } from '../../shared/richtext/document.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { type Loose, type OwnTrip, ownTrip } from '../support/own-trip.ts';
import { png } from '../support/picture-bytes.ts';
import { testId } from '../support/small-library.ts';

// JSON that says it is ours.

let trip: OwnTrip;
beforeEach(async () => {
  trip = await ownTrip();
});
afterEach(() => trip.close());

const image = (attachmentId: string): Block => ({
  id: 'picture-1',
  type: 'image',
  attachmentId,
  name: 'red.png',
  alt: 'a red box',
  children: [],
});
const shows = (id: string): RichText => ({ version: 2, blocks: [image(id)] });

describe('what is not ours, or was made to harm', () => {
  const tried = async (files: Readonly<Record<string, string | Buffer>>) => {
    trip.to.write(files);
    const report = await trip.to.run();
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
    const text = trip.forged(
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
    const good = trip.to.notes()[0]!;
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
    const text = trip.forged(
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
    expect([...eachRecord(trip.to.library.db, 'attachment')]).toEqual([]);
    for (const note of trip.to.notes()) expect(plainText(note.document)).toBe('a red box');
  });

  it('a picture that is none is a file, and an attachment of the library is not shown by its id alone', async () => {
    const text = trip.forged(() => {}, [{ document: shows(testId('image')) }]);
    trip.to.write({ 'e.json': text });
    await trip.home([{ path: join(trip.to.folder, 'e.json'), relativePath: 'e.json' }]);
    expect(trip.from.find('note', 'forged 0')!.document.blocks[0]!.type).toBe('paragraph');
  });

  it('the same note twice in a file is one', async () => {
    const text = trip.forged(() => {}, [{ id: testId('twin') }, { id: testId('twin'), title: 'Other' }]);
    const { report, reasons } = await tried({ 'documents.json': text });
    expect([report.created, reasons]).toEqual([1, ['duplicate-key']]);
  });

  it('somebody’s settings among notes are no notes', async () => {
    const { report } = await tried({ 'a.md': 'x', 'settings.json': '{"format": "other"}' });
    expect(report).toMatchObject({ created: 1, rejectedCount: 0, found: { markdown: 1, other: 1 } });
  });

  it('a cancelled import leaves nothing', async () => {
    const { path } = await trip.exported('json', 'rich', 'other');
    const stop = new AbortController();
    const cancelled = trip.to.run({
      files: [{ path, relativePath: 'a.zip' }],
      signal: stop.signal,
      onProgress: (_done, _total, stage) => {
        if (stage === 'writing') stop.abort(new Error('stop'));
      },
    });
    await expect(cancelled).rejects.toThrow('stop');
    for (const kind of ['note', 'topic', 'person', 'attachment'] as const)
      expect([...eachRecord(trip.to.library.db, kind)]).toEqual([]);
  });

  it('a file that is too large is not even read', async () => {
    const name = join(trip.to.folder, 'documents.json');
    writeFileSync(name, '{"format": "heirloom-documents", ');
    truncateSync(name, 300_000_000);
    const report = await trip.to.run();
    expect(report.rejected).toEqual([{ row: 1, reason: 'set-too-large', detail: 'documents.json' }]);
  });
});
