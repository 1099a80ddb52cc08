import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../support/chromium.ts';
import { ROOT } from '../support/launch.ts';
import { savedFile } from '../support/saved-file.ts';
import { expect, test } from '../support/shell-test.ts';
import { unpack } from '../support/unpack.ts';
import { wordsOf } from '../support/words.ts';

// The story the whole product tells, from case files to a package in a second team's library, as a person does it:
// once in English from left to right, once in Persian from right to left, in both shells.

const CORPORA = process.env.HEIRLOOM_CORPORA ?? join(ROOT, '..', 'shared', 'data');
const own = (name: string): string => join(ROOT, 'tests', 'fixtures', 'cases', name);
/** Real files where there are any, else our own of the same shapes: work orders, and long stories without ids. */
const real = (path: string, otherwise: string): string =>
  existsSync(join(CORPORA, path)) ? join(CORPORA, path) : own(otherwise);
const FILES = [
  real('cases-mwo-excavators/excavators-cleaned.csv', 'workorders.csv'),
  real('cases-cfpb-narratives/complaints.csv', 'no-ids.csv'),
];

const TEXTS = {
  en: {
    mentor: 'Marjan Sol',
    learner: 'Piet Okoye',
    mentorship: 'Hydraulics before the rains',
    session: 'Why the boom drifts',
    agenda: 'The leak nobody sees',
    note: 'Boom drifts at night: look at the cylinder, not the valve',
    body: 'Cold oil hides a worn seal. Warm it up, then watch the rod for ten minutes.',
    question: 'How do you tell a worn seal from a sticking valve?',
    answer: 'Close the valve. If it still drifts, the seal lets the oil through.',
    playbook: 'Boom drift, step by step',
    section: 'At the machine',
    step: 'Warm the oil, then wait',
    find: 'drift seal',
    library: 'Excavator crew',
    second: 'Second crew',
  },
  fa: {
    mentor: 'مرجان صولتی',
    learner: 'پیام اکبری',
    mentorship: 'هیدرولیک پیش از باران',
    session: 'چرا بوم پایین می‌آید',
    agenda: 'نشتی که دیده نمی‌شود',
    note: 'بوم شب‌ها پایین می‌آید: سیلندر را ببین نه شیر را',
    body: 'روغن سرد کاسه‌نمد خراب را پنهان می‌کند. گرمش کن و ده دقیقه به میل جک نگاه کن.',
    question: 'کاسه‌نمد خراب را از شیر گیرکرده چطور می‌شناسید؟',
    answer: 'شیر را ببند. اگر باز هم پایین آمد، روغن از کاسه‌نمد رد می‌شود.',
    playbook: 'پایین‌آمدن بوم، گام‌به‌گام',
    section: 'کنار دستگاه',
    step: 'روغن را گرم کن و صبر کن',
    find: 'کاسه نمد',
    library: 'گروه بیل مکانیکی',
    second: 'گروه دوم',
  },
} as const;

async function startLibrary(
  page: Page,
  say: ReturnType<typeof wordsOf>,
  name: string,
  me: string,
  folder: string,
): Promise<void> {
  await page.getByRole('button', { name: say('welcome:own.action'), exact: true }).click();
  await page.getByLabel(say('welcome:own.name')).fill(name);
  await page.getByLabel(say('welcome:own.me')).fill(me);
  await page.getByRole('textbox', { name: say('welcome:own.folder') }).fill(folder);
  await page.getByRole('button', { name: say('welcome:own.create') }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

const go = (page: Page, say: ReturnType<typeof wordsOf>, place: string) =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: say(`frame:nav.${place}`), exact: true })
    .first()
    .click();

/** Picks a record in a search box: types, waits for the list, takes the entry. */
async function pick(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label }).first();
  await box.fill(text);
  await page.getByRole('option').filter({ hasText: text }).first().click();
}

async function write(page: Page, label: string, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: label });
  await editor.click();
  await page.keyboard.type(text);
  await expect(editor).toContainText(text.slice(0, 20));
}

/** A text with a number in it, whatever the number and its digits: one or many. */
function counted(say: ReturnType<typeof wordsOf>, key: string): RegExp {
  const forms = [say(`${key}_one`, { count: '#' }), say(`${key}_other`, { count: '#' })];
  return new RegExp(forms.map((form) => form.replace('#', '[\\d,.٬۰-۹]+')).join('|'));
}

async function importCases(
  page: Page,
  say: ReturnType<typeof wordsOf>,
  files: readonly string[],
): Promise<void> {
  await go(page, say, 'cases');
  await page
    .getByRole('link', { name: say('cases:import') })
    .or(page.getByRole('button', { name: say('cases:import') }))
    .first()
    .click();
  for (const file of files) {
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByRole('button', { name: say('imports:columns.see') }).click({ timeout: 60_000 });
    // The trial run comes by itself; the one button then says how many.
    const start = page.getByRole('button', { name: counted(say, 'cases:imp.start') });
    await start.click({ timeout: 120_000 });
    await expect(
      page
        .getByRole('button', { name: say('cases:imp.open') })
        .or(page.getByRole('link', { name: say('cases:imp.open') })),
    ).toBeVisible({ timeout: 120_000 });
    if (file !== files.at(-1)) await page.getByRole('button', { name: say('cases:imp.again') }).click();
  }
}

for (const language of ['en', 'fa'] as const) {
  test(`the main job in ${language}`, async ({ open }) => {
    const say = wordsOf(language);
    const text = TEXTS[language];
    const folder = mkdtempSync(join(tmpdir(), 'heirloom-story-'));
    try {
      const first = await open({ locale: language });
      const { page } = first;
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));

      await test.step('start a library', async () => {
        await page.getByRole('radio', { name: language === 'fa' ? 'فارسی' : 'English' }).click();
        await expect(page.locator('html')).toHaveAttribute('dir', language === 'fa' ? 'rtl' : 'ltr');
        await startLibrary(page, say, text.library, text.mentor, join(folder, 'first'));
      });

      await test.step('1. bring in cases from files, twice without doubles', async () => {
        await importCases(page, say, FILES);
        await go(page, say, 'cases');
        await page
          .getByRole('link', { name: say('cases:import') })
          .or(page.getByRole('button', { name: say('cases:import') }))
          .first()
          .click();
        await page
          .locator('input[type=file]')
          .first()
          .setInputFiles(FILES[0] as string);
        await page.getByRole('button', { name: say('imports:columns.see') }).click({ timeout: 60_000 });
        await expect(page.getByText(say('imports:dry.nothing'))).toBeVisible({ timeout: 120_000 });
      });

      await test.step('2. plan a mentorship and hold a session', async () => {
        await go(page, say, 'people');
        await page
          .getByRole('button', { name: say('people:new') })
          .first()
          .click();
        await page.getByRole('textbox', { name: say('people:name') }).fill(text.learner);
        await page.keyboard.press('Enter');
        await page.goto(`${page.url().split('#')[0]}#/mentorships?new`);
        await page.getByRole('textbox', { name: say('mentorships:field.title') }).fill(text.mentorship);
        await page.keyboard.press('Enter');
        await pick(page, say('mentorships:mentor'), text.mentor);
        await page
          .getByRole('button', { name: say('mentorships:newSession') })
          .first()
          .click();
        await page.getByRole('textbox', { name: say('sessions:field.title') }).fill(text.session);
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: say('sessions:clock.start'), exact: true }).click();
        await expect(page.getByRole('timer')).toBeVisible();
        const agenda = page.getByPlaceholder(say('sessions:agenda.add'));
        await agenda.fill(text.agenda);
        await agenda.press('Enter');
        await write(page, say('sessions:notes'), text.body);
        const raised = page
          .getByPlaceholder(say('sessions:questions.add'))
          .or(page.getByLabel(say('sessions:questions.add')))
          .first();
        await raised.fill(text.question);
        await raised.press('Enter');
        await expect(page.getByRole('link', { name: text.question }).first()).toBeVisible();
        await page.getByRole('combobox', { name: say('sessions:cases.add') }).fill('leak');
        await page.getByRole('option').first().click();
        await page.getByRole('button', { name: say('sessions:clock.end'), exact: true }).click();
      });

      await test.step('3. answer the question and accept the answer', async () => {
        await page.getByRole('link', { name: text.question }).first().click();
        await page.getByRole('button', { name: say('questions:answer.add') }).click();
        await write(page, say('questions:answer.text'), text.answer);
        await page.getByRole('button', { name: say('questions:answer.accept'), exact: true }).click();
        await expect(page.getByText(say('questions:answer.accepted')).first()).toBeVisible();
      });

      await test.step('4. write a note and link it to a case', async () => {
        await go(page, say, 'notes');
        await page
          .getByRole('button', { name: say('notes:new') })
          .first()
          .click();
        await page.getByRole('textbox', { name: say('common:title') }).fill(text.note);
        await page.keyboard.press('Enter');
        await write(page, say('notes:text'), text.body);
        const panel = page.getByRole('button', { name: say('notes:panel.toggle') });
        if ((await panel.getAttribute('aria-pressed')) !== 'true') await panel.click();
        await page.getByRole('combobox', { name: say('widgets:links.target') }).fill('leak');
        await page.getByRole('option').first().click();
        await expect(
          page
            .getByRole('button', { name: new RegExp(say('widgets:links.remove', { title: '' }).trim()) })
            .first(),
        ).toBeVisible();
      });

      await test.step('5. make a playbook of it, reorder it by keyboard, publish it', async () => {
        await go(page, say, 'playbooks');
        await page
          .getByRole('button', { name: say('playbooks:new') })
          .first()
          .click();
        await page.getByRole('textbox', { name: say('common:title') }).fill(text.playbook);
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: say('playbooks:section.add') }).click();
        await page.getByRole('textbox', { name: say('playbooks:section.title') }).fill(text.section);
        await page.getByRole('button', { name: say('playbooks:step.add'), exact: true }).click();
        await page
          .getByRole('textbox', {
            name: say('playbooks:step.title', { number: language === 'fa' ? '۱' : '1' }),
          })
          .fill(text.step);
        await page.getByRole('button', { name: say('playbooks:step.addRecord') }).click();
        await pick(page, say('playbooks:step.pick'), text.note);
        const grip = page.getByRole('button', { name: say('playbooks:step.move', { name: text.note }) });
        await grip.focus();
        await page.keyboard.press('ArrowUp');
        await expect(page.locator('[data-step]').first()).toContainText(text.body.slice(0, 15));
        await page.getByRole('button', { name: say('playbooks:publish'), exact: true }).click();
        await expect(page.getByText(say('playbooks:state.published')).first()).toBeVisible();
      });

      const file = await test.step('6. export it to a package', async () => {
        await page
          .getByRole('button', { name: say('common:moreActions') })
          .first()
          .click();
        await page.getByRole('menuitem', { name: say('playbooks:export') }).click();
        await page.getByRole('button', { name: say('packages:ex.start') }).click();
        const save = page.getByRole('button', { name: say('packages:ex.saveFile') });
        await expect(save).toBeVisible({ timeout: 60_000 });
        return savedFile(first, join(folder, 'export.heirloom'), () => save.click());
      });

      await test.step('it opens in the offline reader, from the folder, without a network', async () => {
        const found = await findChromium();
        if ('unavailable' in found) throw new Error(found.unavailable);
        const place = join(folder, 'unpacked');
        await unpack(file, place);
        const browser = await chromium.launch({
          executablePath: found.executable,
          args: [...chromiumArguments()],
        });
        try {
          const context = await browser.newContext({ offline: true, locale: language });
          const reader = await context.newPage();
          await reader.goto(pathToFileURL(join(place, 'data', 'index.html')).href);
          await expect(reader.getByText(text.playbook).first()).toBeVisible();
          await reader.getByRole('searchbox').first().fill(text.find);
          await expect(reader.getByText(text.note).first()).toBeVisible();
        } finally {
          await browser.close();
        }
      });

      await test.step('a second team imports it and nothing is lost', async () => {
        const second = await open({ locale: language });
        const other = second.page;
        await other.getByRole('radio', { name: language === 'fa' ? 'فارسی' : 'English' }).click();
        await startLibrary(other, say, text.second, text.learner, join(folder, 'second'));
        await go(other, say, 'packages');
        await other
          .getByRole('link', { name: say('packages:import') })
          .or(other.getByRole('button', { name: say('packages:import') }))
          .first()
          .click();
        await other.locator('input[type=file]').first().setInputFiles(file);
        await other
          .getByRole('button', { name: counted(say, 'packages:im.start') })
          .click({ timeout: 60_000 });
        await expect(other.getByText(say('packages:im.done'))).toBeVisible({ timeout: 60_000 });

        // 7. A new hire searches, opens the playbook and reads it.
        await other.keyboard.press('Control+k');
        await other.keyboard.type(text.find);
        await other.getByRole('option').filter({ hasText: text.note }).first().click({ timeout: 60_000 });
        await expect(other.getByRole('textbox', { name: say('common:title') })).toHaveValue(text.note);
        await expect(other.getByRole('textbox', { name: say('notes:text') })).toContainText(text.body);
        await go(other, say, 'playbooks');
        await other.getByText(text.playbook).first().click();
        await other.getByRole('link', { name: say('playbooks:read') }).click();
        await expect(other.getByRole('heading', { name: text.section })).toBeVisible();
        await expect(other.getByText(text.body).first()).toBeVisible();
      });
      expect(problems).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
