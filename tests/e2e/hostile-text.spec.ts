import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { XSS } from '../fixtures/naughty.ts';
import { type HostileLibrary, hostileLibrary } from '../support/hostile-library.ts';
import { settled } from '../support/pages.ts';
import { expect, test } from '../support/shell-test.ts';
import { wordsOf } from '../support/words.ts';

// Every text that ever ran on somebody's page, as title, tag, body, name, file name and column, on every page that shows
// it: it is text. Nothing runs, nothing asks, nothing is fetched from elsewhere, and the content policy has nothing to report.

const say = wordsOf('en');

interface Watch {
  readonly faults: string[];
  /** Asks the page itself: did anything run, did any of it become an element? */
  look(where: string): Promise<void>;
}

async function watch(page: Page): Promise<Watch> {
  const faults: string[] = [];
  let at = '';
  // Of the desktop app's own scheme a URL knows no origin.
  const { protocol, host } = new URL(page.url());
  const origin = `${protocol}//${host}/`;
  page.on('dialog', (dialog) => {
    faults.push(`${at}: dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(`${at}: error ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('blob:') && !/^data:(font|image)\//.test(url))
      faults.push(`${at}: asked for ${url.slice(0, 120)}`);
  });
  page.on('popup', () => faults.push(`${at}: a window opened`));
  await page.exposeFunction('reportBreach', (text: string) => faults.push(`${at}: policy ${text}`));
  const listen = (): void => {
    document.addEventListener('securitypolicyviolation', (event) => {
      void (globalThis as unknown as { reportBreach: (text: string) => void }).reportBreach(
        `${event.violatedDirective} ${event.sample}`,
      );
    });
  };
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return {
    faults,
    look: async (where) => {
      at = where;
      const found = await page.evaluate(() => {
        const grown = [
          ...document.querySelectorAll(
            'iframe, object, embed, base, form[action], [formaction], x, mglyph, marquee, body script, body style, #app img, #app video',
          ),
        ].map((one) => one.outerHTML);
        for (const one of document.querySelectorAll('*'))
          for (const { name, value } of one.attributes)
            if (
              name.startsWith('on') ||
              (/^(?:href|src|action)$/.test(name) && /^[\s\p{Cc}]*(?:java|vb)script:/iu.test(value))
            )
              grown.push(`${one.tagName} ${name}=${value}`);
        return {
          grown,
          pwned: String((globalThis as { __pwned?: unknown }).__pwned),
        };
      });
      if (found.pwned !== 'undefined') faults.push(`${where}: ran`);
      for (const one of found.grown) faults.push(`${where}: became ${one.slice(0, 160)}`);
    },
  };
}

const goTo = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, path);
};

test.describe('texts that would run', () => {
  let library: HostileLibrary;
  test.beforeAll(async () => {
    library = await hostileLibrary();
  });
  test.afterAll(() => library?.remove());

  test('are shown as text on every page', async ({ open, shell }) => {
    test.setTimeout(600_000);
    const { page } = await open({
      stateDir: library.stateDir,
      libraryDir: library.libraryDir,
      locale: 'en',
    });
    await settled(page);
    const { faults, look } = await watch(page);

    // The page is the same in both shells; where they differ is the window around it, for which a few pages will do.
    const paths = shell === 'browser' ? library.paths : library.paths.filter((_, at) => at % 9 === 0);
    for (const path of paths) {
      await goTo(page, path);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeAttached();
      // Rows and texts come a moment after the heading; what a page would run by itself it runs within this.
      await page.waitForTimeout(300);
      const note = library.notes.indexOf(path.replace('/notes/', ''));
      if (note >= 0) {
        const text = XSS[note] as string;
        const oneLine = text.replace(/[\r\n]+/g, ' ');
        await expect
          .poll(async () =>
            (
              await page.getByRole('textbox', { name: say('common:title'), exact: true }).inputValue()
            ).replace(/[\r\n]+/g, ' '),
          )
          .toBe(oneLine);
        await expect
          .poll(() => page.locator('.rt code, .rt pre').first().textContent())
          .toContain(text.split(/[\n\u2028]/)[0]?.trim() ?? '');
      }
      await look(path);
    }

    // While it is typed: the palette answers with it.
    await goTo(page, '/notes');
    await expect(page.getByRole('navigation').first()).toBeVisible();
    for (const text of XSS.filter((_, at) => at % 10 === 0)) {
      await page.keyboard.press('Control+k');
      await page

        .getByRole('combobox', { name: say('frame:palette.placeholder') })
        .fill(text.replace(/[\r\n]+/g, ' '));
      await expect(page.getByRole('option').first()).toBeVisible();
      await look(`palette ${text}`);
      await page.keyboard.press('Escape');
    }
    expect(faults).toEqual([]);

    // The guard itself: a page on which it happened is told.
    await page.evaluate(() => {
      (globalThis as { __pwned?: unknown }).__pwned = 1;
      const link = document.createElement('a');
      link.setAttribute('href', ' java\tscript:void 0'.replace('\t', ''));
      document.body.append(link, document.createElement('object'));
      const image = document.createElement('img');
      image.src = 'https://example.invalid/x.png';
      document.body.append(image);
    });
    await look('planted');
    await expect.poll(() => faults.join('\n')).toContain('policy img-src');
    expect(faults.join('\n')).toMatch(/planted: ran/);
    expect(faults.join('\n')).toMatch(/planted: became <object/);
    expect(faults.join('\n')).toMatch(/planted: became A href/);
  });

  test('are text as names of files, columns and cells too', async ({ open, shell }) => {
    test.setTimeout(600_000);
    const folder = mkdtempSync(join(tmpdir(), 'heirloom-names-'));
    try {
      const { page } = await open({
        stateDir: library.stateDir,
        libraryDir: library.libraryDir,
        locale: 'en',
      });
      await settled(page);
      const { faults, look } = await watch(page);
      const name = '"><img src=x onerror=window.__pwned=1>';
      const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

      // A file of cases whose name, columns and cells are all hostile, from the pick to the report.
      await goTo(page, '/cases/import');
      const columns = XSS.slice(0, 40);
      const rows = [columns, ...XSS.slice(0, 5).map((text) => columns.map(() => text))];
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({
          name: `${name}.csv`,
          mimeType: 'text/csv',
          buffer: Buffer.from(rows.map((row) => row.map(quoted).join(',')).join('\r\n'), 'utf8'),
        });
      const next = page.getByRole('button', { name: say('imports:columns.see'), exact: true });
      await expect(next).toBeVisible();
      await expect(page.getByText(columns[1] as string).first()).toBeAttached();
      await look('columns of an import');
      await next.click();
      const start = page.getByRole('button', { name: /^Bring in|^Import/ });
      await expect(start.or(page.getByText(say('imports:dry.nothing'))).first()).toBeVisible();
      await look('rehearsal of an import');

      // Files that are no packages, under hostile names: the refusal shows the name.
      for (const [label, bytes] of [
        ['no zip', Buffer.from('no zip at all')],
        ['empty', Buffer.alloc(0)],
      ] as const) {
        await goTo(page, '/notes');
        await goTo(page, '/packages/import');
        await page
          .locator('input[type=file]')
          .first()
          .setInputFiles({
            name: `${name}.heirloom`,
            mimeType: 'application/octet-stream',
            buffer: bytes,
          });
        await expect(page.getByRole('alert').or(page.getByText(name)).first()).toBeVisible();
        await look(`package: ${label}`);
      }

      // The library's own hostile records, exported, and looked at before they are taken in again.
      const [playbook] = library.paths.filter((path) => path.startsWith('/packages/export'));
      await goTo(page, playbook as string);
      await page.getByRole('button', { name: say('packages:ex.start') }).click();
      const save = page.getByRole('button', { name: say('packages:ex.saveFile') });
      await expect(save).toBeVisible({ timeout: 60_000 });
      await look('export');
      // The desktop app asks with a dialog of its own where to put it; the main job answers that one.
      if (shell === 'browser') {
        const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
        const file = join(folder, `${name}.heirloom`.replaceAll('/', ''));
        await download.saveAs(file);
        await goTo(page, '/packages/import');
        await page.locator('input[type=file]').first().setInputFiles(file);
        await expect(page.getByText(XSS[9] as string).first()).toBeAttached({ timeout: 60_000 });
        await look('preview of a package');
      }
      expect(faults).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
