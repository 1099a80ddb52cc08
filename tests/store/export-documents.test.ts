import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import mammoth from 'mammoth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { type DocumentScope, gatherDocuments } from '../../electron/documents/gather.ts';
import { placeFiles } from '../../electron/documents/place-files.ts';
import { writeDocuments } from '../../electron/documents/write-documents.ts';
import { odtToHast } from '../../electron/importers/documents/odt-to-hast.ts';
import { markdownToDocument } from '../../electron/importers/markdown.ts';
import { blobPath } from '../../electron/media/store-blob.ts';
import type { Audience } from '../../shared/domain/record.ts';
import enBlocks from '../../shared/i18n/messages/en/blocks.json' with { type: 'json' };
import { canonicalDocument } from '../../shared/richtext/canonical.ts';
import type { DocumentFormat } from '../../shared/richtext/export-losses.ts';
import { blocksFromHast } from '../../shared/richtext/html-in/blocks-from-hast.ts';
import { blockText } from '../../shared/richtext/plain-text.ts';
import { exportWorkshop } from '../support/export-workshop.ts';
import { testId } from '../support/small-library.ts';
import { unzip } from '../support/unzip.ts';

let library: Awaited<ReturnType<typeof exportWorkshop>>;
let folder: string;
let made = 0;
const makeBlockId = (): string => `made-${(made += 1)}`;
beforeEach(async () => {
  library = await exportWorkshop();
  folder = mkdtempSync(join(tmpdir(), 'heirloom-documents-'));
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

const RICH = { type: 'notes', ids: [testId('rich')] } as const;
const PUMPS = { type: 'topic', id: testId('pumps') } as const;

async function write(
  scope: DocumentScope,
  format: DocumentFormat,
  audience: Audience = 'team',
): Promise<{ path: string; extension: string; bytes: number }> {
  const gathered = await gatherDocuments(library.db, library.mediaRoot, { scope, audience });
  made += 1;
  const path = join(folder, `${made}`);
  const set = { ...gathered, language: 'en', labels: enBlocks, untitled: 'Untitled' };
  return { path, ...(await writeDocuments(set, format, path)) };
}
async function unzipped(path: string): Promise<string> {
  await unzip(path, `${path}-unpacked`);
  return `${path}-unpacked`;
}
const squeeze = (text: string): string => text.replace(/[\s\u00a0]/gu, '');

describe('what goes along', () => {
  it('a topic brings the notes under it and below it, and says what stays and why', async () => {
    const gathered = await gatherDocuments(library.db, library.mediaRoot, { scope: PUMPS, audience: 'team' });
    expect(gathered.title).toBe('Pumps');
    expect(gathered.documents.map(({ title }) => title)).toEqual(['The other note', 'When the pump hums']);
    expect(gathered.files.map(({ fileName }) => fileName)).toEqual([
      'pump.png',
      'دستور کار ۲.pdf',
      'hum.wav',
    ]);
    expect(gathered.leftOut.map(({ title, reason }) => [title, reason])).toEqual([
      ['Mine alone', 'audience'],
      ['Case 17', 'not-selected'],
    ]);
    const all = await gatherDocuments(library.db, library.mediaRoot, { scope: PUMPS, audience: 'private' });
    expect(all.documents).toHaveLength(3);
  });

  it('a selection keeps its order, and binned, private, unknown and unreadable notes stay with a reason', async () => {
    library.db.prepare(`UPDATE note SET document = '{"version":1}' WHERE id = ?`).run(testId('other'));
    const ids = ['rich', 'binned', 'secret', 'nobody', 'other', 'rich'].map(testId);
    const { documents, leftOut } = await gatherDocuments(library.db, library.mediaRoot, {
      scope: { type: 'notes', ids },
      audience: 'team',
    });
    expect(documents.map(({ id }) => id)).toEqual([testId('rich')]);
    expect(leftOut.slice(0, 4).map(({ id, reason }) => [id, reason])).toEqual([
      [testId('binned'), 'binned'],
      [testId('secret'), 'audience'],
      [testId('nobody'), 'missing'],
      [testId('other'), 'unreadable'],
    ]);
  });

  it('a file whose bytes are gone is named, and the export is whole without it', async () => {
    const { sha256 } = library.find('attachment', 'image') ?? { sha256: '' };
    rmSync(blobPath(library.mediaRoot, sha256));
    const { files, leftOut } = await gatherDocuments(library.db, library.mediaRoot, {
      scope: RICH,
      audience: 'team',
    });
    expect(files.map(({ fileName }) => fileName)).not.toContain('pump.png');
    expect(leftOut).toContainEqual({
      kind: 'attachment',
      id: testId('image'),
      title: 'pump.png',
      reason: 'missing',
    });
    const { path } = await write(RICH, 'html');
    expect(readFileSync(path, 'utf8')).toContain('class="missing"');
  });

  it('an author who is meant for a smaller circle is not named', async () => {
    library.change('person', testId('anna'), { audience: 'private' });
    const { documents } = await gatherDocuments(library.db, library.mediaRoot, {
      scope: RICH,
      audience: 'team',
    });
    expect(documents[0]?.author).toBe('');
  });

  it('a playbook is one text with the notes its steps show', async () => {
    library.add('playbook', 'book', {
      title: 'First week',
      summary: 'What to do',
      prerequisites: ['A key'],
      sections: [
        {
          id: 'section-1',
          title: 'Listen',
          steps: [
            {
              id: 'step-one',
              title: 'Go there',
              document: {
                version: 1,
                blocks: [{ id: 'block-1', type: 'heading', level: 1, children: [{ text: 'Now' }] }],
              },
              reference: { kind: 'note', id: testId('other'), title: 'The other note' },
            },
          ],
        },
      ],
    });
    const { documents } = await gatherDocuments(library.db, library.mediaRoot, {
      scope: { type: 'playbook', id: testId('book') },
      audience: 'team',
    });
    expect(documents.map(({ title }) => title)).toEqual(['First week', 'The other note']);
    expect(documents[0]?.document.blocks.map((block) => [block.type, blockText(block)])).toEqual([
      ['paragraph', 'What to do'],
      ['list-item', 'A key'],
      ['heading', 'Listen'],
      ['heading', 'Go there'],
      ['heading', 'Now'],
      ['record', 'The other note'],
    ]);
  });
});

describe('files beside an export', () => {
  const file = (name: string, fileName: string, extension: string, sha256 = name) => ({
    attachmentId: testId(name),
    sha256,
    extension,
    mime: '',
    bytes: 1,
    fileName,
    altText: '',
    source: join(folder, name),
  });

  it('have the ending their bytes deserve, and are there once however many show them', () => {
    const { pathOf, entries } = placeFiles([
      file('a', 'photo.JPG', 'jpg'),
      file('b', 'photo.exe', 'jpg'),
      file('c', 'notes.md', 'txt'),
      file('d', 'photo.JPG', 'jpg', 'a'),
      file('e', 'photo.jpg', 'jpg'),
      file('f', '../../run.sh', 'png'),
    ]);
    expect([...pathOf.values()]).toEqual([
      'attachments/photo.JPG',
      'attachments/photo.exe.jpg',
      'attachments/notes.md',
      'attachments/photo.JPG',
      'attachments/photo (2).jpg',
      expect.stringMatching(/^attachments\/[^/\\]*run\.sh\.png$/u),
    ]);
    expect(entries).toHaveLength(5);
  });

  it('are left in a folder where they would make one page too heavy, and off paper where they make no sense', async () => {
    const gathered = await gatherDocuments(library.db, library.mediaRoot, { scope: RICH, audience: 'team' });
    const heavy = gathered.files.map((one, at) => (at === 0 ? { ...one, bytes: 26 * 1024 * 1024 } : one));
    const set = { ...gathered, files: heavy, language: 'en', labels: enBlocks, untitled: 'Untitled' };
    const path = join(folder, 'heavy');
    expect(await writeDocuments(set, 'html', path)).toMatchObject({ extension: 'zip' });
    expect(readFileSync(join(await unzipped(path), 'index.html'), 'utf8')).not.toContain('data:image');
    const printed = readFileSync((await write(RICH, 'pdf')).path, 'utf8');
    expect(printed).toContain('data:image/png');
    expect(printed).not.toMatch(/data:(?:audio|application)/u);
  });
});

describe('Markdown', () => {
  it('is a folder with relative links, safe names and what is known on top', async () => {
    const { path, extension } = await write(PUMPS, 'markdown');
    expect(extension).toBe('zip');
    const out = await unzipped(path);
    const text = readFileSync(join(out, 'When the pump hums.md'), 'utf8');
    expect(text).toMatch(
      /^---\ntitle: "When the pump hums"\nkind: "judgement"\ntags: \["pump", "صدا"\]\ntopics: \["Pumps"\]\nlanguage: "en"\nconfidence: "validated"\n/u,
    );
    expect(text).toContain(`heirloom: "note/${testId('rich')}"\n---\n`);
    const home = markdownToDocument(text, { makeBlockId });
    expect(home.title).toBe('When the pump hums');
    expect(home.frontMatter).toMatchObject({
      tags: ['pump', 'صدا'],
      topics: ['Pumps'],
      language: 'en',
      rest: '',
    });
    expect(text).toContain('[The other note](<The other note.md>)');
    expect(text).toContain(`[Case 17](heirloom:case/${testId('away')})`);
    expect(text).toContain('![The pump from the left](attachments/pump.png "The seal is at the shaft")');
    expect(statSync(join(out, 'attachments', 'دستور کار ۲.pdf')).size).toBeGreaterThan(100);
    expect(
      readFileSync(join(out, 'attachments', 'hum.wav'))
        .subarray(0, 4)
        .toString(),
    ).toBe('RIFF');
    library.change('note', testId('other'), { title: 'Up by 50% #1' });
    const renamed = await unzipped((await write(PUMPS, 'markdown')).path);
    expect(statSync(join(renamed, 'Up by 50% #1.md')).size).toBeGreaterThan(10);
    // Signs that would end the path or begin something else in it are written as numbers.
    expect(readFileSync(join(renamed, 'When the pump hums.md'), 'utf8')).toContain('(<Up by 50%25 %231.md>)');
    const one = await write({ type: 'notes', ids: [testId('other')] }, 'markdown');
    expect(one.extension).toBe('md');
  });
});

describe('HTML', () => {
  it('is one page that needs and runs nothing', async () => {
    const { path, extension } = await write(PUMPS, 'html');
    expect(extension).toBe('html');
    const html = readFileSync(path, 'utf8');
    expect(html).toMatch(/<html lang="en" dir="ltr">/u);
    expect(html).toContain('data:image/png;base64,');
    expect(html).not.toMatch(/<script|\son\w+=|javascript:/iu);
    const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1]?.replaceAll('&#39;', "'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/style-src 'sha256-[\w+/=]+'/u);
    // Nothing is fetched: every address is data, an anchor in the page, or a link for people.
    for (const [, address] of html.matchAll(/\s(?:src|href)="([^"]*)"/gu))
      expect(address).toMatch(/^(?:data:|#n-|https:\/\/example\.org)/u);
  });

  it('holds the very document', async () => {
    const { path } = await write(RICH, 'html');
    const html = readFileSync(path, 'utf8');
    const [title, ...blocks] = blocksFromHast(fromHtml(html), { makeBlockId }).blocks;
    expect(title).toMatchObject({ type: 'heading', level: 1, children: [{ text: 'When the pump hums' }] });
    const note = library.find('note', 'rich');
    expect(canonicalDocument({ version: 2, blocks })).toEqual(note && canonicalDocument(note.document));
  });
});

describe('JSON', () => {
  it('holds the notes as they are stored', async () => {
    const { path } = await write(PUMPS, 'json');
    const value = JSON.parse(readFileSync(join(await unzipped(path), 'documents.json'), 'utf8')) as {
      format: string;
      documents: { note: { id: string } }[];
      files: { path: string; sha256: string }[];
    };
    expect(value.format).toBe('heirloom-documents');
    expect(value.documents.map(({ note }) => note)).toEqual(
      JSON.parse(JSON.stringify([library.find('note', 'other'), library.find('note', 'rich')])),
    );
    expect(value.files.map((file) => file.path)).toContain('attachments/pump.png');
    expect(JSON.stringify(value)).not.toContain(library.folder);
  });
});

describe('Word', () => {
  it('holds every word, in both directions, and is told what it is', async () => {
    const { path } = await write(RICH, 'docx');
    const out = await unzipped(path);
    const xml = readFileSync(join(out, 'word', 'document.xml'), 'utf8');
    for (const part of ['document', 'styles', 'numbering'])
      expect(() => fromXml(readFileSync(join(out, 'word', `${part}.xml`), 'utf8'))).not.toThrow();
    const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gsu) ?? [];
    const persian = paragraphs.find((one) => one.includes('می‌خواهم')) ?? '';
    expect(persian).toContain('<w:bidi/>');
    expect(persian.match(/<w:r>/gu)?.length).toBe(persian.match(/<w:rtl\/>/gu)?.length);
    // Set by hand, although the first letter is Latin.
    expect(paragraphs.find((one) => one.includes('SKU-17'))).toContain('<w:bidi/>');
    expect(paragraphs.find((one) => one.includes('Listen before'))).not.toContain('<w:bidi/>');
    expect(xml).toContain('<w:bidiVisual');
    expect(xml.match(/<w:tblHeader/gu)).toHaveLength(1);
    expect(xml).toContain('descr="The pump from the left"');
    const core = readFileSync(join(out, 'docProps', 'core.xml'), 'utf8');
    expect(core).toContain('<dc:title>When the pump hums</dc:title>');
    expect(core).toContain('<dc:creator>Anna</dc:creator>');
    const { value } = await mammoth.extractRawText({ path });
    const words = squeeze(value);
    for (const block of library.find('note', 'rich')?.document.blocks ?? [])
      for (const line of blockText(block).split(/[\n\t]/u)) expect(words).toContain(squeeze(line));
    for (const word of ['☑شیر', '☐Call', 'Goodtoknow', 'Whatyounotice', 'Thequestion', 'hum.wav'])
      expect(words).toContain(word);
  });
});

describe('OpenDocument', () => {
  it('is a package of the kind it says, read back with every word, list, table and picture', async () => {
    const { path } = await write(RICH, 'odt');
    const head = readFileSync(path).subarray(0, 90).toString('latin1');
    // The type is the first entry, unpacked, without extra field: so the kind is told by the first bytes.
    expect(head.slice(30)).toMatch(/^mimetypeapplication\/vnd\.oasis\.opendocument\.textPK/u);
    const out = await unzipped(path);
    for (const part of ['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml'])
      expect(() => fromXml(readFileSync(join(out, part), 'utf8'))).not.toThrow();
    const content = readFileSync(join(out, 'content.xml'), 'utf8');
    expect(content).toContain('style:writing-mode="rl-tb"');
    const { root, pictures } = await odtToHast(path);
    expect(pictures).toHaveLength(1);
    const { blocks } = blocksFromHast(root, { makeBlockId });
    const types = blocks.map((block) => block.type);
    expect(types.filter((type) => type === 'list-item')).toHaveLength(7);
    expect(types.filter((type) => type === 'table')).toHaveLength(4);
    expect(blocks.filter((block) => block.type === 'list-item').map((block) => block.depth)).toEqual([
      0, 1, 2, 2, 0, 0, 0,
    ]);
    const words = squeeze(blocks.map(blockText).join(''));
    for (const block of library.find('note', 'rich')?.document.blocks ?? [])
      for (const line of blockText(block).split(/[\n\t]/u)) expect(words).toContain(squeeze(line));
    const code = blocks.filter((block) => block.type === 'code').map(blockText);
    expect(code.map((text) => text.replace(/\u00a0/gu, ' '))).toEqual([
      'pump --status \\\n  | grep "hum" <in >out\n\n# done',
    ]);
  });
});

describe('an export that is stopped', () => {
  it('leaves nothing behind', async () => {
    const gathered = await gatherDocuments(library.db, library.mediaRoot, { scope: RICH, audience: 'team' });
    const set = { ...gathered, language: 'en', labels: enBlocks, untitled: 'Untitled' };
    const path = join(folder, 'stopped');
    const stop = new AbortController();
    const writing = writeDocuments(set, 'docx', path, stop.signal);
    stop.abort();
    await expect(writing).rejects.toThrow('cancelled');
    expect(() => statSync(path)).toThrow();
  });

  it('leaves nothing behind when a file of it cannot be read', async () => {
    const gathered = await gatherDocuments(library.db, library.mediaRoot, { scope: RICH, audience: 'team' });
    const files = gathered.files.map((one) => ({ ...one, source: join(folder, 'never was') }));
    const set = { ...gathered, files, language: 'en', labels: enBlocks, untitled: 'Untitled' };
    const path = join(folder, 'half');
    await expect(writeDocuments(set, 'markdown', path)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(() => statSync(path)).toThrow();
  });

  it('says that a disk is full or a folder gone', async () => {
    const gathered = await gatherDocuments(library.db, library.mediaRoot, { scope: RICH, audience: 'team' });
    const set = { ...gathered, language: 'en', labels: enBlocks, untitled: 'Untitled' };
    await expect(writeDocuments(set, 'odt', join(folder, 'no', 'such'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
