// The browser shell in a real Chromium, with a hostile page open in the same browser: another site on another port of this
// machine, which the browser counts as the same site and to which it even sends our cookies.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobPath } from '../../electron/media/store-blob.ts';
import type { ShellTestWindow } from '../fixtures/shell-page/page.ts';
import { type Launched, launchBrowserShell, ROOT, whyNot } from '../support/launch.ts';
import { rawRequest } from '../support/raw-request.ts';
import { buildSmallApp, type SmallApp } from '../support/small-app.ts';

const reason = await whyNot('browser');
const suite = reason ? describe.skip : describe;
declare const window: ShellTestWindow & Window & typeof globalThis;

// A picture of one pixel.
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SHA = 'c'.repeat(64);

suite(`the browser shell${reason ? ` (left out: ${reason})` : ''}`, { timeout: 60_000 }, () => {
  let small: SmallApp;
  let dir: string;
  let open: Launched;
  let origin: string;
  let port: number;
  let evil: Server;
  let evilPage: Page;

  beforeAll(async () => {
    small = await buildSmallApp();
    dir = await mkdtemp(join(tmpdir(), 'heirloom-browser-'));
    await mkdir(dirname(blobPath(dir, SHA)), { recursive: true });
    await writeFile(blobPath(dir, SHA), PIXEL);
    await writeFile(join(dir, 'export.heirloom'), 'PACKAGE');
    process.env['SMALL_PAGE'] = small.pageDir;
    process.env['SMALL_MEDIA'] = dir;
    process.env['SMALL_DOWNLOAD'] = join(dir, 'export.heirloom');
    open = await launchBrowserShell({ entry: join(ROOT, 'tests', 'fixtures', 'small-browser-shell.ts') });
    await open.page.getByText('ready 0').waitFor();
    origin = new URL(open.url ?? '').origin;
    port = Number(new URL(origin).port);
    evil = createServer((_request, reply) => {
      reply.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>evil</title>');
    });
    await new Promise<void>((done) => evil.listen(0, '127.0.0.1', done));
    evilPage = await open.context.newPage();
    await evilPage.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
  }, 120_000);

  afterAll(async () => {
    await open?.close();
    evil?.close();
    await small?.remove();
    if (dir) await rm(dir, { recursive: true, force: true });
  }, 60_000);

  it('calls, shows pictures and saves downloads under the name the page gives', async () => {
    const seen = await open.page.evaluate(async (sha) => {
      const image = document.createElement('img');
      image.src = `/media/${sha}.png`;
      document.body.append(image);
      await image.decode();
      return {
        echo: await window.client.echo({ text: 'سلام' }),
        width: image.naturalWidth,
        violations: window.violations,
        cookie: document.cookie,
      };
    }, SHA);
    expect(seen).toEqual({ echo: { text: 'سلام' }, width: 1, violations: [], cookie: '' });

    const [download] = await Promise.all([
      open.page.waitForEvent('download'),
      open.page.evaluate(() => {
        const link = document.createElement('a');
        link.href = '/downloads/ready';
        link.download = 'راهنمای پمپ.heirloom';
        document.body.append(link);
        link.click();
      }),
    ]);
    expect(download.suggestedFilename()).toBe('راهنمای پمپ.heirloom');
  });

  it('is not moved by a page on another port', async () => {
    const seen = await evilPage.evaluate(
      async ({ target, sha }) => {
        const outcome = (promise: Promise<Response>) =>
          promise.then(
            (answer) => `${answer.type} ${answer.status}`,
            () => 'blocked',
          );
        const body = '{"json":{"text":"forged"}}';
        const shown = (tag: 'img' | 'script', url: string) =>
          new Promise<string>((done) => {
            const element = document.createElement(tag);
            element.addEventListener('load', () => done('loaded'));
            element.addEventListener('error', () => done('blocked'));
            element.src = url;
            document.body.append(element);
          });
        const socket = new Promise<string>((done) => {
          const made = new WebSocket(target.replace('http', 'ws'));
          made.addEventListener('open', () => done('open'));
          made.addEventListener('error', () => done('blocked'));
        });
        const frame = new Promise<string>((done) => {
          const made = document.createElement('iframe');
          made.src = target;
          made.addEventListener('load', () => {
            try {
              done(made.contentDocument?.body.textContent ?? 'empty');
            } catch {
              done('blocked');
            }
          });
          document.body.append(made);
        });
        return {
          read: await outcome(fetch(`${target}/`)),
          call: await outcome(
            fetch(`${target}/rpc/echo`, {
              method: 'POST',
              body,
              headers: { 'content-type': 'application/json' },
            }),
          ),
          simple: await outcome(
            fetch(`${target}/rpc/echo`, { method: 'POST', body, mode: 'no-cors', credentials: 'include' }),
          ),
          picture: await shown('img', `${target}/media/${sha}.png`),
          script: await shown('script', `${target}/assets/none.js`),
          socket: await socket,
          frame: await frame,
        };
      },
      { target: origin, sha: SHA },
    );
    expect(seen).toMatchObject({
      read: 'blocked',
      call: 'blocked',
      picture: 'blocked',
      script: 'blocked',
      socket: 'blocked',
    });
    // Either hidden from the sender by the browser, or answered with nothing to read.
    expect(['blocked', 'opaque 0']).toContain(seen.simple);
    expect(['blocked', 'empty', '']).toContain(seen.frame);
    const echoed = await open.page.evaluate(async () => (await window.client.echoed()).texts);
    expect(echoed).not.toContain('forged');
  });

  it('gives nothing to a form that the hostile page submits', async () => {
    const form = await open.context.newPage();
    await form.goto(evilPage.url());
    await form.evaluate((target) => {
      const made = document.createElement('form');
      made.method = 'post';
      made.enctype = 'text/plain';
      made.action = `${target}/rpc/echo`;
      const field = document.createElement('input');
      field.name = '{"json":{"text":"forged"},"x":"';
      field.value = '"}';
      made.append(field);
      document.body.append(made);
      made.submit();
    }, origin);
    await form.waitForURL(/rpc\/echo/);
    expect(await form.locator('body').innerText()).toContain('foreign origin');
    await form.close();
    const echoed = await open.page.evaluate(async () => (await window.client.echoed()).texts);
    expect(echoed).not.toContain('forged');
  });

  it('does not send its token to anybody, and keeps working after all that', async () => {
    const token = (open.url ?? '').split('#t=')[1] ?? '';
    expect(token.length).toBeGreaterThan(20);
    const answer = await rawRequest(port, { path: '/' });
    expect(JSON.stringify(answer)).not.toContain(token);
    expect(await open.page.evaluate(() => window.client.echo({ text: 'still here' }))).toEqual({
      text: 'still here',
    });
  });
});
