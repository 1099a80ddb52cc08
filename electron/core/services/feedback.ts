import type { feedback as contract } from '../../../shared/contract/feedback.ts';
import { feedbackDefaults } from '../../../shared/domain/feedback.ts';
import { listFeedback } from '../../data/repositories/feedback.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';

export function feedbackHandlers(env: Environment): Handlers<typeof contract> {
  return {
    ...nounService(env, 'feedback', feedbackDefaults),
    list: (query) => listFeedback(env.read(), query),
  };
}
