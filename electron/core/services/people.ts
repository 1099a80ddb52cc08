import type { people as contract } from '../../../shared/contract/people.ts';
import { personDefaults } from '../../../shared/domain/person.ts';
import { listPeople } from '../../data/repositories/people.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';

export function personHandlers(env: Environment): Handlers<typeof contract> {
  return { ...nounService(env, 'person', personDefaults), list: (query) => listPeople(env.read(), query) };
}
