import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { openCore } from '../../electron/core/open-core.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { type LaunchOptions, ROOT } from '../support/launch.ts';
import { paragraphs } from '../support/rich-text-builders.ts';
import { expect, test } from '../support/shell-test.ts';
import { clientOf, type TestCore } from '../support/test-core.ts';
import { wordsOf } from '../support/words.ts';

// A text is never lost, as a person sees it: two windows in one note, an old version brought back, a text that cannot be
// read, most of a text deleted by a slip.

const DAY_MS = 86_400_000;
type Client = TestCore['client'];

/** A library made day by day; `at` sets the clock to so many days ago. */
async function made(
  language: 'en' | 'fa',
  fill: (client: Client, at: (daysAgo: number) => void) => Promise<string>,
): Promise<{ options: LaunchOptions; id: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-never-lost-'));
  const options = { stateDir: join(folder, 'state'), libraryDir: join(folder, 'library') };
  let clock = Date.now();
  const core = await openCore({
    stateDir: options.stateDir,
    resourcesDir: join(ROOT, 'resources'),
    readerDir: '',
    now: () => new Date(clock),
    backgroundWork: false,
  });
  const client = clientOf(core);
  await client.library.create({ folder: options.libraryDir, name: 'Kept', language, meName: 'Me' });
  await client.settings.save({ app: { language } });
  const id = await fill(client, (daysAgo) => {
    clock = Date.now() - daysAgo * DAY_MS;
  });
  await core.close();
  return { options, id, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function goTo(page: Page, path: string): Promise<void> {
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.evaluate((to) => {
    window.location.hash = `#${to}`;
  }, path);
}

const editorOf = (page: Page) => page.locator('.rt-editable');
const note = (document: RichText) => async (client: Client) =>
  (await client.notes.create({ fields: { title: 'Boom drifts', document } })).id;
const say = wordsOf('en');

// The desktop has one window.
test('two windows in one text: both texts survive, and what both changed is chosen', {
  tag: '@browser',
}, async ({ open }) => {
  const { options, id, remove } = await made('en', note(paragraphs('first', 'second', 'third')));
  const app = await open(options);
  const other = await app.context.newPage();
  await other.goto(app.url ?? '');
  for (const page of [app.page, other]) {
    await goTo(page, `/notes/${id}`);
    await expect(editorOf(page)).toContainText('third');
  }
  const write = async (page: Page, paragraph: string, text: string): Promise<void> => {
    await page.bringToFront();
    await editorOf(page).getByText(paragraph, { exact: true }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(text);
  };
  await write(app.page, 'first', ', mine');
  await write(app.page, 'third', ', mine too');
  await write(other, 'second', ', theirs');
  await write(other, 'third', ', theirs too');
  await other.keyboard.press('Control+s');
  await app.page.bringToFront();
  await editorOf(app.page).click();
  await app.page.keyboard.press('Control+s');
  for (const page of [app.page, other])
    for (const words of ['first, mine', 'second, theirs', 'third, mine too', 'third, theirs too'])
      await expect(editorOf(page)).toContainText(words);

  // One of the two was told, where the second save met the first.
  const notice = app.page.getByRole('region', { name: say('history:conflict.title_one', { count: 1 }) });
  const toldHere = await notice.isVisible();
  const told = toldHere ? app.page : other;
  await told.bringToFront();
  const choice = told.getByRole('button', { name: say('history:conflict.keepMine') });
  await expect(choice).toBeVisible();
  expect((await new AxeBuilder({ page: told }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await choice.click();
  await told.locator('.rt-editable').click();
  await told.keyboard.press('Control+s');
  const [stays, goes] = toldHere
    ? ['third, mine too', 'third, theirs too']
    : ['third, theirs too', 'third, mine too'];
  for (const page of [app.page, other]) {
    await expect(editorOf(page)).toContainText(stays);
    await expect(editorOf(page)).not.toContainText(goes);
    await expect(editorOf(page)).toContainText('second, theirs');
  }
  remove();
});

for (const language of ['en', 'fa'] as const) {
  test(`an older version is found by its day, compared and brought back (${language})`, async ({
    open,
    shell,
  }) => {
    const here = wordsOf(language);
    const texts = {
      en: ['Watch the rod', 'Watch the rod for five minutes', 'Gone'],
      fa: ['به میل جک نگاه کن', 'پنج دقیقه به میل جک نگاه کن', 'هیچ'],
    }[language];
    const { options, id, remove } = await made(language, async (client, at) => {
      at(9);
      const { id, version } = await client.notes.create({
        fields: { title: 'Boom', document: paragraphs(texts[0] ?? '') },
      });
      at(3);
      await client.notes.save({
        id,
        expectedVersion: version,
        fields: { document: paragraphs(texts[1] ?? '') },
      });
      at(1);
      await client.notes.save({
        id,
        expectedVersion: version + 1,
        fields: { document: paragraphs(texts[2] ?? '') },
      });
      return id;
    });
    const { page } = await open({ ...options, locale: language });
    await goTo(page, `/notes/${id}`);
    const compare = page.getByRole('button', { name: here('history:open') });
    if (!(await compare.isVisible()))
      await page.getByRole('button', { name: here('notes:panel.toggle') }).click();
    await compare.click();
    const dialog = page.getByRole('dialog', { name: here('history:title') });
    // By keyboard: the list has it, the arrow keys show what each version holds.
    const chosen = dialog.getByRole('option', { selected: true });
    await expect(chosen).toBeFocused();
    await expect(dialog.locator('del').first()).toContainText((texts[1] ?? '').slice(0, 8));
    await page.keyboard.press('ArrowDown');
    await expect(dialog.locator('del').first()).toContainText((texts[0] ?? '').slice(0, 8));
    await page.keyboard.press('ArrowUp');
    for (const layout of ['layout.beside', 'layout.together'] as const) {
      await dialog.getByRole('radio', { name: here(`history:${layout}`) }).click();
      expect(
        (await new AxeBuilder({ page }).setLegacyMode(true).include('[role=dialog]').analyze()).violations,
      ).toEqual([]);
    }
    await dialog.getByRole('button', { name: here('history:restore') }).click();
    await expect(editorOf(page)).toContainText(texts[1] ?? '');
    await page
      .getByRole('region', { name: here('common:notifications') })
      .getByRole('button', { name: here('common:undo') })
      .click();
    await expect(editorOf(page)).toHaveText(texts[2] ?? '');
    if (shell === 'browser') remove();
  });
}

test('a text that cannot be read is shown as it is, and the list beside it goes on', async ({ open }) => {
  const { options, id, remove } = await made('en', note(paragraphs('precious')));
  const raw = '{"version":9,"blocks":[{"id":"block-1","type":"hologram"}]}';
  const db = new Sqlite(join(options.libraryDir ?? '', 'library.db'));
  db.prepare('UPDATE note SET document = ? WHERE id = ?').run(raw, id);
  db.close();
  const { page } = await open(options);
  await goTo(page, `/notes/${id}`);
  await expect(page.getByRole('textbox', { name: say('editor:damaged.raw') })).toHaveValue(raw);
  await expect(editorOf(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: say('history:raw.copy') })).toBeVisible();
  await expect(page.getByText('Boom drifts').first()).toBeVisible();
  // Its title may still be changed, and the letters stay.
  await page.getByLabel(say('common:title')).first().fill('Boom drifts, renamed');
  await expect
    .poll(() => {
      const look = new Sqlite(join(options.libraryDir ?? '', 'library.db'), { readonly: true });
      const row = look.prepare('SELECT title, document FROM note WHERE id = ?').get(id);
      look.close();
      return row;
    })
    .toEqual({ title: 'Boom drifts, renamed', document: raw });
  remove();
});

test('deleting most of a text can be undone where one is', async ({ open }) => {
  const long = 'A worn seal shows itself only in cold oil, at night and under load.';
  const { options, id, remove } = await made('en', note(paragraphs(long, long)));
  const { page } = await open(options);
  await goTo(page, `/notes/${id}`);
  await editorOf(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('oops');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(say('history:shorter.text'))).toBeVisible();
  // Not the editor's own, which takes back one letter.
  await page
    .getByRole('region', { name: say('common:notifications') })
    .getByRole('button', { name: say('history:shorter.undo') })
    .click();
  await expect(editorOf(page)).toContainText(long);
  await expect(page.getByText(say('history:shorter.undone'))).toBeVisible();
  await page.reload();
  await expect(editorOf(page)).toContainText(long);
  await expect(editorOf(page)).not.toContainText('oops');
  remove();
});
