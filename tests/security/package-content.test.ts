// The packaged app, opened up: what is in it, what is not, and which switches of its Electron are closed. Packed here with the
// runtime that is at hand; the content and the switches are the same with the pinned one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FUSES, wrongFuses } from '../../electron/packaging/fuses.mjs';
import { pinnedNode, ROOT } from '../../electron/packaging/node-24.mjs';
import { display } from '../support/display.ts';
import { electronRuntime } from '../support/electron-runtime.ts';
import { whyNot } from '../support/launch.ts';

const reason = process.platform === 'linux' ? await whyNot('electron') : 'checked on Linux only';
const suite = reason ? describe.skip : describe;
const asar = createRequire(createRequire(import.meta.url).resolve('electron-builder'))('@electron/asar') as {
  listPackage(path: string): string[];
  extractFile(path: string, file: string): Buffer;
};

function run(words: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(pinnedNode(), words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        output += data.toString();
      });
    }
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Asks a page by the debugging protocol itself: Playwright cannot attach to an app that it did not start. */
function evaluateIn(address: string, expression: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    socket.addEventListener('open', () =>
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } })),
    );
    socket.addEventListener('message', (event) => {
      const message = JSON.parse(String(event.data)) as {
        id?: number;
        result?: { result?: { value?: unknown } };
      };
      if (message.id !== 1) return;
      resolve(message.result?.result?.value);
      socket.close();
    });
    socket.addEventListener('error', () => reject(new Error('the page does not answer')));
  });
}

suite(`the packaged app${reason ? ` (left out: ${reason})` : ''}`, { timeout: 120_000 }, () => {
  let dir: string;
  let app: string;
  let files: string[];

  beforeAll(async () => {
    // Prepares the runtime when this is the first test that needs it.
    await electronRuntime();
    dir = await mkdtemp(join(tmpdir(), 'heirloom-package-'));
    const packed = await run([
      join(ROOT, 'electron', 'packaging', 'package.mjs'),
      '--dir',
      `-c.directories.output=${dir}`,
    ]);
    expect(packed.output.slice(-3000) && packed.code, packed.output.slice(-3000)).toBe(0);
    app = join(dir, 'linux-unpacked');
    files = asar.listPackage(join(app, 'resources', 'app.asar'));
  }, 300_000);

  afterAll(async () => {
    if (dir) await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  });

  it('holds what the app needs', () => {
    for (const file of [
      '/package.json',
      '/out/electron/main.cjs',
      '/out/electron/preload.cjs',
      '/out/electron/store.js',
      '/out/electron/off-thread-worker.js',
      '/out/page/index.html',
      '/out/reader',
      '/node_modules/better-sqlite3/lib/index.js',
    ]) {
      expect(files).toContain(file);
    }
    expect(existsSync(join(app, 'resources', 'heirloom', 'sample'))).toBe(true);
    expect(existsSync(join(app, 'resources', 'heirloom', 'icons', 'icon.png'))).toBe(true);
  });

  it('holds nothing else: no source, no tests, no maps, no package but the native ones, no foreign default app', async () => {
    const tops = new Set(files.map((file) => file.split('/')[1]));
    expect([...tops].filter((name) => name !== 'LICENSE').sort()).toEqual([
      'node_modules',
      'out',
      'package.json',
    ]);
    expect(files.filter((file) => /\.(ts|tsx|map|log)$/.test(file))).toEqual([]);
    expect(files.filter((file) => /^\/out\/(?!electron|page|reader)[^/]+/.test(file))).toEqual([]);
    const packages = new Set(
      files.filter((file) => file.startsWith('/node_modules/')).map((file) => file.split('/')[2]),
    );
    expect([...packages].sort()).toEqual(['@napi-rs', 'better-sqlite3']);
    expect((await readdir(join(app, 'resources'))).sort()).toEqual([
      'app.asar',
      'app.asar.unpacked',
      'heirloom',
    ]);
    expect(await readdir(join(app, 'resources', 'heirloom'))).not.toContain('docs');
  });

  it('keeps the native binaries that fit outside the archive, where it can be loaded', async () => {
    const prebuilds = join(
      app,
      'resources',
      'app.asar.unpacked',
      'node_modules',
      'better-sqlite3',
      'prebuilds',
    );
    expect(await readdir(prebuilds)).toEqual([`linux-${process.arch}.node`]);
    const decoders = await readdir(join(app, 'resources', 'app.asar.unpacked', 'node_modules', '@napi-rs'));
    expect(decoders.length).toBeGreaterThan(0);
    expect(decoders.every((name) => name.startsWith(`image-linux-${process.arch}`))).toBe(true);
  });

  it('names no folder of the machine it was built on', async () => {
    const text = ['main.cjs', 'preload.cjs', 'store.js', 'off-thread-worker.js'].map((name) =>
      asar.extractFile(join(app, 'resources', 'app.asar'), `out/electron/${name}`).toString('utf8'),
    );
    for (const each of text) expect(each.includes(ROOT.replace(/\/$/, ''))).toBe(false);
    const about = asar.extractFile(join(app, 'resources', 'app.asar'), 'package.json').toString('utf8');
    expect(JSON.parse(about)).toMatchObject({ name: 'heirloom', main: 'out/electron/main.cjs' });
    expect(about).not.toContain('devDependencies');
  });

  it('has every switch as wanted, read back from the executable', async () => {
    expect(Object.keys(FUSES)).toHaveLength(8);
    expect(await wrongFuses(join(app, 'heirloom'))).toEqual([]);
  });

  it('cannot be turned into a plain Node', async () => {
    const outcome = await new Promise<string>((resolve) => {
      const child = spawn(join(app, 'heirloom'), ['-e', 'console.log("NODE" + 1)', '--no-sandbox'], {
        env: { PATH: process.env['PATH'] ?? '', ELECTRON_RUN_AS_NODE: '1', HOME: dir },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let output = '';
      child.stdout.on('data', (data: Buffer) => {
        output += data.toString();
      });
      // Without a display it ends at once, as an app and not as a Node.
      const limit = setTimeout(() => child.kill('SIGKILL'), 20_000);
      child.on('exit', () => {
        clearTimeout(limit);
        resolve(output);
      });
    });
    expect(outcome).not.toContain('NODE1');
  });

  it('opens its window on app:// and takes no store from the environment', async () => {
    const screen = await display();
    if ('unavailable' in screen) throw new Error(screen.unavailable);
    const child = spawn(
      join(app, 'heirloom'),
      [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${join(dir, 'user')}`,
        '--disable-gpu',
        '--remote-debugging-port=0',
      ],
      {
        env: {
          ...process.env,
          DISPLAY: screen.name,
          HEIRLOOM_STATE: join(dir, 'state'),
          // Must be ignored: whoever could set it could run a program of theirs inside the app.
          HEIRLOOM_STORE_NODE: '/bin/false',
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    try {
      let errors = '';
      child.stderr.on('data', (data: Buffer) => {
        errors += data.toString();
      });
      const address = await vi.waitFor(
        () => {
          const found = /ws:\/\/127\.0\.0\.1:\d+\/\S+/.exec(errors)?.[0];
          if (!found) throw new Error('no window yet');
          return found;
        },
        { timeout: 60_000, interval: 100 },
      );
      const page = await vi.waitFor(
        async () => {
          const answer = await fetch(`http://${new URL(address).host}/json/list`);
          const targets = (await answer.json()) as {
            type: string;
            url: string;
            webSocketDebuggerUrl: string;
          }[];
          const found = targets.find((target) => target.url === 'app://heirloom/index.html');
          if (!found) throw new Error(`no page yet: ${targets.map((target) => target.url).join(', ')}`);
          return found;
        },
        { timeout: 60_000, interval: 200 },
      );
      const about = await vi.waitFor(
        async () => {
          const seen = await evaluateIn(
            page.webSocketDebuggerUrl,
            '[document.readyState, typeof process, typeof heirloomNative].join()',
          );
          if (!String(seen).startsWith('complete')) throw new Error(`not loaded yet: ${seen}`);
          return seen;
        },
        { timeout: 60_000, interval: 200 },
      );
      expect(about).toBe('complete,undefined,object');
    } finally {
      child.kill('SIGKILL');
      await new Promise((done) =>
        child.exitCode !== null || child.signalCode ? done(null) : child.on('exit', done),
      );
    }
  });

  it('offers itself for .heirloom files', async () => {
    const config = await readFile(join(ROOT, 'electron', 'packaging', 'electron-builder.yml'), 'utf8');
    expect(config).toMatch(/fileAssociations:\n\s+- ext: heirloom/);
  });
});
