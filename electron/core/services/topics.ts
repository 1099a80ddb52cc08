import type { topics as contract } from '../../../shared/contract/topics.ts';
import { topicDefaults, wouldCircle } from '../../../shared/domain/topic.ts';
import { listTopics, parentOfTopic } from '../../data/repositories/topics.ts';
import { rule } from '../core-error.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';

export function topicHandlers(env: Environment): Handlers<typeof contract> {
  const service = nounService(env, 'topic', topicDefaults, {
    decide: (db, after) => {
      if (wouldCircle(after.id, after.parentId, (id) => parentOfTopic(db, id))) throw rule('topic-circle');
      return after;
    },
  });
  return { ...service, list: (query) => listTopics(env.read(), query) };
}
