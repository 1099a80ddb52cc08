import type { mentorships as contract } from '../../../shared/contract/mentorships.ts';
import { mentorshipDefaults } from '../../../shared/domain/mentorship.ts';
import { listMentorships } from '../../data/repositories/mentorships.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';

export function mentorshipHandlers(env: Environment): Handlers<typeof contract> {
  return {
    ...nounService(env, 'mentorship', mentorshipDefaults),
    list: (query) => listMentorships(env.read(), query),
  };
}
