// The browser shell's server, attacked over real sockets: rebinding, foreign origins, forged calls, traversal, floods.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { RouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Loopback, startLoopback } from '../../electron/loopback/start-loopback.ts';
import { MAX_CALL_BYTES } from '../../shared/contract/call-limits.ts';
import { type SmallRouter, smallCore } from '../fixtures/small-core.ts';
import { rawRequest, rawSocket } from '../support/raw-request.ts';

let dir: string;
let core: ReturnType<typeof smallCore>;
let served: Loopback;
let token: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'heirloom-loopback-'));
  const page = join(dir, 'page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<!doctype html><title>Heirloom</title>');
  await writeFile(join(page, 'assets', 'app-1.js'), 'export {};');
  core = smallCore();
  served = await startLoopback({ core, pageDir: page });
  token = served.url.split('#t=')[1] ?? '';
});

afterAll(async () => {
  await served.close();
  await rm(dir, { recursive: true, force: true });
});

function ours(): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
}

function echo(headers: Record<string, string>, body = '{"json":{"text":"forged"}}') {
  return rawRequest(served.port, { method: 'POST', path: '/rpc/echo', headers, body });
}

function client(): RouterClient<SmallRouter> {
  return createORPCClient(
    new RPCLink({
      url: `http://127.0.0.1:${served.port}/rpc`,
      headers: { authorization: `Bearer ${token}` },
    }),
  );
}

describe('calls', () => {
  it('work for the one who has the address', async () => {
    expect(await client().echo({ text: 'سلام 你好 สวัสดี' })).toEqual({ text: 'سلام 你好 สวัสดี' });
  });

  it('carry meant errors whole and hide the words of bugs', async () => {
    await expect(client().fail()).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { kind: 'note', id: 'x' },
    });
    const bug = await echo(ours(), '{"json":{"text":7}}');
    expect(bug.status).toBe(400);
    const crash = await rawRequest(served.port, {
      method: 'POST',
      path: '/rpc/crash',
      headers: ours(),
      body: '{}',
    });
    expect(crash.status).toBe(500);
    expect(crash.body).not.toContain('secret detail');
  });

  it('stream, and notice when nobody listens any more', async () => {
    const seen: number[] = [];
    for await (const event of await client().count({ to: 3, forever: false })) seen.push(event.n);
    expect(seen).toEqual([1, 2, 3]);

    const stop = new AbortController();
    const endless = await client().count({ to: 2, forever: true }, { signal: stop.signal });
    await endless.next();
    stop.abort();
    await endless.next().catch(() => {});
    await vi.waitFor(() => expect(core.log.left).toBe(1), { timeout: 20_000 });
  });

  it('answer with no header that would let another site read them', async () => {
    const answer = await echo(ours());
    expect(answer.status).toBe(200);
    const names = Object.keys(answer.headers);
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });
});

describe('forged calls change nothing', () => {
  it.each([
    ['DNS rebinding', { host: 'evil.example' }, 421],
    ['DNS rebinding with our port', { host: 'evil.example:PORT' }, 421],
    ['another name of this machine', { host: 'localhost:PORT' }, 421],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['a same-site fetch from another port', { 'sec-fetch-site': 'same-site' }, 403],
    ['a cross-site form', { 'sec-fetch-site': 'cross-site' }, 403],
    ['no token', { authorization: '' }, 401],
    ['a wrong token', { authorization: `Bearer ${'x'.repeat(43)}` }, 401],
    ['a simple request of type text/plain', { 'content-type': 'text/plain' }, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('%s', async (_name, forged, status) => {
    const before = core.log.echoed.length;
    const headers: Record<string, string> = { ...ours() };
    for (const [name, value] of Object.entries(forged)) {
      headers[name] = String(value).replace('PORT', String(served.port));
    }
    const answer = await echo(headers);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('forged');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(core.log.echoed.length).toBe(before);
  });

  it('a call by GET, and a preflight', async () => {
    const before = core.log.echoed.length;
    const data = encodeURIComponent('{"json":{"text":"forged"}}');
    const get = await rawRequest(served.port, { path: `/rpc/echo?data=${data}`, headers: ours() });
    expect(get.status).toBe(405);
    const preflight = await rawRequest(served.port, {
      method: 'OPTIONS',
      path: '/rpc/echo',
      headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });
    expect(preflight.status).toBe(405);
    expect(preflight.headers['access-control-allow-headers']).toBeUndefined();
    expect(core.log.echoed.length).toBe(before);
  });

  it('a foreign WebSocket, a tunnel, a request without Host', async () => {
    const socket = `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: https://evil.example\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`;
    expect(await rawSocket(served.port, socket)).toMatch(/^HTTP\/1\.1 403 /);
    expect(
      await rawSocket(served.port, 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n'),
    ).toMatch(/^HTTP\/1\.1 405 /);
    expect(await rawSocket(served.port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /);
    expect(await rawSocket(served.port, 'not http at all\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('oversized and deep input', () => {
  it('is refused by its announced length, by its real length, and by its depth', async () => {
    const big = Buffer.alloc(MAX_CALL_BYTES + 1, 0x20);
    const announced = await echo({ ...ours(), 'content-length': String(big.length) }, '').catch(() => null);
    if (announced) expect(announced.status).toBe(413);

    const chunked = await rawRequest(served.port, {
      method: 'POST',
      path: '/rpc/echo',
      headers: { ...ours(), 'transfer-encoding': 'chunked' },
      body: big,
    }).catch((error: NodeJS.ErrnoException) => error);
    // The server may close before all is sent, which the sender sees as a reset.
    if (chunked instanceof Error) expect(['ECONNRESET', 'EPIPE']).toContain(chunked.code);
    else expect(chunked.status).toBe(413);

    const deep = await echo(ours(), `{"json":{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`);
    expect(deep.status).toBe(413);
    expect(JSON.parse(deep.body)).toMatchObject({ json: { code: 'TOO_LARGE' } });
  });

  it('leaves the server answering others', async () => {
    expect(await client().echo({ text: 'still here' })).toEqual({ text: 'still here' });
  });

  it.each([
    ['__proto__ as a key', '{"json":{"text":"x","__proto__":{"polluted":1}}}'],
    ['constructor.prototype', '{"json":{"text":"x","constructor":{"prototype":{"polluted":1}}}}'],
    ['meta that walks into the prototype', '{"json":{"text":"x"},"meta":[[1,"__proto__","polluted"]]}'],
    [
      'meta that walks the constructor',
      '{"json":{"text":"x"},"meta":[[1,"constructor","prototype","polluted"]]}',
    ],
    ['an unknown key', '{"json":{"text":"x","more":1}}'],
    ['no JSON', '{"json":'],
    ['an array', '[]'],
    ['null', 'null'],
  ])('%s is a strict error and pollutes nothing', async (_name, body) => {
    const before = core.log.echoed.length;
    const answer = await echo(ours(), body);
    expect(answer.status).toBe(400);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(core.log.echoed.length).toBe(before);
  });

  it('an unknown call is not found, whatever it is called', async () => {
    for (const path of [
      '/rpc',
      '/rpc/',
      '/rpc/none',
      '/rpc/__proto__',
      '/rpc/constructor/call',
      '/rpc/echo/x',
      '/rpc/%2e%2e/echo',
    ]) {
      const answer = await rawRequest(served.port, { method: 'POST', path, headers: ours(), body: '{}' });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });
});

describe('the server itself', () => {
  it('listens on 127.0.0.1 only and says its token in the fragment only', async () => {
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#t=[A-Za-z0-9_-]{43}$/);
  });

  it('refuses to start on a page that is not built', async () => {
    await expect(startLoopback({ core, pageDir: join(dir, 'page', 'assets') })).rejects.toThrow();
    await expect(startLoopback({ core, pageDir: join(dir, 'none') })).rejects.toThrow();
  });

  it('closes at once, with streams open', async () => {
    const other = await startLoopback({ core, pageDir: join(dir, 'page') });
    const link = new RPCLink({
      url: `http://127.0.0.1:${other.port}/rpc`,
      headers: { authorization: `Bearer ${other.url.split('#t=')[1]}` },
    });
    const stream = await (createORPCClient(link) as RouterClient<SmallRouter>).count({
      to: 1,
      forever: true,
    });
    await stream.next();
    await other.close();
    await expect(stream.next()).rejects.toBeDefined();
  });
});
