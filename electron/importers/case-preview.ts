import { DateEvidence } from './case-dates.ts';
import type { CaseReading, ColumnMap } from './case-reading.ts';
import { detectReading } from './detect-reading.ts';
import { guessMapping } from './guess-mapping.ts';
import { type FileHead, HEAD_BYTES, readFirstRows } from './read-rows.ts';
import { readHead } from './text-encoding.ts';

const ROWS_LOOKED_AT = 200;
const ROWS_SHOWN = 20;
/** Cells are cut for showing: a preview of a 1 MB cell helps nobody. Characters. */
const CELL_SHOWN = 2_000;

export type Remembered = { readonly mapping: readonly ColumnMap[]; readonly reading: CaseReading };
export type CasePreview = {
  reading: CaseReading;
  fileName: string;
  source: string;
  headers: string[];
  mapping: ColumnMap[];
  remembered: boolean;
  sample: string[][];
  rowsSeen: number;
  complete: boolean;
  warnings: { code: string; detail: string }[];
};

/**
 * What a file of cases is, from its first 256 KB: nothing is changed and the rest is not read. `remembered` is asked
 * for the mapping used last time for a source. Throws BadFile.
 */
export async function previewCases(
  path: string,
  fileName: string,
  wish: {
    readonly reading?: Partial<CaseReading>;
    readonly remembered?: (source: string, headers: readonly string[]) => Remembered | null;
    readonly source?: string;
    /** The source that was last imported with these headers: a better name than the file's. */
    readonly sourceOf?: (headers: readonly string[]) => string | null;
  } = {},
): Promise<CasePreview> {
  const bytes = readHead(path, HEAD_BYTES);
  let reading = detectReading(bytes, fileName, wish.reading);
  let head = readFirstRows(bytes, reading, ROWS_LOOKED_AT);
  const source = wish.source ?? wish.sourceOf?.(head.headers) ?? sourceOf(fileName);
  const known = wish.remembered?.(source, head.headers) ?? null;
  if (known !== null && wish.reading === undefined && known.reading.format === reading.format) {
    // A person corrected our guess last time: believe them, if the file can be read that way.
    const again = readAgain(bytes, known);
    if (again !== null) {
      reading = known.reading;
      head = again;
    }
  }
  const kept = known === null ? null : moveMapping(known.mapping, head.headers);
  const mapping = kept ?? guessMapping(head.headers, head.rows);
  return {
    reading,
    fileName,
    source,
    headers: [...head.headers],
    mapping,
    remembered: kept !== null,
    sample: head.rows.slice(0, ROWS_SHOWN).map((row) => toSample(row, head.headers)),
    rowsSeen: head.rows.length,
    complete: head.complete,
    warnings: warningsOf(head, mapping),
  };
}

function readAgain(bytes: ReturnType<typeof readHead>, known: Remembered): FileHead | null {
  try {
    const head = readFirstRows(bytes, known.reading, ROWS_LOOKED_AT);
    return moveMapping(known.mapping, head.headers) === null ? null : head;
  } catch {
    return null;
  }
}

/** The mapping for columns that may have moved; null when the file lacks a column that mattered. */
function moveMapping(mapping: readonly ColumnMap[], headers: readonly string[]): ColumnMap[] | null {
  const wanted = new Map<string, ColumnMap[]>();
  for (const one of mapping) wanted.set(one.header, [...(wanted.get(one.header) ?? []), one]);
  const moved = headers.map((header, column): ColumnMap => {
    const target = wanted.get(header)?.shift()?.target ?? 'field';
    return { column, header, target };
  });
  const lost = [...wanted.values()].flat().some((one) => one.target !== 'field' && one.target !== 'skip');
  return lost ? null : moved;
}

function toSample(row: FileHead['rows'][number], headers: readonly string[]): string[] {
  const { names } = row;
  if (names === null) return headers.map((_, at) => (row.cells[at] ?? '').slice(0, CELL_SHOWN));
  return headers.map((header) => (row.cells[names.indexOf(header)] ?? '').slice(0, CELL_SHOWN));
}

/** `tickets_2024-05-01 (2).csv` → `tickets`: next month's file is the same source. */
export function sourceOf(fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,6}$/, '');
  const name = base
    .replace(/\s*\(\d+\)$/, '')
    .replace(
      /[-_. ]*(\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{4}[-_.]\d{2})([-_T ]?\d{2}[-_.:]?\d{2}([-_.:]?\d{2})?)?$/,
      '',
    )
    .trim();
  return (name === '' ? base : name).slice(0, 200) || 'cases';
}

function warningsOf(head: FileHead, mapping: readonly ColumnMap[]): CasePreview['warnings'] {
  const warnings: CasePreview['warnings'] = [];
  if (!mapping.some((one) => one.target === 'externalKey')) warnings.push({ code: 'no-key', detail: '' });
  const twice = head.headers.filter((header, at) => head.headers.indexOf(header) < at);
  if (twice.length > 0)
    warnings.push({ code: 'duplicate-headers', detail: [...new Set(twice)].join(', ').slice(0, 500) });
  const broken = head.rows.filter((row) => row.problem !== null);
  if (broken.length > 0) warnings.push({ code: 'broken-rows', detail: String(broken.length) });
  if (head.rows.length === 0) warnings.push({ code: 'no-rows', detail: '' });
  for (const one of mapping) {
    if (one.target !== 'openedAt' && one.target !== 'closedAt') continue;
    const evidence = new DateEvidence();
    for (const row of head.rows) {
      const at = row.names === null ? one.column : row.names.indexOf(one.header);
      evidence.look(row.cells[at] ?? '');
    }
    if (evidence.order === 'unknown' && evidence.unclear > 0) {
      warnings.push({ code: 'date-order-unclear', detail: one.header.slice(0, 200) });
    }
  }
  return warnings;
}
