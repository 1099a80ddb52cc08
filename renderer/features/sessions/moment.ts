// A planned moment is stored as UTC and chosen as a day and a time of day here: two fields, one value.

/** Where this machine stands: the day `YYYY-MM-DD` and the minutes since midnight of an instant. */
export const partsOf = (moment: string): { readonly day: string; readonly minutes: number } => {
  const date = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    day: `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    minutes: date.getHours() * 60 + date.getMinutes(),
  };
};

/** The instant of a day and a time of day here, as UTC ISO 8601. Null for a day that is none. */
export const momentAt = (day: string, minutes: number): string | null => {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const moment = new Date(year, month - 1, date, Math.floor(minutes / 60), minutes % 60);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
};

/** When nobody has said a time of day: nine in the morning. */
export const USUAL_START = 9 * 60;
