import type { drafts as contract } from '../../../shared/contract/drafts.ts';
import { type ReadDb, transact } from '../../data/handle.ts';
import { inBytes } from '../../data/long-texts.ts';
import { findRecord } from '../../data/records.ts';
import {
  adoptDraft,
  type DraftPlace,
  discardDraft,
  draftsOf,
  findDraft,
  listDrafts,
  putDraft,
} from '../../data/repositories/drafts.ts';
import { revisionText } from '../../data/repositories/revisions.ts';
import { rawOf, sectionsFrom } from '../../data/unreadable.ts';
import { CoreError } from '../core-error.ts';
import { saysTheSame, textAt } from '../draft-texts.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { refOf } from '../record-refs.ts';

/** JSON of the text that a draft was made from, from the history; null where it is not kept or cannot be read. */
function textOfVersion(db: ReadDb, draft: DraftPlace & { readonly baseVersion: number }): string | null {
  const record = revisionText(db, draft.recordId, draft.baseVersion);
  if (record === null) return null;
  const then = JSON.parse(record) as Record<string, unknown>;
  const sections = sectionsFrom(JSON.stringify(then.sections ?? []));
  const text = textAt({ ...then, sections }, draft);
  return text === undefined || rawOf(text) !== undefined ? null : JSON.stringify(text);
}

export function draftHandlers(env: Environment): Handlers<typeof contract> {
  /** Changes the drafts of one record and tells the pages. */
  const change = (place: DraftPlace, work: (db: ReturnType<Environment['write']>) => void): void => {
    const db = env.write();
    transact(db, () => work(db));
    env.changes.tell('draft', [place.recordId]);
  };
  return {
    put: (draft) => {
      const updatedAt = env.now();
      const record = findRecord(env.write(), draft.kind, draft.recordId);
      // A page that still shows the library open before this one: stored here, its words would be found by nobody.
      if (record === undefined) throw new CoreError('NOT_FOUND', { kind: draft.kind, id: draft.recordId });
      // A draft that says what is saved already is no draft: it would be offered for nothing.
      const value = inBytes(draft.value);
      const isSaved = saysTheSame(value, textAt(record, draft));
      change(draft, (db) => {
        if (isSaved) discardDraft(db, draft, draft.writer);
        else putDraft(db, { ...draft, value, updatedAt });
      });
      return { updatedAt };
    },
    get: (place) => {
      const db = env.read();
      const draft = findDraft(db, place);
      if (draft === undefined) return null;
      const isOld = findRecord(db, draft.kind, draft.recordId)?.version !== draft.baseVersion;
      return { ...draft, base: isOld ? textOfVersion(db, draft) : null };
    },
    adopt: ({ from, to, ...place }) => {
      change(place, (db) => adoptDraft(db, place, from, to));
      return {};
    },
    discard: ({ writer, value, ...place }) => {
      change(place, (db) => {
        const held = draftsOf(db, place.recordId, writer).find(
          (one) => one.field === place.field && one.part === place.part,
        );
        if (value === undefined || held?.value.toString() === value) discardDraft(db, place, writer);
      });
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
