// What `npm run build` makes, and whether it must be made again. Plain syntax only (also imported on Node 20).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './node-24.mjs';

/** `needs`: a file without which the step is left out (parts of the app may be checked out alone). */
const step = (name, needs, makes, args) => ({ name, needs, makes, args: ['build', '--config', ...args] });
const pageStep = (name, config, makes) => step(name, config, makes, [config]);
const nodeStep = (name, needs, makes) =>
  step(name, needs, makes, ['electron/packaging/vite.node.config.ts', '--mode', name]);

export const STEPS = [
  pageStep('page', 'renderer/vite.config.ts', 'out/page/index.html'),
  pageStep('reader', 'electron/packages/reader/vite.config.ts', 'out/reader'),
  nodeStep('main', 'electron/main/main.ts', 'out/electron/main.cjs'),
  nodeStep('preload', 'electron/preload/preload.ts', 'out/electron/preload.cjs'),
  nodeStep('store', 'electron/store-process/store.ts', 'out/electron/store.js'),
  nodeStep('worker', 'electron/core/off-thread-worker.ts', 'out/electron/off-thread-worker.js'),
  nodeStep('documents', 'electron/importers/documents/document-worker.ts', 'out/electron/document-worker.js'),
  nodeStep('writer', 'electron/documents/write-worker.ts', 'out/electron/write-worker.js'),
];

const STAMP = join(ROOT, 'out', '.build-stamp');
const SOURCES = ['electron', 'renderer', 'shared'];

/** A hash over name, size and change time of every source file: cheap, and enough to notice an edit or another branch. */
export function sourceStamp() {
  const hash = createHash('sha256');
  const walk = (dir) => {
    const entries = readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) {
        const info = statSync(path);
        hash.update(`${path}\0${info.size}\0${info.mtimeMs}\n`);
      }
    }
  };
  for (const name of SOURCES) if (existsSync(join(ROOT, name))) walk(join(ROOT, name));
  for (const name of ['package.json', 'package-lock.json']) {
    const path = join(ROOT, name);
    if (existsSync(path)) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

export function isFresh() {
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== sourceStamp()) return false;
  return STEPS.every((step) => !existsSync(join(ROOT, step.needs)) || existsSync(join(ROOT, step.makes)));
}

/** `stamp` is taken before the build, so that an edit during it makes the next start build again. */
export function markFresh(stamp) {
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(STAMP, stamp);
}

/**
 * A process run from source takes its threads from the build, when that is no older than the source; why is said in
 * electron/threads.
 */
export function useBuiltThreads() {
  if (isFresh()) process.env.HEIRLOOM_THREADS ??= join(ROOT, 'out', 'electron');
}
