import { z } from 'zod';
import { timeSchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';
import { confidenceSchema, findableKindSchema, languageSchema } from '../domain/record.ts';
import { call } from './errors.ts';
import { recordRefSchema } from './records.ts';

/** Text in pieces; `mark` pieces are what matched. */
export const markedTextSchema = z.array(z.strictObject({ text: z.string(), mark: z.boolean() }));
export type MarkedText = z.infer<typeof markedTextSchema>;

export const searchHitSchema = z.strictObject({
  ...recordRefSchema.shape,
  externalId: z.string(),
  titleMarked: markedTextSchema,
  snippet: markedTextSchema,
  /** Higher is better; comparable within one answer only. */
  score: z.number(),
  /** Where it matched: explains the hit. */
  matchedIn: z.array(z.enum(['title', 'headings', 'body'])),
  updatedAt: timeSchema,
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const SEARCH_MAX = 200;
const filters = z.strictObject({
  kinds: z.array(findableKindSchema).max(20).optional(),
  topicId: idSchema.optional(),
  personId: idSchema.optional(),
  language: languageSchema.optional(),
  confidence: confidenceSchema.optional(),
  source: z.string().optional(),
  updatedFrom: timeSchema.optional(),
});

export const search = {
  query: call
    .input(
      z.strictObject({
        query: z.string().max(2_000),
        filters: filters.default({}),
        /** True while somebody is still typing: the last word may be unfinished. */
        asYouType: z.boolean().default(false),
        offset: z.int().min(0).max(10_000).default(0),
        limit: z.int().min(1).max(SEARCH_MAX).default(20),
      }),
    )
    .output(
      z.strictObject({
        hits: z.array(searchHitSchema),
        total: z.int(),
        /** Hits of each kind, as if no kind filter were set. */
        kindCounts: z.partialRecord(findableKindSchema, z.int()),
        didYouMean: z.string().nullable(),
        ms: z.number(),
      }),
    ),
  /** Titles that begin or match as one types: for pickers, mentions and the palette. */
  suggest: call
    .input(
      z.strictObject({
        query: z.string().max(500),
        kinds: z.array(findableKindSchema).max(20).optional(),
        limit: z.int().min(1).max(50).default(10),
      }),
    )
    .output(z.array(recordRefSchema)),
};
