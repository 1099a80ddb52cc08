// The file of rejected rows a person downloads, opens in a spreadsheet, mends and imports again.

/**
 * One cell of a CSV file, safe to open in a spreadsheet: a value that begins like a formula would be run, so it gets
 * an apostrophe in front, which spreadsheets read as "this is text". The full-width signs are taken for the plain
 * ones by some of them.
 */
export function csvCell(value: string): string {
  const guarded = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]/.test(guarded) || guarded !== guarded.trim()
    ? `"${guarded.replaceAll('"', '""')}"`
    : guarded;
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

export type RejectedRow = {
  readonly row: number;
  readonly reason: string;
  readonly detail?: string | undefined;
  readonly cells: readonly string[];
};

/** The whole file as text, with the mark that makes spreadsheets read it as UTF-8. The cells follow as they were. */
export function rejectionReport(rows: readonly RejectedRow[]): string {
  const lines = rows.map((row) => csvLine([String(row.row), row.reason, row.detail ?? '', ...row.cells]));
  return `\ufeff${csvLine(['row', 'reason', 'detail', 'cells'])}${lines.join('')}`;
}
