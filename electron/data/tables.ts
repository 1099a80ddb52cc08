import { z } from 'zod';
import type { RecordKind } from '../../shared/domain/record.ts';
import { RECORD_SCHEMAS } from '../../shared/domain/record-of.ts';
import { documentSchema } from '../../shared/richtext/document.ts';
import { longInBytes } from './long-texts.ts';
import { documentFrom, sectionsFrom, toStoredJson } from './unreadable.ts';

// How a record lies in its table: one column a field, in snake case. Arrays and objects are JSON text. The tables
// themselves are written out in the migrations and never derived: this only has to agree with the newest of them
// (tests/store/schema.test.ts).

export const TABLE_OF = {
  person: 'person',
  mentorship: 'mentorship',
  session: 'session',
  recording: 'recording',
  note: 'note',
  question: 'question',
  answer: 'answer',
  case: 'case_record',
  customer: 'customer',
  topic: 'topic',
  playbook: 'playbook',
  review: 'review',
  feedback: 'feedback',
  link: 'link',
  attachment: 'attachment',
} as const satisfies Record<RecordKind, string>;

/** `document` and `sections` are JSON, too: the texts people wrote, read so that a damaged one harms nothing beside it. */
export type ColumnType = 'text' | 'integer' | 'real' | 'boolean' | 'json' | 'document' | 'sections';
export type Column = {
  readonly field: string;
  readonly column: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** The allowed values of an enum field: a CHECK in the table. */
  readonly values: readonly string[] | null;
};

export function toColumnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toColumn(field: string, schema: z.core.$ZodType): Column {
  const nullable = schema instanceof z.ZodNullable;
  const inner = nullable ? (schema.unwrap() as z.core.$ZodType) : schema;
  const name = toColumnName(field);
  const values = inner instanceof z.ZodEnum ? (inner.options as string[]) : null;
  return { field, column: name, type: columnType(field, inner), nullable, values };
}

function columnType(field: string, schema: z.core.$ZodType): ColumnType {
  if (schema === documentSchema) return 'document';
  if (field === 'sections') return 'sections';
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodString) return 'text';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  if (schema instanceof z.ZodNumberFormat) return 'integer';
  if (schema instanceof z.ZodNumber) return 'real';
  return 'json';
}

export const COLUMNS = Object.fromEntries(
  Object.entries(RECORD_SCHEMAS).map(([kind, schema]) => [
    kind,
    Object.entries(schema.shape).map(([field, fieldSchema]) =>
      toColumn(field, fieldSchema as z.core.$ZodType),
    ),
  ]),
) as unknown as Record<RecordKind, readonly Column[]>;

/** What to ask for to read a record: long texts come in bytes. */
export const selected = (kind: RecordKind): string =>
  COLUMNS[kind].map(({ column, type }) => (type === 'document' ? longInBytes(column) : column)).join(', ');

/** The place of a value in a statement that writes it; the bytes of a text become text again. */
export const placeholder = ({ type }: Column): string => (type === 'document' ? 'CAST(? AS TEXT)' : '?');

/** One value on its way into a column. */
export function toStored(column: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (column.type === 'json') return JSON.stringify(value);
  if (column.type === 'document' || column.type === 'sections') return toStoredJson(value);
  if (column.type === 'boolean') return value ? 1 : 0;
  return value;
}

/**
 * One value on its way out. JSON that does not parse throws: a damaged row must be seen, not guessed away. Only the texts
 * people wrote come out as stand-ins, because the rest of the record can still be used.
 */
export function fromStored(column: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (column.type === 'json') return JSON.parse(value as string);
  if (column.type === 'document') return documentFrom(value as string | Buffer);
  if (column.type === 'sections') return sectionsFrom(value as string);
  if (column.type === 'boolean') return value === 1;
  return value;
}
