// A file one page received for another to deal with: the front door takes a package before there is a library to put it in.
let waiting: File | null = null;

/** Keeps a file for the page that will ask for it. */
export const handOverPackage = (file: File): void => {
  waiting = file;
};

/** The file that waits, once: asking again answers null. */
export const takeHandedPackage = (): File | null => {
  const file = waiting;
  waiting = null;
  return file;
};
