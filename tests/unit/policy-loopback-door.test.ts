import { describe, expect, it } from 'vitest';
import { type Door, decideRequest, type RequestFacts } from '../../electron/loopback/guard.ts';
import { makeSecret } from '../../electron/loopback/secrets.ts';

const door: Door = {
  port: 4321,
  maxBytes: 1000,
  isToken: (given) => given === 'good-token',
  cookieName: 'files-4321',
  isCookie: (given) => given === 'good-cookie',
};

const call: RequestFacts = {
  method: 'POST',
  path: '/rpc/notes/get',
  host: '127.0.0.1:4321',
  origin: 'http://127.0.0.1:4321',
  fetchSite: 'same-origin',
  contentType: 'application/json',
  contentLength: '12',
  authorization: 'Bearer good-token',
  cookie: undefined,
};
const page: RequestFacts = {
  ...call,
  method: 'GET',
  path: '/',
  origin: undefined,
  fetchSite: 'none',
  contentType: undefined,
  contentLength: undefined,
  authorization: undefined,
};
const media: RequestFacts = {
  ...page,
  path: '/media/x.png',
  fetchSite: 'same-origin',
  cookie: 'other=1; files-4321=good-cookie',
};

function statusOf(facts: RequestFacts): number {
  const decision = decideRequest(facts, door);
  return decision.allowed ? 200 : decision.status;
}

describe('the door of the browser shell', () => {
  it('lets in what is ours', () => {
    expect(statusOf(call)).toBe(200);
    expect(statusOf(page)).toBe(200);
    expect(statusOf(media)).toBe(200);
    expect(statusOf({ ...call, path: '/session', contentType: undefined })).toBe(200);
    expect(statusOf({ ...call, contentType: 'application/json; charset=utf-8' })).toBe(200);
    // A command-line client sends neither Origin nor Sec-Fetch-Site.
    expect(statusOf({ ...call, origin: undefined, fetchSite: undefined })).toBe(200);
  });

  it.each([
    'evil.example:4321',
    'evil.example',
    'localhost:4321',
    '127.0.0.1',
    '127.0.0.1:4322',
    '127.0.0.1:43210',
    '127.0.0.1:4321.evil.example',
    '[::1]:4321',
    '0.0.0.0:4321',
    '',
    undefined,
  ])('answers 421 to the host %s, before anything else', (host) => {
    for (const facts of [call, page, media]) {
      expect(statusOf({ ...facts, host, authorization: undefined, origin: 'http://evil.example' })).toBe(421);
    }
  });

  it.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1:4322',
    'https://127.0.0.1:4321',
    'http://localhost:4321',
    'http://127.0.0.1:4321.evil.example',
    'app://heirloom',
    '',
  ])('answers 403 to the origin %j, token or not', (origin) => {
    for (const facts of [call, page, media]) expect(statusOf({ ...facts, origin })).toBe(403);
  });

  it.each(['cross-site', 'same-site', 'nonsense', ''])('answers 403 to a fetch from %j', (fetchSite) => {
    for (const facts of [call, page, media]) expect(statusOf({ ...facts, fetchSite })).toBe(403);
  });

  it('takes no call from the address bar', () => {
    expect(statusOf({ ...call, fetchSite: 'none' })).toBe(403);
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer bad',
    'bearer good-token',
    'Bearer good-token ',
    'Bearer good-token, Bearer x',
    'Basic Z29vZC10b2tlbg==',
    `Bearer ${'a'.repeat(5000)}`,
  ])('answers 401 to a call with the authorization %j', (authorization) => {
    expect(statusOf({ ...call, authorization })).toBe(401);
    expect(statusOf({ ...call, path: '/session', authorization })).toBe(401);
  });

  it('takes no cookie for a token and no token for a cookie', () => {
    expect(statusOf({ ...call, authorization: undefined, cookie: 'files-4321=good-cookie' })).toBe(401);
    expect(statusOf({ ...media, cookie: undefined, authorization: 'Bearer good-token' })).toBe(401);
    expect(statusOf({ ...media, cookie: 'files-4321=bad' })).toBe(401);
    expect(statusOf({ ...media, cookie: 'xfiles-4321=good-cookie' })).toBe(401);
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'post', ''])(
    'answers 405 to the method %j for a call',
    (method) => {
      expect(statusOf({ ...call, method })).toBe(405);
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('answers 405 to %s for files', (method) => {
    expect(statusOf({ ...page, method })).toBe(405);
    expect(statusOf({ ...media, method })).toBe(405);
  });

  it.each([
    undefined,
    '',
    'text/plain',
    'text/plain; application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json-patch+json',
    'application/json; charset=utf-7',
    'application/json, text/plain',
  ])('answers 415 to a call of type %j', (contentType) => {
    expect(statusOf({ ...call, contentType })).toBe(415);
  });

  it.each(['1001', '99999999999', 'NaN', '1e9', '-'])('answers 413 to the length %s', (contentLength) => {
    expect(statusOf({ ...call, contentLength })).toBe(413);
  });

  it('treats look-alike addresses as files of the page, which need no token and hold no secret', () => {
    const decision = decideRequest({ ...page, path: '/rpcx' }, door);
    expect(decision).toEqual({ allowed: true, route: { kind: 'page' } });
  });
});

describe('the secrets', () => {
  it('are long, URL-safe, new each time, and know themselves', () => {
    const one = makeSecret();
    const two = makeSecret();
    expect(one.value).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(one.value).not.toBe(two.value);
    expect(one.is(one.value)).toBe(true);
    for (const wrong of ['', two.value, one.value.slice(0, -1), `${one.value}x`, one.value.toUpperCase()]) {
      expect(one.is(wrong)).toBe(false);
    }
  });
});
