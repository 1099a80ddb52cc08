import type { Question } from '../../../shared/domain/question.ts';
import { plainText } from '../../../shared/richtext/plain-text.ts';
import type { ReadDb } from '../handle.ts';
import {
  countOf,
  equals,
  excerpt,
  hasTag,
  hasTopic,
  type ListPage,
  type ListQuery,
  listRecords,
  without,
} from './list.ts';

export type QuestionFilter = Partial<
  Pick<Question, 'state' | 'askerId' | 'sessionId'> & { topicId: string; tag: string }
>;
export type QuestionRow = Omit<Question, 'document' | 'createdBy'> & {
  readonly excerpt: string;
  readonly answerCount: number;
};

/** Answers that are not in the bin. */
export function answerCount(db: ReadDb, questionId: string): number {
  return countOf(
    db,
    'SELECT count(*) AS n FROM answer WHERE question_id = ? AND deleted_at IS NULL',
    questionId,
  );
}

export function listQuestions(db: ReadDb, query: ListQuery<QuestionFilter>): ListPage<QuestionRow> {
  const { filter } = query;
  const conditions = [
    ...equals('state', filter.state),
    ...equals('asker_id', filter.askerId),
    ...equals('session_id', filter.sessionId),
    ...hasTopic(filter.topicId),
    ...hasTag(filter.tag),
  ];
  return listRecords(db, 'question', query, conditions, ['updatedAt', 'createdAt', 'title'], (question) => ({
    ...without(question, 'document', 'createdBy'),
    excerpt: excerpt(plainText(question.document)),
    answerCount: answerCount(db, question.id),
  }));
}
