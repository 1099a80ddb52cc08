import type { Section, StepPlace } from '../../../shared/domain/playbook.ts';

/** The next place up (-1) or down (1), into the neighbouring section at a border; null at the very top and bottom. */
export const neighbourPlace = (
  sections: readonly Section[],
  from: StepPlace,
  direction: -1 | 1,
): StepPlace | null => {
  const here = sections[from.section];
  if (!here) return null;
  const step = from.step + direction;
  if (step >= 0 && step < here.steps.length) return { section: from.section, step };
  const other = sections[from.section + direction];
  if (!other) return null;
  return { section: from.section + direction, step: direction === 1 ? 0 : other.steps.length };
};
