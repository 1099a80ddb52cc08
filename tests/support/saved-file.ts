import { existsSync, statSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Launched } from './launch.ts';

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** Presses what saves a file and puts the file at `target`, in either shell. Answers `target` when all of it is there. */
export async function savedFile(
  launched: Launched,
  target: string,
  press: () => Promise<unknown>,
): Promise<string> {
  if (launched.app === null) {
    const [download] = await Promise.all([launched.page.waitForEvent('download'), press()]);
    await download.saveAs(target);
    return target;
  }
  // The desktop app asks with its own dialog, which no test can click: it is answered beforehand.
  await launched.app.evaluate(({ session }, path) => {
    session.defaultSession.removeAllListeners('will-download');
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(path));
  }, target);
  await press();
  await expect.poll(() => sizeOf(target), { timeout: 60_000 }).toBeGreaterThan(0);
  // The file grows while it is written.
  let size = -1;
  await expect
    .poll(() => {
      const before = size;
      size = sizeOf(target);
      return size === before;
    })
    .toBe(true);
  return target;
}

/** The desktop's answer to the next question where to save. */
export async function answerSaveDialog(launched: Launched, target: string): Promise<void> {
  await launched.app?.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath: path })) as never;
  }, target);
}
