import type { MergeConflict } from '../../shared/richtext/merge.ts';

// Saves one record by itself while somebody edits it. One saver per record and window: two forms on the same page (a title,
// a check list) share it, so that they never race each other with versions. No React in here: this is where words could be
// lost, so it is small and tested alone.

export interface Versioned {
  readonly id: string;
  readonly version: number;
}

export interface SaverDoor<R extends Versioned> {
  readonly load: () => Promise<R>;
  /** `reason` is empty for plain writing. */
  readonly save: (expectedVersion: number, fields: Partial<R>, reason: string) => Promise<R>;
  /** Called with each record that is known to be on disk. */
  readonly adopt: (record: R) => void;
  /** True when `save` failed because somebody else saved in between. */
  readonly isStale: (error: unknown) => boolean;
  /** Joins two values of a field that both go back to `before`; undefined where a person has to choose. */
  readonly merge?: (
    field: keyof R & string,
    before: unknown,
    mine: unknown,
    theirs: unknown,
  ) => FieldMerge | undefined;
  /** True when trying again later may help by itself (connection lost, disk full). */
  readonly mayHeal: (error: unknown) => boolean;
}

export interface FieldMerge {
  readonly value: unknown;
  /** Blocks both sides changed: both versions of each are in `value`. */
  readonly conflicts: readonly MergeConflict[];
}

/** Fields that were changed here and elsewhere at the same time. Both texts are kept until somebody chooses. */
export interface Conflict<R> {
  readonly fields: readonly (keyof R & string)[];
  readonly mine: Partial<R>;
  readonly theirs: R;
}

export type SaveStateName = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

export interface SaverView<R> {
  /** As it will be once everything is saved. Null until it has been read. */
  readonly record: R | null;
  readonly state: SaveStateName;
  readonly error: unknown;
  readonly conflict: Conflict<R> | null;
}

export interface RecordSaver<R extends Versioned> {
  readonly view: () => SaverView<R>;
  readonly subscribe: (listener: () => void) => () => void;
  /** The record as read from the library, whenever it was read again. */
  readonly take: (record: R) => void;
  /** `base` says what a value was made from, where that is not what the record holds now; `reason` goes into the history. */
  readonly set: (patch: Partial<R>, how?: { readonly base?: Partial<R>; readonly reason?: string }) => void;
  /** The blocks of a field that were changed here and elsewhere since it was last asked; `isWanted` leaves the others. */
  readonly takeConflicts: (
    field: keyof R & string,
    isWanted?: (conflict: MergeConflict) => boolean,
  ) => readonly MergeConflict[];
  /** Saves now what waits. Resolves when nothing waits any more or when saving failed; never rejects. */
  readonly flush: () => Promise<void>;
  /** Settles a conflict: what was written here wins, or what stands in the library. */
  readonly settle: (winner: 'mine' | 'theirs') => void;
  readonly isClean: () => boolean;
}

const QUIET_MS = 700;
const LONGEST_MS = 4_000;
const RETRY_MS = 5_000;
/** A save that takes longer than this is told as failed until it is through. */
const SLOW_MS = 10_000;

/** Equal as JSON. Part by part, as most parts of a long text are the very same ones: written out, it would take a frame. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((part, index) => sameJson(part, b[index]))
    );
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  // A key that holds nothing is no key.
  return (
    Object.keys(one).every((key) => sameJson(one[key], other[key])) &&
    Object.keys(other).every((key) => other[key] === undefined || one[key] !== undefined)
  );
}

export const createRecordSaver = <R extends Versioned>(door: SaverDoor<R>): RecordSaver<R> => {
  let base: R | null = null;
  let pending: Partial<R> = {};
  // What each pending field was on disk when its editing began: the third side of the comparison.
  let before: Partial<R> = {};
  let sending: Partial<R> | null = null;
  let running: Promise<void> | null = null;
  let error: unknown = null;
  let conflict: Conflict<R> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstUnsavedAt: number | null = null;
  let reason = '';
  const merges = new Map<string, readonly MergeConflict[]>();
  let shown: SaverView<R> = { record: null, state: 'saved', error: null, conflict: null };
  const listeners = new Set<() => void>();

  const keysOf = (fields: Partial<R>) => Object.keys(fields) as (keyof R & string)[];
  const hasPending = (): boolean => keysOf(pending).length > 0;

  const tell = (): void => {
    const state: SaveStateName = conflict
      ? 'conflict'
      : error !== null
        ? 'failed'
        : sending
          ? 'saving'
          : hasPending()
            ? 'unsaved'
            : 'saved';
    shown = { record: base && { ...base, ...sending, ...pending }, state, error, conflict };
    for (const listener of listeners) listener();
  };

  /** Looks whether the newer record changed fields that are being edited here; drops edits that came out the same. */
  const compare = (theirs: R): void => {
    for (const key of keysOf(pending)) {
      if (!sameJson(theirs[key], pending[key])) continue;
      delete pending[key];
      delete before[key];
    }
    const fields = keysOf(pending).filter((key) => {
      if (sameJson(theirs[key], before[key])) return false;
      const merged = door.merge?.(key, before[key], pending[key], theirs[key]);
      if (!merged) return true;
      pending[key] = merged.value as R[typeof key];
      before[key] = theirs[key];
      reason = 'merged';
      if (merged.conflicts.length > 0) merges.set(key, [...(merges.get(key) ?? []), ...merged.conflicts]);
      return false;
    });
    conflict = fields.length > 0 ? { fields, mine: { ...pending }, theirs } : null;
  };

  const adopt = (record: R): void => {
    base = record;
    door.adopt(record);
  };

  const plan = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  const saveOnce = async (): Promise<boolean> => {
    if (!base || !hasPending()) return false;
    const sent = pending;
    const sentBefore = before;
    const sentReason = reason;
    reason = '';
    sending = sent;
    pending = {};
    before = {};
    firstUnsavedAt = null;
    error = null;
    tell();
    const giveBack = (): void => {
      pending = { ...sent, ...pending };
      before = { ...before, ...sentBefore };
      reason ||= sentReason;
      sending = null;
    };
    const slow = setTimeout(() => {
      error = new Error('The library does not answer.');
      tell();
    }, SLOW_MS);
    try {
      const saved = await door.save(base.version, sent, sentReason).finally(() => clearTimeout(slow));
      error = null;
      sending = null;
      adopt(saved);
      return hasPending();
    } catch (problem) {
      giveBack();
      if (!door.isStale(problem)) {
        error = problem;
        if (door.mayHeal(problem)) plan(RETRY_MS);
        return false;
      }
      try {
        const theirs = await door.load();
        adopt(theirs);
        compare(theirs);
        return conflict === null && hasPending();
      } catch (second) {
        error = second;
        if (door.mayHeal(second)) plan(RETRY_MS);
        return false;
      }
    }
  };

  const run = async (): Promise<void> => {
    // A record that somebody saves all the time must not keep this one trying for ever.
    for (let round = 0; round < 20 && conflict === null; round += 1) {
      const more = await saveOnce();
      tell();
      if (!more) return;
    }
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    running ??= run().finally(() => {
      running = null;
    });
    return running.then(() => {
      // Words typed while the last save was on its way, after its loop had ended.
      if (hasPending() && error === null && conflict === null && base) return flush();
      return undefined;
    });
  };

  return {
    view: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: (record) => {
      if (base && record.version <= base.version) return;
      if (sending) return; // the answer to our own save is on its way and tells the same or newer
      base = record;
      compare(record);
      tell();
    },
    set: (patch, how = {}) => {
      if (!base) return;
      if (how.reason) reason = how.reason;
      for (const key of keysOf(patch)) {
        // Made from what waits here to be saved: that goes back to what stood on disk before it, and so does this.
        const isOnTop = key in pending && sameJson(how.base?.[key], pending[key]);
        if (how.base && key in how.base && !isOnTop) before[key] = how.base[key];
        else if (!(key in pending)) before[key] = sending && key in sending ? sending[key] : base[key];
        pending[key] = patch[key];
        // Typed and taken back again: nothing to save.
        if (!sending && sameJson(pending[key], base[key]) && sameJson(before[key], base[key])) {
          delete pending[key];
          delete before[key];
        }
      }
      // Made from an older text than the one in hand: joined now, or saving would write over what came in between.
      if (how.base && !sending) compare(base);
      error = null;
      // Never the clock of the wall: set back by an hour, it would let words wait for an hour.
      const now = performance.now();
      firstUnsavedAt ??= now;
      if (hasPending()) plan(Math.max(0, Math.min(QUIET_MS, firstUnsavedAt + LONGEST_MS - now)));
      else {
        clearTimeout(timer);
        firstUnsavedAt = null;
      }
      tell();
    },
    flush,
    settle: (winner) => {
      if (!conflict || !base) return;
      if (winner === 'theirs') {
        for (const key of conflict.fields) {
          delete pending[key];
          delete before[key];
        }
      } else {
        // From here on theirs is what mine was made from: the next save replaces it knowingly, and it stays in the history.
        for (const key of conflict.fields) before[key] = base[key];
      }
      conflict = null;
      tell();
      void flush();
    },
    takeConflicts: (field, isWanted = () => true) => {
      const found = merges.get(field) ?? [];
      merges.set(
        field,
        found.filter((one) => !isWanted(one)),
      );
      return found.filter(isWanted);
    },
    isClean: () => !hasPending() && sending === null,
  };
};
