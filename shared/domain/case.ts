import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import {
  audienceSchema,
  type Fields,
  languageSchema,
  lineSchema,
  longTextSchema,
  recordShape,
  tagsSchema,
  titleSchema,
  topicIdsSchema,
} from './record.ts';

/** One thing that happened to a case, as its source told it. `at` is kept as written when it is no date. */
export const caseEventSchema = z.strictObject({ at: lineSchema, who: lineSchema, text: longTextSchema });

/**
 * A mirror of a case in another system. `source` + `externalKey` is unique: it is what makes a second import an update.
 * Dates are what the source said, read as ISO where that was certain (`2011-03-05` or a full time), else as written.
 */
export const caseSchema = z.strictObject({
  ...recordShape,
  source: lineSchema.min(1),
  externalKey: lineSchema.min(1),
  title: titleSchema,
  customerId: idSchema.nullable(),
  customerName: lineSchema,
  product: lineSchema,
  openedAt: lineSchema,
  closedAt: lineSchema,
  status: lineSchema,
  priority: lineSchema,
  channel: lineSchema,
  description: longTextSchema,
  resolution: longTextSchema,
  language: languageSchema,
  tags: tagsSchema,
  topicIds: topicIdsSchema,
  /** Every other column of the source, in its order. Pairs, not an object: a column may be called `__proto__`. */
  fields: z.array(z.strictObject({ name: lineSchema, value: longTextSchema })).max(300),
  timeline: z.array(caseEventSchema).max(5_000),
  audience: audienceSchema,
});
export type Case = z.infer<typeof caseSchema>;

/** What a new one holds before anybody fills it in. */
export const caseDefaults = {
  source: '',
  externalKey: '',
  title: '',
  customerId: null,
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
  tags: [],
  topicIds: [],
  fields: [],
  timeline: [],
  audience: 'team',
} as const satisfies Fields<Case>;

/** Case fields a column of an import may be mapped to. `field` = keep as an extra column, `skip` = leave out. */
export const CASE_TARGETS = [
  'externalKey',
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
  'tags',
  'field',
  'skip',
] as const;
export type CaseTarget = (typeof CASE_TARGETS)[number];

const CONTENT_KEY = 'content-';

/** True for a key that was made from a row's content because its file has no ids: nothing to show to people. */
export function isContentKey(externalKey: string): boolean {
  return externalKey.startsWith(CONTENT_KEY);
}
