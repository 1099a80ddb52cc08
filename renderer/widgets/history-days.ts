import type { Formatters } from '../i18n/index.ts';

/** Days that belong together under one heading, newest first. */
export interface HistoryDay<T> {
  /** `2026-11-03`, where the reader is. */
  readonly day: string;
  readonly rows: readonly T[];
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The day of an instant where the reader is; the text itself when it is no time. */
export function dayOf(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime())
    ? time
    : `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Groups rows by their day and keeps their order. */
export function byDay<T extends { readonly at: string }>(rows: readonly T[]): HistoryDay<T>[] {
  const days: { day: string; rows: T[] }[] = [];
  for (const row of rows) {
    const day = dayOf(row.at);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}

const DAY_MS = 86_400_000;

/** Within a week a day is called by its name: people look for "Tuesday's version". */
export function dayName(
  day: string,
  now: number,
  format: Pick<Formatters, 'day'>,
  words: { readonly today: string; readonly yesterday: string },
): string {
  const ago = Math.round(
    (Date.parse(`${dayOf(new Date(now).toISOString())}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / DAY_MS,
  );
  if (ago === 0) return words.today;
  if (ago === 1) return words.yesterday;
  return format.day(day, ago > 1 && ago < 7 ? 'weekday' : 'long');
}
