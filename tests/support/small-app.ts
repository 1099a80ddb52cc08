// Builds a small but real desktop app folder: our own main and preload, the small page, the small store. What is tested with it
// is the shell itself, whatever the state of the pages and the core.
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { type Launched, launchElectron, ROOT } from './launch.ts';

export interface SmallApp {
  readonly dir: string;
  readonly pageDir: string;
  remove(): Promise<void>;
}

function nodeBundle(input: string, file: string, outDir: string, format: 'cjs' | 'es'): InlineConfig {
  return {
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: join(ROOT, input),
        external: [
          'electron',
          'better-sqlite3',
          ...builtinModules,
          ...builtinModules.map((name) => `node:${name}`),
        ],
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  };
}

export async function buildSmallApp(): Promise<SmallApp> {
  const dir = await mkdtemp(join(tmpdir(), 'heirloom-small-app-'));
  const electronDir = join(dir, 'out', 'electron');
  const pageDir = join(dir, 'out', 'page');
  await mkdir(electronDir, { recursive: true });
  await build(nodeBundle('electron/main/main.ts', 'main.cjs', electronDir, 'cjs'));
  await build(nodeBundle('electron/preload/preload.ts', 'preload.cjs', electronDir, 'cjs'));
  await build(nodeBundle('tests/fixtures/small-store.ts', 'store.js', electronDir, 'es'));
  await build({
    root: join(ROOT, 'tests', 'fixtures', 'shell-page'),
    configFile: false,
    logLevel: 'silent',
    base: './',
    build: {
      outDir: pageDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'chrome130',
    },
  });
  await mkdir(join(dir, 'resources', 'icons'), { recursive: true });
  await cp(join(ROOT, 'resources', 'icons'), join(dir, 'resources', 'icons'), {
    recursive: true,
    force: true,
  }).catch(() => {});
  await writeFile(
    join(dir, 'package.json'),
    JSON.stringify({
      name: 'heirloom-small',
      version: '0.0.1',
      type: 'module',
      main: 'out/electron/main.cjs',
    }),
  );
  return { dir, pageDir, remove: () => rm(dir, { recursive: true, force: true }) };
}

export interface SmallShell {
  readonly app: SmallApp;
  readonly open: Launched;
  readonly stateDir: string;
  close(): Promise<void>;
}

/** Builds the small app and opens it, ready for calls. */
export async function openSmallShell(): Promise<SmallShell> {
  const app = await buildSmallApp();
  const stateDir = await mkdtemp(join(tmpdir(), 'heirloom-shell-'));
  const open = await launchElectron({ appDir: app.dir, stateDir });
  await pageReady(open, 1);
  return {
    app,
    open,
    stateDir,
    close: async () => {
      await open.close();
      await app.remove();
      await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits until the small page has got its `count`-th port and an answer over it. */
export function pageReady(launched: Launched, count: number): Promise<void> {
  return launched.page.getByText(`ready ${count}`).waitFor({ timeout: 60_000 });
}

/** What the small core wrote down, line by line; empty before it has started. */
export function smallCoreLog(stateDir: string): readonly string[] {
  try {
    return readFileSync(join(stateDir, 'small-core.log'), 'utf8').split('\n');
  } catch {
    return [];
  }
}
