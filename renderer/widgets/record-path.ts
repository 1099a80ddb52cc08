import type { FindableKind, RecordKind } from '../../shared/domain/record.ts';

const SEGMENTS: Partial<Record<RecordKind, string>> = {
  note: 'notes',
  question: 'questions',
  answer: 'answers',
  case: 'cases',
  playbook: 'playbooks',
  session: 'sessions',
  mentorship: 'mentorships',
  person: 'people',
  topic: 'topics',
  customer: 'customers',
};

/** Which kind of record the first part of an address means; `undefined` for pages of the app itself. */
export const kindOfSegment = (segment: string): FindableKind | undefined =>
  (Object.keys(SEGMENTS) as FindableKind[]).find((kind) => SEGMENTS[kind] === segment);

/** Kinds that have a page of their own. */
export const hasPage = (kind: RecordKind): boolean => kind in SEGMENTS;

/** The page of a record: `/notes/<id>`; `block` scrolls to that block (`?block=`). Records without a page lead home. */
export const recordPath = (kind: RecordKind, id: string, block?: string | null): string => {
  const segment = SEGMENTS[kind];
  if (segment === undefined) return '/';
  return `/${segment}/${id}${block ? `?block=${encodeURIComponent(block)}` : ''}`;
};
