// The files that the browser shell's server hands out, asked for over real sockets: traversal, policy, media, downloads.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../electron/loopback/start-loopback.ts';
import { blobPath } from '../../electron/media/store-blob.ts';
import { FILE_POLICY, PAGE_POLICY } from '../../electron/serving/security-headers.ts';
import { smallCore } from '../fixtures/small-core.ts';
import { rawRequest, rawSocket } from '../support/raw-request.ts';

const PICTURE = 'a'.repeat(64);
const MARKUP = 'b'.repeat(64);
const PICTURE_TEXT = '0123456789';

let dir: string;
let served: Loopback;
let token: string;
let cookie: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'heirloom-loopback-'));
  const page = join(dir, 'page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<!doctype html><title>Heirloom</title>');
  await writeFile(join(page, 'assets', 'app-1.js'), 'export {};');
  await writeFile(join(dir, 'secret.txt'), 'SECRET');
  await symlink(join(dir, 'secret.txt'), join(page, 'assets', 'link.txt'));
  const media = join(dir, 'media');
  for (const [sha, text] of [
    [PICTURE, PICTURE_TEXT],
    [MARKUP, '<svg onload="alert(1)"/>'],
  ] as const) {
    await mkdir(join(blobPath(media, sha), '..'), { recursive: true });
    await writeFile(blobPath(media, sha), text);
  }
  await writeFile(join(dir, 'export.heirloom'), 'PACKAGE');
  const core = smallCore(media, join(dir, 'export.heirloom'));
  served = await startLoopback({ core, pageDir: page });
  token = served.url.split('#t=')[1] ?? '';
  const session = await rawRequest(served.port, { method: 'POST', path: '/session', headers: ours() });
  cookie = String(session.headers['set-cookie']?.[0]).split(';')[0] ?? '';
});

afterAll(async () => {
  await served.close();
  await rm(dir, { recursive: true, force: true });
});

function ours(): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
}

function call(headers: Record<string, string>) {
  return rawRequest(served.port, {
    method: 'POST',
    path: '/rpc/echo',
    headers,
    body: '{"json":{"text":"x"}}',
  });
}

describe('files of the page', () => {
  it('come with the whole content policy', async () => {
    const answer = await rawRequest(served.port);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toBe(PAGE_POLICY);
    expect(answer.headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('the policy lets nothing inline, nothing foreign and nothing by string', () => {
    expect(PAGE_POLICY).toContain("default-src 'none'");
    expect(PAGE_POLICY).toContain("script-src 'self';");
    expect(PAGE_POLICY).toContain("require-trusted-types-for 'script'");
    for (const word of ['unsafe', 'http:', 'https:', '*', 'data:', 'ws:'])
      expect(PAGE_POLICY).not.toContain(word);
  });

  it('are not sent again when unchanged', async () => {
    const first = await rawRequest(served.port, { path: '/assets/app-1.js' });
    expect(first.headers['cache-control']).toContain('immutable');
    const again = await rawRequest(served.port, {
      path: '/assets/app-1.js',
      headers: { 'if-none-match': String(first.headers['etag']) },
    });
    expect([again.status, again.body]).toEqual([304, '']);
    const head = await rawRequest(served.port, { method: 'HEAD', path: '/assets/app-1.js' });
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '10']);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/....//secret.txt',
    '/assets/%252e%252e/secret.txt',
    '/assets/link.txt',
    '/assets/',
    '/assets',
    '/index.html/',
    '/index.html%00.js',
    '//evil.example/',
    '/\\evil.example',
    '/C:/Windows/win.ini',
    '/etc/passwd',
    '/.build-stamp',
    '/__proto__',
    '/constructor',
    '/media/../../secret.txt',
    `/media/${PICTURE}.png/../../secret.txt`,
    `/media/..%2f..%2fsecret.txt`,
    `/media/${PICTURE.toUpperCase()}.png`,
    `/media/${PICTURE}`,
    '/downloads/../secret.txt',
    '/downloads/..%2f..%2fsecret.txt',
    '/downloads/unknown',
  ])('%s is not found', async (path) => {
    const answer = await rawRequest(served.port, { path, headers: { cookie } });
    expect(answer.body).not.toContain('SECRET');
    expect(answer.status).toBe(404);
  });

  it('an absolute address in the request line reaches nothing', async () => {
    const got = await rawSocket(
      served.port,
      `GET http://evil.example/../secret.txt HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nConnection: close\r\n\r\n`,
    );
    expect(got).toMatch(/^HTTP\/1\.1 400 /);
    expect(got).not.toContain('SECRET');
  });
});

describe('media and downloads', () => {
  it('need the session, which is not the token', async () => {
    expect(cookie).not.toContain(token);
    for (const path of [`/media/${PICTURE}.png`, '/downloads/ready']) {
      expect((await rawRequest(served.port, { path })).status).toBe(401);
      expect((await rawRequest(served.port, { path, headers: ours() })).status).toBe(401);
      expect((await rawRequest(served.port, { path, headers: { cookie } })).status).toBe(200);
      const foreign = await rawRequest(served.port, {
        path,
        headers: { cookie, 'sec-fetch-site': 'same-site' },
      });
      expect(foreign.status).toBe(403);
    }
    const asToken = await call({ ...ours(), authorization: `Bearer ${cookie.split('=')[1]}` });
    expect(asToken.status).toBe(401);
  });

  it('the session cookie is out of reach for scripts and other sites', async () => {
    const answer = await rawRequest(served.port, { method: 'POST', path: '/session', headers: ours() });
    expect(answer.status).toBe(204);
    const cookies = answer.headers['set-cookie'] ?? [];
    expect(cookies).toHaveLength(2);
    for (const each of cookies)
      expect(each).toMatch(/; Path=\/(media|downloads); HttpOnly; SameSite=Strict$/);
  });

  it('a picture is shown, in parts when a player asks so', async () => {
    const headers = { cookie };
    const path = `/media/${PICTURE}.png`;
    const whole = await rawRequest(served.port, { path, headers });
    expect([whole.headers['content-type'], whole.body]).toEqual(['image/png', PICTURE_TEXT]);
    expect(whole.headers['content-security-policy']).toBe(FILE_POLICY);
    for (const [range, status, body] of [
      ['bytes=2-4', 206, '234'],
      ['bytes=7-', 206, '789'],
      ['bytes=-3', 206, '789'],
      ['bytes=0-99', 206, PICTURE_TEXT],
      ['bytes=99-', 416, 'range not satisfiable\n'],
      ['bytes=-0', 416, 'range not satisfiable\n'],
      ['bytes=4-2', 200, PICTURE_TEXT],
      ['bytes=0-1,3-4', 200, PICTURE_TEXT],
      ['lines=1', 200, PICTURE_TEXT],
    ] as const) {
      const part = await rawRequest(served.port, { path, headers: { ...headers, range } });
      expect([range, part.status, part.body]).toEqual([range, status, body]);
    }
  });

  it.each(['svg', 'html', 'xml', 'pdf', 'js', 'zzz'])(
    'a .%s file is never shown, only kept',
    async (extension) => {
      const answer = await rawRequest(served.port, {
        path: `/media/${MARKUP}.${extension}`,
        headers: { cookie },
      });
      expect(answer.headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment',
        'content-security-policy': FILE_POLICY,
        'x-content-type-options': 'nosniff',
      });
    },
  );

  it('a download is an attachment without anybody’s words in a header', async () => {
    const answer = await rawRequest(served.port, { path: '/downloads/ready', headers: { cookie } });
    expect([answer.headers['content-disposition'], answer.body]).toEqual(['attachment', 'PACKAGE']);
  });
});
