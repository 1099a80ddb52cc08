/** A record as far as saving is concerned. */
export interface Versioned {
  readonly version: number;
}

export type SavePhase = 'saved' | 'unsaved' | 'saving' | 'failed';

export interface AutosaverState<Fields> {
  readonly phase: SavePhase;
  /** Fields changed here that the library has not acknowledged. */
  readonly pending: Partial<Fields>;
  readonly error: unknown;
}

export interface AutosaverOptions<Fields extends object, Rec extends Versioned> {
  readonly record: Rec;
  readonly save: (fields: Partial<Fields>, expectedVersion: number) => Promise<Rec>;
  /** Reads the record anew, for when somebody else saved first. */
  readonly reload: () => Promise<Rec>;
  readonly isStale: (error: unknown) => boolean;
  readonly onState: (state: AutosaverState<Fields>) => void;
  readonly onSaved?: (record: Rec) => void;
  /** Milliseconds of quiet before a save. */
  readonly quiet?: number;
}

export interface Autosaver<Fields extends object, Rec extends Versioned> {
  readonly change: (fields: Partial<Fields>) => void;
  /** Saves now and answers when nothing is left, or when saving failed. */
  readonly flush: () => Promise<void>;
  /** A newer record was read (another window, a merge). Ignored when older than what we know. */
  readonly adopt: (record: Rec) => void;
  readonly state: () => AutosaverState<Fields>;
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * Saves changed fields of one record after a moment of quiet, one save at a time, with the version it expects. When
 * somebody else saved in between, it goes on only if they left our fields alone; otherwise it stops with the error and
 * keeps what was typed. Nothing is ever dropped or overwritten silently.
 */
export const createAutosaver = <Fields extends object, Rec extends Versioned>(
  options: AutosaverOptions<Fields, Rec>,
): Autosaver<Fields, Rec> => {
  const quiet = options.quiet ?? 800;
  let base = options.record;
  let pending: Partial<Fields> = {};
  let inFlight: Partial<Fields> | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: AutosaverState<Fields> = { phase: 'saved', pending: {}, error: null };

  const tell = (phase: SavePhase, error: unknown = null): void => {
    current = { phase, pending: { ...inFlight, ...pending }, error };
    options.onState(current);
  };
  const valueIn = (record: Rec, field: string): unknown =>
    (record as unknown as Record<string, unknown>)[field];

  const send = async (fields: Partial<Fields>): Promise<void> => {
    try {
      base = await options.save(fields, base.version);
    } catch (error) {
      if (!options.isStale(error)) throw error;
      const theirs = await options.reload();
      const untouched = Object.keys(fields).every((field) =>
        same(valueIn(theirs, field), valueIn(base, field)),
      );
      if (!untouched) throw error;
      base = theirs;
      base = await options.save(fields, base.version);
    }
    options.onSaved?.(base);
  };

  const run = async (): Promise<void> => {
    while (Object.keys(pending).length > 0) {
      inFlight = pending;
      pending = {};
      tell('saving');
      try {
        await send(inFlight);
        inFlight = null;
      } catch (error) {
        pending = { ...inFlight, ...pending };
        inFlight = null;
        tell('failed', error);
        return;
      }
    }
    tell('saved');
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    if (running === null && Object.keys(pending).length === 0) return;
    running ??= run().finally(() => {
      running = null;
    });
    await running;
  };

  return {
    change: (fields) => {
      pending = { ...pending, ...fields };
      tell(running ? 'saving' : 'unsaved');
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), quiet);
    },
    flush,
    adopt: (record) => {
      if (record.version > base.version && inFlight === null && Object.keys(pending).length === 0)
        base = record;
    },
    state: () => current,
  };
};
