// Every limit of a package, in one place; tests/unit/package-limits.test.ts stands on both sides of each.
const MB = 1024 * 1024;

export const LIMITS = {
  /** Bytes of the whole file. */
  packageBytes: 2 * 1024 * MB,
  entries: 20_000,
  /** Bytes of one entry, unpacked. */
  entryBytes: 512 * MB,
  /** Bytes of all entries together, unpacked: many entries within the rules could still fill a disk. */
  totalBytes: 4 * 1024 * MB,
  /** Bytes of manifest.json, and of each of the bag's own lists. */
  manifestBytes: 5 * MB,
  /** Unpacked ÷ packed of an entry larger than `ratioAbove` bytes. */
  ratio: 200,
  ratioAbove: 1 * MB,
  nameBytes: 200,
  depth: 8,
  jsonDepth: 64,
  /** Bytes of one line of records.jsonl: a note, and anything else (a case may carry 300 columns). */
  noteBytes: 5 * MB,
  recordBytes: 32 * MB,
} as const;

export const NAME_PATTERN = /^[a-z0-9][a-z0-9._/-]*$/;
