// What `npm run build` makes, and whether it must be made again. Plain syntax only (also imported on Node 20).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './node-24.mjs';

const NODE_CONFIG = 'electron/packaging/vite.node.config.ts';

/** `needs`: a file without which the step is left out (parts of the app may be checked out alone). */
export const STEPS = [
  {
    name: 'page',
    args: ['build', '--config', 'renderer/vite.config.ts'],
    needs: 'renderer/vite.config.ts',
    makes: 'out/page/index.html',
  },
  {
    name: 'reader',
    args: ['build', '--config', 'electron/packages/reader/vite.config.ts'],
    needs: 'electron/packages/reader/vite.config.ts',
    makes: 'out/reader',
  },
  {
    name: 'main',
    args: ['build', '--config', NODE_CONFIG, '--mode', 'main'],
    needs: 'electron/main/main.ts',
    makes: 'out/electron/main.cjs',
  },
  {
    name: 'preload',
    args: ['build', '--config', NODE_CONFIG, '--mode', 'preload'],
    needs: 'electron/preload/preload.ts',
    makes: 'out/electron/preload.cjs',
  },
  {
    name: 'store',
    args: ['build', '--config', NODE_CONFIG, '--mode', 'store'],
    needs: 'electron/store-process/store.ts',
    makes: 'out/electron/store.js',
  },
  {
    name: 'worker',
    args: ['build', '--config', NODE_CONFIG, '--mode', 'worker'],
    needs: 'electron/core/off-thread-worker.ts',
    makes: 'out/electron/off-thread-worker.js',
  },
  {
    name: 'documents',
    args: ['build', '--config', NODE_CONFIG, '--mode', 'documents'],
    needs: 'electron/importers/documents/document-worker.ts',
    makes: 'out/electron/document-worker.js',
  },
  {
    name: 'writer',
    args: ['build', '--config', NODE_CONFIG, '--mode', 'writer'],
    needs: 'electron/documents/write-worker.ts',
    makes: 'out/electron/write-worker.js',
  },
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
