import type { drafts as contract } from '../../../shared/contract/drafts.ts';
import { transact } from '../../data/handle.ts';
import { discardDraft, findDraft, listDrafts, putDraft } from '../../data/repositories/drafts.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { refOf } from '../record-refs.ts';

export function draftHandlers(env: Environment): Handlers<typeof contract> {
  return {
    put: ({ kind, recordId, field, value, baseVersion }) => {
      const updatedAt = env.now();
      const db = env.write();
      transact(db, () => putDraft(db, { kind, recordId, field, value, baseVersion, updatedAt }));
      env.changes.tell('draft', [recordId]);
      return { updatedAt };
    },
    get: ({ recordId, field }) => findDraft(env.read(), recordId, field) ?? null,
    discard: ({ recordId, field }) => {
      const db = env.write();
      transact(db, () => discardDraft(db, recordId, field));
      env.changes.tell('draft', [recordId]);
      return {};
    },
    list: () => {
      const db = env.read();
      return listDrafts(db).flatMap((draft) => {
        const ref = refOf(db, draft.kind, draft.recordId);
        return ref === null ? [] : [{ ref, field: draft.field, updatedAt: draft.updatedAt }];
      });
    },
  };
}
