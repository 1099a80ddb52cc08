// The page in the desktop shell, in a real Electron with a small page and a small store: what it can do once somebody else's
// script has taken it over, which is nothing.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { securityHeaders } from '../../electron/serving/security-headers.ts';
import type { ShellTestWindow } from '../fixtures/shell-page/page.ts';
import { launchElectron, whyNot } from '../support/launch.ts';
import { openSmallShell, pageReady, type SmallShell } from '../support/small-app.ts';

const PATIENCE = { timeout: 120_000 };
const reason = await whyNot('electron');
const suite = reason ? describe.skip : describe;

/** The page's window as the small page fills it; only used inside functions that run in the page. */
declare const window: ShellTestWindow & Window & typeof globalThis;

suite(`the page in the desktop shell${reason ? ` (left out: ${reason})` : ''}`, PATIENCE, () => {
  let shell: SmallShell;
  let foreign: Server;
  let foreignUrl: string;
  const foreignAsked: string[] = [];

  beforeAll(async () => {
    foreign = createServer((request, reply) => {
      foreignAsked.push(request.url ?? '');
      reply.writeHead(200, { 'access-control-allow-origin': '*' }).end('foreign');
    });
    await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
    foreignUrl = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
    shell = await openSmallShell();
  }, 120_000);

  afterAll(async () => {
    foreign?.close();
    await shell?.close();
  }, 120_000);

  describe('the page', () => {
    it('has nothing of Node, and exactly the abilities it was lent, frozen', async () => {
      const seen = await shell.open.page.evaluate(() => ({
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
          'savePdf',
          'setLanguage',
          'shell',
        ],
        frozen: true,
        replaced: false,
      });
    });

    it('runs with the closed options', async () => {
      const options = await shell.open.app?.evaluate(({ BrowserWindow }) => {
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
      const headers = await shell.open.page.evaluate(async () => {
        const answer = await fetch('/index.html');
        return Object.fromEntries(answer.headers.entries());
      });
      expect(headers).toMatchObject(securityHeaders('page'));
    });

    it('cannot make markup, script or a worker from a string, and loaded without breaking the policy', async () => {
      const seen = await shell.open.page.evaluate(async () => {
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
      const status = await shell.open.page.evaluate(async (asked) => {
        try {
          return (await fetch(`app://heirloom${asked}`)).status;
        } catch {
          return 404;
        }
      }, path);
      expect(status).toBe(404);
    });

    it('could not reach the network even without its content policy', async () => {
      const outcome = await shell.open.app?.evaluate(
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
      const seen = await shell.open.page.evaluate(async () => {
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

    it('is held: no navigation, no window, no frame, no request, and it closes all the same', async () => {
      const held = await launchElectron({ appDir: shell.app.dir });
      await pageReady(held, 1);
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
  });

  describe('what the page may ask for', () => {
    it('opens only https and mailto addresses outside', async () => {
      await shell.open.app?.evaluate(({ shell }) => {
        const asked: string[] = [];
        (globalThis as { asked?: string[] }).asked = asked;
        shell.openExternal = async (url: string) => {
          asked.push(url);
        };
      });
      const answers = await shell.open.page.evaluate(async () => {
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
      const asked = await shell.open.app?.evaluate(() => (globalThis as { asked?: string[] }).asked);
      expect(asked).toEqual([
        'https://example.org/a',
        'mailto:ada@example.org',
        'https://example.org/from-window-open',
      ]);
    });

    it('gets from a dialog what the person chose, and nothing when it was cancelled', async () => {
      await shell.open.app?.evaluate(({ dialog }) => {
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
      const answers = await shell.open.page.evaluate(async () => [
        await window.heirloomNative?.pickFolder({ title: 'Where?' }),
        await window.heirloomNative?.pickFile({ extensions: ['csv', '../x', 7 as never] }),
        await window.heirloomNative?.pickSaveFile({ suggestedName: '../../evil\u202Eexe.heirloom' }),
      ]);
      expect(answers).toEqual(['/chosen', null, '/saved.heirloom']);
      const dialogs = await shell.open.app?.evaluate(() => (globalThis as { dialogs?: unknown[] }).dialogs);
      expect(dialogs).toMatchObject([
        { title: 'Where?', properties: ['openDirectory', 'createDirectory'] },
        { filters: [{ extensions: ['csv'] }, { extensions: ['*'] }] },
        { defaultPath: 'evil exe.heirloom' },
      ]);
    });

    it('saves a file it made itself, under a clean name', async () => {
      const target = join(shell.stateDir, 'saved.txt');
      await shell.open.app?.evaluate(({ session }, path) => {
        session.defaultSession.once('will-download', (_event, item) => {
          (globalThis as { proposed?: string }).proposed = item.getSaveDialogOptions().defaultPath ?? '';
          item.setSavePath(path);
        });
      }, target);
      await shell.open.page.evaluate(() => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['kept']));
        link.download = 'report.csv';
        link.click();
      });
      await vi.waitFor(() => expect(readFileSync(target, 'utf8')).toBe('kept'), { timeout: 20_000 });
      expect(await shell.open.app?.evaluate(() => (globalThis as { proposed?: string }).proposed)).toBe(
        'report.csv',
      );
    });

    it('puts the menu into the language of the page', async () => {
      const titles = () =>
        shell.open.app?.evaluate(
          ({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? [],
        );
      await shell.open.page.evaluate(() => window.heirloomNative?.setLanguage('fa'));
      await vi.waitFor(async () => expect(await titles()).toContain('ویرایش'), { timeout: 10_000 });
      await shell.open.page.evaluate(() => window.heirloomNative?.setLanguage('xx' as never));
      await shell.open.page.evaluate(() => window.heirloomNative?.setLanguage('en'));
      await vi.waitFor(async () => expect(await titles()).toContain('Edit'), { timeout: 10_000 });
    });

    it('hears what was chosen in the menu', async () => {
      await shell.open.app?.evaluate(({ Menu }) => {
        const file = Menu.getApplicationMenu()?.items[0]?.submenu?.items[0];
        file?.click();
      });
      await vi.waitFor(
        async () =>
          expect(await shell.open.page.evaluate(() => window.commands)).toContainEqual({
            type: 'menu',
            action: 'new-note',
          }),
        { timeout: 10_000 },
      );
    });
  });
});
