import { customerDefaults } from '../domain/customer.ts';
import { personDefaults } from '../domain/person.ts';
import type { AnyRecord } from '../domain/record-of.ts';
import { canonicalDocument } from '../richtext/canonical.ts';
import type { RichText } from '../richtext/document.ts';

// What of a record travels, and what two libraries must agree on to call it the same.

/** Personal details that help nobody who reads the package. */
const PERSONAL = ['contact', 'lastDay'] as const satisfies readonly (keyof typeof personDefaults)[];
const CUSTOMER_FIELDS = ['about', 'preferences', 'contacts', 'environment', 'tags'] as const;
type CustomerField = (typeof CUSTOMER_FIELDS)[number];

/** Names of the fields of this record that never leave. */
export function withheldFields(item: AnyRecord): readonly string[] {
  if (item.kind === 'person') return PERSONAL;
  if (item.kind !== 'customer') return [];
  return CUSTOMER_FIELDS.filter((field) => item.record.sensitiveFields.includes(field));
}

/** True when the customer's very name is marked sensitive: then the whole record stays, and its cases go unnamed. */
export function isNameSensitive(item: AnyRecord): boolean {
  return item.kind === 'customer' && item.record.sensitiveFields.includes('name');
}

/** The record without what must not leave. `withheld` is true when something was there to take away. */
export function withhold(item: AnyRecord): { readonly item: AnyRecord; readonly withheld: boolean } {
  let withheld = false;
  const record = { ...item.record } as unknown as Record<string, unknown>;
  for (const field of withheldFields(item)) {
    const empty = emptyValue(item.kind, field);
    if (isEmpty(record[field])) continue;
    record[field] = empty;
    withheld = true;
  }
  return withheld
    ? { item: { kind: item.kind, record } as unknown as AnyRecord, withheld }
    : { item, withheld };
}

function emptyValue(kind: AnyRecord['kind'], field: string): unknown {
  return kind === 'person'
    ? personDefaults[field as (typeof PERSONAL)[number]]
    : customerDefaults[field as CustomerField];
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0);
}

/** Their version of a record with what they could not know (it never left) filled in from ours. */
export function keepWithheld(theirs: AnyRecord, ours: AnyRecord): AnyRecord {
  if (theirs.kind !== ours.kind) return theirs;
  const record = { ...theirs.record } as unknown as Record<string, unknown>;
  const own = ours.record as unknown as Record<string, unknown>;
  const fields = new Set([...withheldFields(theirs), ...withheldFields(ours)]);
  if (theirs.kind === 'case') fields.add('customerName');
  for (const field of fields) if (isEmpty(record[field])) record[field] = own[field];
  return { kind: theirs.kind, record } as unknown as AnyRecord;
}

/** Fields that say when and where a version was made, or that each library works out for itself. */
const NOT_CONTENT: ReadonlySet<string> = new Set([
  'id',
  'version',
  'createdAt',
  'updatedAt',
  'createdBy',
  'deletedAt',
]);
const NOT_CONTENT_OF: Partial<Record<AnyRecord['kind'], readonly string[]>> = {
  question: ['state'],
  playbook: ['publishedVersion'],
  attachment: ['mime', 'extension'],
};

/**
 * The part of a record whose equality means "the same": no id (a case may be known under another one), no times, no
 * version numbers, nothing that never leaves. Documents in their one spelling.
 */
export function contentOf(item: AnyRecord): Record<string, unknown> {
  const skip = new Set([...(NOT_CONTENT_OF[item.kind] ?? []), ...withheldFields(item)]);
  // The name is then a copy of the customer's, and blank where that is sensitive.
  if (item.kind === 'case' && item.record.customerId !== null) skip.add('customerName');
  const content: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(item.record)) {
    if (!NOT_CONTENT.has(field) && !skip.has(field)) content[field] = canonical(value);
  }
  return { kind: item.kind, content };
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const inner = value as Record<string, unknown>;
  if (Array.isArray(inner.blocks) && typeof inner.version === 'number')
    return canonicalDocument(inner as unknown as RichText);
  if (!('document' in inner) && !('steps' in inner)) return value;
  return Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, canonical(one)]));
}
