import type { drafts as contract } from '../../../shared/contract/drafts.ts';
import type { FindableKind } from '../../../shared/domain/record.ts';
import { sameDocument } from '../../../shared/richtext/canonical.ts';
import type { RichText } from '../../../shared/richtext/document.ts';
import { readDocument } from '../../../shared/richtext/upgrade.ts';
import { type ReadDb, transact } from '../../data/handle.ts';
import { findRecord } from '../../data/records.ts';
import {
  adoptDraft,
  type DraftField,
  discardDraft,
  findDraft,
  listDrafts,
  putDraft,
} from '../../data/repositories/drafts.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { refOf } from '../record-refs.ts';

function isSaved(
  db: ReadDb,
  kind: FindableKind,
  recordId: string,
  field: DraftField,
  value: string,
): boolean {
  if (field === 'sections') return false;
  const saved = (findRecord(db, kind, recordId) as Record<string, unknown> | undefined)?.[field];
  const typed = readDocument(value);
  return saved !== undefined && typed.state === 'readable' && sameDocument(saved as RichText, typed.document);
}

export function draftHandlers(env: Environment): Handlers<typeof contract> {
  return {
    put: ({ kind, recordId, field, writer, value, baseVersion }) => {
      const updatedAt = env.now();
      const db = env.write();
      // A draft that says what is saved already is no draft: it would be offered for nothing.
      if (isSaved(db, kind, recordId, field, value)) {
        transact(db, () => discardDraft(db, recordId, field, writer));
        env.changes.tell('draft', [recordId]);
        return { updatedAt };
      }
      transact(db, () => putDraft(db, { kind, recordId, field, writer, value, baseVersion, updatedAt }));
      env.changes.tell('draft', [recordId]);
      return { updatedAt };
    },
    get: ({ recordId, field }) => findDraft(env.read(), recordId, field) ?? null,
    adopt: ({ recordId, field, from, to }) => {
      const db = env.write();
      transact(db, () => adoptDraft(db, recordId, field, from, to));
      env.changes.tell('draft', [recordId]);
      return {};
    },
    discard: ({ recordId, field, writer }) => {
      const db = env.write();
      transact(db, () => discardDraft(db, recordId, field, writer));
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
