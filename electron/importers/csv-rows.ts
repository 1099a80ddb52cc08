import type { Delimiter } from './case-reading.ts';

// Reading CSV so that one broken row costs one row. A general parser gives up, or swallows half the file, when a
// quote is opened and never closed; here such a row is handed out as broken and reading goes on at the next line.

/** A quoted cell longer than this is taken for a quote that was never closed. Characters. */
const LONGEST_QUOTED = 4_000_000;

export type CsvProblem = 'unbalanced-quote' | null;
export type CsvRecord = { readonly cells: string[]; readonly problem: CsvProblem };

export type CsvOptions = {
  readonly delimiter: Delimiter;
  /** Cells a row should have; a row over several lines that has another number is looked at again line by line. */
  readonly expected: number | null;
};

type Parsed = { readonly cells: string[] | null; readonly end: number; readonly lines: number };

/** Takes text in chunks and gives back the rows that are complete. Blank lines are no rows. */
export class CsvReader {
  private rest = '';
  private readonly delimiter: Delimiter;
  private expected: number | null;
  private onlyReturns: boolean | null = null;
  /** Where the next quote of the present text stands: looking for it anew on every line would be quadratic. */
  private nextQuote = -1;

  constructor(options: CsvOptions) {
    this.delimiter = options.delimiter;
    this.expected = options.expected;
  }

  expect(cells: number): void {
    this.expected = cells;
  }

  /** `last` says that nothing follows: what is left is then a row too. */
  push(chunk: string, last: boolean, limit = Number.POSITIVE_INFINITY): CsvRecord[] {
    let text = this.rest === '' ? chunk : this.rest + chunk;
    if (this.onlyReturns === null && (last || text.length > 4096)) {
      this.onlyReturns = !text.includes('\n') && text.includes('\r');
    }
    if (this.onlyReturns === true) text = text.replaceAll('\r', '\n');
    const out: CsvRecord[] = [];
    let at = 0;
    this.nextQuote = -1;
    while (at < text.length && out.length < limit) {
      const lineEnd = text.indexOf('\n', at);
      if (lineEnd === -1 && !last) break;
      const end = lineEnd === -1 ? text.length : lineEnd;
      if (isBlank(text, at, end)) {
        at = end + 1;
        continue;
      }
      const parsed = this.parse(text, at, end, last);
      if (parsed === null) break;
      if (parsed.cells === null || this.swallowed(parsed)) {
        out.push({ cells: [line(text, at, end)], problem: 'unbalanced-quote' });
        at = end + 1;
      } else {
        out.push({ cells: parsed.cells, problem: null });
        at = parsed.end;
      }
    }
    this.rest = at >= text.length ? '' : text.slice(at);
    return out;
  }

  /** A row over several lines with the wrong number of cells has most likely eaten its neighbours. */
  private swallowed(parsed: Parsed): boolean {
    return (
      parsed.lines > 1 &&
      this.expected !== null &&
      parsed.cells !== null &&
      parsed.cells.length !== this.expected
    );
  }

  /** Null when more text is needed to decide; `cells` null when the quotes of the row make no sense. */
  private parse(text: string, start: number, lineEnd: number, last: boolean): Parsed | null {
    if (this.nextQuote < start) {
      const found = text.indexOf('"', start);
      this.nextQuote = found === -1 ? text.length : found;
    }
    if (this.nextQuote >= lineEnd) {
      return { cells: line(text, start, lineEnd).split(this.delimiter), end: lineEnd + 1, lines: 1 };
    }
    return this.parseQuoted(text, start, last);
  }

  private parseQuoted(text: string, start: number, last: boolean): Parsed | null {
    const { delimiter } = this;
    const cells: string[] = [];
    let at = start;
    let lines = 1;
    for (;;) {
      if (text.charCodeAt(at) === 34) {
        const cell = this.quotedCell(text, at + 1, last);
        if (cell === null) return null;
        if (cell === 'broken') return { cells: null, end: at, lines };
        cells.push(cell.value);
        if (cell.value.includes('\n')) lines += 1;
        at = cell.end;
      } else {
        let end = text.indexOf(delimiter, at);
        const lineEnd = text.indexOf('\n', at);
        if (lineEnd === -1 && !last) return null;
        const stop = lineEnd === -1 ? text.length : lineEnd;
        if (end === -1 || end > stop) end = stop;
        cells.push(end === stop ? line(text, at, stop) : text.slice(at, end));
        at = end;
      }
      if (at >= text.length) return { cells, end: text.length, lines };
      const code = text.charCodeAt(at);
      if (code === 10) return { cells, end: at + 1, lines };
      if (code === 13) return { cells, end: at + 2, lines };
      at += 1;
      if (at >= text.length) {
        // A delimiter as the very last character: one more cell, and it is empty.
        if (!last) return null;
        cells.push('');
        return { cells, end: text.length, lines };
      }
    }
  }

  /** The cell whose opening quote stood before `start`; `end` is the delimiter or line end after its closing quote. */
  private quotedCell(
    text: string,
    start: number,
    last: boolean,
  ): { value: string; end: number } | 'broken' | null {
    let value = '';
    let from = start;
    for (;;) {
      const quote = text.indexOf('"', from);
      if (quote === -1 || quote - start > LONGEST_QUOTED) {
        if (quote !== -1 || last || text.length - start > LONGEST_QUOTED) return 'broken';
        return null;
      }
      const next = quote + 1;
      if (next >= text.length && !last) return null;
      if (text.charCodeAt(next) === 34) {
        value += text.slice(from, next);
        from = next + 1;
        continue;
      }
      const end = this.afterQuote(text, next);
      if (end !== -1) {
        if (end >= text.length && !last) return null;
        return { value: value + text.slice(from, quote), end };
      }
      // Some programs write \" for a quote.
      if (quote > from && text.charCodeAt(quote - 1) === 92) {
        value += `${text.slice(from, quote - 1)}"`;
        from = next;
        continue;
      }
      return 'broken';
    }
  }

  /** Where the cell really ends: spaces may stand between quote and delimiter. -1 when anything else does. */
  private afterQuote(text: string, at: number): number {
    let i = at;
    while (text.charCodeAt(i) === 32) i += 1;
    if (i >= text.length || text[i] === this.delimiter) return i;
    const code = text.charCodeAt(i);
    if (code === 10) return i;
    if (code === 13 && (text.charCodeAt(i + 1) === 10 || i + 1 >= text.length)) return i;
    return -1;
  }
}

function line(text: string, start: number, end: number): string {
  const to = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  return text.slice(start, to);
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    // Tabs are left to the reader: in a tab-separated file they are an empty row, not a blank line.
    if (code !== 32 && code !== 13) return false;
  }
  return true;
}
