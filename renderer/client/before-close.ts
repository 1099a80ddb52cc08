// Whoever holds unsaved words registers here. The desktop shell asks before it closes the window; a browser tab tells us
// when it is hidden. Both run every saver.

type Saver = () => Promise<void>;
const savers = new Set<Saver>();

/** Registers a function that saves what is unsaved; answers how to take it back. */
export const onBeforeClose = (saver: Saver): (() => void) => {
  savers.add(saver);
  return () => savers.delete(saver);
};

/** Runs every saver; one that fails does not keep the others from saving. */
export const saveBeforeClose = async (): Promise<void> => {
  await Promise.allSettled([...savers].map((save) => save()));
};
