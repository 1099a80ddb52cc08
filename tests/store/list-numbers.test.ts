import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentSet, DocumentToWrite } from '../../electron/documents/document-set.ts';
import { docxFile } from '../../electron/documents/docx-file.ts';
import { odtEntries } from '../../electron/documents/odt-file.ts';
import type { Block, RichText } from '../../shared/richtext/document.ts';
import { blocksAsLines } from '../support/blocks-as-lines.ts';
import { rawZip } from '../support/hostile-zip.ts';
import { type NotesFolder, notesFolder } from '../support/notes-folder.ts';
import { docx, odt, wordLine } from '../support/office-files.ts';
import { decisionLabels } from '../support/rich-text-builders.ts';
import { testId } from '../support/small-library.ts';

// Office programs count as they draw: where a list begins is said once, somewhere else, and what it shows nowhere.

let at: NotesFolder;
beforeEach(() => {
  at = notesFolder();
});
afterEach(() => at.close());

const read = async (name: string, file: Buffer): Promise<string[]> => {
  at.write({ [name]: file });
  expect((await at.run()).rejected).toEqual([]);
  return blocksAsLines(at.note(name).document.blocks);
};

describe('numbers of lists in Word', () => {
  const level = (at: number, format: string, start = 1): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/></w:lvl>`;
  const numbering = [
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', 4)}${level(1, 'lowerLetter')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet')}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>',
  ].join('');
  const item = (text: string, list: number, depth = 0): string =>
    wordLine(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);

  it('are those Word shows: they begin anywhere, go on behind words, and begin anew', async () => {
    const body = [
      item('four', 1),
      item('a', 1, 1),
      item('b', 1, 1),
      item('five', 1),
      wordLine('between'),
      item('six', 1),
      item('a again', 1, 1),
      item('nine', 2),
      item('ten', 2),
      item('dot', 3),
    ].join('');
    expect(await read('numbers.docx', docx({ body, numbering }))).toEqual([
      'ol.4 four',
      'ol+1 a',
      'ol+1 b',
      'ol five',
      'paragraph between',
      'ol.6 six',
      'ol+1 a again',
      'ol.9 nine',
      'ol ten',
      'ul dot',
    ]);
  });

  it('of a style are counted as well', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Step"><w:name w:val="Step"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const step = (text: string): string => wordLine(text, '<w:pStyle w:val="Step"/>');
    const lines = await read(
      'style.docx',
      docx({ body: item('four', 1) + wordLine('x') + item('five', 1) + step('six'), numbering, styles }),
    );
    expect(lines.slice(0, 3)).toEqual(['ol.4 four', 'paragraph x', 'ol.5 five']);
    expect(lines[3]).toContain('six');
  });

  it.each([
    ['no such list', item('x', 77)],
    ['a level beyond all', item('x', 1, 99)],
    ['a list without a number', wordLine('x', '<w:numPr><w:ilvl w:val="0"/></w:numPr>')],
    ['a number like a mark', wordLine('heirloom-number-7')],
  ])('harm nobody when they make no sense: %s', async (_name, body) => {
    const lines = await read('odd.docx', docx({ body, numbering }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/x|heirloom-number-7/u);
  });
});

describe('numbers of lists in OpenDocument', () => {
  const styles =
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="3"/><text:list-level-style-number text:level="2" style:num-format="a"/></text:list-style>';
  const list = (items: string, more = ''): string =>
    `<text:list text:style-name="L1"${more}>${items}</text:list>`;
  const item = (inner: string, more = ''): string => `<text:list-item${more}>${inner}</text:list-item>`;
  const words = (text: string): string => `<text:p>${text}</text:p>`;

  it('begin where the style, the item or the list before says', async () => {
    const body = [
      list(item(words('three')) + item(words('eight'), ' text:start-value="8"'), ' xml:id="one"'),
      words('between'),
      list(item(words('nine')), ' text:continue-numbering="true"'),
      words('more'),
      list(item(words('three again'))),
      words('and'),
      list(item(words('from the first')), ' text:continue-list="one"'),
    ].join('');
    expect(await read('numbers.odt', odt(body, styles))).toEqual([
      'ol.3 three',
      'ol.8 eight',
      'paragraph between',
      'ol.9 nine',
      'paragraph more',
      'ol.3 three again',
      'paragraph and',
      'ol.9 from the first',
    ]);
  });

  it('are not used up by an item that only holds a list', async () => {
    const body = list(item(words('three')) + item(list(item(words('a')))) + item(words('four')));
    expect(await read('nested.odt', odt(body, styles))).toEqual(['ol.3 three', 'ol+1 a', 'ol four']);
  });

  it('that are no numbers change nothing', async () => {
    const body = list(
      item(words('three'), ' text:start-value="-4"') + item(words('x'), ' text:start-value="1e9"'),
    );
    expect(await read('odd.odt', odt(body, styles))).toEqual(['ol.3 three', 'ol x']);
  });
});

describe('numbers of lists that leave and come home', () => {
  const item = (text: string, start?: number, depth = 0): Block =>
    ({
      id: `block-${text}`,
      type: 'list-item',
      style: 'number',
      depth,
      ...(start === undefined ? {} : { start }),
      children: [{ text }],
    }) as Block;
  const document: RichText = {
    version: 2,
    blocks: [
      item('third', 3),
      item('fourth'),
      item('inner', 7, 1),
      item('inner-next', undefined, 1),
      item('fifth'),
      { id: 'block-words', type: 'paragraph', children: [{ text: 'between' }] },
      item('sixth', 6),
      item('again', 1),
      item('second'),
    ],
  };
  const one: DocumentToWrite = {
    id: testId('numbers'),
    kind: 'note',
    noteKind: 'concept',
    title: 'Numbers',
    document,
    language: 'en',
    tags: [],
    topics: [],
    author: '',
    confidence: 'draft',
    audience: 'team',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    note: null,
  };
  const set: DocumentSet = {
    title: 'Numbers',
    documents: [one],
    files: [],
    language: 'en',
    untitled: 'Untitled',
    labels: {
      callout: { info: 'i', tip: 't', warning: 'w', never: 'n' },
      judgement: { cue: 'c', expectation: 'e', action: 'a', why: 'w', exceptions: 'x' },
      decision: decisionLabels('q', 'w', 't'),
    },
  };
  const expected = blocksAsLines(document.blocks);

  it('in Word', async () => {
    expect(
      (await read('home.docx', await docxFile(set))).filter((line) => !line.includes('Numbers')),
    ).toEqual(expected);
  });

  it('in OpenDocument', async () => {
    const entries = await odtEntries(set);
    const file = rawZip({
      entries: entries.map(({ path, source }) => ({ name: path, data: Buffer.from(source) })),
    });
    expect((await read('home.odt', file)).filter((line) => !line.includes('Numbers'))).toEqual(expected);
  });
});
