import { sameDocument } from '../richtext/canonical.ts';
import { EMPTY_DOCUMENT } from '../richtext/document.ts';
import { type MergeConflict, mergeDocuments, mergeOrder } from '../richtext/merge.ts';
import type { Section, Step } from './playbook.ts';

/** A block of a step's text that both sides changed. Block ids are only unique within their step. */
export interface StepConflict extends MergeConflict {
  readonly stepId: string;
}

/** Two descendants of one playbook body joined; see `mergeDocuments` for what a conflict is. */
export interface MergedSections {
  readonly sections: Section[];
  readonly conflicts: readonly StepConflict[];
}

/**
 * Joins what two windows did to the sections of a playbook. Sections and steps are the same when their id is, texts are
 * joined block by block, and what one side took out stays where the other wrote in it. Nobody is made to choose between
 * the whole body of one window and that of the other: that would cost the words of one of them.
 */
export function mergeSections(
  base: readonly Section[],
  mine: readonly Section[],
  theirs: readonly Section[],
): MergedSections {
  const [old, here, there] = [placesOf(base), placesOf(mine), placesOf(theirs)];
  const steps = new Map<string, { readonly step: Step; readonly sectionId: string }>();
  const conflicts: StepConflict[] = [];
  for (const id of new Set([...here.keys(), ...there.keys()])) {
    const [was, my, their] = [old.get(id), here.get(id), there.get(id)];
    const only = my ?? their;
    if (my && their) {
      const merged = mergeSteps(was?.step, my.step, their.step);
      steps.set(id, {
        step: merged.step,
        sectionId: pickOne(was?.sectionId, my.sectionId, their.sectionId) ?? my.sectionId,
      });
      conflicts.push(...merged.conflicts);
    } else if (only && !(was && sameStep(was.step, only.step))) steps.set(id, only);
  }

  const [oldSections, mySections, theirSections] = [byId(base), byId(mine), byId(theirs)];
  const filled = new Set([...steps.values()].map(({ sectionId }) => sectionId));
  const sections = new Map<string, Section>();
  for (const id of new Set([...mySections.keys(), ...theirSections.keys()])) {
    const [was, my, their] = [oldSections.get(id), mySections.get(id), theirSections.get(id)];
    const only = my ?? their;
    if (!only) continue;
    const isGone = !(my && their) && was !== undefined && only.title === was.title && !filled.has(id);
    if (isGone) continue;
    const inside = new Set(
      [...steps].flatMap(([stepId, { sectionId }]) => (sectionId === id ? [stepId] : [])),
    );
    sections.set(id, {
      id,
      title: my && their ? mergeTitle(was?.title, my.title, their.title) : only.title,
      steps: mergeOrder(stepIds(was), stepIds(my), stepIds(their), inside).flatMap(
        (stepId) => steps.get(stepId)?.step ?? [],
      ),
    });
  }
  const order = mergeOrder(
    [...oldSections.keys()],
    [...mySections.keys()],
    [...theirSections.keys()],
    sections,
  );
  return { sections: order.flatMap((id) => sections.get(id) ?? []), conflicts };
}

type Place = { readonly step: Step; readonly sectionId: string };

const placesOf = (sections: readonly Section[]): Map<string, Place> =>
  new Map(
    sections.flatMap(({ id, steps }) =>
      steps.map((step): [string, Place] => [step.id, { step, sectionId: id }]),
    ),
  );

const byId = (sections: readonly Section[]): Map<string, Section> =>
  new Map(sections.map((section) => [section.id, section]));

const stepIds = (section: Section | undefined): string[] => section?.steps.map(({ id }) => id) ?? [];

const sameStep = (a: Step, b: Step): boolean =>
  a.title === b.title &&
  JSON.stringify(a.reference) === JSON.stringify(b.reference) &&
  sameDocument(a.document, b.document);

/** Of what it was, here and there: the one that only one side changed; undefined when both did. */
const pickOne = <T>(was: T | undefined, mine: T, theirs: T): T | undefined =>
  mine === theirs || was === theirs ? mine : was === mine ? theirs : undefined;

/** Letters a title holds. */
const TITLE_MAX = 500;

/** Two titles for one thing stand side by side: what is one too many is quickly taken out, what is gone is not noticed. */
function mergeTitle(was: string | undefined, mine: string, theirs: string): string {
  const one = pickOne(was, mine, theirs);
  if (one !== undefined) return one;
  if (mine.includes(theirs)) return mine;
  if (theirs.includes(mine)) return theirs;
  return `${mine} / ${theirs}`.slice(0, TITLE_MAX);
}

function mergeSteps(
  was: Step | undefined,
  mine: Step,
  theirs: Step,
): { readonly step: Step; readonly conflicts: readonly StepConflict[] } {
  // A step that both sides brought back after it was taken out has no common past any more.
  const old = was?.document ?? EMPTY_DOCUMENT;
  const { document, conflicts } = mergeDocuments(old, mine.document, theirs.document);
  const [before, my, their] = [was, mine, theirs].map((step) => JSON.stringify(step?.reference));
  const reference = pickOne(before, my, their);
  return {
    step: {
      ...mine,
      title: mergeTitle(was?.title, mine.title, theirs.title),
      reference: reference === their ? theirs.reference : mine.reference,
      document,
    },
    conflicts: conflicts.map((conflict) => ({ ...conflict, stepId: mine.id })),
  };
}
