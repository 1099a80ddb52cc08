import type { Formatters } from '../../i18n/index.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A date of a case: in the reader's calendar where it is certain, else as its source wrote it. */
export const sayCaseDate = (
  value: string,
  format: Pick<Formatters, 'day' | 'date' | 'dateTime'>,
  withTime = false,
): string => {
  if (DAY.test(value)) return format.day(value, 'short');
  if (TIME.test(value)) return withTime ? format.dateTime(value) : format.date(value, 'short');
  return value;
};
