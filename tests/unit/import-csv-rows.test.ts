import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader, type CsvRecord } from '../../electron/importers/csv-rows.ts';

function read(text: string, expected: number | null = null, delimiter: ',' | ';' | '\t' = ','): CsvRecord[] {
  return new CsvReader({ delimiter, expected }).push(text, true);
}
const cellsOf = (records: readonly CsvRecord[]) => records.map((record) => record.cells);

describe('reading CSV', () => {
  it('takes quoted delimiters, quotes and line breaks apart', () => {
    expect(cellsOf(read('a,"b, c","say ""hi""",\r\n1,"two\nlines",3,4'))).toEqual([
      ['a', 'b, c', 'say "hi"', ''],
      ['1', 'two\nlines', '3', '4'],
    ]);
  });

  it('leaves quotes inside an unquoted cell alone', () => {
    expect(cellsOf(read('a,the 3" pipe,the 4" pipe'))).toEqual([['a', 'the 3" pipe', 'the 4" pipe']]);
  });

  it('skips blank lines but not empty rows', () => {
    expect(cellsOf(read('a,b\n\n   \n,\nc,d\n'))).toEqual([
      ['a', 'b'],
      ['', ''],
      ['c', 'd'],
    ]);
  });

  it('reads line ends of old computers', () => {
    expect(cellsOf(read('a,b\rc,d\r'))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('understands quotes escaped by a backslash', () => {
    expect(cellsOf(read('1,"he said \\"no\\" twice",x'))).toEqual([['1', 'he said "no" twice', 'x']]);
  });

  it('gives up one row, not the file, when a quote is never closed', () => {
    const records = read('1,"open,x\n2,b,c\n3,d,e', 3);
    expect(records.map((record) => record.problem)).toEqual(['unbalanced-quote', null, null]);
    expect(records[1]?.cells).toEqual(['2', 'b', 'c']);
  });

  it('sees when a quote of a later row closed it and swallowed what is between', () => {
    const records = read('1,"open,x\n2,b,c\n3,"quoted",e\n4,f,g', 3);
    expect(records.map((record) => record.cells[0])).toEqual(['1,"open,x', '2', '3', '4']);
    expect(records[0]?.problem).toBe('unbalanced-quote');
  });

  it('does not need long for a file full of lone quotes', () => {
    const records = read('x,"y\n'.repeat(5_000), 2);
    expect(records).toHaveLength(5_000);
  });

  it('reads the same rows however the text is cut into chunks', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'é', '\\'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
        fc.nat(),
        (rows, seed) => {
          const text = rows
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
            .join('\n');
          const reader = new CsvReader({ delimiter: ',', expected: null });
          const cut = text.length === 0 ? 0 : seed % text.length;
          const records = [...reader.push(text.slice(0, cut), false), ...reader.push(text.slice(cut), true)];
          expect(cellsOf(records)).toEqual(cellsOf(read(text)));
          expect(cellsOf(records)).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never loses a character of broken input', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' '), maxLength: 30 }), (text) => {
        const kept = read(text, 2)
          .flatMap((record) => record.cells)
          .join('');
        expect(kept.replaceAll(/[^a]/g, '')).toBe(text.replaceAll(/[^a]/g, ''));
      }),
      { numRuns: 500 },
    );
  });
});
