import { hash } from 'node:crypto';
import type { CaseTarget } from '../../shared/domain/case.ts';
import { LINE_MAX, TEXT_MAX, TITLE_MAX } from '../../shared/domain/record.ts';
import { type DateOrder, toIsoDate } from './case-dates.ts';
import type { ColumnMap, RawRow, RejectionReason } from './case-reading.ts';

// From a row of the file to what the library would hold. Pure: no database, no clock. What does not fit where the
// mapping puts it is kept as an extra field; only a row that cannot be kept whole is refused.

export const LINE_TARGETS = [
  'title',
  'customerName',
  'product',
  'openedAt',
  'closedAt',
  'status',
  'priority',
  'channel',
  'description',
  'resolution',
  'language',
] as const satisfies readonly CaseTarget[];
export type LineTarget = (typeof LINE_TARGETS)[number];

const LONGEST: Record<LineTarget, number> = {
  title: TITLE_MAX,
  customerName: LINE_MAX,
  product: LINE_MAX,
  openedAt: LINE_MAX,
  closedAt: LINE_MAX,
  status: LINE_MAX,
  priority: LINE_MAX,
  channel: LINE_MAX,
  description: TEXT_MAX,
  resolution: TEXT_MAX,
  language: 35,
};
const VERBATIM: ReadonlySet<CaseTarget> = new Set(['title', 'description', 'resolution']);
const MOST_FIELDS = 300;
const MOST_TAGS = 50;
const LONGEST_TAG = 80;

export type Field = { name: string; value: string };
/** What a row says. '' means it says nothing about that: never that there is nothing. */
export type CaseDraft = {
  key: string;
  readonly text: Record<LineTarget, string>;
  readonly tags: string[];
  readonly fields: Field[];
  /** Differs when the row differs: tells two rows of one key apart without keeping them. */
  readonly print: number;
};
export type DraftResult =
  | { readonly draft: CaseDraft; readonly problem: null }
  | { readonly draft: null; readonly problem: RejectionReason; readonly detail: string };

export type ColumnPlan = {
  readonly header: string;
  readonly target: CaseTarget;
  readonly order: DateOrder;
};
export type DraftPlan = {
  readonly columns: readonly ColumnPlan[];
  readonly byName: ReadonlyMap<string, ColumnPlan>;
  readonly hasKey: boolean;
  /** Columns a row may leave out at its end. */
  readonly mayMiss: (column: number) => boolean;
};

/** `orders` is by column for CSV, by header for JSON (see `surveyRows`). */
export function planDrafts(
  headers: readonly string[],
  mapping: readonly ColumnMap[],
  orderOf: (header: string, column: number) => DateOrder,
  mayMiss: (column: number) => boolean,
): DraftPlan {
  const byColumn = new Map(mapping.map((one) => [one.column, one]));
  const columns = headers.map((header, column): ColumnPlan => {
    const target = byColumn.get(column)?.target ?? 'field';
    return { header: header.slice(0, LINE_MAX), target, order: orderOf(header, column) };
  });
  // JSON has no columns: there the name decides, and names the preview did not meet are extra fields.
  const byName = new Map(
    mapping.map((one): [string, ColumnPlan] => [
      one.header,
      { header: one.header.slice(0, LINE_MAX), target: one.target, order: orderOf(one.header, one.column) },
    ]),
  );
  const hasKey = mapping.some((one) => one.target === 'externalKey');
  return { columns, byName, hasKey, mayMiss };
}

const LANGUAGE_NAMES = new Map([
  ['english', 'en'],
  ['persian', 'fa'],
  ['farsi', 'fa'],
  ['فارسی', 'fa'],
  ['chinese', 'zh'],
  ['中文', 'zh'],
  ['thai', 'th'],
  ['ไทย', 'th'],
]);

export function toDraft(row: RawRow, plan: DraftPlan): DraftResult {
  if (row.problem !== null) return { draft: null, problem: row.problem, detail: '' };
  const { cells } = row;
  if (row.names === null && cells.length < plan.columns.length) {
    for (let at = cells.length; at < plan.columns.length; at += 1) {
      if (!plan.mayMiss(at)) return { draft: null, problem: 'too-few-cells', detail: '' };
    }
  }
  const text: Record<LineTarget, string> = {
    title: '',
    customerName: '',
    product: '',
    openedAt: '',
    closedAt: '',
    status: '',
    priority: '',
    channel: '',
    description: '',
    resolution: '',
    language: '',
  };
  const tags: string[] = [];
  const fields: Field[] = [];
  let key = '';
  // The content in one string: the key of rows without one, and the print of every row. Parts end with a sign that
  // no cell holds in practice, so that "ab|c" and "a|bc" differ.
  let content = '';
  let filled = 0;
  for (let at = 0; at < cells.length; at += 1) {
    const name = row.names === null ? undefined : row.names[at]!;
    const column = name === undefined ? plan.columns[at] : plan.byName.get(name);
    const target = column?.target ?? (name === undefined ? 'skip' : 'field');
    const value = cells[at]!.trim();
    if (value === '') continue;
    filled += 1;
    if (target === 'skip') continue;
    const header = column?.header ?? name!.slice(0, LINE_MAX);
    if (value.length > TEXT_MAX)
      return { draft: null, problem: 'cell-too-large', detail: header.slice(0, 200) };
    content += `${header}\u0001${value}\u0002`;
    if (target === 'field') fields.push({ name: header, value: cells[at]! });
    else if (target === 'externalKey') key = key === '' ? value : `${key}/${value}`;
    else if (target === 'tags') addTags(tags, fields, header, value);
    else {
      // Blanks around a text may be meant; around a status they never are.
      const kept = VERBATIM.has(target) ? cells[at]! : value;
      addText(text, fields, header, target, kept, column!.order);
    }
  }
  if (filled === 0) return { draft: null, problem: 'empty-row', detail: '' };
  if (key.length > LINE_MAX) return { draft: null, problem: 'key-too-long', detail: '' };
  if (fields.length > MOST_FIELDS)
    return { draft: null, problem: 'too-many-fields', detail: String(fields.length) };
  if (plan.hasKey && key === '') return { draft: null, problem: 'no-key', detail: '' };
  const digest = hash('sha256', content, 'hex');
  if (key === '') key = `content-${digest.slice(0, 32)}`;
  const print = Number.parseInt(digest.slice(0, 13), 16);
  return { draft: { key, text, tags, fields, print }, problem: null };
}

function addText(
  text: Record<LineTarget, string>,
  fields: Field[],
  header: string,
  target: LineTarget,
  value: string,
  order: DateOrder,
): void {
  let wanted = value;
  if (target === 'openedAt' || target === 'closedAt') wanted = toIsoDate(value, order);
  else if (target === 'language') wanted = toLanguage(value);
  if (wanted === '' || wanted.length > LONGEST[target]) {
    if (target === 'title') {
      text.title = shorten(value);
      wanted = '';
    }
    // Too long for its place, or not understood: kept whole beside it.
    if (target !== 'openedAt' && target !== 'closedAt') fields.push({ name: header, value });
    else if (wanted !== '') fields.push({ name: header, value });
    return;
  }
  if (text[target] === '') {
    text[target] = wanted;
  } else if (target === 'description' || target === 'resolution') {
    const joined = `${text[target]}\n\n${wanted}`;
    if (joined.length > TEXT_MAX) fields.push({ name: header, value });
    else text[target] = joined;
  } else fields.push({ name: header, value });
}

/** The beginning of a title that is too long, whole characters only. */
function shorten(value: string): string {
  const cut = value.slice(0, TITLE_MAX - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

function toLanguage(value: string): string {
  const known = LANGUAGE_NAMES.get(value.toLowerCase());
  if (known !== undefined) return known;
  const tag = value.replaceAll('_', '-');
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)
    ? tag.replace(/^[A-Za-z]+/, (part) => part.toLowerCase())
    : '';
}

/** `a, b; c`, or a JSON array as some exports write it. What is too long or too much stays an extra field. */
function addTags(tags: string[], fields: Field[], header: string, value: string): void {
  const inner = /^\[.*\]$/s.test(value) ? value.slice(1, -1) : value;
  let left = false;
  for (const part of inner.split(/[,;|\n،、，；]+/)) {
    const tag = part
      .trim()
      .replace(/^(["'])(.*)\1$/s, '$2')
      .trim();
    if (tag === '' || tags.includes(tag)) continue;
    if (tag.length > LONGEST_TAG || tags.length >= MOST_TAGS) left = true;
    else tags.push(tag);
  }
  if (left) fields.push({ name: header, value });
}
