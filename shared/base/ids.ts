import { z } from 'zod';

// UUIDv7: sorts by time of creation, is made without a server, and survives export and import unchanged.
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Id of any record. Lower case only: two spellings of one id would be two records. */
export const idSchema = z.string().regex(UUID);
export type Id = string;

/** Id of a block inside a document: short, because a document holds thousands. Unique within its document. */
export const blockIdSchema = z.string().regex(/^[A-Za-z0-9_-]{6,36}$/);

/** Makes the ids of new records; a parameter everywhere so that tests can count. */
export type MakeId = () => Id;

export function isId(value: unknown): value is Id {
  return typeof value === 'string' && UUID.test(value);
}
