import { MAX_CELLS, MAX_ROWS, type Row } from '../../../shared/richtext/block-parts.ts';
import { cleanText } from '../../../shared/richtext/clean-text.ts';
import type { Block } from '../../../shared/richtext/document.ts';

/** Letters that are looked through. */
const LONGEST = 5_000_000;

/**
 * Cells of a spreadsheet as they come when there is no HTML: values parted by tabs, rows by breaks, a value with breaks
 * in it in quotes. `undefined` for any other text, indented code above all.
 */
export function tabTable(text: string, makeBlockId: () => string): Block | undefined {
  if (!text.includes('\t') || text.length > LONGEST) return undefined;
  const rows = splitRows(cleanText(text).replace(/\n$/u, ''));
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || rows.length > MAX_ROWS || width < 2 || width > MAX_CELLS) return undefined;
  if (rows.some((row) => row.length !== width)) return undefined;
  if (rows.every((row) => row[0]?.trim() === '') || rows.every((row) => row.every((cell) => cell === '')))
    return undefined;
  return tableOf(rows, makeBlockId);
}

/**
 * The same for a paste into a table, where values parted by tabs can mean nothing but cells: also one row of them, and
 * rows of different lengths. `undefined` for text without tabs, and for lines that are only indented.
 */
export function tabCells(text: string, makeBlockId: () => string): Block | undefined {
  if (!text.includes('\t') || text.length > LONGEST) return undefined;
  const rows = splitRows(cleanText(text).replace(/\n$/u, ''));
  const width = Math.max(...rows.map((row) => row.length));
  if (rows.length > MAX_ROWS || width > MAX_CELLS) return undefined;
  if (rows.every((row) => row[0]?.trim() === '')) return undefined;
  const even = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
  return tableOf(even, makeBlockId);
}

function tableOf(rows: readonly (readonly string[])[], makeBlockId: () => string): Block {
  const children = rows.map(
    (row): Row => ({
      type: 'row',
      children: row.map((value) => ({
        type: 'cell',
        children: value.trim() === '' ? [] : [{ text: value.trim() }],
      })),
    }),
  );
  return { id: makeBlockId(), type: 'table', header: false, children };
}

function splitRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    QUOTED.lastIndex = at;
    const quoted = text[at] === '"' ? QUOTED.exec(text) : null;
    let value: string;
    if (quoted) {
      value = (quoted[1] ?? '').replace(/""/gu, '"');
      at += quoted[0].length;
    } else {
      END.lastIndex = at;
      const stop = END.exec(text)?.index ?? text.length;
      value = text.slice(at, stop);
      at = stop;
    }
    row.push(value);
    if (text[at] !== '\t') {
      rows.push(row);
      row = [];
      if (rows.length > MAX_ROWS) return rows;
    }
    at += 1;
  }
  return rows;
}

const QUOTED = /"((?:[^"]|"")*)"(?=[\t\n]|$)/uy;
const END = /[\t\n]/gu;
