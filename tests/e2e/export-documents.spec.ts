import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Launched } from '../support/launch.ts';
import { png, tinyPdf, wav } from '../support/picture-bytes.ts';
import { type FixtureIds, richFixture } from '../support/rich-fixture.ts';
import { answerSaveDialog, savedFile } from '../support/saved-file.ts';
import { expect, test } from '../support/shell-test.ts';
import { paragraphs } from '../support/small-library.ts';
import { clientOf, openQuietCore } from '../support/test-core.ts';
import { unzip } from '../support/unzip.ts';
import { wordsOf } from '../support/words.ts';

// An expert's note leaves: as a web page and Markdown in both shells, on paper in the browser, as a PDF on the desktop.

test.describe.configure({ mode: 'serial' });

let folder = '';
let note = '';
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heirloom-export-e2e-'));
  const core = await openQuietCore(join(folder, 'state'));
  const client = clientOf(core);
  await client.library.create({
    folder: join(folder, 'library'),
    name: 'Pumps',
    language: 'en',
    meName: 'Anna',
  });
  const made = await client.notes.create({ fields: { title: 'When the pump hums', language: 'en' } });
  const other = await client.notes.create({ fields: { title: 'The other note', document: paragraphs('x') } });
  const attach = async (fileName: string, bytes: Buffer): Promise<string> => {
    const { uploadId } = await client.uploads.begin({ fileName, bytes: bytes.length });
    await client.uploads.append({ uploadId, offset: 0, data: bytes.toString('base64') });
    const kept = await client.attachments.fromUpload({ uploadId, ownerKind: 'note', ownerId: made.id });
    return kept.id;
  };
  const ids: FixtureIds = {
    image: await attach('pump.png', png(320, 240, [200, 120, 30])),
    file: await attach('دستور کار ۲.pdf', tinyPdf()),
    audio: await attach('hum.wav', wav()),
    note: other.id,
    away: '01890000-0000-7000-8000-00000000ffff',
  };
  note = made.id;
  await client.notes.save({
    id: note,
    expectedVersion: made.version,
    fields: { document: richFixture(ids) },
  });
  await core.close();
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openDialog({ page }: Launched, language: 'en' | 'fa' = 'en') {
  const words = wordsOf(language);
  await page.evaluate((id) => {
    location.hash = `#/notes/${id}`;
  }, note);
  await page
    .getByRole('button', { name: words('common:moreActions') })
    .last()
    .click();
  await page.getByRole('menuitem', { name: words('exports:action') }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(words('exports:plan'));
  return dialog;
}

/** Where a file of this shell is put, so that both can run beside each other. */
const place = (launched: Launched, name: string): string => join(folder, `${launched.shell}-${name}`);

test('a note leaves as a web page and as Markdown, and says what was made simpler', async ({ open }) => {
  const launched = await open({ libraryDir: join(folder, 'library') });
  const { page } = launched;
  const words = wordsOf('en');
  const dialog = await openDialog(launched);
  // In its own way of looking at frames it opens a page, which the desktop app refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[role="dialog"]').analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  await dialog.getByRole('radio', { name: words('exports:format.markdown') }).check({ force: true });
  await expect(dialog).toContainText('1 direction set by hand');
  await expect(dialog).toContainText('3 files');
  await dialog.getByRole('button', { name: words('exports:start') }).click();
  const save = dialog.getByRole('button', { name: words('exports:save') });
  const zip = await savedFile(launched, place(launched, 'note.zip'), () => save.click());
  const names = await unzip(zip, `${zip}-unpacked`);
  expect(names).toContain('When the pump hums.md');
  expect(names).toContain('attachments/دستور کار ۲.pdf');
  expect(readFileSync(join(`${zip}-unpacked`, 'When the pump hums.md'), 'utf8')).toContain('> [!JUDGEMENT]');

  await dialog.getByRole('button', { name: words('exports:another') }).click();
  await dialog.getByRole('radio', { name: words('exports:format.html') }).check({ force: true });
  await dialog.getByRole('button', { name: words('exports:start') }).click();
  const html = await savedFile(launched, place(launched, 'note.html'), () => save.click());
  expect(readFileSync(html, 'utf8')).toContain('data:image/png;base64,');
  await dialog
    .getByRole('button', { name: words('common:close') })
    .last()
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // The page stands alone: it shows its picture, asks for nothing, runs nothing.
  if (launched.shell === 'browser') {
    const sheet = await launched.context.newPage();
    const asked: string[] = [];
    sheet.on('request', (request) => asked.push(request.url().slice(0, 80)));
    await sheet.goto(pathToFileURL(html).href);
    await expect
      .poll(() => sheet.locator('img').evaluate((one) => (one as HTMLImageElement).naturalWidth))
      .toBe(320);
    expect(asked.filter((url) => !/^(?:file|data):/u.test(url))).toEqual([]);
    await sheet.close();
  }
});

test('on paper: a view to print in the browser, a tagged PDF with an outline on the desktop', async ({
  open,
}) => {
  const launched = await open({ libraryDir: join(folder, 'library') });
  const { page } = launched;
  const words = wordsOf('en');
  const dialog = await openDialog(launched);
  if (launched.app) {
    await dialog.getByRole('button', { name: words('exports:start') }).click();
    const target = join(folder, 'note.pdf');
    await answerSaveDialog(launched, target);
    await dialog.getByRole('button', { name: words('exports:pdf.save') }).click();
    await expect(dialog.getByRole('status')).toHaveText(words('exports:pdf.saved'), { timeout: 60_000 });
    const pdf = readFileSync(target).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    for (const part of ['/StructTreeRoot', '/Outlines', '/Lang']) expect(pdf).toContain(part);
    expect(Number(/\/Type\s*\/Pages\s[^>]*\/Count\s+(\d+)/u.exec(pdf)?.[1] ?? 0)).toBeGreaterThan(0);
    // The window that drew it is gone, and nobody saw it.
    expect(launched.app.windows()).toHaveLength(1);
    return;
  }
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset['printed'] = 'yes';
    };
  });
  await dialog.getByRole('button', { name: words('exports:print.open') }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
  const sheets = page.locator('.print-sheets');
  await expect(sheets.getByRole('heading', { name: 'When the pump hums' }).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(sheets.getByRole('button', { name: words('exports:print.now') })).toBeHidden();
  await expect(sheets.locator('table').first()).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(width).toBeLessThanOrEqual(0);
});

test('chosen notes leave together', async ({ open }) => {
  const launched = await open({ libraryDir: join(folder, 'library') });
  const { page } = launched;
  const words = wordsOf('en');
  await page.evaluate(() => {
    location.hash = '#/notes';
  });
  await page.getByRole('button', { name: words('widgets:choose') }).click();
  // Each by its beginning: the one names the other in its text.
  for (const title of [/^When the pump hums/u, /^The other note/u])
    await page
      .getByRole('option', { name: title })
      .or(page.getByRole('row', { name: title }))
      .first()
      .click();
  await expect(page.getByText('2 notes chosen')).toBeVisible();
  await page.getByRole('button', { name: words('exports:action') }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 notes');
  await dialog.getByRole('radio', { name: words('exports:format.docx') }).check({ force: true });
  await dialog.getByRole('button', { name: words('exports:start') }).click();
  const save = dialog.getByRole('button', { name: words('exports:save') });
  const file = await savedFile(launched, place(launched, 'notes.docx'), () => save.click());
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
});
