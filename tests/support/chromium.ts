// Finds a Chromium for Playwright: one named by HEIRLOOM_CHROMIUM, one already installed (Playwright's own or the system's), or,
// when tests run as root on Debian or Ubuntu, the distribution's package. Says in one line what could not be had.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

export type ChromiumAnswer = { readonly executable: string } | { readonly unavailable: string };

/** No sandbox as root (Chromium refuses), and none of the errands a fresh profile would run on the network. */
export function chromiumArguments(): readonly string[] {
  const always = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
  ];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...always] : always;
}

export function onPath(name: string): string | null {
  for (const dir of (process.env['PATH'] ?? '').split(delimiter)) {
    if (dir && existsSync(join(dir, name))) return join(dir, name);
  }
  return null;
}

export async function installedChromium(): Promise<string | null> {
  const named = process.env['HEIRLOOM_CHROMIUM'];
  if (named && existsSync(named)) return named;
  for (const name of NAMES) {
    const found = onPath(name);
    // Ubuntu's chromium-browser may be a stub that only asks for a snap.
    if (found && (await answersVersion(found))) return found;
  }
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : null;
}

async function answersVersion(executable: string): Promise<boolean> {
  try {
    const { stdout } = await run(executable, ['--version', '--no-sandbox'], { timeout: 20_000 });
    return /\d+\.\d+/.test(stdout);
  } catch {
    return false;
  }
}

/** Whether packages can be installed here: root on Debian or Ubuntu. */
export async function canInstallPackages(): Promise<boolean> {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  const about = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^(ID|ID_LIKE)=.*(debian|ubuntu)/m.test(about);
}

/** Installs Debian packages. Errors: any of apt's, as one line. */
export async function installPackages(names: readonly string[]): Promise<void> {
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 1 << 26,
    timeout: 600_000,
  };
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...names], options);
  try {
    await install();
  } catch {
    // A fresh image has no package lists, or old ones.
    await run('apt-get', ['update'], options);
    await install();
  }
}

export async function findChromium(say: (line: string) => void = () => {}): Promise<ChromiumAnswer> {
  const found = await installedChromium();
  if (found) return { executable: found };
  if (!(await canInstallPackages())) {
    return {
      unavailable: 'no Chromium is installed, and packages can only be installed as root on Debian or Ubuntu',
    };
  }
  say('Installing Chromium from the distribution’s packages (once)…');
  try {
    await installPackages(['chromium']);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { unavailable: `Chromium could not be installed: ${text.trim().split('\n').at(-1)}` };
  }
  const installed = await installedChromium();
  return installed ? { executable: installed } : { unavailable: 'Chromium was installed but does not start' };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const answer = await findChromium((line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${'executable' in answer ? answer.executable : answer.unavailable}\n`);
  process.exitCode = 'executable' in answer ? 0 : 1;
}
