import { BadFile } from './bad-file.ts';
import type { RawRow, RejectionReason } from './case-reading.ts';

// Cases in JSON: one object a case, in an array somewhere near the top, or one object a line. The array is cut into
// its elements while it is read, so that its length does not matter and one broken element costs one case.

/** Longest text of one case. Characters. */
export const LONGEST_ELEMENT = 8_000_000;
const DEEPEST = 8;
const MOST_CELLS = 2_000;

type Flat = { readonly names: string[]; readonly cells: string[] };

/** Parses one case. Whole numbers too big for JavaScript stay as they were written: they are ids. */
export function parseElement(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
      ? context?.source
      : value,
  );
}

/** The row an element is, or why it is none. */
export function toJsonRow(row: number, text: string): RawRow {
  const failed = (problem: RejectionReason): RawRow => ({
    row,
    names: [],
    cells: [text.slice(0, 10_000)],
    problem,
  });
  if (text.length > LONGEST_ELEMENT) return failed('cell-too-large');
  let value: unknown;
  try {
    value = parseElement(text);
  } catch {
    return failed('bad-json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return failed('not-an-object');
  const flat: Flat = { names: [], cells: [] };
  try {
    flatten(unwrap(value), '', 0, flat);
  } catch (error) {
    return failed(error instanceof RangeError ? 'too-deep' : 'bad-json');
  }
  return { row, names: flat.names, cells: flat.cells, problem: null };
}

/** `{"ticket": {…}}` is the ticket: one key, and an object under it. */
function unwrap(value: object): object {
  const keys = Object.keys(value);
  if (keys.length !== 1) return value;
  const inner = Object.values(value)[0] as unknown;
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : value;
}

function flatten(value: object, prefix: string, depth: number, flat: Flat): void {
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const name = (prefix === '' ? key : `${prefix}.${key}`).toWellFormed();
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner) && depth < DEEPEST) {
      flatten(inner, name, depth + 1, flat);
      continue;
    }
    if (flat.names.length >= MOST_CELLS) throw new RangeError('too many values');
    flat.names.push(name);
    flat.cells.push(toCell(inner));
  }
}

function toCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null)) {
    return value
      .map(toCell)
      .filter((one) => one !== '')
      .join(', ');
  }
  return JSON.stringify(value).toWellFormed();
}

const LIST_KEYS =
  /^(records|tickets|cases|issues|data|results?|items|rows|values?|incidents|requests|complaints|work_?orders|entries|list|hits|objects)$/i;

/**
 * Where the list of cases begins: the place after the `[` of the file's own array, or of an array directly under
 * the top object (`{"records": […]}`, `{"count": 2, "tickets": […]}`). Null when the file is one single case.
 */
export function findList(head: string): number | null {
  let depth = 0;
  let key = '';
  let looksLikeCase = false;
  let found: number | null = null;
  for (let i = 0; i < head.length; i += 1) {
    const code = head.charCodeAt(i);
    if (code === 34) {
      const end = stringEnd(head, i + 1);
      if (depth === 1 && /^\s*:/.test(head.slice(end + 1, end + 50))) {
        key = head.slice(i + 1, end);
        if (/^(id|key|number|subject|title|description|summary|status)$/i.test(key)) looksLikeCase = true;
      }
      i = end;
    } else if (code === 123) depth += 1;
    else if (code === 125 || code === 93) depth -= 1;
    else if (code === 91) {
      if (depth === 0) return i + 1;
      if (depth === 1 && /^\s*\{/.test(head.slice(i + 1, i + 2_000))) {
        if (LIST_KEYS.test(key)) return i + 1;
        found ??= i + 1;
      }
      depth += 1;
    }
  }
  return looksLikeCase ? null : found;
}

/** Cuts the text of a JSON array into the texts of its elements, chunk by chunk. */
export class ElementCutter {
  private rest = '';
  /** Characters of `rest` already looked at. */
  private at = 0;
  private depth = 0;
  private open = false;
  private inString = false;
  private ended = false;
  private skip: number;

  /** `skip`: characters before the first element, from `findList`. */
  constructor(skip: number) {
    this.skip = skip;
  }

  /** Texts of the elements that are complete. */
  push(chunk: string): string[] {
    if (this.ended) return [];
    if (this.skip >= chunk.length) {
      this.skip -= chunk.length;
      return [];
    }
    const text = this.skip > 0 ? chunk.slice(this.skip) : this.rest + chunk;
    this.skip = 0;
    const out: string[] = [];
    let start = this.open ? 0 : -1;
    let i = this.at;
    for (; i < text.length && !this.ended; i += 1) {
      if (this.inString) {
        i = stringEnd(text, i);
        if (i >= text.length) break;
        this.inString = false;
        continue;
      }
      const code = text.charCodeAt(i);
      if (code <= 32) continue;
      if (start === -1) {
        if (code === 44) continue;
        if (code === 93) {
          this.ended = true;
          break;
        }
        start = i;
      }
      if (code === 34) this.inString = true;
      else if (code === 123 || code === 91) this.depth += 1;
      else if ((code === 44 || code === 93) && this.depth === 0) {
        out.push(text.slice(start, i));
        start = -1;
        if (code === 93) this.ended = true;
      } else if ((code === 125 || code === 93) && this.depth > 0) this.depth -= 1;
    }
    this.open = start !== -1;
    this.rest = this.open ? text.slice(start) : '';
    this.at = this.open ? Math.min(i, text.length) - start : 0;
    if (this.rest.length > LONGEST_ELEMENT * 2) throw new BadFile('bad-json', 'one element is too long');
    return out;
  }

  /** What stands open at the end of the file: an element that was cut off, or ''. */
  end(): string {
    return this.ended ? '' : this.rest.trim();
  }
}

/** The place of the quote that ends the string going on at `from`; the length of the text when it is not there. */
function stringEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return text.length;
    let slashes = 0;
    while (quote - 1 - slashes >= 0 && text.charCodeAt(quote - 1 - slashes) === 92) slashes += 1;
    if (slashes % 2 === 0) return quote;
    at = quote + 1;
  }
}
