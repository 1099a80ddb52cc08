import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../renderer/i18n/formatters.ts';
import { isolate } from '../../renderer/i18n/isolate.ts';
import { intlTag, LANGUAGES, pickLanguage } from '../../shared/i18n/locales.ts';

const make = (
  language: (typeof LANGUAGES)[number],
  calendar: 'gregory' | 'persian' | 'buddhist' | null = null,
) => createFormatters({ language, calendar, timeZone: 'UTC' });
const en = make('en');
const fa = make('fa');
const th = make('th');
const zh = make('zh');

describe('days and times', () => {
  it('are in the calendar of the language', () => {
    expect(en.day('2026-11-21')).toBe('21 November 2026');
    expect(fa.day('2026-11-21')).toBe('۳۰ آبان ۱۴۰۵');
    expect(th.day('2026-11-21')).toContain('2569');
    expect(zh.day('2026-11-21')).toBe('2026年11月21日');
  });
  it('name the era where a year could be mistaken', () => {
    expect(th.day('2026-11-21')).toMatch(/พ\.ศ\./);
    expect(make('fa', 'gregory').day('2026-11-21')).toMatch(/۲۰۲۶.*م/);
    expect(make('en', 'persian').day('2026-11-21')).toMatch(/1405 AP/);
    expect(en.day('2026-11-21')).not.toMatch(/AD|CE/);
  });
  it('do not slip a day in another time zone', () => {
    const west = createFormatters({ language: 'en', calendar: null, timeZone: 'America/Los_Angeles' });
    expect(west.day('2026-11-21')).toBe('21 November 2026');
    expect(west.date('2026-11-21T03:00:00.000Z')).toBe('20 November 2026');
  });
  it('keep damaged values readable instead of throwing', () => {
    expect(en.date('not a date')).toBe('not a date');
    expect(en.relative('', 0)).toBe('');
    expect(fa.day('')).toContain('T00:00:00Z');
  });
  it('write clocks with local digits', () => {
    expect(en.time('2026-11-21T07:05:00.000Z')).toBe('7:05');
    expect(fa.time('2026-11-21T07:05:00.000Z')).toBe('۷:۰۵');
  });
});

describe('distances in time', () => {
  const now = Date.parse('2026-11-21T12:00:00.000Z');
  it('use the largest fitting unit', () => {
    expect(en.relative('2026-11-18T12:00:00.000Z', now)).toBe('3 days ago');
    expect(en.relative('2026-11-21T14:00:00.000Z', now)).toBe('in 2 hours');
    expect(en.relative('2026-11-21T11:59:50.000Z', now)).toBe('now');
    expect(en.relative('2026-01-21T12:00:00.000Z', now)).toBe('9 months ago');
  });
  it('speak the language', () => {
    expect(fa.relative('2026-11-18T12:00:00.000Z', now)).toBe('۳ روز پیش');
    expect(zh.relative('2026-11-18T12:00:00.000Z', now)).toBe('3天前');
    expect(en.inDays(1)).toBe('tomorrow');
    expect(en.inDays(0)).toBe('today');
  });
});

describe('amounts', () => {
  it('have local digits', () => {
    expect(fa.number(1234567)).toBe('۱٬۲۳۴٬۵۶۷');
    expect(th.number(1234)).toBe('1,234');
    expect(en.percent(0.425)).toBe('43%');
  });
  it('of bytes', () => {
    expect(en.bytes(0)).toBe('0 bytes');
    expect(en.bytes(1)).toBe('1 byte');
    expect(en.bytes(1_929_216)).toBe('1.9 MB');
    expect(en.bytes(999_999)).toBe('1,000 kB');
    expect(en.bytes(2e15)).toBe('2,000 TB');
  });
  it('of time', () => {
    expect(en.duration(12_000)).toBe('12 secs');
    expect(en.duration(65_000)).toBe('1 min 5 secs');
    expect(en.duration(3_900_000)).toBe('1 hr 5 mins');
    expect(en.duration(-5)).toBe('0 secs');
    expect(en.clock(3_909_000)).toBe('1:05:09');
    expect(en.clock(65_000)).toBe('1:05');
    expect(fa.clock(65_000)).toBe('۱:۰۵');
  });
  it('of things', () => {
    expect(en.list(['a', 'b', 'c'])).toBe('a, b and c');
    expect(fa.list(['الف', 'ب'])).toBe('الف و ب');
  });
});

it('sorts numbers inside names as people do', () => {
  expect(['Pump 10', 'Pump 2'].sort(en.compare)).toEqual(['Pump 2', 'Pump 10']);
});

describe('isolation of names', () => {
  it('only where directions could meet', () => {
    expect(isolate('Seals', 'ltr')).toBe('Seals');
    expect(isolate('بهروز', 'ltr')).toBe('\u2068بهروز\u2069');
    expect(isolate('بهروز', 'rtl')).toBe('بهروز');
    expect(isolate('Tom', 'rtl')).toBe('\u2068Tom\u2069');
  });
});

describe('locales', () => {
  it('pick the first known language', () => {
    expect(pickLanguage(['de-DE', 'zh-Hans-CN', 'en'])).toBe('zh');
    expect(pickLanguage(['FA'])).toBe('fa');
    expect(pickLanguage([])).toBe('en');
  });
  it('make tags Intl accepts', () => {
    for (const language of LANGUAGES) {
      expect(Intl.getCanonicalLocales(intlTag(language))).toHaveLength(1);
      expect(new Intl.DateTimeFormat(intlTag(language)).resolvedOptions().calendar).toMatch(
        /gregory|persian|buddhist/,
      );
    }
  });
});
