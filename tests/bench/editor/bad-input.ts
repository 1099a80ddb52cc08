import type { Browser, Page } from '@playwright/test';
import type { RichText } from '../../../shared/richtext/document.ts';
import { computed, press, putCaret, SENTENCE } from './keystrokes.ts';
import { openPage, serveEditors, startBrowser } from './open-page.ts';

// What nobody should do to an editor. It may take its time, but the page must not stand still for long.

/** A table between two lines; 500 × 50 is the one nobody should put into a note. */
function tableNote(height: number, width: number): RichText {
  const row = (y: number) => ({
    type: 'row' as const,
    children: Array.from({ length: width }, (_, x) => ({
      type: 'cell' as const,
      children: [{ text: `cell ${x} of row ${y}` }],
    })),
  });
  const rows = Array.from({ length: height }, (_, y) => row(y));
  return {
    version: 2,
    blocks: [
      { id: 'bench-before', type: 'paragraph', children: [{ text: 'Before the table.' }] },
      { id: 'bench-table', type: 'table', header: true, children: rows },
      { id: 'bench-after', type: 'paragraph', children: [{ text: 'After the table.' }] },
    ],
  };
}

const shortNote = (): RichText => ({
  version: 1,
  blocks: [{ id: 'bench-only', type: 'paragraph', children: [{ text: 'A short note. ' }] }],
});

/** A list in a list in a list, `depth` deep. */
const nestedLists = (depth: number): string => `${'<ul><li>item'.repeat(depth)}${'</li></ul>'.repeat(depth)}`;

/** About `bytes` of lines as they come from a log. */
const manyLines = (bytes: number): string => {
  const line = 'the pump hums and the valve is warm so we look at the capacitor first';
  return Array.from({ length: Math.ceil(bytes / (line.length + 1)) }, () => line).join('\n');
};

export interface Blocked {
  /** Until the page has shown what it makes of it. */
  readonly totalMs: number;
  /** The longest time it answered nothing. */
  readonly longestMs: number;
}

/** Pastes into the focused editor as the browser would tell it. */
async function paste(page: Page, html: string, text: string): Promise<Blocked> {
  // Handed over in a variable first: bringing it in must not count.
  await page.evaluate(
    ([rich, plain]) => {
      const data = new DataTransfer();
      if (rich !== '') data.setData('text/html', rich);
      data.setData('text/plain', plain);
      Object.assign(window, { pasted: data });
      window.longFrames = [];
    },
    [html, text] as const,
  );
  return page.evaluate(async () => {
    const { pasted } = window as unknown as { readonly pasted: DataTransfer };
    const editor = document.querySelector('[data-slate-editor]');
    const painted = () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        });
      });
    const start = performance.now();
    const how = { clipboardData: pasted, dataTransfer: pasted, bubbles: true, cancelable: true };
    const isTaken = !(editor?.dispatchEvent(new ClipboardEvent('paste', how)) ?? true);
    if (!isTaken)
      editor?.dispatchEvent(new InputEvent('beforeinput', { ...how, inputType: 'insertFromPaste' }));
    await painted();
    const totalMs = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return { totalMs, longestMs: Math.max(totalMs, ...window.longFrames.map(({ ms }) => ms)) };
  });
}

/** Cells as a spreadsheet puts them on the clipboard. */
function sheet(height: number, width: number): readonly [html: string, text: string] {
  const cells = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_cell, x) => `value ${x} of ${y}`),
  );
  const rows = cells.map((row) => `<tr>${row.map((cell) => `<td class=xl65>${cell}</td>`).join('')}</tr>`);
  return [`<table>${rows.join('')}</table>`, cells.map((row) => row.join('\t')).join('\n')];
}

export interface TableTimes {
  readonly opensMs: number;
  readonly keys: number[];
  /** Milliseconds the page computes for one key in a cell. */
  readonly computingMs: number;
  /** Milliseconds of computing, by what is done to the whole table. */
  readonly whole: Readonly<Record<string, number>>;
}

export interface BadInput {
  readonly table: TableTimes;
  /** The same in a table of 3 × 3: what it is measured by. */
  readonly smallTable: TableTimes;
  /** Pastes by name. */
  readonly pastes: Readonly<Record<string, Blocked>>;
}

/** What is done to a table as a whole, by key. The cursor stands in a cell of its third row. */
const WHOLE: readonly (readonly [name: string, keys: readonly string[]])[] = [
  ['a column moved', ['Alt+Shift+ArrowLeft']],
  ['undone', ['Control+z']],
  ['all selected', ['Control+a', 'Control+a']],
  ['all emptied', ['Delete']],
  ['undone', ['Control+z']],
];

async function measureTable(browser: Browser, url: string): Promise<TableTimes> {
  const { page, session } = await openPage(browser, url);
  const opensMs = await page.evaluate(() => window.openEditor());
  await page.waitForTimeout(2_000);
  await putCaret(page, 1, 'tr:nth-child(3)');
  await press(page, 'warming up', SENTENCE.slice(0, 4));
  const before = await computed(session);
  await press(page, 'typing', SENTENCE);
  const computingMs = ((await computed(session)) - before) / SENTENCE.length;
  const keys = await page.evaluate(() => window.keyTimes['typing'] ?? []);
  const whole: Record<string, number> = {};
  for (const [name, strokes] of WHOLE) {
    const start = await computed(session);
    await press(page, 'whole', strokes);
    await page.waitForTimeout(500);
    whole[name] = Math.max(whole[name] ?? 0, (await computed(session)) - start);
  }
  await page.context().close();
  return { opensMs, keys, computingMs, whole };
}

export async function measureBadInput(executablePath: string): Promise<BadInput> {
  const notes = {
    'table.json': JSON.stringify(tableNote(500, 50)),
    'small-table.json': JSON.stringify(tableNote(3, 3)),
    'short.json': JSON.stringify(shortNote()),
  };
  const served = await serveEditors(notes);
  const browser = await startBrowser(executablePath);
  try {
    const smallTable = await measureTable(browser, `${served.origin}ours.html?note=small-table`);
    const table = await measureTable(browser, `${served.origin}ours.html?note=table`);
    const pastes: Record<string, Blocked> = {};
    for (const [name, html, text] of [
      ['10 MB of lines', '', manyLines(10e6)],
      ['500 KB of lines', '', manyLines(500e3)],
      ['lists nested 1,000 deep', nestedLists(1_000), 'item'],
      ['a sheet of 500 × 50', ...sheet(500, 50)],
    ] as const) {
      const { page } = await openPage(browser, `${served.origin}ours.html?note=short`);
      await page.evaluate(() => window.openEditor());
      await putCaret(page, 0);
      pastes[name] = await paste(page, html, text);
      await page.context().close();
    }
    return { table, smallTable, pastes };
  } finally {
    await browser.close();
    await served.close();
  }
}
