/** The languages of the interface and what each brings along. User text may be in any language. */
export const LANGUAGES = ['en', 'fa', 'zh', 'th'] as const;
export type Language = (typeof LANGUAGES)[number];

export const CALENDARS = ['gregory', 'persian', 'buddhist'] as const;
export type CalendarName = (typeof CALENDARS)[number];

export interface Locale {
  readonly language: Language;
  /** Its name in itself: what a person who cannot read the present language looks for. */
  readonly nativeName: string;
  readonly direction: 'ltr' | 'rtl';
  /** Region form for Intl and React Aria. */
  readonly tag: string;
  /** CLDR numbering system. Thai offices write Western digits, so Thai does too. */
  readonly digits: 'latn' | 'arabext';
  readonly calendar: CalendarName;
}

export const LOCALES: Readonly<Record<Language, Locale>> = {
  en: {
    language: 'en',
    nativeName: 'English',
    direction: 'ltr',
    tag: 'en-GB',
    digits: 'latn',
    calendar: 'gregory',
  },
  fa: {
    language: 'fa',
    nativeName: 'فارسی',
    direction: 'rtl',
    tag: 'fa-IR',
    digits: 'arabext',
    calendar: 'persian',
  },
  zh: {
    language: 'zh',
    nativeName: '中文',
    direction: 'ltr',
    tag: 'zh-CN',
    digits: 'latn',
    calendar: 'gregory',
  },
  th: {
    language: 'th',
    nativeName: 'ไทย',
    direction: 'ltr',
    tag: 'th-TH',
    digits: 'latn',
    calendar: 'buddhist',
  },
};

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

/** The first language of ours among BCP 47 tags a system prefers (`['de', 'zh-Hans-CN']` → `zh`), else English. */
export const pickLanguage = (preferred: readonly string[]): Language => {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0];
    if (isLanguage(base)) return base;
  }
  return 'en';
};

/** Full BCP 47 tag with calendar and digits, e.g. `fa-IR-u-ca-persian-nu-arabext`. */
export const intlTag = (language: Language, calendar: CalendarName | null = null): string => {
  const locale = LOCALES[language];
  return `${locale.tag}-u-ca-${calendar ?? locale.calendar}-nu-${locale.digits}`;
};
