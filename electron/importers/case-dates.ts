// Dates as other systems write them. What is certain becomes ISO; everything else stays as it was written, because a
// date read wrongly is worse than one left alone. Whether 03/04/2011 is March or April is decided for the whole
// column, from its other rows.

export type DateOrder = 'day-first' | 'month-first' | 'unknown';

/** Counts what the rows of a column say about the order of day and month. */
export class DateEvidence {
  private dayFirst = 0;
  private monthFirst = 0;
  /** Values that could be either. */
  unclear = 0;

  look(value: string): void {
    const match = NUMERIC.exec(toAsciiDigits(value.trim()));
    if (match === null || match[2] === '.') return;
    const first = Number(match[1]);
    const second = Number(match[3]);
    if (first > 12 && first <= 31 && second <= 12) this.dayFirst += 1;
    else if (second > 12 && second <= 31 && first <= 12) this.monthFirst += 1;
    else if (first <= 12 && second <= 12) this.unclear += 1;
  }

  /** `unknown` also when rows contradict each other: then nothing in the column is certain. */
  get order(): DateOrder {
    if (this.dayFirst > 0 && this.monthFirst === 0) return 'day-first';
    if (this.monthFirst > 0 && this.dayFirst === 0) return 'month-first';
    return 'unknown';
  }
}

const TIME =
  '(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp][Mm])?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?$';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}`);
const NUMERIC = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const HAN = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号號]?\s*(.*)$/;
const DAY_NAME = new RegExp(`^(\\d{1,2})[- ]([A-Za-z]{3,9})\\.?,?[- ](\\d{4})${TIME}`);
const NAME_DAY = new RegExp(`^([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})${TIME}`);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NO_DATE = /^(n\/?a|null|none|nil|-+|\\n|0000-00-00.*)$/i;

/**
 * `2011-03-05`, or `2011-03-05T10:20:00` where a time was given (`…Z` when its zone was too), or the value itself.
 * Years of the Persian (1300 to 1450) and Buddhist (2450 to 2650) calendars are converted: no case is from then.
 * What other systems write for "no date" becomes ''.
 */
export function toIsoDate(value: string, order: DateOrder): string {
  const text = toAsciiDigits(value.trim());
  if (text === '' || NO_DATE.test(text)) return '';
  return parse(text, order) ?? value.trim();
}

/** True when the value is a date in any order. */
export function looksLikeDate(value: string): boolean {
  const text = toAsciiDigits(value.trim());
  return text !== '' && (parse(text, 'day-first') ?? parse(text, 'month-first')) !== null;
}

function parse(text: string, order: DateOrder): string | null {
  let match = YEAR_FIRST.exec(text);
  if (match !== null) return build(match[1]!, match[3]!, match[4]!, match.slice(5));
  match = NUMERIC.exec(text);
  if (match !== null) {
    const used = match[2] === '.' ? 'day-first' : order;
    if (used === 'unknown') {
      // The fifth of May is the fifth of May either way.
      return match[1] === match[3] ? build(match[4]!, match[1]!, match[3]!, match.slice(5)) : null;
    }
    const [day, month] = used === 'day-first' ? [match[1]!, match[3]!] : [match[3]!, match[1]!];
    return build(match[4]!, month, day, match.slice(5));
  }
  match = COMPACT.exec(text);
  if (match !== null && /^(19|20)/.test(text)) return build(match[1]!, match[2]!, match[3]!, []);
  match = HAN.exec(text);
  if (match !== null) {
    const iso = `${match[1]}-${match[2]}-${match[3]}${match[4] === '' ? '' : ` ${match[4]}`}`;
    return parse(iso.replace(/[时時点分]/g, ':').replace(/[秒:]$/, ''), order);
  }
  match = DAY_NAME.exec(text);
  if (match !== null) return buildNamed(match[3]!, match[2]!, match[1]!, match.slice(4));
  match = NAME_DAY.exec(text);
  if (match !== null) return buildNamed(match[3]!, match[1]!, match[2]!, match.slice(4));
  return null;
}

function buildNamed(year: string, name: string, day: string, time: readonly (string | undefined)[]) {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : build(year, String(month), day, time);
}

function build(
  year: string,
  month: string,
  day: string,
  time: readonly (string | undefined)[],
): string | null {
  const date = toDay(Number(year), Number(month), Number(day));
  if (date === null) return null;
  const [hour, minute, second = '00', fraction = '', half, zone] = time;
  if (hour === undefined || minute === undefined) return date;
  let hours = Number(hour);
  if (half !== undefined) hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const clock = `${String(hours).padStart(2, '0')}:${minute}:${second}`;
  if (zone === undefined) return `${date}T${clock}`;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z';
  const at = new Date(`${date}T${clock}.${fraction.padEnd(3, '0').slice(0, 3)}${offset}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function toDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (year >= 1300 && year <= 1450) return persianDay(year, month, day);
  const gregorian = year >= 2450 && year <= 2650 ? year - 543 : year;
  const date = new Date(Date.UTC(gregorian, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || gregorian < 1000) return null;
  return date.toISOString().slice(0, 10);
}

const persianFormat = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** The year begins between 19 and 22 March; which day it was, the calendar itself has to say. */
function persianDay(year: number, month: number, day: number): string | null {
  if (day > (month <= 6 ? 31 : 30)) return null;
  const daysBefore = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  for (let start = 19; start <= 22; start += 1) {
    const date = new Date(Date.UTC(year + 621, 2, start + daysBefore + day - 1));
    const parts = new Map(persianFormat.formatToParts(date).map((part) => [part.type, part.value]));
    const right =
      Number.parseInt(parts.get('year') ?? '', 10) === year &&
      Number(parts.get('month')) === month &&
      Number(parts.get('day')) === day;
    if (right) return date.toISOString().slice(0, 10);
  }
  return null;
}

/** Persian, Arabic, Thai and full-width digits, and the slash Persian dates are written with. */
export function toAsciiDigits(text: string): string {
  if (!/[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59\uff10-\uff19\u060d]/.test(text)) return text;
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59\uff10-\uff19\u060d]/g, (sign) => {
    const code = sign.charCodeAt(0);
    if (code === 0x60d) return '/';
    for (const zero of [0x660, 0x6f0, 0xe50, 0xff10])
      if (code >= zero && code < zero + 10) return String(code - zero);
    return sign;
  });
}
