import type { FindableKind } from '../../../shared/domain/record.ts';

/** The order in which the contents of a library are told. */
export const FINDABLE = [
  'note',
  'question',
  'answer',
  'case',
  'playbook',
  'session',
  'mentorship',
  'person',
  'topic',
  'customer',
] as const satisfies readonly FindableKind[];
