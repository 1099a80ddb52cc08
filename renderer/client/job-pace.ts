export interface JobSample {
  /** Milliseconds. */
  readonly at: number;
  readonly done: number;
}

export interface JobPace {
  /** Things per second over the last few seconds, or null while it is too early to say. */
  readonly rate: number | null;
  /** Milliseconds left, or null when the total or the rate is unknown. */
  readonly left: number | null;
}

const WINDOW_MS = 10_000;
const EARLY_MS = 800;

/** Keeps the samples of the last ten seconds; a count that goes down (a new stage) starts over. */
export const addSample = (samples: readonly JobSample[], next: JobSample): readonly JobSample[] => {
  const last = samples.at(-1);
  if (last && next.done < last.done) return [next];
  return [...samples.filter((sample) => next.at - sample.at <= WINDOW_MS), next];
};

/** Rate and time left from samples: the slope between the oldest kept sample and the newest. */
export const paceOf = (samples: readonly JobSample[], total: number | null): JobPace => {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < EARLY_MS || last.done <= first.done)
    return { rate: null, left: null };
  const rate = ((last.done - first.done) / (last.at - first.at)) * 1000;
  return { rate, left: total === null ? null : (Math.max(0, total - last.done) / rate) * 1000 };
};
