import type { Page } from '@playwright/test';
import { composeAt, METHODS } from '../editor/composition-steps.ts';
import { sampleIn } from '../support/pages.ts';
import { expect, test } from '../support/shell-test.ts';
import { wordsOf } from '../support/words.ts';

// The tools around a text where they are used: on the page of a note, in both shells, with the store behind it.

const say = wordsOf('en');

async function newNote(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/notes?new';
  });
  const text = page.locator('[data-slate-editor]');
  await expect(text).toBeVisible();
  await text.click();
}

/** Leaves the note and comes back: what is there then is what was saved. */
async function reopened(page: Page): Promise<string> {
  const address = await page.evaluate(() => location.hash);
  await page.keyboard.press('Control+s');
  await page.evaluate(() => {
    location.hash = '/notes';
  });
  await expect(page.locator('[data-slate-editor]')).toHaveCount(0);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  const text = page.locator('[data-slate-editor]');
  await expect(text).toBeVisible();
  return (await text.innerText()).replaceAll('\ufeff', '');
}

test('what an input method commits is saved, in a heading, a list and beside a selection', async ({
  open,
}) => {
  const sample = await sampleIn('en');
  try {
    const { page } = await open({
      libraryDir: sample.libraryDir,
      stateDir: sample.stateDir,
      locale: 'en',
    });
    await newNote(page);
    await page.keyboard.type('# ');
    for (const composed of METHODS) await composeAt(page, composed);
    await page.keyboard.press('Enter');
    await page.keyboard.type('- ');
    for (const composed of METHODS) {
      await composeAt(page, composed);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.type('old');
    await page.keyboard.press('Shift+Home');
    await composeAt(page, { states: ['x', 'xin'], commit: '新' });
    const all = METHODS.map(({ commit }) => commit);
    const lines = async (text: Promise<string>): Promise<string[]> =>
      (await text)
        .split('\n')
        .map((line) => line.replace(/^[•◦▪]/u, '').trim())
        .filter(Boolean);
    const expected = [all.join(''), ...all, '新'];
    expect(await lines(page.locator('[data-slate-editor]').innerText())).toEqual(expected);
    expect(await lines(reopened(page))).toEqual(expected);
  } finally {
    sample.remove();
  }
});

test('a long note is searched, changed, read by its outline, and written in alone', async ({ open }) => {
  const sample = await sampleIn('en');
  try {
    const { page } = await open({
      libraryDir: sample.libraryDir,
      stateDir: sample.stateDir,
      locale: 'en',
    });
    await newNote(page);
    await page.keyboard.type('# Before\nThe pump hums.\n# After\nThe pump runs.');
    await page.keyboard.press('Control+h');
    await page.keyboard.type('pump');
    await page.getByRole('textbox', { name: say('writing:find.replacement') }).fill('fan');
    await page.getByRole('button', { name: say('writing:find.replaceAll') }).click();
    await expect(page.getByText('2 replaced')).toBeVisible();
    await page.keyboard.press('Escape');
    const toggle = page.getByRole('button', { name: say('notes:panel.toggle') });
    if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click();
    const outline = page.getByRole('navigation', { name: say('writing:outline.label') });
    await outline.getByRole('button', { name: 'Before' }).click();
    await expect(page.locator('[data-slate-editor]')).toBeFocused();
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await expect(outline.getByRole('listitem')).toHaveText(['After', 'Before']);

    const rail = page.getByRole('navigation', { name: say('frame:nav.label') });
    await expect(rail).toBeVisible();
    await page.keyboard.press('Control+Shift+Enter');
    await expect(rail).toBeHidden();
    await expect(outline).toBeHidden();
    await page.keyboard.type('Now: ');
    await page.keyboard.press('Escape');
    await expect(rail).toBeVisible();
    await expect(outline).toBeVisible();
    expect(await reopened(page)).toContain('Now: Before');
  } finally {
    sample.remove();
  }
});
