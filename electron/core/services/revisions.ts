import type { revisions as contract } from '../../../shared/contract/revisions.ts';
import { findRecord } from '../../data/records.ts';
import { findRevision, listRevisions } from '../../data/repositories/revisions.ts';
import { recordJson } from '../../data/unreadable.ts';
import { CoreError } from '../core-error.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';

export function revisionHandlers(env: Environment): Handlers<typeof contract> {
  return {
    list: ({ recordId, limit }) => listRevisions(env.read(), recordId, limit),
    get: ({ id }) => {
      const db = env.read();
      const found = findRevision(db, id);
      if (found === undefined) throw new CoreError('NOT_FOUND', { kind: 'revision', id });
      const present = found.record ?? recordJson(findRecord(db, found.row.kind, found.row.recordId) ?? {});
      return { revision: found.row, record: present };
    },
  };
}
