import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { openCore } from '../../electron/core/open-core.ts';
import { type Launched, launch, ROOT } from '../support/launch.ts';
import { expect, test } from '../support/shell-test.ts';
import { clientOf } from '../support/test-core.ts';
import { wordsOf } from '../support/words.ts';

// Somebody types, and the page, the store or the whole app is killed without a warning, time after time. Whatever the page
// had said was stored is there, what was typed in the last second at most is not, and writing goes on where it ended.
// HEIRLOOM_KILLS=50 kills each of them fifty times; a usual run is content with a few.

const KILLS = Number(process.env.HEIRLOOM_KILLS ?? 4);
/** What may be lost: the last second, and the moment that storing takes. */
const LAST_SECOND_MS = 1_000;
const say = wordsOf('en');

interface Desk {
  readonly folder: string;
  readonly libraryDir: string;
  readonly stateDir: string;
  readonly noteId: string;
}

async function desk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-typing-'));
  const stateDir = join(folder, 'state');
  const libraryDir = join(folder, 'library');
  const core = await openCore({
    stateDir,
    resourcesDir: join(ROOT, 'resources'),
    readerDir: '',
    backgroundWork: false,
  });
  const client = clientOf(core);
  await client.library.create({ folder: libraryDir, name: 'Typing', language: 'en', meName: 'Me' });
  await client.settings.save({ app: { language: 'en' } });
  const note = await client.notes.create({ fields: { title: 'Typed under fire' } });
  await core.close();
  return { folder, libraryDir, stateDir, noteId: note.id };
}

/** Everything the library holds of the text: its drafts and the text itself. Also looks whether the file is whole. */
function held({ libraryDir, noteId }: Desk): string {
  const db = new Sqlite(join(libraryDir, 'library.db'), { readonly: true });
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    const rows = db
      .prepare('SELECT value FROM draft WHERE record_id = ? UNION ALL SELECT document FROM note WHERE id = ?')
      .all(noteId, noteId) as { value: string }[];
    return rows.map(({ value }) => value).join('\n');
  } finally {
    db.close();
  }
}

const editorOf = (page: Page) => page.getByRole('textbox', { name: say('notes:text') });

async function openNote(page: Page, { noteId }: Desk): Promise<void> {
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.evaluate((id) => {
    window.location.hash = `#/notes/${id}`;
  }, noteId);
  const offer = page.getByRole('button', { name: say('editor:draft.restore') });
  await expect(editorOf(page).or(offer).first()).toBeVisible();
  if (await offer.isVisible()) await offer.click();
  await editorOf(page).click();
  await page.keyboard.press('Control+End');
}

/** Types a numbered word and waits until the page says that it is stored. */
async function typeAndWait(page: Page, word: string): Promise<void> {
  await page.keyboard.type(` ${word}`);
  await expect(page.locator('.rt-draft')).toHaveCount(0);
}

/** Types without a pause and gives, for each word, when it was finished. */
async function typeOn(page: Page, words: readonly string[]): Promise<Map<string, number>> {
  const done = new Map<string, number>();
  for (const word of words) {
    await page.keyboard.type(` ${word}`, { delay: 15 });
    done.set(word, performance.now());
  }
  return done;
}

const word = (kill: number, what: string): string => `${what}${String(kill).padStart(3, '0')}`;
const burst = (kill: number): string[] => Array.from({ length: 8 }, (_, at) => word(kill, `on${at}x`));

/** The last words may be missing, but only those of the last second, and never one before a later one. */
function checkBurst(text: string, done: ReadonlyMap<string, number>, killedAt: number): void {
  let isMissing = false;
  for (const [typed, at] of done) {
    const isThere = text.includes(typed);
    // Two seconds more for a loaded machine, on which a timer and a disk may be late.
    if (killedAt - at > LAST_SECOND_MS + 2_000) expect(isThere, `${typed} was typed in time`).toBe(true);
    if (isMissing) expect(isThere, `${typed} without the word before it`).toBe(false);
    isMissing = !isThere;
  }
}

/** Processes below one, by their number. */
function childrenOf(pid: number): { pid: number; words: string }[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      if (parent !== pid) return [];
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ pid: Number(name), words }];
    } catch {
      return [];
    }
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It had ended by itself.
  }
}

/** True once the process is gone; a kill may wait for a disk that is busy writing. */
function isGone(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return /^[ZX]$/.test(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[0] ?? '');
  } catch {
    return true;
  }
}

test.describe('what was typed', () => {
  test.skip(process.platform !== 'linux', 'processes are found under /proc');
  test.setTimeout(120_000 + KILLS * 60_000);

  // A tab that is killed is opened again by hand; the desktop opens its page again by itself, at most once in half a minute.
  test(`survives the page being killed ${KILLS} times`, { tag: '@browser' }, async ({ open }) => {
    const here = await desk();
    const app = await open({ libraryDir: here.libraryDir, stateDir: here.stateDir });
    const browser = app.context.browser();
    if (!browser || !app.url) throw new Error('the browser shell has a browser and an address');
    const session = await browser.newBrowserCDPSession();
    /** The page's own process: the one that has worked most. Others are spares that Chromium keeps ready. */
    const renderer = async (): Promise<number> => {
      const answer = (await session.send('SystemInfo.getProcessInfo')) as {
        processInfo: { type: string; id: number; cpuTime: number }[];
      };
      const pages = answer.processInfo.filter(({ type }) => type === 'renderer');
      return pages.sort((a, b) => b.cpuTime - a.cpuTime)[0]?.id ?? 0;
    };
    let page = app.page;
    for (let count = 1; count <= KILLS; count += 1) {
      await openNote(page, here);
      await typeAndWait(page, word(count, 'word'));
      const done = await typeOn(page, burst(count));
      const crashed = page.waitForEvent('crash');
      const pid = await renderer();
      expect(pid).toBeGreaterThan(0);
      const killedAt = performance.now();
      kill(pid);
      await crashed;
      const text = held(here);
      for (let past = 1; past <= count; past += 1) expect(text).toContain(word(past, 'word'));
      checkBurst(text, done, killedAt);
      page = await app.context.newPage();
      await page.goto(app.url);
    }
    await openNote(page, here);
    for (let past = 1; past <= KILLS; past += 1)
      await expect(editorOf(page)).toContainText(word(past, 'word'));
    rmSync(here.folder, { recursive: true, force: true });
  });

  // In the browser shell the store is the server: that is the whole app, below.
  test(`survives the store being killed ${KILLS} times, and the page goes on`, { tag: '@electron' }, async ({
    open,
  }) => {
    const here = await desk();
    /** More deaths than this within a minute and the app gives the store up. */
    const EACH_START = 3;
    let app: Launched | null = null;
    const close = async (): Promise<void> => {
      await app?.close();
      app = null;
    };
    for (let count = 1; count <= KILLS; count += 1) {
      if (app === null) {
        app = await open({ libraryDir: here.libraryDir, stateDir: here.stateDir });
        await openNote(app.page, here);
      }
      const { page } = app;
      const main = app.app?.process().pid ?? 0;
      await typeAndWait(page, word(count, 'word'));
      const done = await typeOn(page, burst(count));
      const killedAt = performance.now();
      const stores = childrenOf(main).filter(({ words }) =>
        /store\.js|Heirloom store|node\.mojom/.test(words),
      );
      expect(stores.length, 'the store is a process of its own').toBeGreaterThan(0);
      for (const { pid } of stores) kill(pid);
      const text = held(here);
      for (let past = 1; past <= count; past += 1) expect(text).toContain(word(past, 'word'));
      checkBurst(text, done, killedAt);
      // The page has not noticed: its words are still there, and the next ones are stored when the store is back.
      await page.keyboard.type(` ${word(count, 'after')}`);
      await expect(editorOf(page)).toContainText(word(count, 'after'));
      await expect.poll(() => held(here), { timeout: 60_000 }).toContain(word(count, 'after'));
      for (const typed of done.keys()) expect(held(here)).toContain(typed);
      await expect(page.locator('.rt-draft, [role=alert]')).toHaveCount(0, { timeout: 60_000 });
      if (count % EACH_START === 0) await close();
    }
    await close();
    rmSync(here.folder, { recursive: true, force: true });
  });

  test(`survives the whole app being killed ${KILLS} times`, { tag: '@electron' }, async () => {
    const here = await desk();
    for (let count = 1; count <= KILLS; count += 1) {
      const app = await launch('electron', { libraryDir: here.libraryDir, stateDir: here.stateDir });
      await openNote(app.page, here);
      for (let past = 1; past < count; past += 1)
        await expect(editorOf(app.page)).toContainText(word(past, 'word'));
      await typeAndWait(app.page, word(count, 'word'));
      const done = await typeOn(app.page, burst(count));
      const killedAt = performance.now();
      const main = app.app?.process().pid ?? 0;
      // All at once, the store too: nobody is left to tidy up.
      const all = [main, ...childrenOf(main).map((one) => one.pid)];
      for (const pid of all) kill(pid);
      await app.close();
      await expect.poll(() => all.every(isGone)).toBe(true);
      const text = held(here);
      for (let past = 1; past <= count; past += 1) expect(text).toContain(word(past, 'word'));
      checkBurst(text, done, killedAt);
    }
    rmSync(here.folder, { recursive: true, force: true });
  });
});
