import type { changes as contract } from '../../../shared/contract/changes.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';

export function changeHandlers(env: Environment): Handlers<typeof contract> {
  return { watch: (_input, { signal }) => env.changes.watch(signal) };
}
