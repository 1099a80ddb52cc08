import { idSchema } from '../base/ids.ts';
import { answerSchema } from '../domain/answer.ts';
import { nounCalls } from './noun.ts';

// Answers are few per question and read whole, so a list row is the record itself.
export const answers = nounCalls({
  record: answerSchema,
  item: answerSchema,
  filter: { questionId: idSchema.optional(), authorId: idSchema.optional() },
  sorts: ['createdAt', 'updatedAt'],
});
