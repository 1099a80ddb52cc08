import { BadFile } from './bad-file.ts';
import type { CaseReading, RawRow } from './case-reading.ts';
import { CsvReader, type CsvRecord } from './csv-rows.ts';
import { ElementCutter, findList, LONGEST_ELEMENT, toJsonRow } from './json-rows.ts';
import { decodeBytes, decodeFile, type Head, readHead } from './text-encoding.ts';

/** A single JSON object is parsed whole; beyond this it is no case but a dump. Bytes. */
const LARGEST_SINGLE = 200_000_000;
/** What is looked at to find the list in a JSON file, and to make a preview. Bytes. */
export const HEAD_BYTES = 256 * 1024;
const MOST_COLUMNS = 2_000;

/** Rows come in handfuls, about one read of the file each: an await for every row would cost more than the row. */
export type RowBatch = { readonly rows: readonly RawRow[]; readonly bytes: number };

/** The header row of a CSV file; for JSON, the names met in the first rows. */
export type FileHead = {
  readonly headers: readonly string[];
  readonly rows: readonly RawRow[];
  readonly complete: boolean;
};

/** Reads the file's rows in order, to the end. Throws BadFile when there is nothing that could be a row. */
export async function* readRows(
  path: string,
  reading: CaseReading,
  signal?: AbortSignal,
): AsyncGenerator<RowBatch> {
  if (reading.format === 'csv') yield* csvRows(path, reading, signal);
  else if (reading.format === 'jsonl') yield* jsonLines(path, reading, signal);
  else yield* jsonElements(path, reading, signal);
}

/** Headers and first rows, from the head of the file alone. */
export function readFirstRows(head: Head, reading: CaseReading, limit: number): FileHead {
  const text = decodeBytes(head.bytes, reading.encoding);
  if (text.trim() === '') throw new BadFile('empty');
  if (reading.format === 'csv') {
    const csv = new CsvReader({ delimiter: reading.delimiter, expected: null });
    const [first, ...others] = csv.push(text, head.complete, limit + 1);
    if (first === undefined) throw new BadFile(head.complete ? 'no-rows' : 'too-large', 'header');
    const headers = toHeaders(first);
    const maker = new CsvRowMaker(headers.length);
    return {
      headers,
      rows: others.map((one) => maker.make(one, true)),
      complete: head.complete && others.length < limit,
    };
  }
  const texts: string[] = [];
  if (reading.format === 'jsonl') {
    const lines = text.split('\n');
    if (!head.complete) lines.pop();
    texts.push(...lines.filter((line) => line.trim() !== ''));
  } else {
    const list = findList(text);
    if (list === null) {
      if (!head.complete) throw new BadFile('bad-json', 'no list found');
      texts.push(text);
    } else {
      const cutter = new ElementCutter(list);
      texts.push(...cutter.push(text));
      const open = cutter.end();
      if (head.complete && open !== '') texts.push(open);
    }
  }
  const rows = texts.slice(0, limit).map((one, at) => toJsonRow(at + 1, one));
  if (rows.length === 0) throw new BadFile('no-rows');
  if (reading.format === 'json' && rows.length === 1 && rows[0]!.problem === 'bad-json') {
    throw new BadFile('bad-json');
  }
  return { headers: namesOf(rows), rows, complete: head.complete && texts.length <= limit };
}

/** Names in the order they were first met. */
function namesOf(rows: readonly RawRow[]): string[] {
  const names = new Set<string>();
  for (const row of rows) {
    for (const name of row.names ?? []) if (names.size < MOST_COLUMNS) names.add(name);
  }
  return [...names];
}

function toHeaders(record: CsvRecord): string[] {
  if (record.problem !== null) throw new BadFile('no-columns', record.problem);
  if (record.cells.length > MOST_COLUMNS) throw new BadFile('no-columns', 'too many columns');
  return record.cells.map((cell, at) => {
    const name = cell.trim();
    return name === '' ? columnLetters(at) : name;
  });
}

/** 0 → A, 25 → Z, 26 → AA: what a spreadsheet calls a column without a name. */
function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter;
}

class CsvRowMaker {
  private row = 0;
  private readonly width: number;

  constructor(width: number) {
    this.width = width;
  }

  make(record: CsvRecord, sound: boolean): RawRow {
    this.row += 1;
    return { row: this.row, names: null, cells: record.cells, problem: this.problemOf(record, sound) };
  }

  /** Short rows are judged later, by what the rest of the file looks like. */
  private problemOf(record: CsvRecord, sound: boolean): RawRow['problem'] {
    if (record.problem !== null) return record.problem;
    const { cells } = record;
    if (cells.length > this.width) {
      for (let i = this.width; i < cells.length; i += 1) if (cells[i]!.trim() !== '') return 'too-many-cells';
    }
    if (!sound && cells.some((cell) => cell.includes('\ufffd'))) return 'bad-encoding';
    return null;
  }
}

async function* csvRows(path: string, reading: CaseReading, signal?: AbortSignal): AsyncGenerator<RowBatch> {
  const csv = new CsvReader({ delimiter: reading.delimiter, expected: null });
  let maker: CsvRowMaker | null = null;
  const take = (records: readonly CsvRecord[], sound: boolean): RawRow[] => {
    let rows = records;
    if (maker === null) {
      const [first, ...others] = records;
      if (first === undefined) return [];
      const width = toHeaders(first).length;
      csv.expect(width);
      maker = new CsvRowMaker(width);
      rows = others;
    }
    const made = maker;
    return rows.map((record) => made.make(record, sound));
  };
  let sound = true;
  for await (const chunk of decodeFile(path, reading.encoding, signal)) {
    let text = chunk.text;
    sound = chunk.sound;
    if (maker === null) {
      // The header first and alone: only then is it known how many cells a row has.
      yield { rows: take(csv.push(text, false, 1), chunk.sound), bytes: chunk.bytes };
      text = '';
      if (maker === null) continue;
    }
    yield { rows: take(csv.push(text, false), chunk.sound), bytes: chunk.bytes };
  }
  if (maker === null) take(csv.push('', true, 1), sound);
  const rows = take(csv.push('', true), sound);
  if (maker === null) throw new BadFile('empty');
  yield { rows, bytes: 0 };
}

export type Line = { readonly row: number; readonly text: string; readonly sound: boolean };

/** Lines that are not blank, with their number in the file. `sound` is false once bytes were met that are no text. */
export async function* readLines(
  path: string,
  encoding: CaseReading['encoding'],
  signal?: AbortSignal,
): AsyncGenerator<{ readonly lines: readonly Line[]; readonly bytes: number }> {
  let rest = '';
  let row = 0;
  let sound = true;
  const number = (texts: readonly string[]): Line[] => {
    const lines: Line[] = [];
    for (const text of texts) {
      row += 1;
      if (text.trim() !== '') lines.push({ row, text, sound });
    }
    return lines;
  };
  for await (const chunk of decodeFile(path, encoding, signal)) {
    const texts = (rest + chunk.text).split('\n');
    rest = texts.pop() ?? '';
    sound = chunk.sound;
    // A line without an end is kept only so far: what follows cannot make it shorter again.
    if (rest.length > LONGEST_ELEMENT * 2) rest = rest.slice(0, LONGEST_ELEMENT + 1);
    yield { lines: number(texts), bytes: chunk.bytes };
  }
  yield { lines: number([rest]), bytes: 0 };
}

async function* jsonLines(
  path: string,
  reading: CaseReading,
  signal?: AbortSignal,
): AsyncGenerator<RowBatch> {
  for await (const { lines, bytes } of readLines(path, reading.encoding, signal)) {
    const rows = lines.map(({ row, text, sound }): RawRow => {
      if (!sound && text.includes('\ufffd')) {
        return { row, names: [], cells: [text.slice(0, 10_000)], problem: 'bad-encoding' };
      }
      return toJsonRow(row, text);
    });
    yield { rows, bytes };
  }
}

async function* jsonElements(
  path: string,
  reading: CaseReading,
  signal?: AbortSignal,
): AsyncGenerator<RowBatch> {
  const head = readHead(path, HEAD_BYTES);
  const list = findList(decodeBytes(head.bytes, reading.encoding));
  if (list === null && head.size > LARGEST_SINGLE) throw new BadFile('too-large');
  const cutter = list === null ? null : new ElementCutter(list);
  const parts: string[] = [];
  let row = 0;
  let sound = true;
  const take = (text: string): RawRow => {
    row += 1;
    if (!sound && text.includes('\ufffd')) {
      return { row, names: [], cells: [text.slice(0, 10_000)], problem: 'bad-encoding' };
    }
    return toJsonRow(row, text);
  };
  for await (const chunk of decodeFile(path, reading.encoding, signal)) {
    sound = chunk.sound;
    if (cutter === null) parts.push(chunk.text);
    else yield { rows: cutter.push(chunk.text).map(take), bytes: chunk.bytes };
  }
  const open = cutter === null ? parts.join('').trim() : cutter.end();
  if (open !== '') yield { rows: [take(open)], bytes: head.size };
  if (row === 0) throw new BadFile('no-rows');
}
