import type { Playbook } from '../../shared/domain/playbook.ts';
import { sameDocument } from '../../shared/richtext/canonical.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import type { WriteDb } from '../data/handle.ts';
import { type DraftField, type DraftPlace, discardDraft, draftsOf } from '../data/repositories/drafts.ts';
import { documentFrom, rawOf } from '../data/unreadable.ts';

export const DRAFT_FIELDS: readonly DraftField[] = ['document', 'notes', 'sections'];

/** The text of a record that a draft is of; undefined where the record has none such (a step that was taken out). */
export function textAt(record: object, { field, part }: Omit<DraftPlace, 'recordId'>): RichText | undefined {
  if (field !== 'sections') return (record as Record<string, RichText | undefined>)[field];
  for (const section of (record as Partial<Playbook>).sections ?? [])
    for (const step of section.steps) if (step.id === part) return step.document;
  return undefined;
}

/** True when a draft says nothing else than this text. */
export function saysTheSame(value: string | Buffer, text: RichText | undefined): boolean {
  if (text === undefined || rawOf(text) !== undefined) return false;
  const typed = documentFrom(value);
  return rawOf(typed) === undefined && sameDocument(text, typed);
}

/**
 * After a save, in its transaction: the drafts of its writer that are saved by it go. A draft that says more stays: it was
 * typed while this save was on its way, or in another step of the playbook whose title was saved, and it has been promised
 * to be safe.
 */
export function settleDrafts(
  db: WriteDb,
  before: object,
  after: { readonly id: string },
  fields: object,
  writer: string,
): void {
  if (!DRAFT_FIELDS.some((field) => field in fields)) return;
  for (const draft of draftsOf(db, after.id, writer)) {
    if (!(draft.field in fields)) continue;
    // What a late save of all sections left: the same writer has joined it with what there was, and saves the whole now.
    const isWhole = draft.field === 'sections' && draft.part === '';
    const saved = textAt(after, draft) ?? textAt(before, draft);
    if (isWhole || saysTheSame(draft.value, saved)) discardDraft(db, draft, writer);
  }
}
