import { oc } from '@orpc/contract';
import { z } from 'zod';

// The closed list of what can go wrong on purpose. Anything else is a bug and arrives as INTERNAL_SERVER_ERROR.
// The page words each code from the catalogue namespace `errors`; `message` is technical detail, never shown first.
export const ERRORS = {
  NOT_FOUND: { status: 404, data: z.object({ kind: z.string(), id: z.string() }).optional() },
  /** Somebody saved since you read: `currentVersion` is on disk; your text was kept as a draft where it was one. */
  STALE: { status: 409, data: z.object({ currentVersion: z.number() }) },
  /** The request is well-formed but breaks a rule; `rule` names it (e.g. `topic-circle`, `source-key-taken`). */
  RULE: { status: 422, data: z.object({ rule: z.string(), detail: z.string().optional() }) },
  TOO_LARGE: { status: 413, data: z.object({ limit: z.number() }).optional() },
  /** A picture with more points than a page may be asked to draw; it can still be kept as a plain file. */
  PICTURE_TOO_LARGE: { status: 413, data: z.object({ pixels: z.number(), limit: z.number() }) },
  FILE_TOO_LARGE: { status: 413, data: z.object({ bytes: z.number(), limit: z.number() }) },
  NO_LIBRARY: { status: 412 },
  NOT_A_LIBRARY: { status: 422 },
  LOCKED: {
    status: 423,
    data: z.object({ pid: z.number(), since: z.string(), port: z.number().nullable() }),
  },
  READ_ONLY: { status: 403, data: z.object({ reason: z.string() }) },
  TOO_NEW: { status: 426 },
  DAMAGED: { status: 500, data: z.object({ detail: z.string() }).optional() },
  DISK_FULL: { status: 507 },
  /** A file that is not what it should be; `code` says why (see importers and packages). */
  BAD_FILE: { status: 422, data: z.object({ code: z.string(), detail: z.string().optional() }) },
  CANCELLED: { status: 499 },
} as const;
export type ErrorCode = keyof typeof ERRORS;

/** Every call starts from here, so every call knows every code. */
export const call = oc.errors(ERRORS);
