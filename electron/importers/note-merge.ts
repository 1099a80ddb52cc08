import type { Id } from '../../shared/base/ids.ts';
import type { Note } from '../../shared/domain/note.ts';
import { prepared, type ReadDb } from '../data/handle.ts';
import { saidByFormat } from './documents/said-by-format.ts';
import { IMPORT_REASON, lastImported } from './last-imported.ts';
import { addMissing, mergeTexts } from './merge-text.ts';
import type { NoteDraft } from './note-draft.ts';

export type NoteMerge = {
  readonly db: ReadDb;
  readonly before: Note;
  readonly draft: NoteDraft;
  /** True for a note the file is known to be by its id alone: it stays with the source it came from, or none. */
  readonly isKnown: boolean;
  readonly topicIds: readonly Id[];
  readonly authorId: Id | null;
};

/** What an import may change. For whom a note is meant is not among it: a file must not widen that. */
export type MergedFields = Pick<
  Note,
  | 'title'
  | 'document'
  | 'topicIds'
  | 'tags'
  | 'language'
  | 'kind'
  | 'confidence'
  | 'authorId'
  | 'createdAt'
  | 'externalId'
>;

/**
 * The fields of a note after its file came again, null when the file says nothing new. What people changed here since
 * the last import, or since the file was exported, stays: a text both sides changed is `changed-here` or `newer-here`.
 */
export function mergeNote(merge: NoteMerge): MergedFields | 'changed-here' | 'newer-here' | null {
  const { before, draft, isKnown } = merge;
  const bases = basesOf(merge);
  const document = mergeTexts(
    bases.map((one) => one.document),
    before.document,
    draft.document,
    (ours, wanted) => saidByFormat(ours, wanted, draft.own === null ? null : draft.format),
  );
  if (document === 'changed-here') return isKnown ? 'newer-here' : document;
  const [base] = bases;
  // Nobody knows what the file was made of: its text is ours, and about the rest ours counts.
  if (base === undefined) return null;
  const { own } = draft;
  /** What the file says, where it says something new and nobody here did. */
  const take = <T>(said: T | null | undefined, then: T, now: T): T =>
    said === null || said === undefined || said === then || now !== then ? now : said;
  const added = (now: readonly string[], said: readonly string[], then: readonly string[]) =>
    addMissing(now, said, base === before ? [] : then);
  const fields: MergedFields = {
    title: own === null ? newTitle(draft.title, base, before) : ownTitle(draft.title, base, before),
    document: document ?? before.document,
    topicIds: added(before.topicIds, merge.topicIds, base.topicIds),
    tags: added(before.tags, draft.tags, base.tags),
    language:
      own === null
        ? before.language || draft.language
        : take(draft.language || null, base.language, before.language),
    kind: take(own?.kind, base.kind, before.kind),
    confidence: take(own?.confidence, base.confidence, before.confidence),
    authorId: take(merge.authorId, base.authorId, before.authorId),
    createdAt: before.createdAt,
    externalId: isKnown ? before.externalId : draft.key,
  };
  const same =
    document === null &&
    fields.topicIds.length === before.topicIds.length &&
    fields.tags.length === before.tags.length &&
    (['title', 'language', 'kind', 'confidence', 'authorId', 'externalId'] as const).every(
      (field) => fields[field] === before[field],
    );
  return same ? null : fields;
}

const newTitle = (said: string, base: Note, before: Note): string =>
  said !== base.title && said !== before.title ? said : before.title;

/** Our export writes a title in one line. A file without one takes none away: a name is too easily lost. */
function ownTitle(said: string, base: Note, before: Note): string {
  const isSame = oneLine(said) === oneLine(base.title);
  return said === '' || isSame || base.title !== before.title ? before.title : said;
}
const oneLine = (title: string): string => title.replace(/\s+/gu, ' ').trim();

/**
 * What the file may have been made of, the likeliest first: the note as it was when it was exported, and as the last
 * import left it. None when neither is to be found any more.
 */
function basesOf({ db, before, draft, isKnown }: NoteMerge): Note[] {
  if (!isKnown) return [lastImported(db, 'note', before)];
  const bases: Note[] = [];
  const exported = draft.own?.updatedAt ?? '';
  if (exported === before.updatedAt) bases.push(before);
  else if (exported !== '') {
    const row = prepared(
      db,
      'SELECT record FROM revision WHERE record_id = ? AND at = ? AND record IS NOT NULL ORDER BY version DESC LIMIT 1',
    ).get(before.id, exported);
    if (typeof row?.record === 'string') bases.push(JSON.parse(row.record) as Note);
  }
  const last = prepared(
    db,
    'SELECT version, record FROM revision WHERE record_id = ? AND reason = ? ORDER BY version DESC LIMIT 1',
  ).get(before.id, IMPORT_REASON);
  if (last?.version === before.version) bases.push(before);
  else if (typeof last?.record === 'string') bases.push(JSON.parse(last.record) as Note);
  return bases;
}
