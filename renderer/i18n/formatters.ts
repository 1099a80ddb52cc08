import { type CalendarName, intlTag, type Language, LOCALES } from '../../shared/i18n/locales.ts';

export interface FormatSettings {
  readonly language: Language;
  /** Null follows the language. */
  readonly calendar: CalendarName | null;
  /** IANA zone; the machine's own when left out. Tests name one. */
  readonly timeZone?: string | undefined;
}

export interface Formatters {
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** 0.42 → "42%". */
  readonly percent: (share: number) => string;
  /** A plain day `YYYY-MM-DD`, no time zone: "21 November 2026". */
  readonly day: (day: string, style?: DayStyle) => string;
  /** The day of an instant (ISO 8601 UTC), here. */
  readonly date: (time: string, style?: DayStyle) => string;
  readonly time: (time: string) => string;
  readonly dateTime: (time: string) => string;
  /** "3 days ago", "in 2 hours"; `now` in milliseconds. */
  readonly relative: (time: string, now: number) => string;
  /** Whole days from now, counted by the calendar: "tomorrow", "in 12 days". */
  readonly inDays: (days: number) => string;
  /** 1 kB = 1000 bytes. */
  readonly bytes: (count: number) => string;
  /** Milliseconds in the one or two largest units: "1 hr 5 min", "12 sec". */
  readonly duration: (ms: number) => string;
  /** Milliseconds as a clock, "1:05:09". Digits are local, order is not: a clock reads left to right everywhere. */
  readonly clock: (ms: number) => string;
  readonly list: (items: readonly string[], type?: 'conjunction' | 'disjunction') => string;
  /** For sorting names in the order of the language. */
  readonly compare: (a: string, b: string) => number;
}

export type DayStyle = 'long' | 'short' | 'weekday' | 'month';

const dayOptions = (style: DayStyle): Intl.DateTimeFormatOptions => {
  switch (style) {
    case 'long':
      return { day: 'numeric', month: 'long', year: 'numeric' };
    case 'short':
      return { day: 'numeric', month: 'short', year: 'numeric' };
    case 'weekday':
      return { weekday: 'long', day: 'numeric', month: 'long' };
    case 'month':
      return { month: 'long', year: 'numeric' };
  }
};

const UNITS = [
  ['year', 365.25 * 86_400_000],
  ['month', 30.44 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** All the ways the interface writes numbers, times and lists, for one language and calendar. */
export const createFormatters = ({ language, calendar, timeZone }: FormatSettings): Formatters => {
  const locale = LOCALES[language];
  const tag = intlTag(language, calendar);
  const shown = calendar ?? locale.calendar;
  // 2569, 1405 or 2026? Where the calendar is not the one everybody expects, the year says which it is.
  const era: Intl.DateTimeFormatOptions =
    shown === locale.calendar && shown !== 'buddhist' ? {} : { era: 'short' };
  const cache = new Map<string, Intl.DateTimeFormat>();
  const formatDate = (options: Intl.DateTimeFormatOptions, value: number): string => {
    const key = JSON.stringify(options);
    let format = cache.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(tag, options);
      cache.set(key, format);
    }
    return format.format(value);
  };
  const here = timeZone === undefined ? {} : { timeZone };
  const withEra = (style: DayStyle): Intl.DateTimeFormatOptions =>
    style === 'weekday' ? dayOptions(style) : { ...dayOptions(style), ...era };
  const numbers = new Intl.NumberFormat(tag);
  const number = (value: number, options?: Intl.NumberFormatOptions): string =>
    options ? new Intl.NumberFormat(tag, options).format(value) : numbers.format(value);
  const relativeTime = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const collator = new Intl.Collator(locale.tag, { numeric: true });
  const unit = (value: number, name: string): string =>
    number(value, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 0 });
  const instant = (time: string, write: (ms: number) => string): string => {
    const ms = Date.parse(time);
    return Number.isNaN(ms) ? time : write(ms); // a damaged time is shown as it is rather than breaking the page
  };

  return {
    number,
    percent: (share) => number(share, { style: 'percent', maximumFractionDigits: 0 }),
    day: (day, style = 'long') =>
      instant(`${day.slice(0, 10)}T00:00:00Z`, (ms) =>
        formatDate({ ...withEra(style), timeZone: 'UTC' }, ms),
      ),
    date: (time, style = 'long') => instant(time, (ms) => formatDate({ ...withEra(style), ...here }, ms)),
    time: (time) => instant(time, (ms) => formatDate({ hour: 'numeric', minute: '2-digit', ...here }, ms)),
    dateTime: (time) =>
      instant(time, (ms) =>
        formatDate({ ...withEra('short'), hour: 'numeric', minute: '2-digit', ...here }, ms),
      ),
    relative: (time, now) =>
      instant(time, (ms) => {
        const away = ms - now;
        for (const [name, size] of UNITS) {
          if (Math.abs(away) >= size) return relativeTime.format(Math.trunc(away / size), name);
        }
        return relativeTime.format(0, 'second');
      }),
    inDays: (days) => relativeTime.format(days, 'day'),
    bytes: (count) => {
      const names = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
      let value = count;
      let at = 0;
      while (Math.abs(value) >= 1000 && at < names.length - 1) {
        value /= 1000;
        at += 1;
      }
      return number(value, {
        style: 'unit',
        unit: names[at] ?? 'byte',
        unitDisplay: at === 0 ? 'long' : 'short',
        maximumFractionDigits: value < 10 && at > 0 ? 1 : 0,
      });
    },
    duration: (ms) => {
      const seconds = Math.max(0, Math.round(ms / 1000));
      const [d, h, m, s] = [
        Math.floor(seconds / 86_400),
        Math.floor((seconds % 86_400) / 3600),
        Math.floor((seconds % 3600) / 60),
        seconds % 60,
      ];
      if (d > 0) return h > 0 ? `${unit(d, 'day')} ${unit(h, 'hour')}` : unit(d, 'day');
      if (h > 0) return m > 0 ? `${unit(h, 'hour')} ${unit(m, 'minute')}` : unit(h, 'hour');
      if (m > 0) return s > 0 && m < 10 ? `${unit(m, 'minute')} ${unit(s, 'second')}` : unit(m, 'minute');
      return unit(s, 'second');
    },
    clock: (ms) => {
      const seconds = Math.max(0, Math.floor(ms / 1000));
      const two = (value: number): string => number(value, { minimumIntegerDigits: 2 });
      const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
      return h > 0 ? `${number(h)}:${two(m)}:${two(s)}` : `${number(m)}:${two(s)}`;
    },
    list: (items, type = 'conjunction') => new Intl.ListFormat(locale.tag, { type }).format(items),
    compare: (a, b) => collator.compare(a, b),
  };
};
