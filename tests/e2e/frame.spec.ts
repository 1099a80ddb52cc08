import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type Launched, launchBrowserShell, whyNot } from '../support/launch.ts';

// The window around all pages, as a person without a mouse meets it: front door, rail, search, quick note, settings. And what
// the browser itself says about it: no breach of the content policy, no violation that axe can see, a small first screen.

const FIRST_SCREEN_MAX = 350_000;

let launched: Launched;
let page: Page;
const breaches: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  const reason = await whyNot('browser');
  test.skip(reason !== null, reason ?? '');
  launched = await launchBrowserShell({ locale: 'en-GB', colorScheme: 'light' });
  page = launched.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.exposeFunction('reportBreach', (breach: string) => void breaches.push(breach));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      void (globalThis as unknown as { reportBreach: (text: string) => void }).reportBreach(
        `${event.violatedDirective} ${event.sourceFile} ${event.sample}`,
      );
    });
  });
  page.on('pageerror', (error) => breaches.push(`error: ${error.message}`));
});
test.afterAll(async () => {
  await launched?.close();
});

const tabTo = async (name: RegExp): Promise<void> => {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never reached ${String(name)}.`);
};

test('the front door opens by keyboard, and the key leaves the address bar', async () => {
  await page.goto('about:blank');
  await page.goto(launched.url ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(page.url()).not.toContain('t=');
  await tabTo(/^Start$/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Night shift');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await tabTo(/^Look around$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the first screen of an open library is small', async () => {
  const sizes: Promise<number>[] = [];
  const fresh = await launched.context.newPage();
  fresh.on('response', (response) => {
    // The sample shows all four scripts at once; an English library loads one font file.
    if (
      /\/rpc|\/session/.test(response.url()) ||
      /(thai|vazirmatn|noto-sans-sc|arabic|latin-ext|fonts-chinese)/.test(response.url())
    )
      return;
    sizes.push(
      response.body().then(
        (body) => (response.url().endsWith('.woff2') ? body.length : gzipSync(body).length),
        () => 0,
      ),
    );
  });
  await fresh.goto(launched.url ?? '');
  await expect(fresh.getByRole('heading', { level: 1 })).toBeVisible();
  // The stream of changes never ends, so the network is never idle: the last thing a page loads is its home's words and fonts.
  await expect(fresh.getByRole('main').getByRole('list').first()).toBeVisible();
  await fresh.evaluate(() => document.fonts.ready.then(() => undefined));
  const firstScreen = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await fresh.close();
  expect(firstScreen).toBeGreaterThan(50_000);
  expect(firstScreen).toBeLessThan(FIRST_SCREEN_MAX);
});

test('search, quick note and the list of keys are one combination away, and Escape steps out', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('seal');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+Shift+N');
  await page.keyboard.type('The gland should drip, about once a second.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Note kept.')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('gland should drip');
  await expect(page.getByRole('option', { name: /gland should drip/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+7');
  await expect(page).toHaveURL(/#\/people/);
  await page.keyboard.press('Alt+1');
  await expect(page).toHaveURL(/#\/$/);
});

test('language and theme change at once, and the page turns around', async () => {
  await page.evaluate(() => {
    window.location.hash = '/settings';
  });
  await page.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: /فارسی/ }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
  const rail = await page.getByRole('navigation').boundingBox();
  expect(rail?.x ?? 0).toBeGreaterThan(640);
  await page.getByRole('radio', { name: 'تیره' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('nothing is cut off at 200 % zoom', async () => {
  await page.setViewportSize({ width: 640, height: 416 });
  for (const path of ['/', '/settings', '/notes']) {
    await page.evaluate((to) => {
      window.location.hash = to;
    }, path);
    await expect(page.getByRole('main')).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 832 });
});

test('the content policy was never breached', () => {
  expect(breaches).toEqual([]);
});

for (const language of ['en', 'fa'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the frame (${language}, ${theme})`, async () => {
      await page.evaluate(
        ([lang, look]) => {
          window.localStorage.setItem('heirloom.look', JSON.stringify({ language: lang, theme: look }));
          window.location.hash = '/settings';
        },
        [language, theme],
      );
      await expect(page.getByRole('main')).toBeVisible();
      // Through the settings themselves, in whatever language they are now.
      await page.locator('button[aria-haspopup="listbox"]').first().click();
      await page.getByRole('option', { name: language === 'en' ? /^English/ : /فارسی/ }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await page
        .getByRole('radio')
        .nth(theme === 'light' ? 1 : 2)
        .click();
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);

      const check = async (what: string, part = 'html'): Promise<void> => {
        // Half-faded text has half the contrast: wait until what comes in is in.
        await page.evaluate(() =>
          Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))).then(
            () => undefined,
          ),
        );
        const { violations } = await new AxeBuilder({ page }).include(part).analyze();
        expect(violations.map((one) => `${what}: ${one.id} ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
      };
      await check('settings');
      for (const path of ['/', '/bin', '/no-such-page']) {
        await page.evaluate((to) => {
          window.location.hash = to;
        }, path);
        await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
        await check(path);
      }
      for (const keys of ['Control+k', 'Control+Shift+N', '?']) {
        await page.keyboard.press(keys);
        await expect(page.getByRole('dialog')).toBeVisible();
        await check(keys, '[role="dialog"]');
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });
  }
}
