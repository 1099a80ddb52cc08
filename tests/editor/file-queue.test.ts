// @vitest-environment jsdom
import { Transforms } from 'slate';
import { describe, expect, it, vi } from 'vitest';
import { canInsertFiles, insertFiles, storeAsBlock } from '../../renderer/editor/commands/files.ts';
import { createRichTextEditor } from '../../renderer/editor/core/create-editor.ts';
import { filesOf, type StoredFile, type StoreOptions } from '../../renderer/editor/core/file-queue.ts';
import type { RichTextSlate } from '../../renderer/editor/core/slate-types.ts';
import { load, MENTION_ID, show } from './notation.ts';

interface Asked {
  readonly file: File;
  readonly options: StoreOptions;
  readonly keep: (facts?: Partial<StoredFile>) => Promise<void>;
  readonly refuse: (error: unknown) => Promise<void>;
}

/** An editor whose store answers when the test says so. */
function workshop(lines: readonly string[]) {
  let made = 0;
  const editor = createRichTextEditor(() => `fresh-${(made += 1)}`);
  load(editor, lines);
  const asked: Asked[] = [];
  filesOf(editor).store = (file, options) =>
    new Promise<StoredFile>((resolve, reject) => {
      options.signal.addEventListener('abort', () => reject(new DOMException('stop', 'AbortError')));
      asked.push({
        file,
        options,
        keep: async (facts = {}) => {
          resolve({ attachmentId: MENTION_ID, name: file.name, mime: file.type, bytes: file.size, ...facts });
          await settled();
        },
        refuse: async (error) => {
          reject(error);
          await settled();
        },
      });
    });
  return { editor, asked };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const picture = (name: string): File => new File(['x'], name, { type: 'image/png' });
const PIXELS = { pixels: { width: 40, height: 20 }, mime: 'image/png' };
const pending = (editor: RichTextSlate) =>
  [...filesOf(editor).places()].flatMap(([id, { before, after }]) =>
    [...before, ...after].map((file) => `${id} ${file.name} ${file.state}`),
  );

describe('files on their way into a text', () => {
  it('are not in the document until they are kept, and then what their bytes say', async () => {
    const { editor, asked } = workshop(['p Above|', 'p Below']);
    insertFiles(editor, [picture('a.png'), new File(['x'], 'hum.ogg'), new File(['x'], 'm.pdf')]);
    expect(show(editor)).toEqual(['p Above|', 'p Below']);
    expect(pending(editor)).toEqual([
      'block-1 a.png sending',
      'block-1 hum.ogg waiting',
      'block-1 m.pdf waiting',
    ]);
    // One at a time.
    expect(asked).toHaveLength(1);
    await asked[0]?.keep(PIXELS);
    await asked[1]?.keep({ mime: 'audio/ogg' });
    await asked[2]?.keep({ mime: 'application/pdf' });
    expect(show(editor)).toEqual([
      'p Above|',
      'img a.png ¦ · ¦ ·',
      'audio hum.ogg ¦ ·',
      'file m.pdf ¦ ·',
      'p Below',
    ]);
    expect(pending(editor)).toEqual([]);
    expect(editor.children[1]).toMatchObject({ pixels: { width: 40, height: 20 } });
  });

  it('go before the empty line the cursor waits in, so that one goes on below', async () => {
    const { editor, asked } = workshop(['p |']);
    insertFiles(editor, [picture('a.png'), picture('b.png')]);
    await asked[0]?.keep(PIXELS);
    await asked[1]?.keep(PIXELS);
    expect(show(editor)).toEqual(['img a.png ¦ · ¦ ·', 'img b.png ¦ · ¦ ·', 'p |']);
  });

  it('stand where they were dropped, also before the first block, with a line behind the last', async () => {
    const first = workshop(['h1 Title|']);
    insertFiles(first.editor, [picture('a.png')], { at: { index: 0, side: 'before' } });
    await first.asked[0]?.keep(PIXELS);
    expect(show(first.editor)).toEqual(['img a.png ¦ · ¦ ·', 'h1 Title|']);
    const last = workshop(['p One|']);
    insertFiles(last.editor, [picture('a.png')], { at: { index: 7, side: 'after' } });
    await last.asked[0]?.keep(PIXELS);
    expect(show(last.editor)).toEqual(['p One|', 'img a.png ¦ · ¦ ·', 'p']);
  });

  it('keep their place while the text around them changes', async () => {
    const { editor, asked } = workshop(['p One', 'p Two|', 'p Three']);
    insertFiles(editor, [picture('a.png')]);
    Transforms.insertNodes(
      editor,
      { id: 'new-1', type: 'paragraph', children: [{ text: 'New' }] },
      { at: [0] },
    );
    editor.insertBreak();
    editor.insertText('more');
    await asked[0]?.keep(PIXELS);
    expect(show(editor)).toEqual(['p New', 'p One', 'p Two', 'img a.png ¦ · ¦ ·', 'p more|', 'p Three']);
  });

  it('are still put in when the block they hung on is gone', async () => {
    const { editor, asked } = workshop(['p One', 'p Two|', 'p Three']);
    insertFiles(editor, [picture('a.png')]);
    Transforms.removeNodes(editor, { at: [1] });
    editor.onChange();
    expect(pending(editor)).toEqual([' a.png sending']);
    await asked[0]?.keep(PIXELS);
    expect(show(editor).filter((line) => line.startsWith('img'))).toHaveLength(1);
  });

  it('can be undone, each as one step', async () => {
    const { editor, asked } = workshop(['p One|']);
    insertFiles(editor, [picture('a.png'), picture('b.png')]);
    await asked[0]?.keep(PIXELS);
    await asked[1]?.keep(PIXELS);
    editor.undo();
    expect(show(editor)).toEqual(['p One|', 'img a.png ¦ · ¦ ·', 'p']);
    editor.undo();
    expect(show(editor)).toEqual(['p One|']);
    editor.redo();
    expect(show(editor)[1]).toBe('img a.png ¦ · ¦ ·');
  });

  it('stop when they are cancelled; the next ones go on', async () => {
    const { editor, asked } = workshop(['p One|']);
    insertFiles(editor, [picture('a.png'), picture('b.png'), picture('c.png')]);
    const [first, second] = [...(filesOf(editor).places().get('block-1')?.after ?? [])];
    filesOf(editor).drop(second?.key ?? '');
    filesOf(editor).drop(first?.key ?? '');
    await settled();
    expect(asked[0]?.options.signal.aborted).toBe(true);
    expect(asked.map(({ file }) => file.name)).toEqual(['a.png', 'c.png']);
    await asked[1]?.keep(PIXELS);
    expect(show(editor)).toEqual(['p One|', 'img c.png ¦ · ¦ ·', 'p']);
  });

  it('say in their place that they were refused, and can be had as files', async () => {
    const { editor, asked } = workshop(['p One|']);
    insertFiles(editor, [picture('plan.png'), picture('b.png')]);
    const error = Object.assign(new Error('no'), { code: 'PICTURE_TOO_LARGE' });
    await asked[0]?.refuse(error);
    expect(pending(editor)).toEqual(['block-1 plan.png refused', 'block-1 b.png sending']);
    const refused = filesOf(editor).places().get('block-1')?.after[0];
    expect(refused?.error).toBe(error);
    filesOf(editor).retryAsFile(refused?.key ?? '');
    await asked[1]?.keep(PIXELS);
    expect(asked[2]?.options.asFile).toBe(true);
    await asked[2]?.keep(PIXELS);
    expect(show(editor)).toContain('file plan.png ¦ ·');
    expect(pending(editor)).toEqual([]);
  });

  it('leave nothing behind when the text is left', async () => {
    const { editor, asked } = workshop(['p One|']);
    insertFiles(editor, [picture('a.png'), picture('b.png')]);
    filesOf(editor).stop();
    expect(asked[0]?.options.signal.aborted).toBe(true);
    await asked[0]?.keep(PIXELS);
    expect(show(editor)).toEqual(['p One|']);
    expect(asked).toHaveLength(1);
    expect(filesOf(editor).isEmpty()).toBe(true);
  });

  it('wait until an input method has written its word', async () => {
    const { editor, asked } = workshop(['p 水|']);
    let composing = true;
    editor.isComposing = () => composing;
    insertFiles(editor, [picture('a.png')]);
    await asked[0]?.keep(PIXELS);
    expect(show(editor)).toEqual(['p 水|']);
    composing = false;
    await vi.waitFor(() => expect(show(editor)).toEqual(['p 水|', 'img a.png ¦ · ¦ ·', 'p']));
  });

  it('tell how far they are without asking the text to be drawn', async () => {
    const { editor, asked } = workshop(['p One|']);
    insertFiles(editor, [picture('a.png')]);
    const before = filesOf(editor).places();
    const key = before.get('block-1')?.after[0]?.key ?? '';
    asked[0]?.options.onProgress(3, 4);
    expect(filesOf(editor).fractionOf(key)).toBe(0.75);
    expect(filesOf(editor).places()).toBe(before);
  });

  it('are nothing where there is nowhere to keep them', async () => {
    const editor = createRichTextEditor();
    load(editor, ['p One|']);
    expect(canInsertFiles(editor)).toBe(false);
    insertFiles(editor, [picture('a.png')]);
    expect(show(editor)).toEqual(['p One|']);
    expect(await storeAsBlock(editor, picture('a.png'))).toBeUndefined();
  });

  it('come as a block for whoever puts it in', async () => {
    const { editor, asked } = workshop(['p One|']);
    const block = storeAsBlock(editor, picture('a.png'));
    await asked[0]?.keep(PIXELS);
    expect(await block).toMatchObject({ type: 'image', id: 'fresh-1', name: 'a.png', alt: '' });
    expect(show(editor)).toEqual(['p One|']);
  });
});

/** A clipboard with files in it, as a browser hands it over. */
function clipboardWith(files: readonly File[], data: Readonly<Record<string, string>> = {}): DataTransfer {
  return {
    files,
    getData: (kind: string) => data[kind] ?? '',
    types: Object.keys(data),
  } as unknown as DataTransfer;
}

describe('pasted files', () => {
  it.each([
    ['a picture alone', {}, true],
    [
      'a picture a browser copied',
      { 'text/html': '<meta charset="utf-8"><img src="https://x.org/a.png">' },
      true,
    ],
    [
      'the picture of words an office program adds',
      { 'text/html': '<p>Words</p>', 'text/plain': 'Words' },
      false,
    ],
    ['the picture of cells', { 'text/html': '<table><tr><td></td></tr></table>', 'text/plain': '' }, false],
    ['a picture beside plain words', { 'text/plain': 'Words' }, false],
  ])('%s: %s', async (_name, data, isFile) => {
    const { editor, asked } = workshop(['p One|']);
    editor.insertData(clipboardWith([picture('image.png')], data));
    expect(asked).toHaveLength(isFile ? 1 : 0);
  });

  it('take the place of what is selected', async () => {
    const { editor, asked } = workshop(['p One ‹two›']);
    editor.insertData(clipboardWith([picture('image.png')]));
    await asked[0]?.keep(PIXELS);
    expect(show(editor)).toEqual(['p One |', 'img image.png ¦ · ¦ ·', 'p']);
  });
});
