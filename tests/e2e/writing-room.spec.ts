import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Locator, Page } from '@playwright/test';
import { WORD_WORDS, wordClipboard } from '../fixtures/word-page.ts';
import type { Launched } from '../support/launch.ts';
import { answerSaveDialog, savedFile } from '../support/saved-file.ts';
import { expect, test } from '../support/shell-test.ts';
import { openQuietCore } from '../support/test-core.ts';
import { unzip } from '../support/unzip.ts';
import { wordsOf } from '../support/words.ts';

// The story of the writing room: an expert pastes a Word page with a table and two pictures, writes a Persian check list
// with English product names, is torn away without saving, comes back, compares with Tuesday's version, and takes the
// text out as Markdown and as PDF.

const say = wordsOf('en');
const TITLE = 'Slurry pump: seal change';
const ON_TUESDAY = 'The seal weeps after two days. Change it cold.';
const CHECKS = ['پمپ Warman AH را خاموش کن', 'قفل Brady را به شیر بزن', 'فشار را با Fluke 700G بخوان'];

/** The Tuesday before this day, at ten in the morning, as the library's clock would have shown it. */
function lastTuesday(): Date {
  const at = new Date();
  at.setUTCHours(10, 0, 0, 0);
  do at.setUTCDate(at.getUTCDate() - 1);
  while (at.getUTCDay() !== 2);
  return at;
}

/** What the history calls that day: by its name, unless it was yesterday. */
const dayOfTuesday = (): string =>
  Date.now() - lastTuesday().getTime() < 86_400_000 * 1.5 && new Date().getDay() === 3
    ? say('history:yesterday')
    : 'Tuesday';

/** A library with one note that was last touched on Tuesday. */
async function libraryFromTuesday(folder: string): Promise<string> {
  let now = lastTuesday().getTime();
  const core = await openQuietCore(join(folder, 'state'), () => new Date((now += 1000)));
  const client = createRouterClient(core.router, { context: {} });
  const libraryDir = join(folder, 'library');
  await client.library.create({ folder: libraryDir, name: 'Workshop', language: 'en', meName: 'Marjan Sol' });
  await client.notes.create({
    fields: {
      title: TITLE,
      document: {
        version: 1,
        blocks: [{ id: 'tuesday-1', type: 'paragraph', children: [{ text: ON_TUESDAY }] }],
      },
    },
  });
  await core.close();
  return libraryDir;
}

async function openNote(page: Page): Promise<Locator> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: say('frame:nav.notes'), exact: true })
    .first()
    .click();
  await page.getByText(TITLE).first().click();
  return page.getByRole('textbox', { name: say('notes:text') });
}

/** Pastes as the shell lets a test do it: over the desktop's own clipboard, or as the event a browser would send. */
async function pasteFromWord({ app, page }: Launched): Promise<void> {
  const kinds = wordClipboard();
  if (app) {
    await app.evaluate(async (electron, data) => {
      // The newest Electron takes items by type; the runtime of machines without it still takes one object of texts.
      const items =
        'ClipboardItem' in electron
          ? [new electron.ClipboardItem(data)]
          : { html: data['text/html'], rtf: data['text/rtf'], text: data['text/plain'] };
      await electron.clipboard.write(items as Electron.ClipboardItem[]);
    }, kinds);
    await page.keyboard.press('ControlOrMeta+v');
    return;
  }
  await page.evaluate((data) => {
    const dataTransfer = new DataTransfer();
    for (const [kind, text] of Object.entries(data)) dataTransfer.setData(kind, text);
    document.activeElement?.dispatchEvent(
      new InputEvent('beforeinput', {
        inputType: 'insertFromPaste',
        dataTransfer,
        bubbles: true,
        cancelable: true,
      }),
    );
  }, kinds);
}

async function expectWordPage(text: Locator): Promise<void> {
  await expect(text.getByRole('heading', { name: WORD_WORDS.heading })).toBeVisible();
  await expect(text.getByRole('table')).toBeVisible();
  for (const column of WORD_WORDS.columns)
    await expect(text.getByRole('columnheader').filter({ hasText: column })).toBeVisible();
  for (const cell of WORD_WORDS.rows.flat()) await expect(text.getByRole('table')).toContainText(cell);
  for (const caption of WORD_WORDS.captions) await expect(text).toContainText(caption);
  await expect(text.locator('img')).toHaveCount(2, { timeout: 30_000 });
  // Both are there as pictures with their own pixels, not as places where one is missing.
  await expect
    .poll(
      () =>
        text
          .locator('img')
          .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth > 0)),
      {
        timeout: 30_000,
      },
    )
    .toEqual([true, true]);
}

async function expectChecks(text: Locator): Promise<void> {
  for (const words of CHECKS) {
    const item = text.locator('[data-style="check"]').filter({ hasText: words });
    await expect(item).toHaveCount(1);
    await expect(item).toHaveCSS('direction', 'rtl');
    await expect(item.getByRole('checkbox')).toHaveCount(1);
  }
}

/** Opens the export of the note; with a format, goes on until there is something to save. */
async function exportAs(page: Page, format: 'markdown' | 'pdf' | null): Promise<Locator> {
  await page
    .getByRole('button', { name: say('common:moreActions') })
    .last()
    .click();
  await page.getByRole('menuitem', { name: say('exports:action') }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(say('exports:plan'));
  if (format === null) return dialog;
  await dialog.getByRole('radio', { name: say(`exports:format.${format}`) }).check({ force: true });
  await dialog.getByRole('button', { name: say('exports:start') }).click();
  return dialog;
}

test('an expert writes, is torn away, and finds everything again', async ({ open }) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-writing-'));
  try {
    const libraryDir = await libraryFromTuesday(folder);
    const first = await open({ libraryDir, locale: 'en', stateDir: join(folder, 'state') });
    const text = await openNote(first.page);
    await test.step('pastes a page from Word', async () => {
      await text.click();
      await first.page.keyboard.press('ControlOrMeta+End');
      await first.page.keyboard.press('Enter');
      await pasteFromWord(first);
      await expectWordPage(text);
      await expect(text).toContainText(ON_TUESDAY);
    });
    await test.step('writes a Persian check list with English names in it', async () => {
      await text.getByText(WORD_WORDS.captions[1]).click();
      await first.page.keyboard.press('ControlOrMeta+End');
      await first.page.keyboard.press('Enter');
      await first.page.keyboard.type('[] ');
      for (const [index, words] of CHECKS.entries()) {
        await first.page.keyboard.type(words);
        if (index < CHECKS.length - 1) await first.page.keyboard.press('Enter');
      }
      await expectChecks(text);
    });
    await test.step('is torn away a breath later', async () => {
      // A draft is on disk at most five seconds after a letter, one second after the last.
      await first.page.waitForTimeout(3000);
      if (first.app) first.app.process().kill('SIGKILL');
      else await first.page.close({ runBeforeUnload: false });
      await first.close();
    });

    const again = await open({ libraryDir, locale: 'en', stateDir: join(folder, 'state') });
    const { page } = again;
    await openNote(page);
    const later = page.getByRole('textbox', { name: say('notes:text') });
    await test.step('comes back and goes on', async () => {
      const goOn = page.getByRole('button', { name: say('editor:draft.restore') });
      await expect(goOn.or(later)).toBeVisible({ timeout: 30_000 });
      if (await goOn.isVisible()) await goOn.click();
      await expectWordPage(later);
      await expectChecks(later);
      await later.click();
      await page.keyboard.press('ControlOrMeta+s');
    });
    await test.step("compares with Tuesday's version", async () => {
      const tuesday = page.getByRole('region', { name: dayOfTuesday() });
      const panel = page.getByRole('button', { name: say('notes:panel.toggle') });
      if ((await panel.getAttribute('aria-pressed')) === 'false') await panel.click();
      await tuesday.getByRole('button').last().click();
      const history = page.getByRole('dialog', { name: say('history:title') });
      // What came since is marked as new, table and check list too; what stood there on Tuesday is not.
      for (const words of [WORD_WORDS.heading, CHECKS[0] ?? '', WORD_WORDS.rows[0][1]])
        await expect(history.locator('ins').filter({ hasText: words }).first()).toBeVisible();
      await expect(history.locator('ins, del').filter({ hasText: ON_TUESDAY })).toHaveCount(0);
      await expect(history).toContainText(ON_TUESDAY);
      await history
        .getByRole('button', { name: say('common:close'), exact: true })
        .last()
        .click();
      await expect(history).toBeHidden();
    });
    await test.step('takes it out as Markdown', async () => {
      const dialog = await exportAs(page, 'markdown');
      const save = dialog.getByRole('button', { name: say('exports:save') });
      const zip = await savedFile(again, join(folder, 'note.zip'), () => save.click());
      const names = await unzip(zip, join(folder, 'note'));
      expect(names.filter((name) => name.startsWith('attachments/') && !name.endsWith('/'))).toHaveLength(2);
      const markdown = readFileSync(
        join(folder, 'note', names.find((name) => name.endsWith('.md')) ?? ''),
        'utf8',
      );
      for (const words of CHECKS) expect(markdown).toContain(`- [ ] ${words}`);
      expect(markdown).toMatch(/\| Cover bolts +\| 48 Nm +\| crosswise +\|/u);
      expect([...markdown.matchAll(/!\[[^\]]*\]\(<?attachments\//gu)]).toHaveLength(2);
      await dialog
        .getByRole('button', { name: say('common:close') })
        .last()
        .click();
    });
    await test.step('and as a PDF, or on paper where a browser makes the PDF', async () => {
      const dialog = await exportAs(page, again.app ? 'pdf' : null);
      if (again.app) {
        const target = join(folder, 'note.pdf');
        await answerSaveDialog(again, target);
        await dialog.getByRole('button', { name: say('exports:pdf.save') }).click();
        await expect(dialog.getByRole('status')).toHaveText(say('exports:pdf.saved'), { timeout: 60_000 });
        const pdf = readFileSync(target).toString('latin1');
        for (const part of ['%PDF-', '/StructTreeRoot', '/Outlines', '/Image']) expect(pdf).toContain(part);
        return;
      }
      await page.evaluate(() => {
        window.print = () => undefined;
      });
      await dialog.getByRole('button', { name: say('exports:print.open') }).click();
      const sheets = page.locator('.print-sheets');
      await expect(sheets.getByRole('table')).toBeVisible();
      await expect(sheets.locator('img')).toHaveCount(2);
      // What a person gets who prints to a file.
      const pdf = (await page.pdf({ tagged: true, outline: true })).toString('latin1');
      for (const part of ['%PDF-', '/StructTreeRoot', '/Image']) expect(pdf).toContain(part);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
