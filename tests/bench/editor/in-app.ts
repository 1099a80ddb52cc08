import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveBrowserShell } from '../../support/launch.ts';
import { openBenchCore } from '../bench-core.ts';
import { press, putCaret, SENTENCE, watchKeys } from './keystrokes.ts';
import { longNote, MENTIONED } from './long-note.ts';
import { longestTask, type Task } from './longest-task.ts';
import { heapMb, type ProcessMemory, rendererMemory } from './memory.ts';
import { startBrowser } from './open-page.ts';

// The same note in the whole app: a real store in its own process, drafts and revisions going out while one types.

/** So long one does not type before the draft goes out; see `draft-keeper.ts`. */
const QUIET_MS = 1_250;
const SAVE_ROUNDS = 5;

export interface InAppResult {
  /** From the navigation to the note until the caret can be put into it and is painted. */
  readonly opens: number[];
  readonly keys: number[];
  /** Milliseconds of everything that held the page for over 50 ms while one typed, drafts went out, revisions came back. */
  readonly longTasks: number[];
  /** Drafts and revisions that went out meanwhile: without them the above says nothing. */
  readonly saves: number;
  /** The longest task while a letter is typed and its draft goes out, or the text is saved and comes back: one of each round. */
  readonly drafts: Task[];
  readonly revisions: Task[];
  readonly heapMb: number;
  readonly process: ProcessMemory;
}

export async function measureInApp(
  executablePath: string,
  { opens, rounds }: { readonly opens: number; readonly rounds: number },
): Promise<InAppResult> {
  const folder = await mkdtemp(join(tmpdir(), 'heirloom-bench-note-'));
  const library = join(folder, 'library');
  const id = await libraryWithNote(library);
  const served = await serveBrowserShell({ libraryDir: library });
  try {
    const result: InAppResult = {
      opens: [],
      keys: [],
      longTasks: [],
      saves: 0,
      drafts: [],
      revisions: [],
      heapMb: 0,
      process: { resident: 0, own: 0 },
    };
    return await visit(executablePath, served.url, id, opens, rounds, result);
  } finally {
    await served.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function libraryWithNote(library: string): Promise<string> {
  const bench = await openBenchCore();
  await bench.client.library.create({ folder: library, name: 'Bench', language: 'en' });
  await bench.client.notes.create({ id: MENTIONED, fields: { title: 'What is mentioned' } });
  const note = await bench.client.notes.create({ fields: { title: 'A long note', document: longNote() } });
  await bench.close();
  return note.id;
}

async function visit(
  executablePath: string,
  url: string,
  id: string,
  opens: number,
  rounds: number,
  result: InAppResult,
): Promise<InAppResult> {
  const browser = await startBrowser(executablePath);
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 832 } });
    const page = await context.newPage();
    await page.addInitScript(watchKeys);
    await page.goto(url);
    await page.waitForSelector('nav');
    const home = page.url();
    // The first opening fetches the editor's own files and is not counted.
    for (let turn = -1; turn < opens; turn += 1) {
      await page.goto(home);
      await page.waitForTimeout(500);
      const ms = await page.evaluate(openNote, `#/notes/${id}`);
      if (turn >= 0) result.opens.push(ms);
    }
    await page.waitForTimeout(2_000);
    await page.evaluate(() => void (window.longFrames = []));
    let saves = 0;
    page.on('request', (request) => {
      if (/\/(?:drafts\/put|notes\/save|drafts\.put|notes\.save)/u.test(request.url())) saves += 1;
    });
    for (let round = 0; round < rounds; round += 1) {
      for (const where of ['start', 'middle', 'end'] as const) {
        await putCaret(page, where);
        await press(page, 'typing', SENTENCE);
        await page.waitForTimeout(QUIET_MS);
        // The draft is on its way or just stored: the next letters are typed into that.
        await press(page, 'typing', SENTENCE);
        await page.keyboard.press('Control+s');
        await press(page, 'typing', SENTENCE);
      }
    }
    const long = await page.evaluate(() => window.longFrames.map(({ ms }) => ms));
    const typed = saves;
    for (let round = 0; round < SAVE_ROUNDS; round += 1) {
      result.drafts.push(
        await longestTask(browser, async () => {
          await press(page, '', ['x']);
          await page.waitForTimeout(QUIET_MS);
        }),
      );
      result.revisions.push(
        await longestTask(browser, async () => {
          await page.keyboard.press('Control+s');
          await page.waitForTimeout(QUIET_MS);
        }),
      );
    }
    if (saves - typed < 2 * SAVE_ROUNDS)
      throw new Error(`only ${saves - typed} saves in ${SAVE_ROUNDS} rounds`);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const found = await page.evaluate(() => ({
      keys: window.keyTimes['typing'] ?? [],
    }));
    return {
      ...result,
      keys: found.keys,
      longTasks: long,
      saves: typed,
      heapMb: await heapMb(session),
      process: await rendererMemory(browser),
    };
  } finally {
    await browser.close();
  }
}

/** In the page: goes to an address of the app; milliseconds until its text was painted with a caret that can be put in. */
async function openNote(address: string): Promise<number> {
  const painted = () =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
    });
  const start = performance.now();
  window.location.hash = address;
  for (;;) {
    await painted();
    const text = document.querySelector<HTMLElement>('[data-slate-editor]');
    if (!text) continue;
    text.focus();
    await painted();
    if (document.activeElement === text) return performance.now() - start;
  }
}
