import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract/contract.ts';
import { NAUGHTY, XSS } from '../fixtures/naughty.ts';
import { openTestCore, type TestCore } from '../support/test-core.ts';
import { CARRIERS, type ContractClient } from './carriers.ts';

/** Every call there is, by its path. */
function paths(part: unknown = contract, path: readonly string[] = []): string[][] {
  if (isContractProcedure(part)) return [[...path]];
  return Object.entries(part as object).flatMap(([key, child]) => paths(child, [...path, key]));
}

function callAt(client: ContractClient, path: readonly string[]): (input: unknown) => Promise<unknown> {
  let at: unknown = client;
  for (const key of path) at = (at as Record<string, unknown>)[key];
  return at as (input: unknown) => Promise<unknown>;
}

const deep = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let n = 0; n < levels; n += 1) value = [value];
  return value;
};

/** Nothing any call could mean. Each must be refused by parsing, before a service sees it. */
const GARBAGE: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a number', 42],
  ['a text', 'DROP TABLE note'],
  ['a list', [{}]],
  ['an unknown field', { surprise: true }],
  [
    'a polluting field',
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  ],
  [
    'wrong types',
    { id: 7, ids: 'all', filter: 'x', query: {}, fields: [], limit: '1e9', folder: false, uploadId: {} },
  ],
  ['depth', { filter: deep(500), fields: deep(500), query: deep(500) }],
];

describe.each(CARRIERS)('hostile input over $name', (carrier) => {
  let test: TestCore;
  let client: ContractClient;
  let disconnect: () => Promise<void>;
  beforeAll(async () => {
    test = await openTestCore();
    ({ client, close: disconnect } = await carrier.connect(test.core));
  });
  afterAll(async () => {
    await disconnect();
    await test.close();
  });

  const calls = paths();
  it('knows every call', () => {
    expect(calls.length).toBeGreaterThan(110);
  });

  it.each(GARBAGE)('refuses %s in every call and goes on', async (_name, garbage) => {
    const before = await client.records.counts({});
    for (const path of calls) {
      await expect(callAt(client, path)(garbage), path.join('.')).rejects.toMatchObject({
        code: expect.stringMatching(/^(BAD_REQUEST|TOO_LARGE|PAYLOAD_TOO_LARGE)$/),
      });
    }
    expect(await client.records.counts({})).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('refuses texts beyond their limits', async () => {
    await expect(client.notes.create({ fields: { title: 'x'.repeat(501) } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(
      client.people.create({ fields: { name: 'x', about: 'x'.repeat(1_000_001) } }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(
      client.notes.create({ fields: { tags: Array.from({ length: 51 }, (_, n) => `t${n}`) } }),
    ).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(client.notes.list({ limit: 501 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('refuses documents that could run', async () => {
    const link = (url: string) => ({
      version: 1 as const,
      blocks: [
        {
          id: 'block-one',
          type: 'paragraph' as const,
          children: [{ type: 'link' as const, url, children: [{ text: 'x' }] }],
        },
      ],
    });
    for (const url of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'https://x\u0000y',
    ]) {
      await expect(client.notes.create({ fields: { document: link(url) } }), url).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
    }
    await expect(
      client.notes.create({ fields: { document: { version: 3 as never, blocks: [] } } }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('brings naughty texts back as they were, from every kind of field', async () => {
    for (const text of [...NAUGHTY, ...XSS]) {
      const title = text.slice(0, 500);
      const note = await client.notes.create({
        fields: {
          title,
          tags: title.trim() === '' ? [] : [text.slice(0, 80)],
          document: { version: 1, blocks: [{ id: 'block-one', type: 'paragraph', children: [{ text }] }] },
        },
      });
      const back = await client.notes.get({ id: note.id });
      expect(back.title).toBe(title);
      expect(back.document.blocks[0]).toMatchObject({ children: [{ text }] });
      const found = await client.cases.create({
        fields: {
          source: text.slice(0, 2_000) || 's',
          title,
          description: text,
          fields: [{ name: text.slice(0, 2_000), value: text }],
        },
      });
      const seen = await client.cases.get({ id: found.id });
      expect([seen.title, seen.description, seen.fields[0]]).toEqual([
        title,
        text,
        { name: text.slice(0, 2_000), value: text },
      ]);
    }
  });

  it('takes any text as words to search for', async () => {
    for (const text of [
      ...NAUGHTY,
      ...XSS,
      '"',
      'a AND',
      'NEAR(',
      '*',
      'title:x',
      '{title}: x',
      '^a',
      '-a',
      "'; DROP TABLE note; --",
    ]) {
      for (const asYouType of [true, false]) {
        const answer = await client.search.query({ query: text.slice(0, 2_000), asYouType });
        expect(answer.total).toBeGreaterThanOrEqual(0);
      }
      await client.search.suggest({ query: text.slice(0, 500) });
      await client.notes.list({ filter: { text: text.slice(0, 500) } });
    }
  });
});
