import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../shared/richtext/plain-text.ts';
import { type NotesFolder, notesFolder } from '../support/notes-folder.ts';
import { docx, odt, wordLine } from '../support/office-files.ts';

let at: NotesFolder;
beforeEach(() => {
  at = notesFolder();
});
afterEach(() => at.close());
const types = (key: string) => at.note(key).document.blocks.map((block) => block.type);

describe('files in old encodings, and damaged ones', () => {
  it('are read in the encoding they are in, and what could not be read is said', async () => {
    const persian = Buffer.from('c8e420d3e1c7e320cfe4edc720e6dedaed20d5cfc720c8e1e4cf20d4cf', 'hex');
    at.write({
      'a.md': persian,
      'b.html': Buffer.concat([
        Buffer.from('<html><head><meta charset="shift_jis"></head><body><p>'),
        Buffer.from([0x83, 0x7c, 0x83, 0x93, 0x83, 0x76]),
        Buffer.from('</p></body></html>'),
      ]),
      'c.txt': Buffer.concat([Buffer.from('صدای پمپ بلند شد و شیر بسته نشد '), Buffer.from([0xff, 0x20])]),
    });
    const report = await at.run();
    expect(report).toMatchObject({ created: 3, rejectedCount: 0, simplified: { letters: 1 } });
    expect(plainText(at.note('a.md').document)).toContain('سلام دنيا');
    expect(plainText(at.note('b.html').document)).toBe('ポンプ');
    expect(plainText(at.note('c.txt').document)).toContain('\ufffd');
  });
});

describe('what paragraphs are by their style', () => {
  const style = (id: string, name: string, more = '', type = 'paragraph') =>
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
  const based = (id: string) => `<w:basedOn w:val="${id}"/>`;
  const styled = (id: string, text: string) => wordLine(text, `<w:pStyle w:val="${id}"/>`);

  it('Word: quotes and code in any language, of their own or made from others, and ids without styles', async () => {
    at.write({
      'named.docx': docx({
        styles: [
          style('a1', 'Intense Quote'),
          style('a2', 'نقل قول'),
          style('a3', '明显引用'),
          style('a4', 'My words', based('a1')),
          style('c1', 'Code'),
          style('c2', 'HTML Vorformatiert'),
          style('c3', 'کد'),
          style('c4', "It's code", based('c1')),
          style('r1', 'HTML Keyboard', '', 'character'),
          style('round', 'Round', based('round2')),
          style('round2', 'Round 2', based('round')),
        ].join(''),
        body: [
          styled('a1', 'one'),
          styled('a2', 'two'),
          styled('a3', 'three'),
          styled('a4', 'four'),
          styled('c1', '  first'),
          styled('c1', 'second'),
          wordLine('between'),
          styled('c2', 'third'),
          wordLine('between'),
          styled('c3', 'fourth'),
          wordLine('Ctrl', '', '<w:rStyle w:val="r1"/>'),
          wordLine('under', '', '<w:u w:val="wave"/>'),
          wordLine('not under', '', '<w:u w:val="none"/>'),
          styled('round', 'round'),
          styled('c4', 'odd name'),
        ].join(''),
      }),
      'bare.docx': docx({
        body: [styled('Quote', 'said'), styled('Zitat', 'gesagt'), styled('SourceCode', 'x = 1')].join(''),
      }),
    });
    expect((await at.run()).rejected).toEqual([]);
    expect(types('named.docx')).toEqual(
      'quote quote quote quote code paragraph code paragraph code paragraph paragraph paragraph paragraph paragraph'.split(
        ' ',
      ),
    );
    const { blocks } = at.note('named.docx').document;
    expect(blocks[4]).toMatchObject({ children: [{ text: '  first\nsecond' }] });
    expect(blocks[9]).toMatchObject({ children: [{ text: 'Ctrl', code: true }] });
    expect(blocks[10]).toMatchObject({ children: [{ text: 'under', underline: true }] });
    expect(blocks[11]!.children[0]).not.toHaveProperty('underline');
    expect(types('bare.docx')).toEqual(['quote', 'quote', 'code']);
  });

  it('OpenDocument: spaces in code are the spaces they were', async () => {
    const line = (text: string) => `<text:p text:style-name="Preformatted_20_Text">${text}</text:p>`;
    at.write({
      'code.odt': odt(
        `${line('if x:')}${line('<text:s text:c="4"/>run("a\u00a0b")<text:tab/>done')}<text:p>words<text:s text:c="3"/>apart</text:p>`,
      ),
    });
    await at.run();
    const { blocks } = at.note('code.odt').document;
    expect(blocks[0]).toMatchObject({
      type: 'code',
      children: [{ text: 'if x:\n    run("a\u00a0b")\tdone' }],
    });
    expect(plainText(at.note('code.odt').document)).toContain('words apart');
  });
});

describe('pages that stand alone', () => {
  it('may carry pictures larger than any text', async () => {
    const data = Buffer.alloc(4_500_000, 7).toString('base64');
    at.write({
      'page.html': `<p>words</p><img alt="scan" src="data:image/png;base64,${data}">`,
      'long.html': `<p>${'words '.repeat(700_000)}</p>`,
    });
    const report = await at.run();
    expect(report.rejected).toMatchObject([{ reason: 'file-too-large', detail: 'long.html' }]);
    // What it says it is it is not, so it is a file.
    expect(types('page.html')).toEqual(['paragraph', 'file']);
  });
});
