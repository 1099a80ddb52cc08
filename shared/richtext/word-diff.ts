import { splitWords } from './words.ts';

export type DiffOp = 'same' | 'added' | 'removed';

export interface DiffPart {
  readonly text: string;
  readonly op: DiffOp;
}

/** More differing words than this on one side: the text is shown as rewritten instead of word by word. */
const MOST_WORDS = 1500;

/** The difference of two texts by words. Exported for texts that are not documents (titles, fields). */
export function diffWords(before: string, after: string): DiffPart[] {
  const a = splitWords(before).map(({ text }) => text);
  const b = splitWords(after).map(({ text }) => text);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const parts: { text: string; op: DiffOp }[] = [];
  const push = (text: string, op: DiffOp): void => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.op === op) last.text += text;
    else parts.push({ text, op });
  };
  push(a.slice(0, start).join(''), 'same');
  const oldMiddle = a.slice(start, a.length - end);
  const newMiddle = b.slice(start, b.length - end);
  if (oldMiddle.length > MOST_WORDS || newMiddle.length > MOST_WORDS) {
    push(oldMiddle.join(''), 'removed');
    push(newMiddle.join(''), 'added');
  } else for (const { text, op } of myers(oldMiddle, newMiddle)) push(text, op);
  push(a.slice(a.length - end).join(''), 'same');
  return readable(parts);
}

/**
 * Lone spaces and commas kept between two changes make a rewritten sentence look like confetti: they join the changes
 * around them, and each change tells what went before what came.
 */
function readable(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let removed = '';
  let added = '';
  const settle = (): void => {
    if (removed !== '') out.push({ text: removed, op: 'removed' });
    if (added !== '') out.push({ text: added, op: 'added' });
    removed = '';
    added = '';
  };
  parts.forEach((part, index) => {
    if (part.op === 'removed') removed += part.text;
    else if (part.op === 'added') added += part.text;
    else {
      const between =
        removed !== '' && added !== '' && index < parts.length - 1 && /^[\s\p{P}]{1,2}$/u.test(part.text);
      if (between) {
        removed += part.text;
        added += part.text;
      } else {
        settle();
        out.push(part);
      }
    }
  });
  settle();
  return out;
}

/**
 * The shortest way from one row of things to another (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986),
 * kept as one frontier for each number of edits; memory is the square of the edits.
 */
export function myers(a: readonly string[], b: readonly string[]): DiffPart[] {
  const most = a.length + b.length;
  const trace: Int32Array[] = [];
  const frontier = new Int32Array(2 * most + 2);
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(frontier.slice(most - edits, most + edits + 1));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && at(frontier, most + k - 1) < at(frontier, most + k + 1));
      let x = down ? at(frontier, most + k + 1) : at(frontier, most + k - 1) + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      frontier[most + k] = x;
      if (x >= a.length && y >= b.length) return backtrack(a, b, trace, edits);
    }
  }
  return [];
}

function backtrack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly Int32Array[],
  total: number,
): DiffPart[] {
  const parts: DiffPart[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = total; edits > 0; edits -= 1) {
    const row = trace[edits] ?? new Int32Array(0);
    const value = (k: number): number => at(row, k + edits);
    const k = x - y;
    const down = k === -edits || (k !== edits && value(k - 1) < value(k + 1));
    const from = down ? k + 1 : k - 1;
    const fromX = value(from);
    const fromY = fromX - from;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      parts.push({ text: a[x] ?? '', op: 'same' });
    }
    if (down) {
      y -= 1;
      parts.push({ text: b[y] ?? '', op: 'added' });
    } else {
      x -= 1;
      parts.push({ text: a[x] ?? '', op: 'removed' });
    }
  }
  while (x > 0) {
    x -= 1;
    parts.push({ text: a[x] ?? '', op: 'same' });
  }
  return parts.reverse();
}

const at = (row: Int32Array, index: number): number => row[index] ?? 0;
