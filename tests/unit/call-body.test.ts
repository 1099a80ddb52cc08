import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../renderer/client/call-body.ts';
import { sameJson } from '../../renderer/widgets/record-saver.ts';

describe('the body of a call', () => {
  const long = { json: { value: 'پمپ "x" \\ '.repeat(10_000) } };

  it('goes as a blob of the same JSON when it is long', async () => {
    const body = bodyOf(long, false);
    if (!(body instanceof Blob)) throw new Error('a blob was expected');
    expect(body.type).toBe('application/json');
    expect(await body.text()).toBe(JSON.stringify(long));
  });

  it('stays in the call while the page goes: a blob would be fetched from a page that is no more', () => {
    expect(bodyOf(long, true)).toBe(long);
  });

  it('stays as it is when it is short, or no JSON', () => {
    const short = { json: { id: 'x' } };
    const form = new FormData();
    expect(bodyOf(short, false)).toBe(short);
    expect(bodyOf(form, false)).toBe(form);
    expect(bodyOf(undefined, false)).toBe(undefined);
  });
});

describe('equal as JSON', () => {
  const sorted = (value: unknown): string =>
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    );

  it('means the same JSON, in whatever order the keys are', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sameJson(a, b)).toBe(sorted(a) === sorted(b));
        expect(sameJson(a, structuredClone(a))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a key that holds nothing for no key, and a key more for another value', () => {
    expect(sameJson({ a: 1, dir: undefined }, { a: 1 })).toBe(true);
    expect(sameJson({ a: 1 }, { a: 1, dir: undefined })).toBe(true);
    expect(sameJson({ a: 1 }, { a: 1, dir: 'rtl' })).toBe(false);
    expect(sameJson({ a: 1, dir: 'rtl' }, { a: 1 })).toBe(false);
    expect(sameJson([], {})).toBe(false);
    expect(sameJson([1], [1, 2])).toBe(false);
    expect(sameJson(null, {})).toBe(false);
  });
});
