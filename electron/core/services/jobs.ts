import type { jobs as contract } from '../../../shared/contract/jobs.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';

export function jobHandlers(env: Environment): Handlers<typeof contract> {
  return {
    list: () => env.jobs.list(),
    get: ({ id }) => env.jobs.get(id),
    watch: ({ id }, { signal }) => env.jobs.watch(id, signal),
    cancel: ({ id }) => {
      env.jobs.cancel(id);
      return {};
    },
  };
}
