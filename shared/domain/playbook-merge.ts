import { sameDocument } from '../richtext/canonical.ts';
import { type MergeConflict, mergeDocuments } from '../richtext/merge.ts';
import type { Section, Step } from './playbook.ts';

/** Two descendants of one playbook body joined; see `mergeDocuments` for what a conflict is. */
export interface MergedSections {
  readonly sections: Section[];
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Joins what two windows did to the sections of a playbook: steps are the same when their id is, their texts are joined
 * block by block. Null where a person has to choose: both moved or added steps, both gave the same step another title, or
 * one took out a step that the other wrote in.
 */
export function mergeSections(
  base: readonly Section[],
  mine: readonly Section[],
  theirs: readonly Section[],
): MergedSections | null {
  const [was, is, their] = [shapeOf(base), shapeOf(mine), shapeOf(theirs)];
  const shape = is === their || was === their ? mine : was === is ? theirs : null;
  if (shape === null) return null;
  const other = shape === mine ? theirs : mine;
  const [old, here, there] = [stepsOf(base), stepsOf(mine), stepsOf(theirs)];
  const kept = stepsOf(shape);
  for (const [id, step] of stepsOf(other)) {
    const before = old.get(id);
    if (!kept.has(id) && (!before || !sameStep(before, step))) return null;
  }
  const conflicts: MergeConflict[] = [];
  const sections: Section[] = [];
  for (const section of shape) {
    const titles = [base, mine, theirs].map(
      (sides) => sides.find(({ id }) => id === section.id)?.title ?? section.title,
    );
    const title = pick(titles);
    if (title === undefined) return null;
    const steps: Step[] = [];
    for (const step of section.steps) {
      const merged = mergeSteps(old.get(step.id), here.get(step.id) ?? step, there.get(step.id) ?? step);
      if (merged === null) return null;
      steps.push(merged.step);
      conflicts.push(...merged.conflicts);
    }
    sections.push({ ...section, title, steps });
  }
  return { sections, conflicts };
}

/** Which sections and steps there are and in what order. */
const shapeOf = (sections: readonly Section[]): string =>
  JSON.stringify(sections.map(({ id, steps }) => [id, steps.map((step) => step.id)]));

const stepsOf = (sections: readonly Section[]): Map<string, Step> =>
  new Map(sections.flatMap(({ steps }) => steps.map((step) => [step.id, step])));

const sameStep = (a: Step, b: Step): boolean =>
  a.title === b.title &&
  JSON.stringify(a.reference) === JSON.stringify(b.reference) &&
  sameDocument(a.document, b.document);

/** Of what it was, here and there: the one that only one side changed. */
function pick([was, mine, theirs]: readonly string[]): string | undefined {
  return mine === theirs || was === theirs ? mine : was === mine ? theirs : undefined;
}

function mergeSteps(
  was: Step | undefined,
  mine: Step,
  theirs: Step,
): { readonly step: Step; readonly conflicts: readonly MergeConflict[] } | null {
  const before = was ?? theirs;
  const title = pick([before.title, mine.title, theirs.title]);
  const reference = pick([before, mine, theirs].map((step) => JSON.stringify(step.reference)));
  if (title === undefined || reference === undefined) return null;
  const { document, conflicts } = mergeDocuments(before.document, mine.document, theirs.document);
  return {
    step: { ...mine, title, reference: JSON.parse(reference) as Step['reference'], document },
    conflicts,
  };
}
