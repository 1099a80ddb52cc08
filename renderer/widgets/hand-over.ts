/** A package on its way to the page that brings it in: a file from this page, or one the desktop lent as an upload. */
export type HandedPackage = File | { readonly uploadId: string; readonly name: string };

// A file one page received for another to deal with: the front door takes a package before there is a library to put it in.
let waiting: HandedPackage | null = null;

/** Keeps a package for the page that will ask for it. */
export const handOverPackage = (handed: HandedPackage): void => {
  waiting = handed;
};

/** The package that waits, once: asking again answers null. */
export const takeHandedPackage = (): HandedPackage | null => {
  const handed = waiting;
  waiting = null;
  return handed;
};
