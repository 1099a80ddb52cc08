import { z } from 'zod';
import { sha256Schema } from '../domain/attachment.ts';
import { recordKindSchema } from '../domain/record.ts';
import { type AnyRecord, RECORD_SCHEMAS } from '../domain/record-of.ts';
import { hasDuplicateIds } from '../richtext/upgrade.ts';
import { documentsIn } from './references.ts';
import { stableJson } from './stable-json.ts';

/** Most earlier versions a record names. */
export const HISTORY_MAX = 100;

const lineSchema = z.strictObject({
  kind: recordKindSchema,
  /** Content hashes of earlier versions, newest first: what tells "they built on ours" from "both changed". */
  history: z.array(sha256Schema).max(HISTORY_MAX),
  record: z.unknown(),
});

/** One line of `records.jsonl`. */
export type PackagedRecord = { readonly item: AnyRecord; readonly history: readonly string[] };

export function formatRecordLine(packaged: PackagedRecord): string {
  return stableJson({
    kind: packaged.item.kind,
    history: packaged.history,
    record: packaged.item.record,
  });
}

/** Reads a parsed line strictly. Throws with the place of the first thing that is wrong. */
export function parseRecordLine(value: unknown): PackagedRecord {
  const line = lineSchema.parse(value);
  const record = RECORD_SCHEMAS[line.kind].parse(line.record);
  const item = { kind: line.kind, record } as unknown as AnyRecord;
  if (documentsIn(item).some(hasDuplicateIds)) throw new Error('two blocks of one document have the same id');
  if (item.record.deletedAt !== null) throw new Error('a record from the bin does not belong in a package');
  return { item, history: line.history };
}
