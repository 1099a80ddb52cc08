/** Whole days from today (both as `YYYY-MM-DD`) to `day`; negative when it has passed. */
export const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);

/** Today where this machine stands, as `YYYY-MM-DD`. */
export const todayHere = (now: Date = new Date()): string => {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
