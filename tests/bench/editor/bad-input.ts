import type { Page } from '@playwright/test';
import type { RichText } from '../../../shared/richtext/document.ts';
import { press, putCaret, SENTENCE } from './keystrokes.ts';
import { openPage, serveEditors, startBrowser } from './open-page.ts';

// What nobody should do to an editor. It may take its time, but the page must not stand still for long.

/** A table of 500 × 50: the largest there may be. */
function hugeTable(): RichText {
  const row = (y: number) => ({
    type: 'row' as const,
    children: Array.from({ length: 50 }, (_, x) => ({
      type: 'cell' as const,
      children: [{ text: `cell ${x} of row ${y}` }],
    })),
  });
  const rows = Array.from({ length: 500 }, (_, y) => row(y));
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

export interface BadInput {
  readonly tableOpensMs: number;
  readonly tableKeys: number[];
  /** Pastes by name. */
  readonly pastes: Readonly<Record<string, Blocked>>;
}

export async function measureBadInput(executablePath: string): Promise<BadInput> {
  const notes = { 'table.json': JSON.stringify(hugeTable()), 'short.json': JSON.stringify(shortNote()) };
  const served = await serveEditors(notes);
  const browser = await startBrowser(executablePath);
  try {
    const table = await openPage(browser, `${served.origin}ours.html?note=table`);
    const tableOpensMs = await table.page.evaluate(() => window.openEditor());
    await table.page.waitForTimeout(2_000);
    await putCaret(table.page, 1);
    await press(table.page, 'typing', SENTENCE);
    const tableKeys = await table.page.evaluate(() => window.keyTimes['typing'] ?? []);
    await table.page.context().close();
    const pastes: Record<string, Blocked> = {};
    for (const [name, html, text] of [
      ['10 MB of lines', '', manyLines(10e6)],
      ['500 KB of lines', '', manyLines(500e3)],
      ['lists nested 1,000 deep', nestedLists(1_000), 'item'],
    ] as const) {
      const { page } = await openPage(browser, `${served.origin}ours.html?note=short`);
      await page.evaluate(() => window.openEditor());
      await putCaret(page, 0);
      pastes[name] = await paste(page, html, text);
      await page.context().close();
    }
    return { tableOpensMs, tableKeys, pastes };
  } finally {
    await browser.close();
    await served.close();
  }
}
