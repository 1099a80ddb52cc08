// `npm run package` and `npm run package:dir` (words after `--` go to electron-builder). The runtime is the installed Electron
// when there is one, else electron-builder fetches the pinned version. `--dir` may use the stand-in runtime of the tests, so
// that the content of a package can be checked offline; such a package is never one to give away.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installedElectron, standInElectron } from './find-electron.mjs';
import { onNewNode, ROOT } from './node-24.mjs';

if (onNewNode()) process.exitCode = await main(process.argv.slice(2));

async function main(words) {
  const built = spawnSync(process.execPath, [join(ROOT, 'electron/packaging/build.mjs'), '--if-stale'], {
    stdio: 'inherit',
  });
  if (built.status !== 0) return 1;
  const dirOnly = words.includes('--dir');
  const runtime = installedElectron() ?? (dirOnly ? standInElectron() : null);
  if (runtime?.kind === 'stand-in') {
    process.stdout.write(`Packing with the stand-in Electron ${runtime.version}: for checks only.\n`);
  }
  const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
  const child = spawn(
    process.execPath,
    [
      builder,
      '--config',
      'electron/packaging/electron-builder.yml',
      '--publish',
      'never',
      ...(runtime ? [`-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`] : []),
      ...words,
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  return new Promise((done) => {
    child.on('error', () => done(1));
    child.on('exit', (code) => done(code ?? 1));
  });
}
