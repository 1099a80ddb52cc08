import type { ErrorCode } from '../../shared/contract/errors.ts';

export type { ErrorCode };

// Named again instead of imported: the contract brings its schemas along, and the first screen must stay small.
// `satisfies` makes a new code of the contract fail here until it has words.
const words = {
  NOT_FOUND: true,
  STALE: true,
  RULE: true,
  TOO_LARGE: true,
  PICTURE_TOO_LARGE: true,
  FILE_TOO_LARGE: true,
  NO_LIBRARY: true,
  NOT_A_LIBRARY: true,
  LOCKED: true,
  READ_ONLY: true,
  TOO_NEW: true,
  DAMAGED: true,
  DISK_FULL: true,
  BAD_FILE: true,
  CANCELLED: true,
} satisfies Record<ErrorCode, true>;

export const ERROR_CODES = Object.keys(words) as readonly ErrorCode[];
