import type { recordings as contract } from '../../../shared/contract/recordings.ts';
import { recordingDefaults } from '../../../shared/domain/recording.ts';
import { findRecord } from '../../data/records.ts';
import { listRecordings } from '../../data/repositories/recordings.ts';
import { rule } from '../core-error.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';

export function recordingHandlers(env: Environment): Handlers<typeof contract> {
  const service = nounService(env, 'recording', recordingDefaults, {
    decide: (db, after) => {
      if (findRecord(db, 'session', after.sessionId) === undefined) throw rule('no-such-session');
      return after;
    },
  });
  return { ...service, list: (query) => listRecordings(env.read(), query) };
}
