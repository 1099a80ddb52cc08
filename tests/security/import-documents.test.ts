import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BadFile } from '../../electron/importers/bad-file.ts';
import { noteSchema } from '../../shared/domain/note.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { rawZip } from '../support/hostile-zip.ts';
import { type NotesFolder, notesFolder } from '../support/notes-folder.ts';
import { docx, odt, wordLine, wordPicture, wordRelation } from '../support/office-files.ts';
import { pngClaiming } from '../support/picture-bytes.ts';

let at: NotesFolder;
beforeEach(() => {
  at = notesFolder();
});
afterEach(() => at.close());

const zeros = Buffer.alloc(20 * 1024 * 1024);
const good = docx({ body: wordLine('fine') });

describe('a hostile document is refused, named, and costs no other file anything', () => {
  const CASES: readonly (readonly [string, string, () => Buffer | string, string])[] = [
    [
      'a bomb',
      'x.docx',
      () => docx({ body: '', files: [{ name: 'word/media/a.png', data: zeros }] }),
      'unsafe-file',
    ],
    ['a bomb as OpenDocument', 'x.odt', () => odt('', '', [{ name: 'big', data: zeros }]), 'unsafe-file'],
    [
      'entities that unfold',
      'x.docx',
      () => docx({ before: '<!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>', body: wordLine('&b;') }),
      'unsafe-file',
    ],
    [
      'an entity that names a file',
      'x.docx',
      () => docx({ before: '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>', body: wordLine('&x;') }),
      'unsafe-file',
    ],
    [
      'the same as OpenDocument',
      'x.odt',
      () => odt('<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'unsafe-file',
    ],
    ['no zip', 'x.docx', () => 'these are only words', 'unreadable-file'],
    ['half a file', 'x.docx', () => good.subarray(0, good.length / 2), 'unreadable-file'],
    [
      'a zip of something else',
      'x.docx',
      () => rawZip({ entries: [{ name: 'a.txt', data: Buffer.from('x') }] }),
      'unreadable-file',
    ],
    ['XML that is none', 'x.odt', () => odt('<text:p>'), 'unreadable-file'],
    ['an empty file', 'x.odt', () => '', 'unreadable-file'],
    [
      'pictures called text',
      'x.md',
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
      'unreadable-file',
    ],
    ['ten megabytes of Markdown', 'x.md', () => '**word** '.repeat(1_200_000), 'file-too-large'],
    ['two million letters', 'x.txt', () => 'word '.repeat(400_000), 'file-too-large'],
  ];
  it.each(CASES)('%s (%s)', async (_what, name, make, reason) => {
    at.write({ 'a good one.md': 'kept', [name]: make() });
    const report = await at.run();
    expect(report.rejected).toEqual([{ row: 2, reason, detail: name }]);
    expect(report.created).toBe(1);
    expect(at.notes().map((one) => one.title)).toEqual(['a good one']);
    expect(readdirSync(join(at.library.folder, 'work'))).toEqual([]);
  });

  it('a picture that is larger than the file says is left out, the words stay', async () => {
    at.write({
      'x.docx': docx({
        rels: wordRelation('p', 'media/a.png'),
        files: [{ name: 'word/media/a.png', data: zeros, size: 10 }],
        body: `${wordLine('words')}${wordPicture('p', 'a box')}`,
      }),
    });
    const report = await at.run();
    expect(report).toMatchObject({ created: 1, attachments: 0, simplified: { pictures: 1 } });
    expect(plainText(at.note('x.docx').document)).toContain('words');
  });

  it('and so is a zipped folder that climbs out, or unfolds', async () => {
    for (const entry of [
      { name: '../evil.md', data: Buffer.from('x') },
      { name: '/evil.md', data: Buffer.from('x') },
      { name: 'big.md', data: zeros },
    ]) {
      at.write({ 'v.zip': rawZip({ entries: [entry] }) });
      const files = [{ path: join(at.folder, 'v.zip'), relativePath: 'v.zip' }];
      await expect(at.run({ files })).rejects.toBeInstanceOf(BadFile);
      expect(at.notes()).toEqual([]);
    }
  });
});

describe('nothing is fetched, nothing is run', () => {
  it('by what a document links to', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    at.write({
      'x.docx': docx({
        rels: `${wordRelation('out', 'https://example.invalid/spy.png', 'External')}${wordRelation('local', 'file:///etc/passwd', 'External')}${wordRelation('up', '../../../../etc/passwd')}`,
        body: `${wordLine('words')}${wordPicture('out', 'far', 'link')}${wordPicture('local', 'near', 'link')}${wordPicture('up', 'above')}`,
      }),
      'y.html':
        '<p>words</p><script>globalThis.__pwned = 1</script><iframe src="https://example.invalid/"></iframe><img src="https://example.invalid/spy.png" alt="far"><a href="javascript:alert(1)">x</a><svg onload="alert(1)"><text>drawn</text></svg>',
      'z.md':
        '![far](https://example.invalid/spy.png) ![up](../../../../../etc/passwd) [x](file:///etc/passwd) ![[/etc/passwd]]',
    });
    const report = await at.run();
    expect(fetched).not.toHaveBeenCalled();
    expect(report.attachments).toBe(0);
    expect((globalThis as { __pwned?: unknown }).__pwned).toBeUndefined();
    for (const note of at.notes()) {
      expect(noteSchema.parse(note)).toEqual(note);
      const stored = JSON.stringify(note.document);
      expect(stored).not.toContain('root:');
      expect(stored).not.toMatch(/"url":"(?!https:)/);
    }
    expect(plainText(at.note('z.md').document)).toContain('far');
    fetched.mockRestore();
  });

  it('and a picture that lies about itself is a file', async () => {
    at.write({
      'a.md': '![[huge.png]]\n\n![[text.png]]\n\n![[page.svg]]',
      'huge.png': pngClaiming(60_000, 60_000),
      'text.png': '<script>alert(1)</script>',
      'page.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    });
    expect(await at.run()).toMatchObject({ created: 1, simplified: { pictures: 3 } });
    expect(at.note('a.md').document.blocks.map((block) => block.type)).toEqual(['file', 'file', 'file']);
  });
});

describe('text that is an attack', () => {
  it('is a note like any other, as far as it can be', async () => {
    const deepList = Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- item ${depth}`).join(
      '\n',
    );
    const row = `| ${Array.from({ length: 50 }, (_, column) => `c${column}`).join(' | ')} |`;
    at.write({
      'deep.md': deepList,
      'deep.html': `${'<div>'.repeat(20_000)}deep words`,
      'lists.html': `${'<ul><li>'.repeat(3_000)}deep item`,
      'table.md': `${row}\n|${'---|'.repeat(50)}\n${`${row}\n`.repeat(500)}`,
      'bytes.md': Buffer.concat([
        Buffer.from('# Títle\n\ngood '),
        Buffer.from([0xff, 0xfe, 0xc3]),
        Buffer.from(' words'),
      ]),
      'quotes.md': `${'> '.repeat(5_000)}quoted`,
      'proto.md': '---\n__proto__: {x: 1}\nconstructor: y\ntitle: T\n---\n\nwords',
    });
    const report = await at.run();
    expect(report.rejected).toEqual([]);
    for (const note of at.notes()) expect(noteSchema.parse(note)).toEqual(note);
    expect(plainText(at.note('deep.html').document)).toContain('deep words');
    expect(plainText(at.note('lists.html').document)).toContain('deep item');
    const [table] = at.note('table.md').document.blocks;
    expect(table).toMatchObject({ type: 'table', header: true });
    expect(table?.type === 'table' && table.children.length).toBe(501);
    expect(plainText(at.note('deep.md').document)).toContain('item 499');
    expect(report.simplified.structure).toBeGreaterThan(0);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('that takes too long is given up, and the others go on', async () => {
    const slow = Array.from({ length: 4_000 }, () => '*a_').join('');
    at.write({
      ...Object.fromEntries(
        Array.from({ length: 3 }, (_, one) => [`slow ${one}.md`, `${slow}\n\n`.repeat(20)]),
      ),
      'z last.md': 'kept',
    });
    const report = await at.run({ timeMax: 1 });
    expect(report.created + report.rejectedCount).toBe(4);
    expect(report.rejectedCount).toBeGreaterThan(0);
    for (const one of report.rejected) expect(one.reason).toBe('too-slow');
    // With the usual patience all of them are read.
    expect(await at.run()).toMatchObject({ rejectedCount: 0 });
    expect(at.notes()).toHaveLength(4);
  });
});
