// Whoever holds unsaved words registers here. The desktop shell asks before it closes the window; a browser tab tells us
// when it is hidden. Both run every saver.

type Saver = () => Promise<void>;
const savers = new Map<Saver, () => boolean>();
let running = 0;

/**
 * Registers a function that saves what is unsaved; answers how to take it back. `isStuck` says that it tried and could
 * not: then the window is not closed without asking.
 */
export const onBeforeClose = (saver: Saver, isStuck: () => boolean = () => false): (() => void) => {
  savers.set(saver, isStuck);
  return () => savers.delete(saver);
};

/** Runs every saver; one that fails does not keep the others from saving. */
export const saveBeforeClose = async (): Promise<void> => {
  running += 1;
  try {
    await Promise.allSettled([...savers.keys()].map((save) => save()));
  } finally {
    running -= 1;
  }
};

/** True while something that was typed is stored nowhere and cannot be, or is still on its way after a wish to close. */
export const wouldLose = (): boolean => [...savers.values()].some((isStuck) => isStuck());

/** True while savers run. */
export const isSaving = (): boolean => running > 0;
