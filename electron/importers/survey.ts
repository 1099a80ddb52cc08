import { DateEvidence, type DateOrder } from './case-dates.ts';
import type { CaseReading, ColumnMap } from './case-reading.ts';
import { readRows } from './read-rows.ts';

// A first walk through the whole file, before anything is written: what can only be known from all rows. It is also
// where a cancel costs nothing.

export type Survey = {
  readonly rows: number;
  readonly orderOf: (header: string, column: number) => DateOrder;
  readonly mayMiss: (column: number) => boolean;
};

/** Some programs leave out empty cells at the end of a row; then many rows are short. */
const SHORT_ROWS_HABIT = 0.2;

export async function surveyRows(options: {
  readonly path: string;
  readonly reading: CaseReading;
  readonly mapping: readonly ColumnMap[];
  readonly width: number;
  readonly signal: AbortSignal;
  readonly onProgress: (rows: number) => void;
}): Promise<Survey> {
  const { width } = options;
  const dated = options.mapping.filter((one) => one.target === 'openedAt' || one.target === 'closedAt');
  const byColumn = new Map(dated.map((one) => [one.column, new DateEvidence()]));
  const byHeader = new Map(dated.map((one) => [one.header, byColumn.get(one.column)!]));
  const emptyAtEnd = new Set<number>();
  let rows = 0;
  let short = 0;
  for await (const batch of readRows(options.path, options.reading, options.signal)) {
    for (const row of batch.rows) {
      rows += 1;
      if (row.problem !== null) continue;
      if (row.names !== null) {
        row.names.forEach((name, at) => {
          byHeader.get(name)?.look(row.cells[at] ?? '');
        });
        continue;
      }
      for (const [column, evidence] of byColumn) evidence.look(row.cells[column] ?? '');
      if (row.cells.length < width) short += 1;
      else if (row.cells.some((cell) => cell.trim() !== ''))
        for (let at = width - 1; at > 0 && (row.cells[at] ?? '').trim() === ''; at -= 1) emptyAtEnd.add(at);
    }
    options.onProgress(rows);
  }
  const habit = short > rows * SHORT_ROWS_HABIT && short > 2;
  return {
    rows,
    orderOf: (header, column) => (byColumn.get(column) ?? byHeader.get(header))?.order ?? 'unknown',
    mayMiss: (column) => column > 0 && (habit || emptyAtEnd.has(column)),
  };
}
