// Where an Electron runtime may be found on this machine, best first. Shared by `npm start` and by the tests, so that both
// agree on what "there is a runtime" means. Only looks; never downloads (see fetchElectron for that, which is asked for by name).
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Version of the stand-in runtime that tests/support/electron-runtime.ts prepares from the npm registry. */
export const STAND_IN_VERSION = '33.2.1';

/** Folder of the stand-in runtime. Outside the checkout, so that it outlives `git clean` and is shared by clones. */
export function standInFolder() {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, 'heirloom', `electron-${STAND_IN_VERSION}`);
}

function packageFolder() {
  try {
    return dirname(require.resolve('electron/package.json'));
  } catch {
    return null;
  }
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Major version of a runtime folder, or null when the folder does not say. */
function versionOf(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
}

/**
 * @typedef {{ executable: string, folder: string, version: string | null, kind: 'override' | 'installed' | 'stand-in' }} Runtime
 * `storeNeedsNode`: its built-in Node is older than the store needs (22), so the store must run under the machine's Node 24.
 */

/** @returns {Runtime | null} the runtime of the pinned npm package, or the folder named by ELECTRON_OVERRIDE_DIST_PATH */
export function installedElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const executable = join(override, executableName());
    if (existsSync(executable))
      return { executable, folder: override, version: versionOf(override), kind: 'override' };
  }
  const home = packageFolder();
  if (!home) return null;
  const folder = join(home, 'dist');
  const executable = join(folder, executableName());
  if (!existsSync(executable) || !existsSync(join(home, 'path.txt'))) return null;
  return { executable, folder, version: versionOf(folder), kind: 'installed' };
}

/** @returns {Runtime | null} the stand-in, when a test run on this machine has prepared it */
export function standInElectron() {
  const folder = standInFolder();
  const executable = join(folder, executableName());
  // The marker is written last, so a recipe that was interrupted is never taken for a runtime.
  if (!existsSync(join(folder, 'heirloom-ready')) || !existsSync(executable)) return null;
  return { executable, folder, version: STAND_IN_VERSION, kind: 'stand-in' };
}

/** True when the store cannot run inside this runtime (its Node is below 22) and needs HEIRLOOM_STORE_NODE. */
export function storeNeedsNode(runtime) {
  const major = Number.parseInt(runtime.version ?? '', 10);
  return Number.isNaN(major) ? false : major < 35;
}

/**
 * Asks the electron package to fetch its pinned runtime. Answers null (never throws) when the download server cannot be
 * reached within `probeMs`, so that an offline start costs seconds, not minutes.
 * @returns {Promise<Runtime | null>}
 */
export async function fetchElectron({ probeMs = 4000, say = () => {} } = {}) {
  const home = packageFolder();
  if (!home || process.env['ELECTRON_SKIP_BINARY_DOWNLOAD']) return null;
  const server =
    process.env['ELECTRON_MIRROR'] || process.env['npm_config_electron_mirror'] || 'https://github.com';
  try {
    await fetch(server, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeMs) });
  } catch {
    return null;
  }
  say('Fetching the Electron runtime (once)…');
  const code = await new Promise((done) => {
    const child = spawn(process.execPath, [join(home, 'install.js')], { stdio: 'ignore' });
    child.on('error', () => done(1));
    child.on('exit', done);
  });
  return code === 0 ? installedElectron() : null;
}
