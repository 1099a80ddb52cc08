import type { questions as contract } from '../../../shared/contract/questions.ts';
import { decideQuestionState, type Question, questionDefaults } from '../../../shared/domain/question.ts';
import type { ReadDb } from '../../data/handle.ts';
import { findRecord } from '../../data/records.ts';
import { answerCount, listQuestions } from '../../data/repositories/questions.ts';
import { rule } from '../core-error.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { type NounService, nounService } from '../noun-service.ts';

/** The question with the state that its facts give it; whatever a caller sent as `state` does not count. */
export function withDecidedState(db: ReadDb, question: Question): Question {
  const state = decideQuestionState({
    duplicateOfId: question.duplicateOfId,
    acceptedAnswerId: question.acceptedAnswerId,
    answerCount: answerCount(db, question.id),
  });
  return { ...question, state };
}

function checkDuplicate(db: ReadDb, question: Question): void {
  const seen = new Set([question.id]);
  for (let at = question.duplicateOfId; at !== null; ) {
    if (seen.has(at)) throw rule('duplicate-circle');
    seen.add(at);
    const other: Question | undefined = findRecord(db, 'question', at);
    if (other === undefined) throw rule('no-such-question');
    at = other.duplicateOfId;
  }
}

export function questionService(env: Environment): NounService<'question'> {
  return nounService(env, 'question', questionDefaults, {
    decide: (db, after) => {
      checkDuplicate(db, after);
      if (after.acceptedAnswerId !== null) {
        const answer = findRecord(db, 'answer', after.acceptedAnswerId);
        if (answer === undefined || answer.questionId !== after.id || answer.deletedAt !== null)
          throw rule('no-such-answer');
      }
      return withDecidedState(db, after);
    },
  });
}

export function questionHandlers(env: Environment): Handlers<typeof contract> {
  const service = questionService(env);
  return {
    ...service,
    list: (query) => listQuestions(env.read(), query),
    accept: ({ id, answerId }) =>
      service.change(id, answerId === null ? 'unaccepted' : 'accepted', (question) => ({
        ...question,
        acceptedAnswerId: answerId,
      })),
    markDuplicate: ({ id, ofId }) =>
      service.change(id, ofId === null ? 'not-duplicate' : 'duplicate', (question) => ({
        ...question,
        duplicateOfId: ofId,
      })),
  };
}
