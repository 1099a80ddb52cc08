// Starts Heirloom the way a person does, in either shell, and answers a Playwright page. The same specs run over both.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type BrowserContext,
  chromium,
  type ElectronApplication,
  _electron as electron,
  type Page,
} from '@playwright/test';
import { storeNeedsNode } from '../../electron/packaging/find-electron.mjs';
import { pinnedNode } from '../../electron/packaging/node-24.mjs';
import { chromiumArguments, findChromium } from './chromium.ts';
import { display } from './display.ts';
import { electronRuntime, missingLibraries } from './electron-runtime.ts';
import { missing } from './needs.ts';

/** How often Electron is started before a silence counts as a failure. */
const LAUNCHES = 3;

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface LaunchOptions {
  /** Library to open at the start; absent: the three doors. */
  readonly libraryDir?: string;
  /** Where settings and recent libraries go; absent: a fresh folder that is removed afterwards. */
  readonly stateDir?: string;
  /** Electron only: the app folder (with package.json and out/); absent: this checkout. */
  readonly appDir?: string;
  /** Electron only: more words on the command line. */
  readonly words?: readonly string[];
  /** Electron only: `utility` runs the store as a utility process even where the runtime's Node is too old for the real one. */
  readonly store?: 'utility';
  /** Browser shell only: the entry that serves; absent: electron/loopback/browser-shell.ts. */
  readonly entry?: string;
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
}

export interface Launched {
  readonly shell: 'electron' | 'browser';
  readonly page: Page;
  readonly context: BrowserContext;
  /** Electron only. */
  readonly app: ElectronApplication | null;
  /** Browser shell only: the address with its token. */
  readonly url: string | null;
  readonly stateDir: string;
  /** Ends the app as a person would (drafts are flushed) and removes what it made. */
  close(): Promise<void>;
}

/** Why a shell cannot run on this machine, or null. Errors: with CI=true instead of answering a reason. */
export async function whyNot(shell: 'electron' | 'browser'): Promise<string | null> {
  if (shell === 'browser') {
    const found = await findChromium();
    return 'unavailable' in found ? missing('browser shell', found.unavailable) : null;
  }
  const found = await electronRuntime();
  if ('unavailable' in found) return missing('Electron', found.unavailable);
  const screen = await display();
  if ('unavailable' in screen) return missing('Electron', screen.unavailable);
  const libraries = await missingLibraries(found.runtime.executable);
  return libraries.length > 0 ? missing('Electron', `missing libraries: ${libraries.join(', ')}`) : null;
}

async function stateFor(options: LaunchOptions): Promise<{ dir: string; remove: () => Promise<void> }> {
  if (options.stateDir) return { dir: options.stateDir, remove: async () => {} };
  const dir = await mkdtemp(join(tmpdir(), 'heirloom-state-'));
  return { dir, remove: () => rm(dir, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Starts Electron under Playwright. On a loaded machine the two sometimes miss each other's first word over the debugger
 * and then wait for ever, before our own code has run; a second start heals that, and is told. An app that cannot start
 * fails each time, and the last failure is the one reported.
 */
async function launchPatiently(
  options: NonNullable<Parameters<typeof electron.launch>[0]>,
): Promise<ElectronApplication> {
  for (let start = 1; ; start += 1) {
    try {
      return await electron.launch({ ...options, timeout: 30_000 });
    } catch (error) {
      const missed = error instanceof Error && /Timeout \d+ms exceeded/.test(error.message);
      if (!missed || start === LAUNCHES) throw error;
      process.stderr.write(`Electron did not answer the debugger at start ${start}; starting it again.\n`);
    }
  }
}

/** The desktop app. Needs `npm run build` before, unless `appDir` holds its own. */
export async function launchElectron(options: LaunchOptions = {}): Promise<Launched> {
  const found = await electronRuntime();
  if ('unavailable' in found) throw new Error(found.unavailable);
  const screen = await display();
  if ('unavailable' in screen) throw new Error(screen.unavailable);
  const state = await stateFor(options);
  const env: Record<string, string> = { ...definedOnly(process.env), HEIRLOOM_STATE: state.dir };
  if (screen.name) env['DISPLAY'] = screen.name;
  if (options.store !== 'utility' && storeNeedsNode(found.runtime)) env['HEIRLOOM_STORE_NODE'] = pinnedNode();
  else delete env['HEIRLOOM_STORE_NODE'];
  const app = await launchPatiently({
    executablePath: found.runtime.executable,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      options.appDir ?? ROOT,
      `--user-data-dir=${join(state.dir, 'electron')}`,
      '--disable-gpu',
      ...(options.locale ? [`--lang=${options.locale}`] : []),
      ...(options.libraryDir ? [`--library=${options.libraryDir}`] : []),
      ...(options.words ?? []),
    ],
    env,
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
  });
  const page = await app.firstWindow({ timeout: 60_000 });
  return {
    shell: 'electron',
    page,
    context: app.context(),
    app,
    url: null,
    stateDir: state.dir,
    close: async () => {
      await app.close().catch(() => {});
      await state.remove();
    },
  };
}

export interface Served {
  readonly url: string;
  readonly stateDir: string;
  readonly process: ChildProcess;
  close(): Promise<void>;
}

/** The browser shell's server alone, as its own process. */
export async function serveBrowserShell(options: LaunchOptions = {}): Promise<Served> {
  const state = await stateFor(options);
  const words = [
    options.entry ?? join(ROOT, 'electron', 'loopback', 'browser-shell.ts'),
    ...(options.libraryDir ? ['--library', options.libraryDir] : []),
  ];
  const child = spawn(pinnedNode(), words, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, HEIRLOOM_STATE: state.dir },
  });
  let errors = '';
  child.stderr?.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The browser shell ended at once.\n${errors}`)));
    child.stdout?.on('data', (data: Buffer) => {
      text += data.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/#t=\S+/.exec(text)?.[0];
      if (address) resolve(address);
    });
  });
  return {
    url,
    stateDir: state.dir,
    process: child,
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
        await ended;
        clearTimeout(force);
      }
      await state.remove();
    },
  };
}

/** The browser shell with a Chromium on it. Needs `npm run build` before. */
export async function launchBrowserShell(options: LaunchOptions = {}): Promise<Launched> {
  const found = await findChromium();
  if ('unavailable' in found) throw new Error(found.unavailable);
  const served = await serveBrowserShell(options);
  const browser = await chromium.launch({
    executablePath: found.executable,
    args: [...chromiumArguments()],
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 832 },
    acceptDownloads: true,
    ...(options.locale ? { locale: options.locale } : {}),
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
  });
  const page = await context.newPage();
  await page.goto(served.url);
  return {
    shell: 'browser',
    page,
    context,
    app: null,
    url: served.url,
    stateDir: served.stateDir,
    close: async () => {
      await browser.close().catch(() => {});
      await served.close();
    },
  };
}

export function launch(shell: 'electron' | 'browser', options: LaunchOptions = {}): Promise<Launched> {
  return shell === 'electron' ? launchElectron(options) : launchBrowserShell(options);
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
