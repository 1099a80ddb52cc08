import type { Section } from '../../shared/domain/playbook.ts';
import { mergeSections } from '../../shared/domain/playbook-merge.ts';
import type { FindableKind } from '../../shared/domain/record.ts';
import { sameDocument } from '../../shared/richtext/canonical.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import type { MergeConflict } from '../../shared/richtext/merge.ts';
import type { FormFields, FormNoun, RecordForm } from './record-form.ts';

/** Where a text is: a field of its record or, with `part`, one step of a playbook's sections. */
export interface TextPlace {
  readonly kind: FindableKind;
  readonly recordId: string;
  readonly field: 'document' | 'notes' | 'sections';
  /** Id of the step; empty for a text that is a field. */
  readonly part: string;
}

const sectionsIn = (record: unknown): readonly Section[] =>
  (record as { readonly sections?: readonly Section[] } | null)?.sections ?? [];

/** The text of a record as it stands; undefined where there is none (any more). */
export function textIn(record: unknown, { field, part }: TextPlace): RichText | undefined {
  if (part === '') return (record as Record<string, RichText | undefined> | null)?.[field];
  for (const { steps } of sectionsIn(record))
    for (const step of steps) if (step.id === part) return step.document;
  return undefined;
}

/**
 * Gives a text that was made from `base` to the form of its record, which saves it. What came in between is joined, by the
 * form or, for a step, here: answers what both sides changed as far as it is known before saving.
 */
export function giveText<N extends FormNoun>(
  form: RecordForm<N>,
  place: TextPlace,
  next: RichText,
  base: RichText,
): readonly MergeConflict[] {
  if (place.part === '') {
    form.set({ [place.field]: next } as FormFields<N>, { base: { [place.field]: base } as FormFields<N> });
    return [];
  }
  // As this step last saw the playbook: another window may have taken the step out since, and a step that was written in
  // stays.
  const seen = sectionsIn(form.record);
  const now = form.now().record;
  const { sections, conflicts } = mergeSections(
    withStep(seen, place.part, base),
    withStep(seen, place.part, next),
    sectionsIn(now),
  );
  const there = textIn(now, place);
  const isMerged = there === undefined || !sameDocument(there, base);
  form.set({ sections } as unknown as FormFields<N>, isMerged ? { reason: 'merged' } : {});
  return conflicts.filter(({ stepId }) => stepId === place.part);
}

/** The conflicts of this text that saving found. */
export const conflictsIn = <N extends FormNoun>(
  form: RecordForm<N>,
  { field, part }: TextPlace,
): readonly MergeConflict[] =>
  form.takeConflicts(field, (conflict) => part === '' || (conflict as { stepId?: string }).stepId === part);

const withStep = (sections: readonly Section[], id: string, document: RichText): Section[] =>
  sections.map((section) => ({
    ...section,
    steps: section.steps.map((step) => (step.id === id ? { ...step, document } : step)),
  }));
