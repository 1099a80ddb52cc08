import type { CaseReading, Delimiter } from './case-reading.ts';
import { CsvReader } from './csv-rows.ts';
import { decodeBytes, detectEncoding, type Head } from './text-encoding.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
const ROWS_LOOKED_AT = 60;

/** How to read a file of cases, told from its head. What `wish` says is not questioned. Throws BadFile `binary`. */
export function detectReading(head: Head, fileName: string, wish: Partial<CaseReading> = {}): CaseReading {
  const encoding = wish.encoding ?? detectEncoding(head.bytes);
  const text = decodeBytes(head.bytes, encoding);
  const format = wish.format ?? detectFormat(text, fileName);
  const delimiter = wish.delimiter ?? (format === 'csv' ? detectDelimiter(text, head.complete) : ',');
  return { format, encoding, delimiter };
}

function detectFormat(text: string, fileName: string): CaseReading['format'] {
  if (/\.(jsonl|ndjson)$/i.test(fileName)) return 'jsonl';
  const start = text.trimStart();
  if (/\.json$/i.test(fileName) || start.startsWith('{') || /^\[\s*([{\]]|$)/.test(start)) {
    return linesAreObjects(start) ? 'jsonl' : 'json';
  }
  return 'csv';
}

/** Two lines that are objects by themselves: JSON Lines, whatever the file is called. */
function linesAreObjects(text: string): boolean {
  const [first = '', second = ''] = text.split('\n', 2);
  if (!second.trimStart().startsWith('{')) return false;
  try {
    const value = JSON.parse(first) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The delimiter that cuts most rows into the same number of cells, and into more than one. */
function detectDelimiter(text: string, complete: boolean): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const rows = new CsvReader({ delimiter, expected: null }).push(text, complete, ROWS_LOOKED_AT);
    const sound = rows.filter((row) => row.problem === null);
    const counts = new Map<number, number>();
    for (const row of sound) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
    const header = sound[0]?.cells.length ?? 1;
    let usual = 1;
    for (const [cells, times] of counts) if (times > (counts.get(usual) ?? 0)) usual = cells;
    if (usual < 2 && header < 2) continue;
    const share = (counts.get(header) ?? 0) / rows.length;
    const score = share * share * (header === usual ? 1 : 0.5) * Math.min(2, Math.log2(Math.max(2, header)));
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}
