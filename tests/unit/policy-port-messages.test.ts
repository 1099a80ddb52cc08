import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../electron/store-process/guarded-port.ts';
import { libraryAfter } from '../../electron/store-process/serve-store.ts';
import { MAX_CALL_BYTES, MAX_CALL_DEPTH, nestsDeeperThan } from '../../shared/contract/call-limits.ts';

const good = { i: '1', p: { u: '/notes/get', b: { json: { id: 'x' } } } };

function passes(message: unknown): boolean {
  return checkMessage(JSON.stringify(message)).pass;
}

describe('messages from a page', () => {
  it('pass when they are calls or their cancelling', () => {
    expect(passes(good)).toBe(true);
    expect(passes({ i: '1', t: 4 })).toBe(true);
    expect(passes({ ...good, p: { ...good.p, h: { 'last-event-id': '7' } } })).toBe(true);
  });

  it.each([
    null,
    1,
    'text',
    [],
    {},
    { i: 1, p: good.p },
    { i: 'x'.repeat(30), p: good.p },
    { ...good, t: 2 },
    { ...good, t: 3 },
    { i: '1' },
    { i: '1', p: null },
    { i: '1', p: [] },
    { i: '1', p: {} },
    { i: '1', p: { u: 7 } },
    { i: '1', p: { u: 'http://example.org/x' } },
    { i: '1', p: { u: '/notes/../get' } },
    { i: '1', p: { u: '/notes/get?data=1' } },
    { i: '1', p: { u: '/notes/get', m: 'GET' } },
    { i: '1', p: { u: '/notes/get', h: [] } },
    { i: '1', p: { u: '/notes/get', h: { 'content-type': 'text/event-stream' } } },
    { i: '1', p: { u: '/notes/get', h: { 'content-disposition': 'x' } } },
    { i: '1', p: { u: '/notes/get', h: { 'last-event-id': 7 } } },
  ])('are dropped when they are %j', (message) => {
    expect(checkMessage(JSON.stringify(message))).toEqual({ pass: false, answer: null });
  });

  it.each([
    ['an object', good],
    ['bytes', new Uint8Array([123, 255, 125])],
    ['nothing', undefined],
    ['broken JSON', '{"i":"1"'],
    ['an empty text', ''],
  ])('are dropped when they are %s instead of JSON text', (_name, data) => {
    expect(checkMessage(data)).toEqual({ pass: false, answer: null });
  });

  it('are answered with TOO_LARGE when too large or too deep, without being parsed', () => {
    const large = `{"i":"12","p":{"u":"/notes/get","b":"${'x'.repeat(MAX_CALL_BYTES)}"}}`;
    const deep = `{"i":"9","p":${'['.repeat(MAX_CALL_DEPTH + 1)}`;
    for (const [text, id] of [
      [large, '12'],
      [deep, '9'],
    ] as const) {
      const checked = checkMessage(text);
      expect(checked.pass).toBe(false);
      const answer = JSON.parse(checked.pass ? '' : (checked.answer ?? ''));
      expect(answer).toMatchObject({ i: id, p: { s: 413, b: { json: { code: 'TOO_LARGE' } } } });
    }
  });
});

describe('nesting', () => {
  it.each([
    ['[]', 1, false],
    ['[[]]', 1, true],
    ['{"a":[{}]}', 3, false],
    ['{"a":[{}]}', 2, true],
    ['"[[[[[["', 1, false],
    ['["\\"[[[["]', 1, false],
    ['["\\\\"]', 1, false],
    ['[],[],[]', 1, false],
    ['', 0, false],
  ])('%s deeper than %i: %s', (text, limit, deeper) => {
    expect(nestsDeeperThan(text, limit)).toBe(deeper);
  });
});

describe('the library a page has opened', () => {
  it.each([
    [['library', 'open'], { folder: '/l' }, { dir: '/l' }],
    [['library', 'create'], { folder: '/l' }, { dir: '/l' }],
    [['library', 'openSample'], { folder: '/l' }, { dir: '/l' }],
    [['library', 'close'], {}, { dir: null }],
    [['library', 'status'], { folder: '/l' }, null],
    [['notes', 'open'], { folder: '/l' }, null],
    [['library', 'open'], { folder: 7 }, null],
    [['library', 'open'], null, null],
  ])('%j %j', (path, output, expected) => {
    expect(libraryAfter(path, output)).toEqual(expected);
  });
});
