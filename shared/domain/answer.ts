import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { documentSchema, EMPTY_DOCUMENT } from '../richtext/document.ts';
import { audienceSchema, confidenceSchema, type Fields, languageSchema, recordShape } from './record.ts';

export const answerSchema = z.strictObject({
  ...recordShape,
  questionId: idSchema,
  document: documentSchema,
  language: languageSchema,
  authorId: idSchema.nullable(),
  sessionId: idSchema.nullable(),
  confidence: confidenceSchema,
  audience: audienceSchema,
});
export type Answer = z.infer<typeof answerSchema>;

/** What a new one holds before anybody fills it in. */
export const answerDefaults = {
  questionId: '',
  document: EMPTY_DOCUMENT,
  language: '',
  authorId: null,
  sessionId: null,
  confidence: 'draft',
  audience: 'team',
} as const satisfies Fields<Answer>;
