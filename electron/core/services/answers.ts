import type { answers as contract } from '../../../shared/contract/answers.ts';
import { answerDefaults } from '../../../shared/domain/answer.ts';
import { findRecord, itemOf, putRecord } from '../../data/records.ts';
import { listAnswers } from '../../data/repositories/answers.ts';
import { rule } from '../core-error.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';
import { withDecidedState } from './questions.ts';

export function answerHandlers(env: Environment): Handlers<typeof contract> {
  const service = nounService(env, 'answer', answerDefaults, {
    decide: (db, after) => {
      if (findRecord(db, 'question', after.questionId) === undefined) throw rule('no-such-question');
      return after;
    },
    after: (db, after) => {
      const question = findRecord(db, 'question', after.questionId);
      if (question === undefined) return [];
      // An accepted answer that went to the bin is no longer the accepted one.
      const lost = after.deletedAt !== null && question.acceptedAnswerId === after.id;
      const decided = withDecidedState(db, lost ? { ...question, acceptedAnswerId: null } : question);
      if (decided.state === question.state && !lost) return [];
      // The state follows from the answers and is nobody's edit, so the question's version stays.
      putRecord(db, itemOf('question', decided));
      return [{ kind: 'question', id: question.id }];
    },
  });
  return { ...service, list: (query) => listAnswers(env.read(), query) };
}
