import { z } from 'zod';
import { timeSchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';

/** Every noun that is a record of its own: has an id, can be linked, searched, exported, binned. */
export const RECORD_KINDS = [
  'person',
  'mentorship',
  'session',
  'recording',
  'note',
  'question',
  'answer',
  'case',
  'customer',
  'topic',
  'playbook',
  'review',
  'feedback',
  'link',
  'attachment',
] as const;
export const recordKindSchema = z.enum(RECORD_KINDS);
export type RecordKind = z.infer<typeof recordKindSchema>;

/** The kinds a person looks for and links to. The others hang on one of these. */
export const FINDABLE_KINDS = [
  'note',
  'question',
  'answer',
  'case',
  'playbook',
  'session',
  'mentorship',
  'person',
  'topic',
  'customer',
] as const;
export const findableKindSchema = z.enum(FINDABLE_KINDS);
export type FindableKind = z.infer<typeof findableKindSchema>;

/** What every record carries. `version` counts acknowledged saves from 1 and is what a save must expect. */
export const recordShape = {
  id: idSchema,
  createdAt: timeSchema,
  updatedAt: timeSchema,
  /** Who made it; null for imports and for a library without a "me". */
  createdBy: idSchema.nullable(),
  version: z.int().min(1),
  /** Set while in the bin; the record is really gone only when the bin is emptied. */
  deletedAt: timeSchema.nullable(),
};

/** A record without what the library itself fills in. Arrays may be read-only, so that defaults can be constants. */
export type Fields<T> = Frozen<Omit<T, keyof typeof recordShape>>;
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

// Limits are generous for people and small for attacks: every text field has one.
export const TITLE_MAX = 500;
export const LINE_MAX = 2_000;
export const TEXT_MAX = 1_000_000;
export const titleSchema = z.string().max(TITLE_MAX);
export const lineSchema = z.string().max(LINE_MAX);
export const longTextSchema = z.string().max(TEXT_MAX);
/** BCP 47, e.g. `fa`, `zh-Hans`. Empty means unknown. */
export const languageSchema = z.string().regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/);

export const AUDIENCES = ['private', 'team', 'organisation', 'partner', 'customer'] as const;
export const audienceSchema = z.enum(AUDIENCES);
export type Audience = z.infer<typeof audienceSchema>;

/** After Knowledge-Centered Success: not a straight line, any to any is allowed. */
export const CONFIDENCES = ['draft', 'not-validated', 'validated', 'archived'] as const;
export const confidenceSchema = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof confidenceSchema>;

export const tagsSchema = z.array(z.string().min(1).max(80)).max(50);
export const topicIdsSchema = z.array(idSchema).max(50);
