import type { MentorshipItem } from '../../../shared/contract/mentorships.ts';

/** What is under way comes first, what is finished last. */
export const STATE_ORDER = ['active', 'planned', 'paused', 'finished'] as const satisfies ReadonlyArray<
  MentorshipItem['state']
>;

/** By state, then by title in the order of the language. */
export const byState = <M extends Pick<MentorshipItem, 'state' | 'title'>>(
  mentorships: readonly M[],
  compare: (a: string, b: string) => number,
): M[] =>
  [...mentorships].sort(
    (a, b) => STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) || compare(a.title, b.title),
  );
