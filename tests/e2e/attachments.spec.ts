// Pictures, sounds and files in a text, the way a person puts them in: from the menu, dropped, pasted; in both shells.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { blobPath } from '../../electron/media/store-blob.ts';
import { png, pngClaiming, wav } from '../support/picture-bytes.ts';
import { expect, test } from '../support/shell-test.ts';
import { clientOf, openQuietCore } from '../support/test-core.ts';

let folder: string;
let libraryDir: string;
let noteId: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heirloom-attachments-'));
  libraryDir = join(folder, 'library');
  const core = await openQuietCore(join(folder, 'state'));
  const client = clientOf(core);
  await client.library.create({ folder: libraryDir, name: 'Pictures', language: 'en', meName: 'Mina' });
  const note = await client.notes.create({ fields: { title: 'The pump in pictures' } });
  noteId = note.id;
  await core.close();
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const text = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the note' });

async function openNote(page: Page): Promise<void> {
  // From the start: a picker that opens before anybody listens would be the platform's own.
  page.on('filechooser', () => undefined);
  await page.evaluate((id) => {
    location.hash = `#/notes/${id}`;
  }, noteId);
  await text(page).click();
}

/** Chooses from the slash menu and gives the picker its files. */
async function choose(
  page: Page,
  word: string,
  files: readonly { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  await page.keyboard.type(`/${word}`);
  // The list answers to the letters a moment after them.
  await expect(page.getByRole('listbox', { name: 'Insert' }).getByRole('option')).toHaveCount(1);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(files.map((file) => ({ ...file })));
}

const picture = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });

/** A drop of files onto an element, at a share of its height. */
async function drop(target: Locator, names: readonly string[], bytes: Buffer, share: number): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to drop on');
  const at = { clientX: box.x + 20, clientY: box.y + box.height * share };
  const data = await target.page().evaluateHandle(
    ({ names: called, base64 }) => {
      const transfer = new DataTransfer();
      const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      for (const name of called) transfer.items.add(new File([raw], name, { type: 'image/png' }));
      return transfer;
    },
    { names: [...names], base64: bytes.toString('base64') },
  );
  await target.dispatchEvent('dragover', { ...at, dataTransfer: data });
  await expect(target.page().getByText('Drop the files to put them in here')).toBeVisible();
  await target.dispatchEvent('drop', { ...at, dataTransfer: data });
}

test('a picture is put in, described, made narrower, and is there after a restart', async ({ open }) => {
  const launched = await open({ libraryDir });
  const { page } = launched;
  await openNote(page);
  await page.keyboard.type('Before the picture');
  await page.keyboard.press('Enter');
  await choose(page, 'pict', [picture('پمپ side.png', png(1_200, 600))]);
  const image = text(page).locator('figure img');
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  // Room was kept for it: two to one, as wide as the text.
  const room = await image.boundingBox();
  expect((room?.width ?? 0) / (room?.height ?? 1)).toBeCloseTo(2, 1);

  await page.keyboard.type('And the words go on below.');
  await image.click();
  await page.getByRole('button', { name: 'Describe the picture' }).click();
  await page.getByRole('textbox', { name: 'Description of the picture' }).fill('The pump from the side');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(image).toHaveAttribute('alt', 'The pump from the side');

  const edge = page.getByRole('slider', { name: 'Width of the picture' });
  await edge.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', '50');
  const figure = await text(page).locator('figure').boundingBox();
  const narrow = await image.boundingBox();
  expect((narrow?.width ?? 0) / (figure?.width ?? 1)).toBeCloseTo(0.5, 1);

  await text(page).locator('figcaption').click();
  await page.keyboard.type('Pump 7, from the side');
  await page.keyboard.press('Enter');
  await page.keyboard.type('More.');
  await page.keyboard.press('Control+S');
  await page.reload();
  await page.evaluate((id) => {
    location.hash = `#/notes/${id}`;
  }, noteId);
  // A page that goes down in the middle of its save finds the draft of it.
  const goOn = page.getByRole('button', { name: 'Go on with the draft' });
  await expect(goOn.or(text(page)).first()).toBeVisible();
  if (await goOn.isVisible()) await goOn.click();
  await expect(text(page).locator('figure img')).toHaveAttribute('alt', 'The pump from the side');
  await expect(text(page).locator('figcaption')).toContainText('Pump 7, from the side');
  await expect(text(page).locator('.rt-paragraph')).toHaveText([
    'Before the picture',
    'More.',
    'And the words go on below.',
  ]);
});

test('what is dropped goes where the line shows, and what is too much says so', async ({ open }) => {
  const { page } = await open({ libraryDir });
  await openNote(page);
  await page.keyboard.type('One');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Two');
  const first = text(page).locator('.rt-paragraph').first();
  await drop(first, ['a.png', 'b.png'], png(300, 200), 0.9);
  await expect(text(page).locator('figure')).toHaveCount(2);
  const kinds = () =>
    text(page)
      .locator('.rt-paragraph, figure')
      .evaluateAll((all) => all.map((one) => one.tagName));
  expect(await kinds()).toEqual(['P', 'FIGURE', 'FIGURE', 'P']);

  await drop(first, ['plan.png'], pngClaiming(10_000, 5_100), 0.1);
  const refusal = page.getByRole('alert').filter({ hasText: 'plan.png' });
  await expect(refusal).toContainText('50 million');
  await expect(refusal).toContainText('Your text is as it was');
  await refusal.getByRole('button', { name: 'Put it in as a file' }).click();
  await expect(text(page).locator('figure.rt-file')).toContainText('plan.png');
  expect(await kinds()).toEqual(['FIGURE', 'P', 'FIGURE', 'FIGURE', 'P']);
  // One step back takes it out again.
  await first.click();
  await page.keyboard.press('Control+Z');
  expect(await kinds()).toEqual(['P', 'FIGURE', 'FIGURE', 'P']);
});

test('a sound plays, a page named .png is a file, and a lost picture says so', async ({ open }) => {
  const { page } = await open({ libraryDir });
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await openNote(page);
  await choose(page, 'sound', [{ name: 'hum.wav', mimeType: 'audio/wav', buffer: wav(16_000) }]);
  const player = text(page).locator('audio');
  await expect
    .poll(() => player.evaluate((one) => (one as HTMLAudioElement).duration), { timeout: 15_000 })
    .toBeCloseTo(2, 1);
  // It plays from where one jumps to: the file is served in parts.
  await player.evaluate((one) => {
    (one as HTMLAudioElement).currentTime = 1.5;
  });
  await expect
    .poll(() => player.evaluate((one) => (one as HTMLAudioElement).currentTime))
    .toBeCloseTo(1.5, 1);

  const lie = Buffer.from('<!doctype html><script>alert("shown")</script>');
  await choose(page, 'pict', [picture('holiday.png', lie)]);
  const file = text(page).locator('figure.rt-file');
  await expect(file).toContainText('holiday.png');
  await expect(text(page).locator('img')).toHaveCount(0);
  const link = file.getByRole('link', { name: /holiday\.png/ });
  await expect(link).toHaveAttribute('download', 'holiday.png');
  const served = await page.evaluate(
    async (href) => {
      const answer = await fetch(href);
      return {
        type: answer.headers.get('content-type'),
        disposition: answer.headers.get('content-disposition'),
        policy: answer.headers.get('content-security-policy'),
      };
    },
    (await link.getAttribute('href')) ?? '',
  );
  expect(served).toMatchObject({ type: 'application/octet-stream', disposition: 'attachment' });
  expect(served.policy).toContain('sandbox');

  await choose(page, 'pict', [picture('lost.png', png(64, 64))]);
  await expect(text(page).locator('figure img')).toBeVisible();
  const address = (await text(page).locator('figure img').getAttribute('src')) ?? '';
  const sha256 = /\/media\/([0-9a-f]{64})\./.exec(address)?.[1] ?? '';
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
  rmSync(blobPath(join(libraryDir, 'media'), sha256));
  await page.reload();
  await page.evaluate((id) => {
    location.hash = `#/notes/${id}`;
  }, noteId);
  await expect(text(page).getByText('The picture “lost.png” is missing')).toBeVisible();
  await expect(text(page).locator('audio')).toBeVisible();
  expect(asked).toEqual([]);
});
