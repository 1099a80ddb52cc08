import { type Page, expect as playwrightExpect } from '@playwright/test';
import { afterAll, beforeAll, describe } from 'vitest';
import { findChromium } from '../support/chromium.ts';
import { type EditorPages, startEditorPages, written } from './browser-page.ts';

const answer = await findChromium();
const executable = 'executable' in answer ? answer.executable : undefined;
// Where browsers are promised, a missing one must not look like a success.
if (!executable && process.env['CI'] === 'true')
  throw new Error(`the editor needs a browser to be tested: ${JSON.stringify(answer)}`);

/** Patient: a page on a busy machine may take its time, and nothing here is about time. */
export const see = playwrightExpect.configure({ timeout: 30_000 });

/** The document on the page becomes this, in the spelling of `written`. */
export const settled = (page: Page, expected: readonly string[]): Promise<void> =>
  see.poll(() => written(page)).toEqual(expected);

/** Tests with the editor alone in a real Chromium; left out where there is none. */
export function describeInBrowser(title: string, tests: (pages: Pick<EditorPages, 'open'>) => void): void {
  describe.skipIf(executable === undefined)(title, () => {
    let started: EditorPages | undefined;
    beforeAll(async () => {
      started = await startEditorPages(executable ?? '');
    });
    afterAll(() => started?.close());
    tests({
      open: (query) => {
        if (started === undefined) throw new Error('the pages of the editor are not there');
        return started.open(query);
      },
    });
  });
}
