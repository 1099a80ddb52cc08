import { fileURLToPath } from 'node:url';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { type BuiltPages, serveBuiltPages } from '../../support/built-pages.ts';
import { chromiumArguments } from '../../support/chromium.ts';
import { watchKeys } from './keystrokes.ts';

export interface Stage {
  readonly page: Page;
  readonly session: CDPSession;
}

/** Builds the two pages and serves them with the notes to show. */
export const serveEditors = (notes: Readonly<Record<string, string>>): Promise<BuiltPages> =>
  serveBuiltPages(fileURLToPath(new URL('./page/vite.config.ts', import.meta.url)), notes);

/** Frames are made as soon as there is something new: waiting for a screen's next one would only add chance. */
export const startBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [...chromiumArguments(), '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });

export async function openPage(browser: Browser, url: string): Promise<Stage> {
  // No transitions: without a screen's rate a button that fades from off to on would be drawn hundreds of times.
  const context = await browser.newContext({
    viewport: { width: 1280, height: 832 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.addInitScript(watchKeys);
  await page.goto(url);
  await page.waitForFunction(() => 'openEditor' in window);
  await page.evaluate(() => document.fonts.ready);
  const session = await context.newCDPSession(page);
  // Time of the thread itself: on a busy machine nearly the same as on an idle one.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session };
}
