import type { CaseTarget } from '../../shared/domain/case.ts';
import { looksLikeDate } from './case-dates.ts';
import type { ColumnMap, RawRow } from './case-reading.ts';
import { COLUMN_PARTS, COLUMN_WORDS, plainHeader } from './column-words.ts';

/**
 * A column can be the key only if its values differ: share of different ones among those filled in. Not all of them,
 * for a repeated key is reported row by row, while a list of events has the same key again and again.
 */
const KEY_DIFFERENT = 0.9;

type Column = {
  readonly header: string;
  readonly names: readonly string[];
  readonly values: readonly string[];
};

/**
 * A first idea of what each column is: by its name, in four languages and the vocabularies of common help desks, and
 * where names say nothing, by what stands in it. Columns nobody recognised are kept as extra fields.
 */
export function guessMapping(headers: readonly string[], rows: readonly RawRow[]): ColumnMap[] {
  const columns = headers.map((header, at): Column => {
    const values: string[] = [];
    for (const row of rows) {
      if (row.problem !== null) continue;
      const place = row.names === null ? at : row.names.indexOf(header);
      values.push(place === -1 ? '' : (row.cells[place] ?? '').trim());
    }
    const plain = plainHeader(header);
    const last = header.includes('.') ? plainHeader(header.slice(header.lastIndexOf('.') + 1)) : plain;
    return { header, names: last === plain ? [plain] : [plain, last], values };
  });
  const targets: CaseTarget[] = columns.map(() => 'field');
  for (const [target, words] of COLUMN_WORDS) {
    const at = bestByName(columns, targets, target, words);
    if (at !== -1) targets[at] = target;
  }
  for (const [target, part] of COLUMN_PARTS) {
    if (targets.includes(target)) continue;
    const at = columns.findIndex(
      (column, place) =>
        targets[place] === 'field' && column.names.some((name) => part.test(name)) && fits(target, column),
    );
    if (at !== -1) targets[at] = target;
  }
  guessByContent(columns, targets);
  columns.forEach((column, at) => {
    const empty = column.values.length > 0 && column.values.every((value) => value === '');
    // A trailing delimiter makes a column without a name and without a word in it.
    if (targets[at] === 'field' && empty && /^[A-Z]{1,2}$/.test(column.header)) targets[at] = 'skip';
  });
  return headers.map((header, column) => ({ column, header, target: targets[column]! }));
}

function bestByName(
  columns: readonly Column[],
  targets: readonly CaseTarget[],
  target: CaseTarget,
  words: readonly string[],
): number {
  let best = -1;
  let bestRank = Number.POSITIVE_INFINITY;
  columns.forEach((column, at) => {
    if (targets[at] !== 'field' || !fits(target, column)) return;
    column.names.forEach((name, nested) => {
      const word = words.indexOf(name);
      // The plain name of a nested value ("requester.name" → "name") counts for less.
      const rank = word + nested * 100;
      if (word !== -1 && rank < bestRank) {
        best = at;
        bestRank = rank;
      }
    });
  });
  return best;
}

/** Whether what stands in the column can be what its name promises. */
function fits(target: CaseTarget, column: Column): boolean {
  const filled = column.values.filter((value) => value !== '');
  if (column.values.length === 0) return true;
  if (target === 'externalKey') {
    return (
      filled.length >= column.values.length * 0.9 && new Set(filled).size >= filled.length * KEY_DIFFERENT
    );
  }
  if (target === 'openedAt' || target === 'closedAt') {
    return filled.filter(looksLikeDate).length >= filled.length * 0.5;
  }
  if (target === 'title' || target === 'description') {
    return filled.length < 20 || new Set(filled).size > 1;
  }
  return true;
}

function guessByContent(columns: readonly Column[], targets: CaseTarget[]): void {
  if (!targets.includes('title') && !targets.includes('description')) {
    let longest = -1;
    let most = 20;
    columns.forEach((column, at) => {
      if (targets[at] !== 'field') return;
      const length = column.values.reduce((sum, value) => sum + value.length, 0) / column.values.length;
      if (length > most) {
        longest = at;
        most = length;
      }
    });
    if (longest !== -1) targets[longest] = 'description';
  }
  if (!targets.includes('openedAt')) {
    const at = columns.findIndex((column, place) => {
      const filled = column.values.filter((value) => value !== '');
      return (
        targets[place] === 'field' &&
        filled.length >= Math.max(1, column.values.length * 0.5) &&
        filled.filter(looksLikeDate).length >= filled.length * 0.8 &&
        !/due|updat|sync|modif/i.test(column.header)
      );
    });
    if (at !== -1) targets[at] = 'openedAt';
  }
}
