import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openCore } from '../../electron/core/open-core.ts';
import { ROOT } from '../support/launch.ts';
import { paragraphs } from '../support/rich-text-builders.ts';
import { expect, test } from '../support/shell-test.ts';
import { clientOf } from '../support/test-core.ts';
import { wordsOf } from '../support/words.ts';

// A step of a playbook is written with the same promise as a note: what was typed is on disk within a second, and what two
// windows write in one step stands in it, and is told.

const say = wordsOf('en');

async function made() {
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-steps-'));
  const options = { stateDir: join(folder, 'state'), libraryDir: join(folder, 'library') };
  const core = await openCore({
    stateDir: options.stateDir,
    resourcesDir: join(ROOT, 'resources'),
    readerDir: '',
    backgroundWork: false,
  });
  const client = clientOf(core);
  await client.library.create({ folder: options.libraryDir, name: 'Steps', language: 'en', meName: 'Me' });
  await client.settings.save({ app: { language: 'en' } });
  const step = (id: string, title: string, text: string) => ({
    id,
    title,
    document: paragraphs(text),
    reference: null,
  });
  const { id } = await client.playbooks.create({
    fields: {
      title: 'When the boom drifts',
      sections: [
        {
          id: 'section-1',
          title: 'Look',
          steps: [
            step('step-one', 'Warm the oil', 'ten minutes'),
            step('step-two', 'Watch the rod', 'slowly'),
          ],
        },
      ],
    },
  });
  await core.close();
  return { options, id, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function goTo(page: Page, id: string): Promise<void> {
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.evaluate((to) => {
    window.location.hash = `#/playbooks/${to}`;
  }, id);
  await expect(editorOf(page, 'Watch the rod')).toBeVisible();
}

const editorOf = (page: Page, step: string) =>
  page.getByRole('textbox', { name: say('playbooks:step.text', { name: step }) });

async function write(page: Page, step: string, text: string): Promise<void> {
  await page.bringToFront();
  await editorOf(page, step).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

// A window of the desktop that dies opens its page again by itself.
test('words in two steps survive a page that dies, each offered where it was written', {
  tag: '@browser',
}, async ({ open }) => {
  const { options, id, remove } = await made();
  const app = await open(options);
  await goTo(app.page, id);
  await write(app.page, 'Warm the oil', ', better twenty');
  await write(app.page, 'Watch the rod', ', with a torch');
  await expect(app.page.locator('.rt-draft')).toHaveCount(0);
  const session = await app.context.newCDPSession(app.page);
  const crashed = app.page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  const page = await app.context.newPage();
  await page.goto(app.url ?? '');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.evaluate((to) => {
    window.location.hash = `#/playbooks/${to}`;
  }, id);
  // The first was left for the second, and that saved it.
  await expect(editorOf(page, 'Warm the oil')).toHaveText('ten minutes, better twenty');
  const step = page.locator('[data-step="step-two"]');
  const offer = step.getByRole('button', { name: say('editor:draft.restore') });
  await expect(offer).toBeVisible();
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await offer.click();
  await expect(editorOf(page, 'Watch the rod')).toHaveText('slowly, with a torch');
  remove();
});

// The desktop has one window.
test('two windows in one step: both texts stand in it, and it is told there', {
  tag: '@browser',
}, async ({ open }) => {
  const { options, id, remove } = await made();
  const app = await open(options);
  const other = await app.context.newPage();
  await other.goto(app.url ?? '');
  for (const page of [app.page, other]) await goTo(page, id);
  await write(app.page, 'Watch the rod', ', mine');
  await write(other, 'Watch the rod', ', theirs');
  await other.keyboard.press('Control+s');
  await app.page.bringToFront();
  await editorOf(app.page, 'Watch the rod').click();
  await app.page.keyboard.press('Control+s');
  for (const page of [app.page, other])
    for (const words of ['slowly, mine', 'slowly, theirs'])
      await expect(editorOf(page, 'Watch the rod')).toContainText(words);
  const notice = (page: Page) =>
    page
      .locator('[data-step="step-two"]')
      .getByRole('region', { name: say('history:conflict.title_one', { count: 1 }) });
  const told = (await notice(app.page).isVisible()) ? app.page : other;
  await told.bringToFront();
  await expect(notice(told)).toBeVisible();
  await notice(told)
    .getByRole('button', { name: say('history:conflict.keepMine') })
    .click();
  await expect(notice(told)).toHaveCount(0);
  remove();
});

test('a step that is taken out with words just typed comes back with them, and the playbook exports', async ({
  open,
}) => {
  const { options, id, remove } = await made();
  const { page } = await open(options);
  await goTo(page, id);
  await write(page, 'Watch the rod', ', with a torch');
  const step = page.locator('[data-step="step-two"]');
  await step.getByRole('button', { name: say('playbooks:step.actions', { name: 'Watch the rod' }) }).click();
  await page.getByRole('menuitem', { name: say('playbooks:step.remove') }).click();
  await expect(step).toHaveCount(0);
  await page
    .getByRole('region', { name: say('common:notifications') })
    .getByRole('button', { name: say('common:undo') })
    .click();
  await expect(editorOf(page, 'Watch the rod')).toHaveText('slowly, with a torch');
  await page.getByRole('button', { name: say('common:moreActions'), exact: true }).click();
  await page.getByRole('menuitem', { name: say('exports:action') }).click();
  await expect(page.getByRole('dialog', { name: say('exports:title') })).toContainText('1 ');
  remove();
});
