// Runs at the end of `npm ci`: puts the `heirloom` command where `npx heirloom` finds it (npm links the commands of
// dependencies, not a project's own) and builds what the command line needs for exporting. Without the build tools
// (an install of the dependencies alone) there is nothing to do.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './node-24.mjs';

const bin = join(ROOT, 'node_modules', '.bin');
if (existsSync(bin)) {
  const link = join(bin, 'heirloom');
  rmSync(link, { force: true });
  if (process.platform === 'win32') {
    writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\electron\\cli\\heirloom.mjs" %*\r\n');
  } else {
    mkdirSync(bin, { recursive: true });
    symlinkSync('../../electron/cli/heirloom.mjs', link);
  }
}
if (existsSync(join(ROOT, 'node_modules', 'vite'))) {
  const build = spawnSync(process.execPath, [join(ROOT, 'electron/packaging/build.mjs'), '--if-stale'], {
    stdio: 'inherit',
  });
  // A build that fails is said by the build; the install itself has worked.
  if (build.status !== 0) process.exitCode = 0;
}
