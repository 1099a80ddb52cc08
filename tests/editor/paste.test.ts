// @vitest-environment jsdom
// What a paste brings beside words: pictures in their places, Markdown, cells, too much at once, the words alone.
import { describe, expect, it, vi } from 'vitest';
import { fromSlate } from '../../renderer/editor/core/convert.ts';
import { createRichTextEditor } from '../../renderer/editor/core/create-editor.ts';
import { filesOf, type StoreFile } from '../../renderer/editor/core/file-queue.ts';
import { clipboardPictures } from '../../renderer/editor/paste/clipboard-pictures.ts';
import { looksLikeMarkdown } from '../../renderer/editor/paste/looks-like-markdown.ts';
import { loadMarkdown } from '../../renderer/editor/paste/markdown-later.ts';
import { watchPlainPaste } from '../../renderer/editor/paste/plain-paste.ts';
import { readClipboard } from '../../renderer/editor/paste/read-clipboard.ts';
import { tabTable } from '../../renderer/editor/paste/tab-table.ts';
import { isMarkupTooLarge, type LargePaste, weightOf } from '../../renderer/editor/paste/too-large.ts';
import type { Simplified } from '../../shared/richtext/simplified.ts';
import { WORD_WORDS, wordClipboard } from '../fixtures/word-page.ts';
import { blocksAsLines } from '../support/blocks-as-lines.ts';
import { clipboard } from './editor-case.ts';
import { load } from './notation.ts';

let made = 0;
const makeBlockId = (): string => `made-${(made += 1)}`;
const pictureFile = (name: string): File => new File(['x'], name, { type: 'image/png' });

function withPictures(data: Readonly<Record<string, string>>, files: readonly File[] = []): DataTransfer {
  return Object.assign(clipboard(data), { files }) as unknown as DataTransfer;
}

function writingEditor(store?: StoreFile) {
  const editor = createRichTextEditor(makeBlockId);
  load(editor, ['p |']);
  if (store) filesOf(editor).store = store;
  return editor;
}
const shown = (editor: ReturnType<typeof writingEditor>): string[] =>
  blocksAsLines(fromSlate(editor.children).blocks);

const keepIt: StoreFile = (file) =>
  Promise.resolve({
    attachmentId: '01890000-0000-7000-8000-0000000000a1',
    name: file.name,
    mime: file.type,
    bytes: file.size,
    pixels: { width: 4, height: 3 },
  });

describe('pictures of a paste', () => {
  it('from Word come out of the RTF into their places, with their descriptions', async () => {
    const editor = writingEditor(keepIt);
    const told = vi.fn<(simplified: Simplified) => void>();
    editor.onSimplified = told;
    editor.insertData(withPictures(wordClipboard()));
    await vi.waitFor(() => expect(filesOf(editor).isEmpty()).toBe(true));
    const { heading, item, deeper, captions } = WORD_WORDS;
    const lines = shown(editor);
    expect(lines[0]).toBe(`h1 ${heading}`);
    expect(lines.slice(2, 4)).toEqual([`ul ${item}`, `ul+1 ${deeper}`]);
    expect(lines[4]).toMatch(/^table\.header Part ¦ Torque/u);
    expect(lines.slice(5, 9)).toEqual([
      'image[Worn seal]',
      `paragraph ${captions[0]}`,
      'image[New seal]',
      `paragraph ${captions[1]}`,
    ]);
    expect(told).not.toHaveBeenCalled();
  });

  it('leave their descriptions where nothing can be kept', () => {
    const editor = writingEditor();
    const told = vi.fn<(simplified: Simplified) => void>();
    editor.onSimplified = told;
    editor.insertData(withPictures(wordClipboard()));
    expect(shown(editor)).toContain('paragraph Worn seal');
    expect(told).toHaveBeenCalledWith({ pictures: 2 });
  });

  it('inside an address are kept in order, one at the top first', async () => {
    const editor = writingEditor(keepIt);
    const one = 'data:image/png;base64,AAAA';
    editor.insertData(
      withPictures({
        'text/html': `<img src="${one}" alt=A><p>a</p><p>b <img src="${one}" alt=B> c</p><img src="${one}" alt=C>`,
      }),
    );
    await vi.waitFor(() => expect(filesOf(editor).isEmpty()).toBe(true));
    expect(shown(editor).filter((line) => line !== 'paragraph')).toEqual([
      'image[A]',
      'paragraph a',
      'paragraph b',
      'image[B]',
      'paragraph c',
      'image[C]',
    ]);
  });

  it('that are refused say so beside the text, which is there already', async () => {
    const editor = writingEditor(() => Promise.reject(new Error('too many pixels')));
    editor.insertData(withPictures({ 'text/html': '<p>a</p><img src="data:image/png;base64,AAAA">' }));
    expect(shown(editor)).toEqual(['paragraph a']);
    await vi.waitFor(() =>
      expect([...filesOf(editor).places().values()][0]?.after[0]?.state).toBe('refused'),
    );
  });

  it('belong to the files of the clipboard only when there are as many', () => {
    const local = [1, 2].map((number) => ({ src: `file:///c/${number}.png`, alt: '' }));
    const remote = { src: 'https://x.org/a.png', alt: '' };
    const names = (pictures: typeof local, files: readonly File[]): (string | undefined)[] => {
      const found = clipboardPictures(pictures, withPictures({}, files));
      return pictures.map((_, at) => found.get(at)?.name);
    };
    const [a, b] = [pictureFile('a.png'), pictureFile('b.png')];
    expect(names(local, [a, b])).toEqual(['a.png', 'b.png']);
    expect(names(local, [a])).toEqual([undefined, undefined]);
    expect(names([remote], [a])).toEqual(['a.png']);
    expect(names([remote, ...local], [a, b])).toEqual([undefined, 'a.png', 'b.png']);
    expect(names(local, [new File(['x'], 'a.txt', { type: 'text/plain' }), a])).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each([
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:image/png,%89PNG',
    'data:text/html;base64,AAAA',
    'data:image/png;base64,!!',
    'data:image/png;base64,A%',
  ])('of other kinds are not taken: %s', (src) => {
    expect(clipboardPictures([{ src, alt: '' }], withPictures({})).size).toBe(0);
  });

  it('are never fetched: what only has an address has no bytes', () => {
    const found = clipboardPictures(
      [
        { src: 'https://x.org/a.png', alt: '' },
        { src: '//x.org/b.png', alt: '' },
      ],
      withPictures({}),
    );
    expect(found.size).toBe(0);
  });
});

describe('text that is Markdown', () => {
  it.each([
    '# Title\n\ntext',
    '- [ ] one',
    '| a | b |\n|---|---|',
    '> [!NOTE]\n> x',
    '```sh\nls\n```',
    'a **b** c',
    '[x](https://x.org)',
    '- a\n- b',
    '1. a\n2. b',
  ])('is seen: %j', (text) => expect(looksLikeMarkdown(text)).toBe(true));

  it.each([
    '',
    'Hello',
    '- one dash',
    '2 * 3 * 4',
    'if (a) {\n  b();\n}\n# c',
    'file_name_with_lines',
    'a | b | c',
    '#hashtag first',
    'import x\n\n# note\n\nreturn x',
    '10.3. version\nnext line',
    '> one line said before',
    `${'x'.repeat(50_000)}\n**late**`,
  ])('is not seen in %j', (text) => expect(looksLikeMarkdown(text.slice(0, 60_000))).toBe(false));

  it('is looked at in no time, whatever it is', () => {
    for (const text of [
      '`'.repeat(50_000),
      '['.repeat(50_000),
      '**a '.repeat(12_000),
      '| '.repeat(25_000),
      '> '.repeat(25_000),
      '- '.repeat(25_000),
      '#'.repeat(50_000),
      '~~~\n'.repeat(10_000),
    ])
      looksLikeMarkdown(text);
  });

  it('is turned when the reader has arrived, and left when one writes on meanwhile', async () => {
    const editor = writingEditor();
    editor.insertData(withPictures({ 'text/plain': '# T\n\n**a**' }));
    await loadMarkdown();
    await vi.waitFor(() => expect(shown(editor)).toEqual(['h1 T', 'paragraph {bold:a}']));
    editor.undo();
    expect(shown(editor)).toEqual(['paragraph # T', 'paragraph **a**']);
    editor.redo();
    expect(shown(editor)).toEqual(['h1 T', 'paragraph {bold:a}']);
  });
});

describe('the words alone', () => {
  it('are pasted after Ctrl+Shift+V, once', () => {
    const editor = writingEditor();
    const target = document.createElement('div');
    const stop = watchPlainPaste(editor, target);
    const key = { key: 'V', code: 'KeyV', ctrlKey: true, shiftKey: true };
    target.dispatchEvent(new KeyboardEvent('keydown', key));
    editor.insertData(withPictures({ 'text/plain': 'a\tb\nc\td', 'text/html': '<b>a</b>' }));
    expect(shown(editor)).toEqual(['paragraph a\tb', 'paragraph c\td']);
    editor.insertBreak();
    editor.insertData(withPictures({ 'text/plain': 'a\tb\nc\td' }));
    expect(shown(editor).at(-1)).toBe('table a ¦ b // c ¦ d');
    stop();
  });
});

describe('more than can be drawn at once', () => {
  const many = '<p>x</p>'.repeat(6_000);

  it('is asked about, and put in when one says so', () => {
    const editor = writingEditor();
    let asked: LargePaste | undefined;
    editor.onTooLarge = (paste) => {
      asked = paste;
    };
    editor.insertData(withPictures({ 'text/html': many, 'text/plain': 'x' }));
    expect(shown(editor)).toEqual([]);
    expect(asked?.asFile).toBeUndefined();
    asked?.anyway?.();
    expect(fromSlate(editor.children).blocks).toHaveLength(6_000);
  });

  it('can be kept as a file with all its words', async () => {
    const kept: File[] = [];
    const editor = writingEditor((file, options) => {
      kept.push(file);
      return keepIt(file, options);
    });
    let asked: LargePaste | undefined;
    editor.onTooLarge = (paste) => {
      asked = paste;
    };
    editor.insertData(withPictures({ 'text/html': many, 'text/plain': 'all the words' }));
    asked?.asFile?.();
    await vi.waitFor(() => expect(shown(editor)[0]).toBe('file[pasted.txt]'));
    expect(await kept[0]?.text()).toBe('all the words');
  });

  it('is not even parsed beyond a size that only pictures may have', () => {
    const letters = 'x'.repeat(7_000_000);
    expect(isMarkupTooLarge(`<p>${letters}</p>`)).toBe(true);
    expect(isMarkupTooLarge(`<img src="data:image/png;base64,${letters}">`)).toBe(false);
    expect(isMarkupTooLarge(`<img src=data:image/png;base64,${letters}>`)).toBe(true);
    const read = readClipboard(withPictures({ 'text/html': `<p>${letters}</p>`, 'text/plain': 'x' }), {
      makeBlockId,
      keepsPictures: true,
      plain: false,
    });
    expect(read).toMatchObject({ tooLarge: true, blocks: [] });
  });

  it('cannot be put in when it is more than a document holds', () => {
    const editor = writingEditor();
    let asked: LargePaste | undefined;
    editor.onTooLarge = (paste) => {
      asked = paste;
    };
    editor.insertData(withPictures({ 'text/html': '<p>x</p>'.repeat(20_100) }));
    expect(asked).toBeDefined();
    expect(asked?.anyway).toBeUndefined();
  });

  it('counts cells, parts and long lines', () => {
    const cell = { type: 'cell' as const, children: [] };
    const table = {
      id: 'a',
      type: 'table' as const,
      header: false,
      children: [{ type: 'row' as const, children: [cell, cell] }],
    };
    expect(weightOf([table])).toBe(2);
    expect(weightOf([{ id: 'b', type: 'paragraph', children: [{ text: 'x'.repeat(1_000) }] }])).toBe(3);
  });
});

describe('values parted by tabs', () => {
  it.each(['a\tb', '\ta\n\tb', 'a\tb\nc', 'a\nb', '\t\n\t', '"open\tb\nc'])('are no table: %j', (text) => {
    expect(tabTable(text, makeBlockId)).toBeUndefined();
  });

  it('are read in no time, whatever they are', () => {
    expect(tabTable(`${'"'.repeat(20_001)}\t`.repeat(20), makeBlockId)).toBeUndefined();
    expect(tabTable('a\tb\n'.repeat(3_000), makeBlockId)).toBeUndefined();
    expect(tabTable(`${'a\t'.repeat(100)}b\n`.repeat(3), makeBlockId)).toBeUndefined();
  });
});
