import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { QUESTION_STATES, questionSchema } from '../domain/question.ts';
import { call } from './errors.ts';
import { excerptSchema, nounCalls } from './noun.ts';

export const questionItemSchema = questionSchema
  .omit({ document: true, createdBy: true })
  .extend({ excerpt: excerptSchema, answerCount: z.int() });
export type QuestionItem = z.infer<typeof questionItemSchema>;

export const questions = {
  ...nounCalls({
    record: questionSchema,
    item: questionItemSchema,
    filter: {
      state: z.enum(QUESTION_STATES).optional(),
      topicId: idSchema.optional(),
      askerId: idSchema.optional(),
      sessionId: idSchema.optional(),
      tag: z.string().max(80).optional(),
    },
    sorts: ['updatedAt', 'createdAt', 'title'],
  }),
  /** Accepts one of its answers, or takes the acceptance back with null. */
  accept: call.input(z.strictObject({ id: idSchema, answerId: idSchema.nullable() })).output(questionSchema),
  /** Says that the question was asked before (`ofId`), or takes that back with null. Circles are refused. */
  markDuplicate: call
    .input(z.strictObject({ id: idSchema, ofId: idSchema.nullable() }))
    .output(questionSchema),
};
