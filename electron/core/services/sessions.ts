import type { sessions as contract } from '../../../shared/contract/sessions.ts';
import { sessionDefaults, startClock, stopClock } from '../../../shared/domain/session.ts';
import { listSessions } from '../../data/repositories/sessions.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';

export function sessionHandlers(env: Environment): Handlers<typeof contract> {
  const service = nounService(env, 'session', sessionDefaults);
  return {
    ...service,
    list: (query) => listSessions(env.read(), query),
    clock: ({ id, action }) =>
      service.change(id, `clock-${action}`, (session) => {
        const now = env.now();
        if (action === 'start')
          return session.clockStartedAt !== null ? session : { ...session, ...startClock(session, now) };
        const end = action === 'end';
        if (end ? session.state === 'ended' : session.clockStartedAt === null) return session;
        return { ...session, ...stopClock(session, now, end) };
      }),
  };
}
