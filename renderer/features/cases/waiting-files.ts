// Files dropped on the list wait here for the import page: they cannot travel in an address.
let waiting: readonly File[] = [];

export const leaveFiles = (files: readonly File[]): void => {
  waiting = files;
};

/** The files that wait, once. */
export const takeFiles = (): readonly File[] => {
  const files = waiting;
  waiting = [];
  return files;
};

/** What an export of cases may be called. `.txt` and `.tsv` are tables, too. */
export const CASE_FILES = ['.csv', '.tsv', '.txt', '.json', '.jsonl', '.ndjson'] as const;
