import { z } from 'zod';
import { timeSchema } from '../base/clock.ts';
import { blockIdSchema, idSchema } from '../base/ids.ts';
import { documentSchema } from '../richtext/document.ts';
import {
  audienceSchema,
  confidenceSchema,
  type Fields,
  languageSchema,
  lineSchema,
  recordShape,
  tagsSchema,
  titleSchema,
  topicIdsSchema,
} from './record.ts';

export const STEP_REFERENCE_KINDS = ['note', 'answer', 'case', 'question'] as const;

/** What a step points at. `title` is what it was called then: shown when the record stayed behind. */
export const stepReferenceSchema = z.strictObject({
  kind: z.enum(STEP_REFERENCE_KINDS),
  id: idSchema,
  title: lineSchema,
});

/** A step has its own text, or shows a note, answer or case, or both. */
export const stepSchema = z.strictObject({
  id: blockIdSchema,
  title: titleSchema,
  document: documentSchema,
  reference: stepReferenceSchema.nullable(),
});
export type Step = z.infer<typeof stepSchema>;

export const sectionSchema = z.strictObject({
  id: blockIdSchema,
  title: titleSchema,
  steps: z.array(stepSchema).max(500),
});
export type Section = z.infer<typeof sectionSchema>;

export const PLAYBOOK_STATES = ['draft', 'published', 'archived'] as const;

/**
 * Sections and steps live inside the record: order is theirs, and a playbook is saved, revised and merged as one.
 * `publishedVersion` is the version newcomers follow while the owner goes on editing.
 */
export const playbookSchema = z.strictObject({
  ...recordShape,
  title: titleSchema.min(1),
  summary: lineSchema,
  prerequisites: z.array(lineSchema).max(50),
  sections: z.array(sectionSchema).max(200),
  ownerId: idSchema.nullable(),
  language: languageSchema,
  state: z.enum(PLAYBOOK_STATES),
  publishedVersion: z.int().min(1).nullable(),
  publishedAt: timeSchema.nullable(),
  topicIds: topicIdsSchema,
  tags: tagsSchema,
  confidence: confidenceSchema,
  audience: audienceSchema,
});
export type Playbook = z.infer<typeof playbookSchema>;

/** What a new one holds before anybody fills it in. */
export const playbookDefaults = {
  title: '',
  summary: '',
  prerequisites: [],
  sections: [],
  ownerId: null,
  language: '',
  state: 'draft',
  publishedVersion: null,
  publishedAt: null,
  topicIds: [],
  tags: [],
  confidence: 'draft',
  audience: 'team',
} as const satisfies Fields<Playbook>;

/** Where a step is, or is to go: section index and step index, from 0. */
export type StepPlace = { readonly section: number; readonly step: number };

/** Moves one step, within its section or to another. Places outside the playbook leave it unchanged. */
export function moveStep(sections: readonly Section[], from: StepPlace, to: StepPlace): Section[] {
  const step = sections[from.section]?.steps[from.step];
  const target = sections[to.section];
  if (step === undefined || target === undefined || to.step < 0) return [...sections];
  const without = sections.map((section, index) =>
    index === from.section
      ? { ...section, steps: section.steps.filter((_, at) => at !== from.step) }
      : section,
  );
  return without.map((section, index) => {
    if (index !== to.section) return section;
    const at = Math.min(to.step, section.steps.length);
    return { ...section, steps: [...section.steps.slice(0, at), step, ...section.steps.slice(at)] };
  });
}

/** Moves a whole section. Places outside the playbook leave it unchanged. */
export function moveSection(sections: readonly Section[], from: number, to: number): Section[] {
  const section = sections[from];
  if (section === undefined || to < 0 || to >= sections.length) return [...sections];
  const without = sections.filter((_, index) => index !== from);
  return [...without.slice(0, to), section, ...without.slice(to)];
}
