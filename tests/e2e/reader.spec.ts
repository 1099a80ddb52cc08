import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, expect, test } from '@playwright/test';
import { build } from 'vite';
import { transact } from '../../electron/data/handle.ts';
import { itemOf, saveRecord } from '../../electron/data/records.ts';
import { storeBlob } from '../../electron/media/store-blob.ts';
import { RECORD_KINDS } from '../../shared/domain/record.ts';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.ts';
import { chromiumArguments, findChromium } from '../support/chromium.ts';
import { filesOfRich } from '../support/export-workshop.ts';
import { fillRecord } from '../support/fill-record.ts';
import { exportFrom } from '../support/package-trip.ts';
import { readerWorkshop } from '../support/reader-workshop.ts';
import { richFixture } from '../support/rich-fixture.ts';
import { type SmallLibrary, smallLibrary, testId } from '../support/small-library.ts';
import { unpack } from '../support/unpack.ts';
import { visit } from '../support/visit.ts';

// The offline reader as people get it: a package, unpacked, its index.html opened from the folder in a real browser.

let browser: Browser;
let folder = '';
let readerDir = '';
const reader = fileURLToPath(new URL('../../electron/packages/reader/vite.config.ts', import.meta.url));

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  const found = await findChromium();
  test.skip('unavailable' in found, 'unavailable' in found ? found.unavailable : '');
  if ('unavailable' in found) return;
  folder = mkdtempSync(join(tmpdir(), 'heirloom-reader-e2e-'));
  readerDir = join(folder, 'built');
  await build({ configFile: reader, logLevel: 'error', build: { outDir: readerDir } });
  browser = await chromium.launch({ executablePath: found.executable, args: [...chromiumArguments()] });
});
test.afterAll(async () => {
  await browser?.close();
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

/** Exports the library, unpacks the package, and gives the address of its front page. */
async function publish(
  library: SmallLibrary,
  name: string,
  scope: Parameters<typeof exportFrom>[1],
): Promise<string> {
  const made = await exportFrom(library, scope, {
    audience: 'private',
    title: 'Stop the leak',
    licence: 'CC BY 4.0',
    readerDir,
  });
  const target = join(folder, name);
  await unpack(made.path, target);
  return pathToFileURL(join(target, 'data', 'index.html')).href;
}

test('a newcomer reads the playbook, follows its links and finds things in four scripts', async () => {
  const library = readerWorkshop();
  const address = await publish(library, 'book', { type: 'playbook', id: testId('book') });
  const { page, context, troubles } = await visit(browser, address);
  await expect(page).toHaveTitle(/Stop the leak/);
  await expect(page.locator('.cover')).toContainText('Long gone');
  await page.getByRole('link', { name: /A dripping pump/ }).click();
  await expect(page.locator('.step')).toHaveCount(4);
  await expect(page.locator('.step').nth(0)).toContainText('about the shaft.');
  await expect(page.locator('.step').nth(1)).toContainText('Drips at the shaft');
  await expect(page.locator('.step').nth(2)).toContainText('The seal ran dry.');
  await expect(page.locator('.step').nth(3)).toContainText('Long gone');
  await expect(page.locator('.step').nth(3)).toContainText('not in the package');
  await page.locator('.step').nth(0).getByRole('link', { name: 'Anna' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anna');
  await page.getByRole('link', { name: 'Hear the seal' }).first().click();
  await expect(page.locator('.document p[dir="rtl"]')).toHaveText('صدای یاتاقان را می‌شنوید؟');
  await expect(page.locator('.item .sign')).toHaveText(['1.', '2.']);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anna');
  await context.close();

  const all = await visit(browser, await publish(library, 'all', { type: 'all' }));
  for (const [query, title] of [
    ['shaf', 'Hear the seal'],
    ['ياتاقان', 'Hear the seal'],
    ['密封', '机械密封'],
    ['รั่ว', 'ซีลปั๊ม'],
    ['ran dry', 'Why does it drip?'],
  ] as const) {
    await all.page.locator('body').press('/');
    await expect(all.page.locator('#search')).toBeFocused();
    await all.page.locator('#search').fill(query);
    await expect(all.page.getByRole('heading', { level: 1 })).toContainText(query);
    const hit = all.page.locator('.hits li', { hasText: title }).first();
    await expect(hit.locator('mark').first()).toBeVisible();
    await all.page.locator('#search').press('Escape');
  }
  await all.page.locator('#search').fill('qqqqqq');
  await expect(all.page.locator('article')).toContainText('Nothing found');
  await all.page.goto(`${all.page.url().split('#')[0]}#/note/${testId('nobody')}`);
  await expect(all.page.locator('article')).toContainText('no such page');
  expect([...troubles, ...all.troubles]).toEqual([]);
  await all.context.close();
  library.close();
});

test('every kind of block is shown, pictures and sounds from the package’s own files', async () => {
  const library = readerWorkshop();
  const ids = { ...(await filesOfRich(library)), note: testId('note') };
  library.add('note', 'rich', { title: 'Everything', document: richFixture(ids) });
  const address = await publish(library, 'rich', { type: 'all' });
  library.close();
  const { page, context, troubles } = await visit(browser, address, { bypassCSP: true });
  await page.goto(`${address}#/note/${testId('rich')}`);
  const text = page.locator('.document');
  await expect(text.locator('.callout')).toHaveCount(4);
  await expect(text.locator('.callout-name').first()).toHaveText('Good to know');
  const picture = text.locator('figure.image img');
  await expect(picture).toHaveAttribute('alt', 'The pump from the left');
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth), { timeout: 10_000 })
    .toBe(8);
  await expect(text.locator('figure.audio audio')).toHaveAttribute('src', /^media\/[0-9a-f]{64}\.wav$/u);
  await expect(text.locator('figure.file a')).toHaveAttribute('download', 'دستور کار ۲.pdf');
  await expect(page.locator('article > .part', { hasText: 'pump.png' })).toHaveCount(0);
  await expect(text.locator('table')).toHaveCount(2);
  await expect(text.locator('th')).toHaveText(['Sound', 'Meaning', 'Hz']);
  await expect(text.locator('table[dir="rtl"] td').first()).toHaveText('صدا');
  await expect(text.locator('.judgement dt')).toHaveCount(5);
  await expect(text.locator('.judgement dt').first()).toHaveText('What you notice');
  await expect(text.locator('.decision dd')).toHaveCount(5);
  await expect(text.locator('.record-card.absent')).toContainText('Case 17');
  expect(troubles).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await text.locator('a.record-card').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hear the seal');
  await context.close();
});

test('it speaks Persian from right to left, remembers the choice, and has no accessibility faults in light or dark', async () => {
  const library = readerWorkshop();
  const address = await publish(library, 'fa', { type: 'all' });
  library.close();
  for (const locale of ['en-GB', 'fa-IR']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      // The checker is a script from outside, which the page's policy would rightly refuse.
      const { page, context } = await visit(browser, address, { locale, colorScheme, bypassCSP: true });
      await expect(page.locator('html')).toHaveAttribute('dir', locale === 'fa-IR' ? 'rtl' : 'ltr');
      await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
      for (const hash of [
        '#/',
        `#/playbook/${testId('book')}`,
        `#/case/${testId('case')}`,
        '#/list/note',
        '#/search/seal',
      ]) {
        await page.goto(`${address}${hash}`);
        await page.waitForSelector(hash.startsWith('#/search') ? '.search-results' : 'article h1');
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map((one) => `${locale} ${colorScheme} ${hash} ${one.id}: ${one.nodes[0]?.html}`),
        ).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(width).toBeLessThanOrEqual(0);
      }
      await context.close();
    }
  }
  for (const [locale, words] of [
    ['zh-CN', '里面有什么'],
    ['th-TH', 'มีอะไรอยู่ข้างใน'],
    ['de-DE', 'What is inside'],
  ] as const) {
    const other = await visit(browser, address, { locale });
    await expect(other.page.locator('.cover')).toContainText(words);
    await other.context.close();
  }
  const { page, context, troubles } = await visit(browser, address);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('fa');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('.contents')).toContainText('یادداشت‌ها');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
  await page.setViewportSize({ width: 360, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(width).toBeLessThanOrEqual(0);
  expect(troubles).toEqual([]);
  await context.close();
});

test('hostile texts in every field stay text: nothing runs, nothing is asked for', async () => {
  const library = smallLibrary();
  const file = join(folder, 'blob');
  writeFileSync(file, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned=1"/>'));
  const blob = await storeBlob(library.mediaRoot, file);
  transact(library.db, () => {
    HOSTILE_TEXTS.forEach((text, at) => {
      for (const kind of RECORD_KINDS) {
        const own: Record<string, unknown> =
          kind === 'attachment' ? { ...blob, ownerId: testId(`${at} note`) } : {};
        if (kind === 'case') own.externalKey = `${text.slice(0, 1_900)} ${at}`;
        if (kind === 'answer') own.questionId = testId(`${at} question`);
        if (kind === 'link')
          Object.assign(own, { fromId: testId(`${at} note`), toKind: 'case', toId: testId(`${at} case`) });
        if (kind === 'playbook') own.id = testId(`${at} playbook`);
        const record = fillRecord(
          kind,
          { text: () => text, id: (path) => testId(path === `${kind}.id` ? `${at} ${kind}` : `${at} note`) },
          own as never,
        );
        saveRecord(library.db, null, itemOf(kind, record), {
          makeId: library.makeId,
          authorId: null,
          reason: '',
        });
      }
    });
  });
  const address = await publish(library, 'hostile', { type: 'all' });
  library.close();
  const { page, context, troubles } = await visit(browser, address);
  const kinds = [
    'note',
    'question',
    'answer',
    'case',
    'person',
    'topic',
    'session',
    'mentorship',
    'customer',
    'playbook',
  ];
  for (const [at, text] of HOSTILE_TEXTS.entries()) {
    for (const kind of kinds) {
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        `#/${kind}/${testId(`${at} ${kind}`)}`,
      );
      await page.waitForSelector(`article.${kind}`);
      const shown = await page.evaluate(() => ({
        title: document.querySelector('h1')?.textContent ?? '',
        foreign: document.querySelectorAll(
          'main script, main iframe, main style, main svg, main math, main base, main form',
        ).length,
        handlers: [...document.querySelectorAll('*')].filter((node) =>
          [...node.attributes].some((one) => one.name.startsWith('on')),
        ).length,
        pwned: (window as { pwned?: number }).pwned,
      }));
      if (kind === 'note' && text.trim() !== '') expect(shown.title).toBe(text.slice(0, 500));
      expect({ ...shown, title: '' }).toEqual({ title: '', foreign: 0, handlers: 0, pwned: undefined });
    }
  }
  for (const text of HOSTILE_TEXTS.slice(0, 12)) {
    await page.locator('#search').fill(text.slice(0, 100));
    await page.waitForSelector('.search-results');
  }
  await page.evaluate(() => {
    location.hash = '#/search/%E0%A4%A';
  });
  await page.waitForSelector('.search-results');
  expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
  expect(troubles).toEqual([]);
  await context.close();
});

test('the page’s own policy stops what a fault in the reader might let in', async () => {
  const library = readerWorkshop();
  const address = await publish(library, 'policy', { type: 'all' });
  library.close();
  const { page, context } = await visit(browser, address);
  const blocked = await page.evaluate(async () => {
    const results: Record<string, string> = {};
    const attempt = async (name: string, work: () => unknown): Promise<void> => {
      try {
        await work();
        results[name] = 'allowed';
      } catch {
        results[name] = 'blocked';
      }
    };
    await attempt('innerHTML', () => {
      document.body.innerHTML = '<img src=x>';
    });
    await attempt('fetch', () => fetch('https://example.org/'));
    // In a turn of its own: what a debugger evaluates directly is exempt from the policy, what it starts is not.
    const later = (work: () => unknown) =>
      new Promise<void>((done, fail) => {
        setTimeout(() => {
          try {
            work();
            done();
          } catch (error) {
            fail(error);
          }
        });
      });
    await attempt('eval', () => later(() => new Function('window.pwned = 1')()));
    await attempt('foreign script', () => {
      const script = document.createElement('script');
      script.src = 'https://example.org/x.js';
    });
    await attempt('second policy', () => {
      (
        window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }
      ).trustedTypes.createPolicy('evil', {
        createHTML: (text: string) => text,
      });
    });
    await attempt('another receiver', () => {
      (window as unknown as { heirloomData: unknown }).heirloomData = () => {};
      if (!Object.isFrozen((window as unknown as { heirloomData: unknown }).heirloomData)) return;
      throw new Error('still ours');
    });
    await attempt('handler', () => {
      const inline = document.createElement('div');
      inline.setAttribute('onclick', 'window.pwned = 1');
      document.body.append(inline);
      inline.click();
    });
    return { ...results, pwned: (window as { pwned?: number }).pwned };
  });
  expect(blocked).toEqual({
    innerHTML: 'blocked',
    fetch: 'blocked',
    eval: 'blocked',
    'foreign script': 'blocked',
    'second policy': 'blocked',
    'another receiver': 'blocked',
    handler: 'blocked',
    pwned: undefined,
  });
  await context.close();
});

test('a copy that lost a file says so instead of showing half', async () => {
  const library = readerWorkshop();
  const address = await publish(library, 'broken', { type: 'all' });
  library.close();
  rmSync(fileURLToPath(address.replace('index.html', 'reader/records-1.js')));
  const context = await browser.newContext({ locale: 'th-TH' });
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.getByRole('alert')).toContainText('records.jsonl');
  rmSync(fileURLToPath(address.replace('index.html', 'reader/records.js')));
  await page.reload();
  await expect(page.getByRole('alert')).toBeVisible();
  await context.close();
});
