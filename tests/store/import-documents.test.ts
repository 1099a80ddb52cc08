import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eachRecord } from '../../electron/data/records.ts';
import { hasBlob } from '../../electron/media/store-blob.ts';
import { noteSchema } from '../../shared/domain/note.ts';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { referencesIn } from '../../shared/richtext/walk.ts';
import { rawZip } from '../support/hostile-zip.ts';
import { type NotesFolder, notesFolder } from '../support/notes-folder.ts';
import { docx, odt, wordLine, wordPicture, wordRelation } from '../support/office-files.ts';
import { png, tinyPdf } from '../support/picture-bytes.ts';
import { paragraphs } from '../support/small-library.ts';

let at: NotesFolder;
beforeEach(() => {
  at = notesFolder();
});
afterEach(() => at.close());

const red = png(20, 10, [200, 0, 0]);
const attachments = () => [...eachRecord(at.library.db, 'attachment')];
const types = (key: string) => at.note(key).document.blocks.map((block) => block.type);

describe('what notes show comes along', () => {
  beforeEach(() =>
    at.write({
      'a/One.md': 'Before ![a red box](../pics/red.png "The box") after\n\n![[plan.pdf]]\n',
      'b/Two.md': '![[red.png|200]]\n\nSee [the plan](../papers/plan.pdf) first.',
      'pics/red.png': red,
      'pics/unused.png': png(3, 3, [0, 0, 0]),
      'papers/plan.pdf': tinyPdf(),
    }),
  );

  it('pictures become pictures with their size, other files become files', async () => {
    const report = await at.run();
    expect(report).toMatchObject({ created: 2, rejectedCount: 0, attachments: 4 });
    expect(report.unlinked).toEqual({ count: 1, names: ['pics/unused.png'] });
    expect(types('a/One.md')).toEqual(['paragraph', 'image', 'paragraph', 'file']);
    const [, image, , file] = at.note('a/One.md').document.blocks;
    expect(image).toMatchObject({
      alt: 'a red box',
      name: 'red.png',
      pixels: { width: 20, height: 10 },
      children: [{ text: 'The box' }],
    });
    expect(file).toMatchObject({ name: 'plan.pdf', bytes: tinyPdf().length });
    expect(plainText(at.note('b/Two.md').document)).toContain('See the plan');
    const kept = attachments();
    expect(kept.map((one) => one.fileName).sort()).toEqual(['plan.pdf', 'plan.pdf', 'red.png', 'red.png']);
    for (const one of kept) {
      expect(hasBlob(at.library.mediaRoot, one.sha256)).toBe(true);
      expect(at.notes().map((note) => note.id)).toContain(one.ownerId);
    }
    const ids = new Set(kept.map((one) => one.id));
    for (const note of at.notes())
      for (const { kind, id } of referencesIn(note.document))
        expect(kind === 'attachment' && ids.has(id)).toBe(true);
    for (const note of at.notes()) expect(noteSchema.parse(note)).toEqual(note);
  });

  it('and are the same ones the next time', async () => {
    await at.run();
    const before = attachments();
    expect(await at.run()).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(attachments()).toEqual(before);
    at.write({ 'pics/red.png': png(40, 10, [200, 0, 0]) });
    expect(await at.run()).toMatchObject({ updated: 2 });
    expect(attachments()).toHaveLength(6);
  });

  it('nothing is written in a dry run, and nothing is left of a cancelled one', async () => {
    expect(await at.run({ dryRun: true })).toMatchObject({ created: 2, attachments: 4 });
    expect([at.notes(), attachments()]).toEqual([[], []]);
    const stop = new AbortController();
    const cancelled = at.run({
      signal: stop.signal,
      onProgress: (_done, _total, stage) => {
        if (stage === 'writing') stop.abort(new Error('stop'));
      },
    });
    await expect(cancelled).rejects.toThrow('stop');
    expect([at.notes(), attachments()]).toEqual([[], []]);
    expect(readdirSync(join(at.library.folder, 'work'))).toEqual([]);
  });

  it('the file itself stays beside its note when that is wished', async () => {
    await at.run({ keepSource: true });
    const own = attachments().filter((one) => one.fileName.endsWith('.md'));
    expect(own.map((one) => [one.fileName, one.ownerId])).toEqual(
      expect.arrayContaining([
        ['One.md', at.note('a/One.md').id],
        ['Two.md', at.note('b/Two.md').id],
      ]),
    );
    expect(await at.run({ keepSource: true })).toMatchObject({ unchanged: 2 });
    expect(attachments().filter((one) => one.fileName.endsWith('.md'))).toHaveLength(2);
  });
});

describe('documents of other programs', () => {
  it('Word: headings, marks, lists, tables, boxes, direction, pictures, formulas', async () => {
    const number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    at.write({
      'page.docx': docx({
        styles:
          '<w:style w:type="paragraph" w:styleId="Ub"><w:name w:val="Überschrift eigen"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style><w:style w:type="paragraph" w:styleId="Fa"><w:name w:val="Persian"/><w:pPr><w:bidi/></w:pPr></w:style>',
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        rels: wordRelation('p1', 'media/red.png'),
        files: [{ name: 'word/media/red.png', data: red }],
        body: [
          wordLine('Second level', '<w:pStyle w:val="Ub"/>'),
          wordLine('plain'),
          wordLine('under', '', '<w:u w:val="single"/>'),
          wordLine('gone', '', '<w:strike/>'),
          wordLine('light', '', '<w:highlight w:val="yellow"/>'),
          wordLine('said', '<w:pStyle w:val="Zitat"/>'),
          wordLine('first', number),
          wordLine('☑ done'),
          wordLine('HMS-7 را خاموش کنید', '<w:bidi/>'),
          wordLine('HMS-8 از سبک', '<w:pStyle w:val="Fa"/>'),
          wordLine('HMS-9 چپ‌به‌راست', '<w:pStyle w:val="Fa"/><w:bidi w:val="0"/>'),
          wordPicture('p1', 'a red box'),
          '<w:p><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath></w:p>',
          `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>${wordLine('Part')}</w:tc><w:tc>${wordLine('Wear')}</w:tc></w:tr><w:tr><w:tc>${wordLine('Seal')}</w:tc><w:tc>${wordLine('high')}</w:tc></w:tr></w:tbl>`,
        ].join(''),
      }),
    });
    const report = await at.run();
    expect(report.rejected).toEqual([]);
    const { blocks } = at.note('page.docx').document;
    const withText = (text: string) =>
      blocks.find((block) => plainText({ version: 2, blocks: [block] }).includes(text));
    expect(withText('Second level')).toMatchObject({ type: 'heading', level: 2 });
    expect(withText('under')).toMatchObject({ children: [{ underline: true }] });
    expect(withText('gone')).toMatchObject({ children: [{ strike: true }] });
    expect(withText('light')).toMatchObject({ children: [{ highlight: true }] });
    expect(withText('said')?.type).toBe('quote');
    expect(withText('first')).toMatchObject({ type: 'list-item', style: 'number' });
    expect(withText('done')).toMatchObject({ type: 'list-item', style: 'check', checked: true });
    expect(withText('HMS-7')).toMatchObject({ dir: 'rtl' });
    expect(withText('HMS-8')).toMatchObject({ dir: 'rtl' });
    expect(withText('HMS-9')).not.toHaveProperty('dir');
    expect(blocks.find((block) => block.type === 'image')).toMatchObject({
      alt: 'a red box',
      name: '1.png',
      pixels: { width: 20, height: 10 },
    });
    expect(withText('E=mc')?.type).toBe('paragraph');
    expect(withText('Seal')).toMatchObject({ type: 'table', header: true });
    expect(report.simplified).toMatchObject({ formulas: 1 });
    expect(await at.run()).toMatchObject({ unchanged: 1, updated: 0 });
  });

  it('OpenDocument: headings, marks, lists, tables, direction, notes', async () => {
    at.write({
      'page.odt': odt(
        [
          '<text:h text:outline-level="2">Section</text:h>',
          '<text:p text:style-name="P1">HMS-7 را <text:span text:style-name="T1">خاموش</text:span> کنید</text:p>',
          '<text:list text:style-name="L1"><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item></text:list>',
          '<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Part</text:p></table:table-cell><table:table-cell><text:p>Wear</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>Seal</text:p></table:table-cell><table:table-cell><text:p>high</text:p></table:table-cell></table:table-row></table:table>',
          '<text:p>Text<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>below</text:p></text:note-body></text:note><text:s text:c="2"/>on <text:a xlink:href="https://example.invalid/">link</text:a> <text:a xlink:href="javascript:alert(1)">bad</text:a></text:p>',
          '<text:tracked-changes><text:p>deleted long ago</text:p></text:tracked-changes>',
          '<text:p><draw:frame><draw:image xlink:href="Pictures/red.png"/><svg:title>red box</svg:title></draw:frame></text:p>',
        ].join(''),
        '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/></style:style><style:style style:name="T1" style:family="text"><style:text-properties style:font-weight-complex="bold"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>',
        [{ name: 'Pictures/red.png', data: red }],
      ),
    });
    expect((await at.run()).rejected).toEqual([]);
    const { blocks } = at.note('page.odt').document;
    expect(blocks.map((block) => block.type)).toEqual([
      'heading',
      'paragraph',
      'list-item',
      'list-item',
      'table',
      'paragraph',
      'image',
      'paragraph',
    ]);
    expect(blocks[1]).toMatchObject({ dir: 'rtl', children: [{}, { text: 'خاموش', bold: true }, {}] });
    expect(blocks.slice(2, 4)).toMatchObject([
      { style: 'number', depth: 0 },
      { style: 'bullet', depth: 1 },
    ]);
    expect(blocks[4]).toMatchObject({ header: true });
    const words = plainText(at.note('page.odt').document);
    expect(words).toContain('[1] below');
    expect(words).not.toContain('deleted long ago');
    expect(JSON.stringify(blocks)).not.toContain('"url":"javascript');
    expect(blocks[6]).toMatchObject({ alt: 'red box' });
  });

  it('HTML: title, language, links to other pages, pictures within and beside', async () => {
    at.write({
      'one.html': `<html lang="fa"><head><title>صفحه</title></head><body><h1>صفحه</h1><p>See <a href="two.html#x">two</a>.</p><img src="red.png" alt="box"><img src="data:image/png;base64,${red.toString('base64')}" alt="same box"><script>window.__pwned = 1</script></body></html>`,
      'two.html': '<p onclick="x()">words</p>',
      'red.png': red,
    });
    const report = await at.run();
    expect(report).toMatchObject({ created: 2, links: { resolved: 1, unresolved: 0 } });
    const one = at.note('one.html');
    expect([one.title, one.language]).toEqual(['صفحه', 'fa']);
    expect([...referencesIn(one.document)].map((ref) => ref.kind)).toEqual([
      'note',
      'attachment',
      'attachment',
    ]);
    expect(JSON.stringify(one.document)).not.toContain('pwned');
  });
});

it('an address spells out what a name may not hold there; a bundle names the text in it', async () => {
  at.write({
    'a.html': '<h1>A</h1><p><a href="b%20%23%3f.html#top">one</a> <a href="./b%20%23%3F.html">two</a></p>',
    'b #?.html': '<h1>B</h1><p>words</p>',
    'Two Seals.textbundle/text.md': 'words ![](assets/red.png)',
    'Two Seals.textbundle/assets/red.png': red,
  });
  const report = await at.run();
  expect(report).toMatchObject({ created: 3, attachments: 1, links: { resolved: 2, unresolved: 0 } });
  const { id } = at.note('b #?.html');
  expect([...referencesIn(at.note('a.html').document)].map((one) => one.id)).toEqual([id, id]);
  expect(at.note('Two Seals.textbundle/text.md').title).toBe('Two Seals');
});

describe('folders that come again', () => {
  const text = (name: string) =>
    `---\ntags: [x]\n---\n\nThe seal of ${name} weeps when the pump runs dry for an hour.`;

  it('a renamed or moved file is the same note, links to it still lead there', async () => {
    at.write({ 'a.md': text('pump A'), 'b.md': text('pump B'), 'index.md': 'See [[a]].' });
    await at.run();
    const { id } = at.note('a.md');
    at.remove('a.md');
    at.write({ 'old/pump A.md': text('pump A'), 'index.md': 'See [[pump A]].' });
    const report = await at.run();
    expect(report).toMatchObject({ created: 0, updated: 2, unchanged: 1, moved: 1, gone: 0 });
    expect(at.note('old/pump A.md').id).toBe(id);
    expect([...referencesIn(at.note('index.md').document)].map((one) => one.id)).toEqual([id]);
    expect(at.notes()).toHaveLength(3);
  });

  it('what cannot be told apart is not guessed', async () => {
    at.write({ 'a.md': text('one pump'), 'b.md': text('one pump') });
    await at.run();
    at.remove('a.md');
    at.remove('b.md');
    at.write({ 'c.md': text('one pump') });
    expect(await at.run()).toMatchObject({ created: 1, moved: 0, gone: 2 });
  });

  it('a note whose file is away stays, and so does what was changed here', async () => {
    at.write({ 'a.md': text('pump A'), 'b.md': text('pump B') });
    await at.run();
    at.library.change('note', at.note('b.md').id, { document: paragraphs('mine') });
    at.remove('a.md');
    at.write({ 'b.md': text('pump B, new') });
    const report = await at.run();
    expect(report).toMatchObject({ updated: 0, gone: 1 });
    expect(report.rejected).toEqual([{ row: 1, reason: 'changed-here', detail: 'b.md' }]);
    expect(plainText(at.note('b.md').document)).toBe('mine');
    expect(at.note('a.md').deletedAt).toBeNull();
  });
});

describe('how files come', () => {
  it('a zipped folder is the folder', async () => {
    const zip = join(at.folder, 'vault.zip');
    at.write({
      'vault.zip': rawZip({
        entries: [
          { name: 'Vault/', method: 0, mode: 0o040755 },
          { name: 'Vault/a.md', data: Buffer.from('See [[b]] and ![[red.png]]') },
          { name: 'Vault/sub/b.md', data: Buffer.from('x') },
          { name: 'Vault/🗂️ índex.md', data: Buffer.from('y'), flags: 0x800 },
          { name: 'Vault/.obsidian/c.md', data: Buffer.from('never') },
          { name: 'Vault/red.png', data: red },
        ],
      }),
    });
    const report = await at.run({ files: [{ path: zip, relativePath: 'vault.zip' }] });
    expect(report).toMatchObject({ created: 3, attachments: 1, links: { resolved: 1, unresolved: 0 } });
    expect(
      at
        .notes()
        .map((one) => one.externalId)
        .sort(),
    ).toEqual(['a.md', 'sub/b.md', '🗂️ índex.md'].sort());
    expect(existsSync(zip)).toBe(true);
  });

  it('many files may lie end to end in one', async () => {
    const texts = ['first [[two]]', 'second', '', 'x'.repeat(3_000)];
    at.write({ parcel: texts.join('') });
    let from = 0;
    const files = ['one.md', 'two.md', 'empty.md', 'long.txt'].map((relativePath, place) => {
      const bytes = Buffer.byteLength(texts[place]!);
      from += bytes;
      return { path: join(at.folder, 'parcel'), relativePath, part: { from: from - bytes, bytes } };
    });
    expect(await at.run({ files })).toMatchObject({ created: 4, links: { resolved: 1, unresolved: 0 } });
    expect(plainText(at.note('two.md').document)).toBe('second');
    expect(plainText(at.note('long.txt').document)).toHaveLength(3_000);
  });

  it('names may be in any script', async () => {
    const names = [
      '🗂️ index',
      'یادداشت شمارهٔ ۱',
      '水与火',
      'ชิมชา',
      'a\u202egpj.exe',
      'ＦＵＬＬ',
      "it's (50%) #1",
    ];
    at.write(Object.fromEntries(names.map((name) => [`${name}.md`, `I am ${name}`])));
    at.write({ 'links.md': names.map((name) => `[[${name}]]`).join(' ') });
    const report = await at.run();
    // What stands behind # names a heading.
    expect(report).toMatchObject({ created: 8, links: { resolved: 6, unresolved: 1 } });
  });
});
