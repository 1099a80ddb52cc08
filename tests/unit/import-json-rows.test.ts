import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ElementCutter, findList, parseElement, toJsonRow } from '../../electron/importers/json-rows.ts';

function cut(text: string, at: number): string[] {
  const list = findList(text);
  if (list === null) return [text];
  const cutter = new ElementCutter(list);
  return [...cutter.push(text.slice(0, at)), ...cutter.push(text.slice(at))].concat(
    cutter.end() === '' ? [] : [cutter.end()],
  );
}

describe('finding the list of cases', () => {
  it.each([
    ['[{"a":1},{"a":2}]', 2],
    ['{"records":[{"a":1},{"a":2}]}', 2],
    ['{"count":2,"page":{"list":[1]},"tickets":[{"a":"]"},{"a":[1,2]}],"next":null}', 2],
    ['{"ticket":{"id":1,"tags":["a"],"attachments":[{"id":2}]}}', 1],
    ['{"id":7,"subject":"x","attachments":[{"id":2},{"id":3}]}', 1],
  ])('in %s', (text, count) => {
    expect(cut(text, 5)).toHaveLength(count);
  });

  it('cuts the same elements wherever the chunk ends', () => {
    const items = [{ a: '],[{"' }, { b: ['x', '\\', '"'] }, { c: { d: '\\"' } }, 5, null, 'text'];
    const text = JSON.stringify(items);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), (at) => {
        expect(cut(text, at).map((one) => JSON.parse(one) as unknown)).toEqual(items);
      }),
    );
  });

  it('hands out what was cut off at the end of the file', () => {
    expect(cut('[{"a":1},{"a":', 3)).toEqual(['{"a":1}', '{"a":']);
  });
});

describe('one case in JSON', () => {
  it('becomes flat names and texts', () => {
    const row = toJsonRow(
      1,
      '{"id":1,"via":{"channel":"web"},"tags":["a","b"],"none":null,"deep":[{"x":1}]}',
    );
    expect(row.names).toEqual(['id', 'via.channel', 'tags', 'none', 'deep']);
    expect(row.cells).toEqual(['1', 'web', 'a, b', '', '[{"x":1}]']);
  });

  it('keeps numbers that are too long for numbers', () => {
    expect(parseElement('{"id":12345678901234567890}')).toEqual({ id: '12345678901234567890' });
  });

  it('keeps hostile names as names', () => {
    const row = toJsonRow(1, '{"__proto__":{"isAdmin":true},"constructor":"c"}');
    expect(row.names).toEqual(['__proto__.isAdmin', 'constructor']);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it.each([
    ['{"a":', 'bad-json'],
    ['[1]', 'not-an-object'],
    ['"text"', 'not-an-object'],
    ['null', 'not-an-object'],
  ])('says what is wrong with %s', (text, problem) => {
    expect(toJsonRow(3, text)).toMatchObject({ row: 3, problem });
  });

  it('survives nesting that is an attack', () => {
    const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(['too-deep', 'bad-json']).toContain(toJsonRow(1, deep).problem);
    const objects = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    expect(['too-deep', 'bad-json']).toContain(toJsonRow(1, objects).problem);
  });

  it('repairs halves of characters, so that what is stored is what is compared', () => {
    expect(toJsonRow(1, '{"a":"x\\ud800y"}').cells).toEqual(['x\ufffdy']);
  });
});
