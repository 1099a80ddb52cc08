import type { Page } from '@playwright/test';
import { chooseInMenu } from '../support/choose.ts';
import { sampleIn } from '../support/pages.ts';
import { expect, test } from '../support/shell-test.ts';
import { wordsOf } from '../support/words.ts';

// A link to one paragraph: copied from its menu, it leads back to it, stands in another text as a mention, and says so when
// the paragraph is gone.

const say = wordsOf('en');

async function newNote(page: Page, title: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/notes?new';
  });
  await expect(page.locator('[data-slate-editor]')).toBeVisible();
  await page.getByRole('textbox', { name: say('common:title'), exact: true }).fill(title);
  await page.locator('[data-slate-editor]').click();
}

const go = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** What the page puts on the clipboard is put there, and told. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => {
      document.documentElement.dataset['copied'] = text;
      return write(text);
    };
  });

test('a link to a paragraph leads to it, is a mention in another text, and says when it is gone', async ({
  open,
}) => {
  const sample = await sampleIn('en');
  try {
    const { page, context, shell } = await open({
      libraryDir: sample.libraryDir,
      stateDir: sample.stateDir,
      locale: 'en',
    });
    if (shell === 'browser') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const text = page.locator('[data-slate-editor]');
    await newNote(page, 'Seal change');
    for (let at = 1; at <= 40; at += 1) {
      await page.keyboard.insertText(`Step ${at}.`);
      await page.keyboard.press('Enter');
    }
    await text.getByText('Step 30.', { exact: true }).click();
    await listen(page);
    await page.keyboard.press('Control+/');
    await chooseInMenu(page, say('writing:blockLink.copy'));
    await expect(page.getByText(say('writing:blockLink.copied'))).toBeVisible();
    const link = (await page.locator('html').getAttribute('data-copied')) ?? '';
    expect(link).toMatch(/#\/notes\/[\da-f-]{36}\?block=[\w-]+$/u);
    await page.keyboard.press('Control+s');

    await newNote(page, 'Another');
    await page.keyboard.type('See ');
    await page.keyboard.press('Control+v');
    await expect(text.getByText('Seal change')).toBeVisible();
    await expect(text.getByText(link)).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(text.getByText(link)).toBeVisible();
    await page.keyboard.press('Control+Shift+z');
    await expect(text.getByText('Seal change')).toBeVisible();
    await page.keyboard.press('Control+s');

    await go(page, link.slice(link.indexOf('#') + 1));
    const landed = page.locator('[data-landed]');
    await expect(landed).toHaveText('Step 30.');
    await expect(landed).toBeInViewport();
    await expect(text).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.type('Here: ');
    await expect(text.getByText('Here: Step 30.')).toBeVisible();

    await go(page, link.slice(link.indexOf('#') + 1).replace(/block=.*/u, 'block=no-such-block'));
    await expect(page.getByText(say('writing:blockLink.gone'))).toBeVisible();
    await expect(text).toBeVisible();
  } finally {
    sample.remove();
  }
});

test('a list starts where one says, by keys and by the menu of the paragraph', async ({ open }) => {
  const sample = await sampleIn('en');
  try {
    const { page } = await open({ libraryDir: sample.libraryDir, stateDir: sample.stateDir, locale: 'en' });
    await newNote(page, 'Numbers');
    const numbers = page.locator('[data-slate-editor] .rt-marker');
    const shown = (...marks: readonly string[]) =>
      expect
        .poll(() => numbers.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['mark'])))
        .toEqual(marks);
    await page.keyboard.type('3. three\nfour\n\nbetween\n1. one');
    await shown('3.', '4.', '1.');
    await page.keyboard.press('Control+/');
    await expect(page.getByRole('menu')).toBeVisible();
    // A long menu scrolls in itself: hanging out of the window it would move the whole page.
    const outside = await page.evaluate(() => {
      const { scrollHeight, clientHeight } = document.documentElement;
      return scrollHeight - clientHeight;
    });
    expect(outside).toBe(0);
    await chooseInMenu(page, say('writing:listStart.continue'));
    await shown('3.', '4.', '5.');
    await page.keyboard.press('Control+/');
    await chooseInMenu(page, say('writing:listStart.at'));
    const field = page.getByRole('textbox', { name: say('writing:listStart.title') });
    await expect(field).toBeFocused();
    await field.fill('0');
    await page.keyboard.press('Enter');
    await expect(field).toBeVisible();
    await field.fill('۱۲');
    await page.keyboard.press('Enter');
    await shown('3.', '4.', '12.');
    await page.keyboard.press('Control+z');
    await shown('3.', '4.', '5.');
  } finally {
    sample.remove();
  }
});
