// Whether a store process that ended by itself is started again. A store that cannot stay up must not be restarted for ever:
// the page then says so and offers what still works.

/** At most three restarts within a minute. */
export const RESTART_LIMIT = 3;
export const RESTART_WINDOW_MS = 60_000;

/** `ends`: times (ms) at which it ended, this one included. */
export function decideRestart(ends: readonly number[], now: number): 'restart' | 'give-up' {
  const recent = ends.filter((at) => now - at < RESTART_WINDOW_MS);
  return recent.length > RESTART_LIMIT ? 'give-up' : 'restart';
}
