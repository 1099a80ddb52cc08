import type { Answer } from '../../../shared/domain/answer.ts';
import type { ReadDb } from '../handle.ts';
import { equals, type ListPage, type ListQuery, listRecords } from './list.ts';

export type AnswerFilter = Partial<Pick<Answer, 'questionId' | 'authorId'>>;

export function listAnswers(db: ReadDb, query: ListQuery<AnswerFilter>): ListPage<Answer> {
  const { filter } = query;
  const conditions = [...equals('question_id', filter.questionId), ...equals('author_id', filter.authorId)];
  return listRecords(db, 'answer', query, conditions, ['createdAt', 'updatedAt'], (answer) => answer);
}
