import { describe, expect, it } from 'vitest';
import { itemOf } from '../../electron/data/records.ts';
import { entryNameProblem } from '../../electron/packages/entry-names.ts';
import { LIMITS } from '../../electron/packages/limits.ts';
import { lineCutter, readRecordLine } from '../../electron/packages/read-records.ts';
import { formatRecordLine } from '../../shared/package-format/record-line.ts';
import { fillRecord } from '../support/fill-record.ts';
import { paragraphs, testId } from '../support/small-library.ts';

const filler = { text: () => 'x', id: testId };

describe('names of entries', () => {
  it('are fine up to the limits and not beyond', () => {
    const long = (bytes: number): string => `data/${'a'.repeat(bytes - 5)}`;
    expect(entryNameProblem(long(LIMITS.nameBytes))).toBeNull();
    expect(entryNameProblem(long(LIMITS.nameBytes + 1))).toBe('name-too-long');
    const deep = (parts: number): string => Array.from({ length: parts }, () => 'd').join('/');
    expect(entryNameProblem(deep(LIMITS.depth))).toBeNull();
    expect(entryNameProblem(deep(LIMITS.depth + 1))).toBe('name-too-deep');
    expect(entryNameProblem('data/media/')).toBeNull();
  });

  it('of ours are all fine', () => {
    for (const name of [
      'bagit.txt',
      'bag-info.txt',
      'data/index.html',
      'data/reader/index-1.js',
      `data/media/${'f'.repeat(64)}.png`,
    ])
      expect(entryNameProblem(name)).toBeNull();
  });

  it('have a code for every trick', () => {
    const tricks: readonly (readonly [string, string])[] = [
      ['../a', 'name-traversal'],
      ['a/./b', 'name-traversal'],
      ['a/..', 'name-traversal'],
      ['/a', 'name-absolute'],
      ['//server/share', 'name-absolute'],
      ['C:/a', 'name-drive'],
      ['c:a', 'name-drive'],
      ['a\\b', 'name-backslash'],
      ['\\\\?\\c:\\a', 'name-backslash'],
      ['a\0b', 'name-nul'],
      ['nul', 'name-reserved'],
      ['data/lpt9.tar.gz', 'name-reserved'],
      ['a b', 'name-characters'],
      ['a%2e', 'name-characters'],
      ['-rf', 'name-characters'],
      ['~root', 'name-characters'],
      ['', 'name-characters'],
      ['a//', 'name-characters'],
      ['a\u202etxt.exe', 'name-characters'],
    ];
    for (const [name, code] of tricks) expect(entryNameProblem(name), name).toBe(code);
  });
});

describe('lines of records', () => {
  const note = (letters: number): Buffer =>
    Buffer.from(
      formatRecordLine({
        item: itemOf('note', fillRecord('note', filler, { document: paragraphs('x'.repeat(letters)) })),
        history: [],
      }),
    );

  it('may hold a note up to its limit', () => {
    const frame = note(0).length;
    expect(readRecordLine(note(LIMITS.noteBytes - frame), 1).item.kind).toBe('note');
    expect(() => readRecordLine(note(LIMITS.noteBytes - frame + 1), 1)).toThrow(/record-too-large/);
  });

  it('may nest up to the limit', () => {
    const nested = (depth: number): Buffer => Buffer.from('['.repeat(depth) + ']'.repeat(depth));
    expect(() => readRecordLine(nested(LIMITS.jsonDepth), 1)).toThrow(/record-invalid/);
    expect(() => readRecordLine(nested(LIMITS.jsonDepth + 1), 1)).toThrow(/record-too-deep/);
  });

  it('are cut wherever the bytes come apart', () => {
    const text = Buffer.from('{"a":1}\n{"b":"سلام"}\n\n{"c":3}');
    for (const size of [1, 2, 3, 7, 100]) {
      const lines: string[] = [];
      const cutter = lineCutter((line, number) => lines.push(`${number} ${line.toString('utf8')}`));
      for (let at = 0; at < text.length; at += size) cutter.push(text.subarray(at, at + size));
      cutter.end();
      expect(lines).toEqual(['1 {"a":1}', '2 {"b":"سلام"}', '4 {"c":3}']);
    }
  });

  it('without an end are given up before they fill the memory', () => {
    const cutter = lineCutter(() => {});
    const chunk = Buffer.alloc(1024 * 1024, 0x61);
    expect(() => {
      for (let at = 0; at <= LIMITS.recordBytes / chunk.length; at += 1) cutter.push(chunk);
    }).toThrow(/record-too-large/);
  });
});
