import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { documentSchema, EMPTY_DOCUMENT } from '../richtext/document.ts';
import {
  audienceSchema,
  type Fields,
  languageSchema,
  recordShape,
  tagsSchema,
  titleSchema,
  topicIdsSchema,
} from './record.ts';

export const QUESTION_STATES = ['open', 'answered', 'accepted', 'duplicate'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export const questionSchema = z.strictObject({
  ...recordShape,
  title: titleSchema.min(1),
  document: documentSchema,
  language: languageSchema,
  state: z.enum(QUESTION_STATES),
  duplicateOfId: idSchema.nullable(),
  acceptedAnswerId: idSchema.nullable(),
  askerId: idSchema.nullable(),
  sessionId: idSchema.nullable(),
  topicIds: topicIdsSchema,
  tags: tagsSchema,
  audience: audienceSchema,
});
export type Question = z.infer<typeof questionSchema>;

/** What a new one holds before anybody fills it in. */
export const questionDefaults = {
  title: '',
  document: EMPTY_DOCUMENT,
  language: '',
  state: 'open',
  duplicateOfId: null,
  acceptedAnswerId: null,
  askerId: null,
  sessionId: null,
  topicIds: [],
  tags: [],
  audience: 'team',
} as const satisfies Fields<Question>;

/**
 * The state that follows from the facts. It is stored (so that lists can filter by it) but only ever computed here,
 * in the transaction that changes an answer, so it cannot disagree with the answers.
 */
export function decideQuestionState(facts: {
  readonly duplicateOfId: string | null;
  readonly acceptedAnswerId: string | null;
  readonly answerCount: number;
}): QuestionState {
  if (facts.duplicateOfId !== null) return 'duplicate';
  if (facts.acceptedAnswerId !== null) return 'accepted';
  return facts.answerCount > 0 ? 'answered' : 'open';
}

/** What a column of a table of questions may be. With a `kind`, a row is one post: a question or an answer. */
export const QUESTION_TARGETS = [
  'title',
  'question',
  'answer',
  'accepted',
  'asker',
  'answerer',
  'date',
  'answerDate',
  'tags',
  'key',
  'answerKey',
  'kind',
  'skip',
] as const;
export type QuestionTarget = (typeof QUESTION_TARGETS)[number];
