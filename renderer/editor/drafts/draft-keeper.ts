/** Quiet after which a draft is saved, and the longest anyone's words wait while they keep typing: a crash costs no more. */
const QUIET_MS = 500;
const LONGEST_WAIT_MS = 900;
/** After a failed save: try again by itself, ever less often. */
const RETRY_MS = [2000, 5000, 15_000, 30_000] as const;

/** A save that takes longer than this is told as failed until it is through: nobody should trust a store that hangs. */
const SLOW_MS = 10_000;

/** Nobody is there any more to see that it failed, so it is worth trying for some minutes; then the store is gone. */
const MOST_RETRIES_AFTER_CLOSE = 10;

/** `saved`: stored. `unsaved`: waiting for quiet. `saving`: on its way. `failed`: not stored, the text is kept here. */
export type DraftState = 'saved' | 'unsaved' | 'saving' | 'failed';

interface DraftKeeperOptions<T> {
  /** Stores the text; resolves when it is safely stored, rejects when it is not. Never called twice at the same time. */
  readonly save: (value: T) => Promise<void>;
  readonly onState: (state: DraftState, error?: unknown) => void;
  readonly quietMs?: number;
  readonly longestWaitMs?: number;
  /** Time as parameters, so that tests can stand still. Default: the page's own. */
  readonly now?: () => number;
  readonly setTimer?: (run: () => void, ms: number) => unknown;
  readonly clearTimer?: (timer: unknown) => void;
}

export interface DraftKeeper<T> {
  /** A new text: it will be stored soon. */
  readonly put: (value: T) => void;
  /** Store now what waits; resolves when it is stored (true) or could not be (false). What comes later is later's. */
  readonly flush: () => Promise<boolean>;
  /** The text has been stored by other means (published): nothing waits any more. */
  readonly settle: () => void;
  /** The text has been closed: what waits is stored now, and tried again for a while should that fail. */
  readonly dispose: () => void;
}

/**
 * Keeps what is typed safe: one save at a time, always of the newest text, soon after the writer pauses and never
 * later than `longestWaitMs`; a failed save keeps the text and tries again.
 */
export function createDraftKeeper<T>(options: DraftKeeperOptions<T>): DraftKeeper<T> {
  const {
    save,
    onState,
    quietMs = QUIET_MS,
    longestWaitMs = LONGEST_WAIT_MS,
    now = () => performance.now(),
    setTimer = (run, ms) => setTimeout(run, ms),
    clearTimer = (timer) => clearTimeout(timer as never),
  } = options;
  let waiting: { value: T; since: number } | undefined;
  let running: Promise<void> | undefined;
  let disposed = false;
  let timer: unknown;
  let failures = 0;

  const schedule = (ms: number): void => {
    if (timer !== undefined) clearTimer(timer);
    timer = setTimer(() => {
      timer = undefined;
      void flush();
    }, ms);
  };

  const stopTimer = (): void => {
    if (timer !== undefined) clearTimer(timer);
    timer = undefined;
  };

  const saveOnce = async (value: T, since: number): Promise<void> => {
    onState('saving');
    const slow = setTimer(() => onState('failed', new Error('The store does not answer.')), SLOW_MS);
    try {
      await save(value).finally(() => clearTimer(slow));
      failures = 0;
      if (waiting === undefined) onState('saved');
      else {
        onState('unsaved');
        schedule(quietMs);
      }
    } catch (error) {
      // A newer text typed meanwhile takes the place of the one that failed; otherwise that one waits again.
      waiting ??= { value, since };
      onState('failed', error);
      failures += 1;
      if (disposed && failures > MOST_RETRIES_AFTER_CLOSE) return;
      schedule(RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? quietMs);
    }
  };

  async function flush(): Promise<boolean> {
    stopTimer();
    // What is on its way may be older than what waits: both must arrive, in order, one at a time.
    while (running) await running;
    if (waiting) {
      const { value, since } = waiting;
      waiting = undefined;
      running = saveOnce(value, since).finally(() => {
        running = undefined;
      });
      await running;
    }
    return failures === 0;
  }

  return {
    put: (value) => {
      const since = waiting?.since ?? now();
      waiting = { value, since };
      if (!running && failures === 0) onState('unsaved');
      schedule(Math.max(0, Math.min(quietMs, since + longestWaitMs - now())));
    },
    flush,
    settle: () => {
      stopTimer();
      waiting = undefined;
      failures = 0;
      onState('saved');
    },
    dispose: () => {
      disposed = true;
      void flush();
    },
  };
}
