// Gets what the tests need from the machine, once, before any of them runs (so that two tests never fetch the same thing at the
// same time): Chromium, a virtual display, an Electron runtime and its libraries. Ends with one line per thing that could not
// be had and why; with CI=true that is a failure.
//   node tests/support/prepare.ts
import { canInstallPackages, findChromium, installPackages, onPath } from './chromium.ts';
import { electronRuntime, missingLibraries } from './electron-runtime.ts';
import { mustHaveEverything } from './needs.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Library → Debian's packages that bring it; the second name is that of newer releases. */
const LIBRARIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['libgtk-3.so.0', ['libgtk-3-0', 'libgtk-3-0t64']],
  ['libnss3.so', ['libnss3']],
  ['libnssutil3.so', ['libnss3']],
  ['libsmime3.so', ['libnss3']],
  ['libnspr4.so', ['libnspr4']],
  ['libasound.so.2', ['libasound2', 'libasound2t64']],
  ['libgbm.so.1', ['libgbm1']],
  ['libdrm.so.2', ['libdrm2']],
  ['libatk-1.0.so.0', ['libatk1.0-0', 'libatk1.0-0t64']],
  ['libatk-bridge-2.0.so.0', ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64']],
  ['libatspi.so.0', ['libatspi2.0-0', 'libatspi2.0-0t64']],
  ['libcups.so.2', ['libcups2', 'libcups2t64']],
  ['libdbus-1.so.3', ['libdbus-1-3']],
  ['libexpat.so.1', ['libexpat1']],
  ['libxkbcommon.so.0', ['libxkbcommon0']],
  ['libcairo.so.2', ['libcairo2']],
  ['libpango-1.0.so.0', ['libpango-1.0-0']],
  ['libudev.so.1', ['libudev1']],
  ['libX11.so.6', ['libx11-6']],
  ['libxcb.so.1', ['libxcb1']],
  ['libXcomposite.so.1', ['libxcomposite1']],
  ['libXdamage.so.1', ['libxdamage1']],
  ['libXext.so.6', ['libxext6']],
  ['libXfixes.so.3', ['libxfixes3']],
  ['libXrandr.so.2', ['libxrandr2']],
  ['libgio-2.0.so.0', ['libglib2.0-0', 'libglib2.0-0t64']],
  ['libgobject-2.0.so.0', ['libglib2.0-0', 'libglib2.0-0t64']],
  ['libglib-2.0.so.0', ['libglib2.0-0', 'libglib2.0-0t64']],
]);

async function prepareChromium(): Promise<string | null> {
  const found = await findChromium(say);
  return 'unavailable' in found ? `Chromium: ${found.unavailable}` : null;
}

async function prepareDisplay(): Promise<string | null> {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || onPath('Xvfb')) return null;
  if (!(await canInstallPackages())) return 'Electron: there is no display and no Xvfb';
  say('Installing Xvfb from the distribution’s packages (once)…');
  await installPackages(['xvfb']).catch(() => {});
  return onPath('Xvfb') ? null : 'Electron: Xvfb could not be installed';
}

async function prepareElectron(): Promise<string | null> {
  const found = await electronRuntime(say);
  if ('unavailable' in found) return `Electron: ${found.unavailable}`;
  if (process.platform !== 'linux') return null;
  const { executable } = found.runtime;
  const missing = await missingLibraries(executable);
  if (missing.length === 0) return null;
  if (await canInstallPackages()) {
    say(`Installing libraries for Electron: ${missing.join(', ')}`);
    for (const library of missing) await installFirst(LIBRARIES.get(library) ?? []);
  }
  const still = await missingLibraries(executable);
  return still.length === 0 ? null : `Electron: missing libraries: ${still.join(', ')}`;
}

async function installFirst(names: readonly string[]): Promise<void> {
  for (const name of names) {
    const done = await installPackages([name]).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
}

// One after the other: the package manager takes one caller at a time.
const problems: string[] = [];
for (const step of [prepareChromium, prepareDisplay, prepareElectron]) {
  const problem = await step();
  if (problem) problems.push(problem);
}
for (const problem of problems) say(`Cannot be tested here. ${problem}.`);
if (problems.length > 0 && mustHaveEverything()) process.exitCode = 1;
