// The desktop shell from its start to its end, in a real Electron with a small page and a small store: the port to the store, a
// store that dies, a second start, closing with drafts unsaved.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ShellTestWindow } from '../fixtures/shell-page/page.ts';
import { display } from '../support/display.ts';
import { electronRuntime } from '../support/electron-runtime.ts';
import { launchElectron, whyNot } from '../support/launch.ts';
import { openSmallShell, pageReady, type SmallShell, smallCoreLog } from '../support/small-app.ts';

const PATIENCE = { timeout: 120_000 };
const reason = await whyNot('electron');
const suite = reason ? describe.skip : describe;

/** The page's window as the small page fills it; only used inside functions that run in the page. */
declare const window: ShellTestWindow & Window & typeof globalThis;

suite(`the desktop shell${reason ? ` (left out: ${reason})` : ''}`, PATIENCE, () => {
  let shell: SmallShell;

  beforeAll(async () => {
    shell = await openSmallShell();
  }, 120_000);

  afterAll(async () => {
    await shell?.close();
  }, 120_000);

  describe('the port to the store', () => {
    it('carries calls, meant errors and streams, and hides the words of bugs', async () => {
      const seen = await shell.open.page.evaluate(async () => {
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
      const before = await shell.open.page.evaluate(async () => (await window.client.pid()).pid);
      const after = await shell.open.page.evaluate(async () => {
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
      const seen = await shell.open.page.evaluate(async () => {
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
      await shell.open.page.evaluate(() => window.client.library.open({ folder: '/the/library' }));
      await shell.open.page.evaluate(() => {
        void window.client.end().catch(() => {});
      });
      await pageReady(shell.open, 2);
      expect(await shell.open.page.evaluate(() => window.client.echo({ text: 'again' }))).toEqual({
        text: 'again',
      });
      const states = await shell.open.page.evaluate(() =>
        window.commands.filter((each) => each.type === 'connection').map((each) => each.state),
      );
      expect(states).toEqual(['lost', 'restored']);
      expect(await shell.open.page.evaluate(() => window.connectionOnly)).toEqual([
        'connection',
        'connection',
      ]);
      expect(smallCoreLog(shell.stateDir)).toContain('library /the/library');
    });
  });

  describe('the life of the app', () => {
    it('hands a second start over to the first', async () => {
      const found = await electronRuntime();
      const screen = await display();
      if ('unavailable' in found || 'unavailable' in screen) throw new Error('no runtime');
      const second = spawn(
        found.runtime.executable,
        [
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          shell.app.dir,
          `--user-data-dir=${join(shell.stateDir, 'electron')}`,
          join(shell.stateDir, 'gift.heirloom'),
          '--library',
          join(shell.stateDir, 'other'),
        ],
        { env: { ...process.env, DISPLAY: screen.name, HEIRLOOM_STATE: shell.stateDir }, stdio: 'ignore' },
      );
      const code = await new Promise((done) => second.on('exit', done));
      expect(code).toBe(0);
      await vi.waitFor(
        async () =>
          expect(await shell.open.page.evaluate(() => window.commands)).toContainEqual({
            type: 'open-package',
            // The page gets an upload, never a path.
            uploadId: 'upload of gift.heirloom',
            name: 'gift.heirloom',
          }),
        { timeout: 20_000 },
      );
      // What was typed a moment ago goes into the library it was typed in.
      await vi.waitFor(
        () => {
          const log = smallCoreLog(shell.stateDir);
          expect(log).toContain(`library ${join(shell.stateDir, 'other')}`);
          expect(log.indexOf('echo draft before another library')).toBeGreaterThan(-1);
          expect(log.indexOf('echo draft before another library')).toBeLessThan(
            log.indexOf(`library ${join(shell.stateDir, 'other')}`),
          );
        },
        { timeout: 20_000 },
      );
    });

    it('lets the page save before it closes, then closes the store, and opens where it was', async () => {
      const dir = await mkdtemp(join(tmpdir(), 'heirloom-life-'));
      try {
        const first = await launchElectron({
          appDir: shell.app.dir,
          stateDir: dir,
          libraryDir: join(dir, 'lib'),
        });
        await pageReady(first, 1);
        await first.app?.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 900, height: 640 }),
        );
        await first.close();
        const log = smallCoreLog(dir);
        expect(log).toContain(`library ${join(dir, 'lib')}`);
        expect(log.filter((line) => line === 'echo draft at close' || line === 'close')).toEqual([
          'echo draft at close',
          'close',
        ]);
        const again = await launchElectron({ appDir: shell.app.dir, stateDir: dir });
        await pageReady(again, 1);
        const bounds = await again.app?.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.getBounds(),
        );
        expect(bounds).toMatchObject({ width: 900, height: 640 });
        // A page that holds words which could not be stored is closed only when somebody says so.
        await again.page.mouse.click(5, 5);
        await again.page.evaluate(() => {
          window.onClose = 'refuse';
        });
        await again.app?.evaluate(({ dialog, BrowserWindow }) => {
          const seen = dialog as unknown as { questions: number };
          seen.questions = 0;
          dialog.showMessageBox = (() => {
            seen.questions += 1;
            return Promise.resolve({ response: 0, checkboxChecked: false });
          }) as never;
          BrowserWindow.getAllWindows()[0]?.close();
        });
        await vi.waitFor(
          async () =>
            expect(
              await again.app?.evaluate(({ dialog, BrowserWindow }) => ({
                questions: (dialog as unknown as { questions: number }).questions,
                windows: BrowserWindow.getAllWindows().length,
              })),
            ).toEqual({ questions: 1, windows: 1 }),
          { timeout: 20_000 },
        );
        // A page that hangs cannot hold the window for ever.
        await again.page.evaluate(() => {
          window.onClose = 'hang';
        });
        await again.close();
        expect(smallCoreLog(dir).filter((line) => line === 'close')).toHaveLength(2);
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
            shell.app.dir,
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
        await vi.waitFor(() => expect(smallCoreLog(dir)).toContain('echo page is up'), {
          timeout: 30_000,
          interval: 50,
        });
        if (!child.pid) throw new Error('not started');
        process.kill(-child.pid, 'SIGINT');
        const code = await new Promise((done) => child.on('exit', done));
        expect(code).toBe(0);
        expect(
          smallCoreLog(dir).filter((line) => line === 'echo draft at close' || line === 'close'),
        ).toEqual(['echo draft at close', 'close']);
      } finally {
        await rm(dir, { recursive: true, force: true, maxRetries: 5 });
      }
    });

    it('runs the store as a utility process, tells of a library that does not open, gives up in the end', async () => {
      const run = await launchElectron({
        appDir: shell.app.dir,
        store: 'utility',
        libraryDir: join(shell.stateDir, 'missing'),
        words: [join(shell.stateDir, 'early.heirloom')],
      });
      try {
        await pageReady(run, 1);
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
          if (ports < 5) await pageReady(run, ports);
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
