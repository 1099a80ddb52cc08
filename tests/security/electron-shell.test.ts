// The desktop shell itself, in a real Electron with a small page and a small store: what a page that has been taken over can do
// (nothing), and that the window, the port and the closing work.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext, vi } from 'vitest';
import { securityHeaders } from '../../electron/serving/security-headers.ts';
import type { ShellTestWindow } from '../fixtures/shell-page/page.ts';
import { display } from '../support/display.ts';
import { electronRuntime } from '../support/electron-runtime.ts';
import { type Launched, launchElectron, whyNot } from '../support/launch.ts';
import { buildSmallApp, type SmallApp } from '../support/small-app.ts';

const PATIENCE = { timeout: 60_000 };
const reason = await whyNot('electron');
const suite = reason ? describe.skip : describe;

/** The page's window as the small page fills it; only used inside functions that run in the page. */
declare const window: ShellTestWindow & Window & typeof globalThis;

suite(`the desktop shell${reason ? ` (left out: ${reason})` : ''}`, PATIENCE, () => {
  let small: SmallApp;
  let open: Launched;
  let stateDir: string;
  let foreign: Server;
  let foreignUrl: string;
  const foreignAsked: string[] = [];

  const ready = (count: number, launched = open) =>
    launched.page.getByText(`ready ${count}`).waitFor({ timeout: 30_000 });
  const coreLog = (dir = stateDir) => readFileSync(join(dir, 'small-core.log'), 'utf8').split('\n');

  beforeAll(async () => {
    small = await buildSmallApp();
    stateDir = await mkdtemp(join(tmpdir(), 'heirloom-shell-'));
    foreign = createServer((request, reply) => {
      foreignAsked.push(request.url ?? '');
      reply.writeHead(200, { 'access-control-allow-origin': '*' }).end('foreign');
    });
    await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
    foreignUrl = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
    open = await launchElectron({ appDir: small.dir, stateDir });
    await ready(1);
  }, 120_000);

  afterAll(async () => {
    await open?.close();
    foreign?.close();
    await small?.remove();
    await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
  }, 60_000);

  describe('the page', () => {
    it('has nothing of Node, and exactly the abilities it was lent, frozen', async () => {
      const seen = await open.page.evaluate(() => ({
        node: ['process', 'require', 'module', 'Buffer', 'global'].filter((name) => name in window),
        native: Object.keys(window.heirloomNative ?? {}).sort(),
        frozen: Object.isFrozen(window.heirloomNative),
        replaced: (() => {
          try {
            (window as { heirloomNative?: unknown }).heirloomNative = 1;
          } catch {
            return false;
          }
          return (window.heirloomNative as unknown) === 1;
        })(),
      }));
      expect(seen).toEqual({
        node: [],
        native: [
          'closeReady',
          'onCommand',
          'openExternal',
          'pathOfFile',
          'pickFile',
          'pickFolder',
          'pickSaveFile',
          'platform',
          'revealLibraryFolder',
          'setLanguage',
          'shell',
        ],
        frozen: true,
        replaced: false,
      });
    });

    it('runs with the closed options', async () => {
      const options = await open.app?.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
          getLastWebPreferences(): Record<string, unknown>;
        };
        return contents.getLastWebPreferences();
      });
      // These two are only listed when they are on.
      expect(options?.['nodeIntegrationInWorker'] ?? false).toBe(false);
      expect(options?.['spellcheck'] ?? false).toBe(false);
      expect(options).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
      });
    });

    it('gets the same headers as in the browser shell', async () => {
      const headers = await open.page.evaluate(async () => {
        const answer = await fetch('/index.html');
        return Object.fromEntries(answer.headers.entries());
      });
      expect(headers).toMatchObject(securityHeaders('page'));
    });

    it('cannot make markup, script or a worker from a string, and loaded without breaking the policy', async () => {
      const seen = await open.page.evaluate(async () => {
        const before = [...window.violations];
        const fails = (act: () => unknown) => {
          try {
            act();
            return false;
          } catch {
            return true;
          }
        };
        const later = <T>(act: () => T) => new Promise<T>((done) => setTimeout(() => done(act()), 0));
        const inline = document.createElement('div');
        document.body.append(inline);
        const result = {
          before,
          innerHTML: fails(() => {
            inline.innerHTML = '<img src=x onerror="window.hacked=1">';
          }),
          // Later, not now: what a debugger runs directly is exempt from the policy.
          eval: await later(() => fails(() => window.eval('1'))),
          fun: await later(() => fails(() => new Function('return 1'))),
          policy: fails(() =>
            (
              window as never as { trustedTypes: { createPolicy(n: string, r: object): void } }
            ).trustedTypes.createPolicy('evil', {}),
          ),
          worker: fails(() => new Worker('data:text/javascript,1')),
          scriptText: fails(() => {
            const script = document.createElement('script');
            script.text = 'window.hacked = 1';
            document.body.append(script);
          }),
        };
        await new Promise((done) => setTimeout(done, 50));
        return { ...result, hacked: 'hacked' in window };
      });
      expect(seen).toEqual({
        before: [],
        innerHTML: true,
        eval: true,
        fun: true,
        policy: true,
        worker: true,
        scriptText: true,
        hacked: false,
      });
    });

    it.each([
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/electron/main.cjs',
      '/../electron/store.js',
      '/assets/..%5c..%5celectron%5cmain.cjs',
      '/index.html%00',
      '//other/index.html',
      '/media/..%2f..%2fpackage.json',
      '/downloads/..%2f..%2fpackage.json',
      `/media/${'a'.repeat(64)}.png`,
      '/downloads/none',
    ])('does not read %s', async (path) => {
      const status = await open.page.evaluate(async (asked) => {
        try {
          return (await fetch(`app://heirloom${asked}`)).status;
        } catch {
          return 404;
        }
      }, path);
      expect(status).toBe(404);
    });

    it('could not reach the network even without its content policy', async () => {
      const outcome = await open.app?.evaluate(
        async ({ session }, url) =>
          session.defaultSession.fetch(`${url}/session`).then(
            () => 'answered',
            (error: Error) => error.message,
          ),
        foreignUrl,
      );
      expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
      expect(foreignAsked).toEqual([]);
    });

    it('is refused every permission', async () => {
      const seen = await open.page.evaluate(async () => {
        const outcome = (promise: Promise<unknown>) =>
          promise.then(
            (value) => String(value),
            (error: Error) => error.name,
          );
        return {
          microphone: await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
          camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
          screen: await outcome(navigator.mediaDevices.getDisplayMedia()),
          clipboard: await outcome(navigator.clipboard.readText()),
          notification: await outcome(Notification.requestPermission()),
        };
      });
      expect(seen.microphone).toMatch(/NotAllowedError|NotFoundError/);
      expect(seen.camera).toMatch(/NotAllowedError|NotFoundError/);
      expect(seen.screen).not.toContain('MediaStream');
      expect(seen.clipboard).toBe('NotAllowedError');
      expect(seen.notification).toBe('denied');
    });
  });

  describe('what the page may ask for', () => {
    it('opens only https and mailto addresses outside', async () => {
      await open.app?.evaluate(({ shell }) => {
        const asked: string[] = [];
        (globalThis as { asked?: string[] }).asked = asked;
        shell.openExternal = async (url: string) => {
          asked.push(url);
        };
      });
      const answers = await open.page.evaluate(async () => {
        const all: boolean[] = [];
        for (const url of [
          'https://example.org/a',
          'mailto:ada@example.org',
          'file:///etc/passwd',
          'http://example.org',
          7,
        ]) {
          all.push((await window.heirloomNative?.openExternal(url as string)) ?? false);
        }
        window.open('https://example.org/from-window-open');
        await new Promise((done) => setTimeout(done, 100));
        return all;
      });
      expect(answers).toEqual([true, true, false, false, false]);
      const asked = await open.app?.evaluate(() => (globalThis as { asked?: string[] }).asked);
      expect(asked).toEqual([
        'https://example.org/a',
        'mailto:ada@example.org',
        'https://example.org/from-window-open',
      ]);
    });

    it('gets from a dialog what the person chose, and nothing when it was cancelled', async () => {
      await open.app?.evaluate(({ dialog }) => {
        const asked: unknown[] = [];
        (globalThis as { dialogs?: unknown[] }).dialogs = asked;
        dialog.showOpenDialog = (async (...words: unknown[]) => {
          asked.push(words[1]);
          return asked.length === 1
            ? { canceled: false, filePaths: ['/chosen'] }
            : { canceled: true, filePaths: [] };
        }) as typeof dialog.showOpenDialog;
        dialog.showSaveDialog = (async (...words: unknown[]) => {
          asked.push(words[1]);
          return { canceled: false, filePath: '/saved.heirloom' };
        }) as typeof dialog.showSaveDialog;
      });
      const answers = await open.page.evaluate(async () => [
        await window.heirloomNative?.pickFolder({ title: 'Where?' }),
        await window.heirloomNative?.pickFile({ extensions: ['csv', '../x', 7 as never] }),
        await window.heirloomNative?.pickSaveFile({ suggestedName: '../../evil\u202Eexe.heirloom' }),
      ]);
      expect(answers).toEqual(['/chosen', null, '/saved.heirloom']);
      const dialogs = await open.app?.evaluate(() => (globalThis as { dialogs?: unknown[] }).dialogs);
      expect(dialogs).toMatchObject([
        { title: 'Where?', properties: ['openDirectory', 'createDirectory'] },
        { filters: [{ extensions: ['csv'] }, { extensions: ['*'] }] },
        { defaultPath: 'evil exe.heirloom' },
      ]);
    });

    it('saves a file it made itself, under a clean name', async () => {
      const target = join(stateDir, 'saved.txt');
      await open.app?.evaluate(({ session }, path) => {
        session.defaultSession.once('will-download', (_event, item) => {
          (globalThis as { proposed?: string }).proposed = item.getSaveDialogOptions().defaultPath ?? '';
          item.setSavePath(path);
        });
      }, target);
      await open.page.evaluate(() => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['kept']));
        link.download = 'report.csv';
        link.click();
      });
      await vi.waitFor(() => expect(readFileSync(target, 'utf8')).toBe('kept'), { timeout: 20_000 });
      expect(await open.app?.evaluate(() => (globalThis as { proposed?: string }).proposed)).toBe(
        'report.csv',
      );
    });

    it('puts the menu into the language of the page', async () => {
      const titles = () =>
        open.app?.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
      await open.page.evaluate(() => window.heirloomNative?.setLanguage('fa'));
      await vi.waitFor(async () => expect(await titles()).toContain('ویرایش'), { timeout: 10_000 });
      await open.page.evaluate(() => window.heirloomNative?.setLanguage('xx' as never));
      await open.page.evaluate(() => window.heirloomNative?.setLanguage('en'));
      await vi.waitFor(async () => expect(await titles()).toContain('Edit'), { timeout: 10_000 });
    });

    it('hears what was chosen in the menu', async () => {
      await open.app?.evaluate(({ Menu }) => {
        const file = Menu.getApplicationMenu()?.items[0]?.submenu?.items[0];
        file?.click();
      });
      await vi.waitFor(
        async () =>
          expect(await open.page.evaluate(() => window.commands)).toContainEqual({
            type: 'menu',
            action: 'new-note',
          }),
        { timeout: 10_000 },
      );
    });
  });

  describe('the port to the store', () => {
    it('carries calls, meant errors and streams, and hides the words of bugs', async () => {
      const seen = await open.page.evaluate(async () => {
        const errorOf = (promise: Promise<unknown>) =>
          promise.then(
            () => null,
            (error: { code: string; message: string; data: unknown }) => ({
              ...error,
              message: error.message,
            }),
          );
        const numbers: number[] = [];
        for await (const event of await window.client.count({ to: 3, forever: false })) numbers.push(event.n);
        return {
          echo: await window.client.echo({ text: 'سلام 你好 สวัสดี' }),
          meant: await errorOf(window.client.fail()),
          bug: await errorOf(window.client.crash()),
          numbers,
        };
      });
      expect(seen.echo).toEqual({ text: 'سلام 你好 สวัสดี' });
      expect(seen.meant).toMatchObject({ code: 'NOT_FOUND', data: { kind: 'note', id: 'x' } });
      expect(seen.bug).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
      expect(JSON.stringify(seen.bug)).not.toContain('secret detail');
      expect(seen.numbers).toEqual([1, 2, 3]);
    });

    it('survives whatever a page posts', async () => {
      const before = await open.page.evaluate(async () => (await window.client.pid()).pid);
      const after = await open.page.evaluate(async () => {
        const hostile: unknown[] = [
          null,
          undefined,
          7,
          '',
          'junk',
          '{"i":',
          '{"i":"1"}',
          '{"i":"1","p":null}',
          '{"i":"1","p":{"u":"http://[bad"}}',
          '{"i":"1","p":{"u":7}}',
          '{"i":{"toString":1},"p":{}}',
          '{"__proto__":{"polluted":1},"i":"2","p":{"u":"/echo"}}',
          { i: '1', p: { u: '/echo', b: {} } },
          new Uint8Array([0, 255, 1, 2]),
          new ArrayBuffer(8),
          `{"i":"3","p":{"u":"/echo","b":${'['.repeat(200_000)}`,
          `{"i":"4","p":{"u":"/echo","b":"${'x'.repeat(17 * 1024 * 1024)}"}}`,
          '{"i":"5","p":{"u":"/count","h":{"content-type":"text/event-stream"}}}',
          '{"i":"5","t":3,"p":{"e":"message"}}',
        ];
        for (const message of hostile) window.port?.postMessage(message);
        return (await window.client.pid()).pid;
      });
      expect(after).toBe(before);
    });

    it('takes neither too large a call nor one of the wrong shape, and says which', async () => {
      const seen = await open.page.evaluate(async () => {
        const codeOf = (promise: Promise<unknown>) =>
          promise.then(
            () => 'answered',
            (error: { code: string }) => error.code,
          );
        return [
          await codeOf(window.client.echo({ text: 'x'.repeat(17 * 1024 * 1024) })),
          await codeOf(window.client.echo({ text: 7 } as never)),
          await codeOf(window.client.echo({ text: 'x', more: 1 } as never)),
          await codeOf((window.client as never as { none(): Promise<unknown> }).none()),
        ];
      });
      expect(seen).toEqual(['TOO_LARGE', 'BAD_REQUEST', 'BAD_REQUEST', 'NOT_FOUND']);
    });

    it('comes back by itself when the store ends, and the same library is opened again', async () => {
      await open.page.evaluate(() => window.client.library.open({ folder: '/the/library' }));
      await open.page.evaluate(() => {
        void window.client.end().catch(() => {});
      });
      await ready(2);
      expect(await open.page.evaluate(() => window.client.echo({ text: 'again' }))).toEqual({
        text: 'again',
      });
      const states = await open.page.evaluate(() =>
        window.commands.filter((each) => each.type === 'connection').map((each) => each.state),
      );
      expect(states).toEqual(['lost', 'restored']);
      expect(await open.page.evaluate(() => window.connectionOnly)).toEqual(['connection', 'connection']);
      expect(coreLog()).toContain('library /the/library');
    });
  });

  describe('the life of the app', () => {
    it('hands a second start over to the first', async (context: TestContext) => {
      const found = await electronRuntime();
      const screen = await display();
      if ('unavailable' in found || 'unavailable' in screen) return context.skip();
      const second = spawn(
        found.runtime.executable,
        [
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          small.dir,
          `--user-data-dir=${join(stateDir, 'electron')}`,
          join(stateDir, 'gift.heirloom'),
        ],
        { env: { ...process.env, DISPLAY: screen.name, HEIRLOOM_STATE: stateDir }, stdio: 'ignore' },
      );
      const code = await new Promise((done) => second.on('exit', done));
      expect(code).toBe(0);
      await vi.waitFor(
        async () =>
          expect(await open.page.evaluate(() => window.commands)).toContainEqual({
            type: 'open-package',
            path: join(stateDir, 'gift.heirloom'),
            name: 'gift.heirloom',
          }),
        { timeout: 20_000 },
      );
    });

    it('is held: no navigation, no window, no frame, no request, and it closes all the same', async () => {
      const held = await launchElectron({ appDir: small.dir });
      await ready(1, held);
      await held.page.evaluate(async (url) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
        const image = document.createElement('img');
        image.src = `${url}/image`;
        document.body.append(image);
        const form = document.createElement('form');
        form.action = `${url}/form`;
        document.body.append(form);
        form.submit();
        await fetch(`${url}/fetch`).catch(() => {});
        navigator.sendBeacon(`${url}/beacon`, 'x');
        window.open(`${url}/window`);
        const link = document.createElement('a');
        link.href = `${url}/link`;
        document.body.append(link);
        link.click();
        window.location.href = 'file:///etc/passwd';
        window.location.href = `${url}/location`;
        await new Promise((done) => setTimeout(done, 300));
      }, foreignUrl);
      expect(await held.page.evaluate(() => window.location.href)).toBe('app://heirloom/index.html');
      expect(held.app?.windows()).toHaveLength(1);
      expect(foreignAsked).toEqual([]);
      // Refused navigations must not make the shell believe that the page has gone: it is still told what happens.
      await held.page.evaluate(() => window.heirloomNative?.setLanguage('th'));
      await held.app?.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.submenu?.items[0]?.click());
      await vi.waitFor(
        async () => expect(await held.page.evaluate(() => window.commands.length)).toBeGreaterThan(0),
        { timeout: 20_000 },
      );
      await held.close();
    });

    it('lets the page save before it closes, then closes the store, and opens where it was', async () => {
      const dir = await mkdtemp(join(tmpdir(), 'heirloom-life-'));
      try {
        const first = await launchElectron({
          appDir: small.dir,
          stateDir: dir,
          libraryDir: join(dir, 'lib'),
        });
        await ready(1, first);
        await first.app?.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 900, height: 640 }),
        );
        await first.close();
        const log = coreLog(dir);
        expect(log).toContain(`library ${join(dir, 'lib')}`);
        expect(log.filter((line) => line === 'echo draft at close' || line === 'close')).toEqual([
          'echo draft at close',
          'close',
        ]);
        const again = await launchElectron({ appDir: small.dir, stateDir: dir });
        await ready(1, again);
        const bounds = await again.app?.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.getBounds(),
        );
        expect(bounds).toMatchObject({ width: 900, height: 640 });
        // A page that hangs cannot hold the window for ever.
        await again.page.evaluate(() => {
          window.onClose = 'hang';
        });
        await again.close();
        expect(coreLog(dir).filter((line) => line === 'close')).toHaveLength(2);
      } finally {
        await rm(dir, { recursive: true, force: true, maxRetries: 5 });
      }
    });

    it.each(['relayed', 'utility'])('ends cleanly on Ctrl-C, with the store %s', async (store) => {
      const found = await electronRuntime();
      const screen = await display();
      if ('unavailable' in found || 'unavailable' in screen) throw new Error('no runtime');
      const dir = await mkdtemp(join(tmpdir(), 'heirloom-interrupt-'));
      try {
        const child = spawn(
          found.runtime.executable,
          [
            ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
            small.dir,
            `--user-data-dir=${join(dir, 'electron')}`,
            '--disable-gpu',
          ],
          {
            env: {
              ...process.env,
              DISPLAY: screen.name,
              HEIRLOOM_STATE: dir,
              ...(store === 'relayed' ? { HEIRLOOM_STORE_NODE: process.execPath } : {}),
            },
            stdio: 'ignore',
            // A process group of its own, as a terminal has one for what it runs.
            detached: true,
          },
        );
        await vi.waitFor(() => expect(coreLog(dir)).toContain('echo page is up'), {
          timeout: 30_000,
          interval: 50,
        });
        if (!child.pid) throw new Error('not started');
        process.kill(-child.pid, 'SIGINT');
        const code = await new Promise((done) => child.on('exit', done));
        expect(code).toBe(0);
        expect(coreLog(dir).filter((line) => line === 'echo draft at close' || line === 'close')).toEqual([
          'echo draft at close',
          'close',
        ]);
      } finally {
        await rm(dir, { recursive: true, force: true, maxRetries: 5 });
      }
    });

    it('runs the store as a utility process, tells of a library that does not open, gives up in the end', async () => {
      const run = await launchElectron({
        appDir: small.dir,
        store: 'utility',
        libraryDir: join(stateDir, 'missing'),
        words: [join(stateDir, 'early.heirloom')],
      });
      try {
        await ready(1, run);
        const pid = await run.page.evaluate(() => window.client.pid());
        expect(pid.type).toBe('utility');
        await vi.waitFor(
          async () => {
            const commands = await run.page.evaluate(() => window.commands.map((each) => each.type));
            expect(commands).toContain('open-package');
            expect(commands).toContain('open-library-failed');
          },
          { timeout: 20_000 },
        );
        for (let ports = 2; ports <= 5; ports += 1) {
          await run.page.evaluate(() => {
            void window.client.end().catch(() => {});
          });
          if (ports < 5) await ready(ports, run);
        }
        await vi.waitFor(
          async () =>
            expect(await run.page.evaluate(() => window.commands)).toContainEqual({
              type: 'connection',
              state: 'failed',
            }),
          { timeout: 20_000 },
        );
      } finally {
        await run.close();
      }
    });
  });
});
