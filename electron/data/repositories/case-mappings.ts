import { prepared, type ReadDb, type WriteDb } from '../handle.ts';

/** How a source's file was read and mapped the last time, as JSON values that the caller parses. */
export type CaseMappingRow = {
  readonly headers: string[];
  readonly reading: unknown;
  readonly mapping: unknown;
};

export function findCaseMapping(db: ReadDb, source: string): CaseMappingRow | undefined {
  const row = prepared(db, 'SELECT headers, reading, mapping FROM case_mapping WHERE source = ?').get(source);
  if (row === undefined) return undefined;
  return {
    headers: JSON.parse(row.headers as string) as string[],
    reading: JSON.parse(row.reading as string),
    mapping: JSON.parse(row.mapping as string),
  };
}

export function saveCaseMapping(db: WriteDb, source: string, mapping: CaseMappingRow, at: string): void {
  prepared(
    db,
    'INSERT OR REPLACE INTO case_mapping (source, headers, reading, mapping, at) VALUES (?, ?, ?, ?, ?)',
  ).run(
    source,
    JSON.stringify(mapping.headers),
    JSON.stringify(mapping.reading),
    JSON.stringify(mapping.mapping),
    at,
  );
}

/** The source whose last file had exactly these columns, newest first. */
export function sourceWithHeaders(db: ReadDb, headers: readonly string[]): string | undefined {
  const row = prepared(db, 'SELECT source FROM case_mapping WHERE headers = ? ORDER BY at DESC LIMIT 1').get(
    JSON.stringify(headers),
  );
  return row?.source as string | undefined;
}
