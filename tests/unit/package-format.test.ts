import { describe, expect, it } from 'vitest';
import { itemOf } from '../../electron/data/records.ts';
import { contentHash, idFrom } from '../../electron/packages/content-hash.ts';
import { isId } from '../../shared/base/ids.ts';
import { RECORD_KINDS } from '../../shared/domain/record.ts';
import { contentOf, keepWithheld, withhold } from '../../shared/package-format/content.ts';
import { readManifest } from '../../shared/package-format/manifest.ts';
import { mediaPathOf, parseMediaPath } from '../../shared/package-format/paths.ts';
import { formatRecordLine, parseRecordLine } from '../../shared/package-format/record-line.ts';
import { mapIds, referencesOf } from '../../shared/package-format/references.ts';
import { jsonDepth, stableJson } from '../../shared/package-format/stable-json.ts';
import { fillRecord } from '../support/fill-record.ts';
import { testId } from '../support/small-library.ts';

const filler = { text: (path: string) => `text of ${path}`, id: (path: string) => testId(path) };

describe('references of a record', () => {
  it('name every id it holds, and mapping reaches every one', () => {
    for (const kind of RECORD_KINDS) {
      const item = itemOf(kind, fillRecord(kind, filler));
      const held = new Set(
        JSON.stringify(item.record).match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/g),
      );
      const mapped = mapIds(item, (id) => testId(`mapped ${id}`));
      const text = JSON.stringify(mapped.record);
      for (const id of held) expect(text, `${kind} still holds ${id}`).not.toContain(id);
      const named = new Set(referencesOf(item).map((one) => one.id));
      held.delete(item.record.id);
      held.delete(item.record.createdBy ?? '');
      for (const id of held) expect(named.has(id), `${kind} does not name ${id}`).toBe(true);
    }
  });

  it('leave words alone that look like an id', () => {
    const note = itemOf('note', fillRecord('note', { ...filler, text: () => testId('x') }));
    expect(mapIds(note, () => testId('y')).record).toMatchObject({ title: testId('x'), id: testId('y') });
  });
});

describe('content of a record', () => {
  it('is the same under another id, at another time, in another version', () => {
    for (const kind of RECORD_KINDS) {
      const record = fillRecord(kind, filler);
      const other = {
        ...record,
        id: testId('other'),
        version: 9,
        createdAt: '2020-01-01T00:00:00.000Z',
        updatedAt: '2020-01-01T00:00:00.000Z',
        createdBy: null,
      };
      expect(contentHash(itemOf(kind, other))).toBe(contentHash(itemOf(kind, record)));
    }
  });

  it('changes with every field that says something', () => {
    const silent: Record<string, readonly string[]> = {
      person: ['contact', 'lastDay'],
      question: ['state'],
      playbook: ['publishedVersion'],
      attachment: ['mime', 'extension'],
      case: ['customerName'],
    };
    const always = ['id', 'createdAt', 'updatedAt', 'createdBy', 'version', 'deletedAt'];
    for (const kind of RECORD_KINDS) {
      const record = fillRecord(kind, filler) as unknown as Record<string, unknown>;
      const hash = contentHash(itemOf(kind, record as never));
      for (const field of Object.keys(record)) {
        const changed = contentHash(itemOf(kind, { ...record, [field]: 'something else' } as never));
        const expected = always.includes(field) || silent[kind]?.includes(field) === true;
        expect(changed === hash, `${kind}.${field}`).toBe(expected);
      }
    }
  });

  it('does not depend on how a document was put together', () => {
    const one = fillRecord('note', filler);
    const cut = structuredClone(one);
    const first = cut.document.blocks[0];
    if (first?.type === 'heading')
      first.children = [{ text: 'text of ' }, { text: '' }, { text: 'note.document.text' }];
    expect(contentHash(itemOf('note', cut))).toBe(contentHash(itemOf('note', one)));
  });

  it('never holds what stays behind, and taking it over keeps ours', () => {
    const person = itemOf('person', fillRecord('person', filler));
    const left = withhold(person);
    expect(left.withheld).toBe(true);
    expect(left.item.record).toMatchObject({ contact: '', lastDay: null });
    expect(stableJson(contentOf(person))).not.toContain('person.contact');
    expect(keepWithheld(left.item, person).record).toMatchObject({
      contact: 'text of person.contact',
      lastDay: '2026-01-02',
    });
    const customer = itemOf(
      'customer',
      fillRecord('customer', filler, { sensitiveFields: ['about', 'contacts'] }),
    );
    expect(withhold(customer).item.record).toMatchObject({ about: '', contacts: [] });
    expect(keepWithheld(withhold(customer).item, customer)).toEqual(customer);
    expect(withhold(withhold(customer).item).withheld).toBe(false);
  });
});

describe('a line of records.jsonl', () => {
  it('gives back what went in, in one spelling', () => {
    for (const kind of RECORD_KINDS) {
      const item = itemOf(kind, fillRecord(kind, filler));
      const line = formatRecordLine({ item, history: ['b'.repeat(64)] });
      expect(line).not.toContain('\n');
      const back = parseRecordLine(JSON.parse(line));
      expect(back).toEqual({ item, history: ['b'.repeat(64)] });
      expect(formatRecordLine(back)).toBe(line);
    }
  });

  it('is refused with anything more, less or other', () => {
    const good = JSON.parse(
      formatRecordLine({ item: itemOf('note', fillRecord('note', filler)), history: [] }),
    );
    const bad: unknown[] = [
      null,
      [],
      'note',
      { ...good, extra: 1 },
      { ...good, kind: 'secret' },
      { ...good, history: ['short'] },
      { ...good, history: undefined },
      { ...good, record: { ...good.record, id: good.record.id.toUpperCase() } },
      { ...good, record: { ...good.record, title: 5 } },
      { ...good, record: { ...good.record, title: 'x'.repeat(501) } },
      { ...good, record: { ...good.record, deletedAt: '2026-01-01T00:00:00.000Z' } },
      { ...good, record: { ...good.record, document: { version: 3, blocks: [] } } },
      JSON.parse(JSON.stringify(good).replaceAll('filled-2', 'filled-1')),
      JSON.parse(JSON.stringify(good).replace('"title"', '"__proto__":{},"title"')),
    ];
    for (const value of bad)
      expect(() => parseRecordLine(value), JSON.stringify(value)?.slice(0, 80)).toThrow();
  });
});

describe('stable JSON', () => {
  it('does not depend on the order of keys', () => {
    expect(stableJson({ b: 1, a: { d: [1, { z: 1, y: 2 }], c: null } })).toBe(
      '{"a":{"c":null,"d":[1,{"y":2,"z":1}]},"b":1}',
    );
    expect(stableJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(stableJson(JSON.parse('{"__proto__":{"x":1},"a":1}'))).toBe('{"__proto__":{"x":1},"a":1}');
  });

  it('counts depth without being fooled by strings', () => {
    expect(jsonDepth('1')).toBe(0);
    expect(jsonDepth('{"a":[{"b":1}]}')).toBe(3);
    expect(jsonDepth('["[[[[", "\\"[[[", "\\\\"]')).toBe(1);
    expect(jsonDepth('['.repeat(100_000))).toBe(100_000);
  });
});

describe('ids made from words', () => {
  it('are ids, always the same, and differ with every word', () => {
    expect(isId(idFrom('a', 'b'))).toBe(true);
    expect(idFrom('a', 'b')).toBe(idFrom('a', 'b'));
    expect(idFrom('a', 'b')).not.toBe(idFrom('ab'));
    for (let at = 0; at < 200; at += 1) expect(isId(idFrom(String(at)))).toBe(true);
  });
});

describe('paths and manifests', () => {
  it('read media paths back and nothing else', () => {
    const sha256 = 'c'.repeat(64);
    expect(parseMediaPath(mediaPathOf(sha256, 'png'))).toEqual({ sha256, extension: 'png' });
    for (const path of [
      `data/media/${sha256}`,
      `data/media/${sha256}.PNG`,
      `data/media/x/${sha256}.png`,
      `media/${sha256}.png`,
    ])
      expect(parseMediaPath(path)).toBeNull();
  });

  it('tell a later format from a broken one', () => {
    expect(readManifest({ formatVersion: 99 })).toEqual({ state: 'too-new', version: 99 });
    for (const value of [null, 1, 'x', [], {}, { formatVersion: 1 }])
      expect(readManifest(value).state).toBe('damaged');
  });
});
