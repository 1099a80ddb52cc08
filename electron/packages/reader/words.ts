import enBlocks from '../../../shared/i18n/messages/en/blocks.json' with { type: 'json' };
import en from '../../../shared/i18n/messages/en/reader.json' with { type: 'json' };
import faBlocks from '../../../shared/i18n/messages/fa/blocks.json' with { type: 'json' };
import fa from '../../../shared/i18n/messages/fa/reader.json' with { type: 'json' };
import thBlocks from '../../../shared/i18n/messages/th/blocks.json' with { type: 'json' };
import th from '../../../shared/i18n/messages/th/reader.json' with { type: 'json' };
import zhBlocks from '../../../shared/i18n/messages/zh/blocks.json' with { type: 'json' };
import zh from '../../../shared/i18n/messages/zh/reader.json' with { type: 'json' };

// The reader's own words. All four languages are in the script: a package has no second request to make.

export const READER_LANGUAGES = ['en', 'fa', 'zh', 'th'] as const;
export type ReaderLanguage = (typeof READER_LANGUAGES)[number];
export const LANGUAGE_NAMES: Readonly<Record<ReaderLanguage, string>> = {
  en: 'English',
  fa: 'فارسی',
  zh: '中文',
  th: 'ไทย',
};
const LOCALES: Readonly<Record<ReaderLanguage, string>> = {
  en: 'en-GB',
  fa: 'fa-IR',
  zh: 'zh-CN',
  th: 'th-TH',
};

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
export type ReaderKey = WithoutPlural<keyof typeof en>;

const CATALOGUES: Readonly<Record<ReaderLanguage, Readonly<Record<string, string>>>> = { en, fa, zh, th };

let language: ReaderLanguage = 'en';

export function currentLanguage(): ReaderLanguage {
  return language;
}
export function setLanguage(next: ReaderLanguage): void {
  language = next;
}
export function isReaderLanguage(value: unknown): value is ReaderLanguage {
  return (READER_LANGUAGES as readonly unknown[]).includes(value);
}

/** First language of the list that the reader speaks; tags like `zh-Hans` count as their language. */
export function chooseLanguage(wanted: readonly string[]): ReaderLanguage {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    if (isReaderLanguage(base)) return base;
  }
  return 'en';
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}

/** A number that counts off: of a list, where groups of digits would look like two numbers. */
export function formatOrdinal(value: number): string {
  return new Intl.NumberFormat(LOCALES[language], { useGrouping: false }).format(value);
}

/** A moment or a day as people of the language write it, in their calendar; text that is no date stays as it is. */
export function formatDate(value: string): string {
  const time = Date.parse(value);
  if (Number.isNaN(time) || !/^\d{4}-\d{2}-\d{2}/.test(value)) return value;
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

/** The words for `key`; `count` picks the plural and stands for `{{count}}`. */
export function t(key: ReaderKey, values: Readonly<Record<string, string | number>> = {}): string {
  const catalogue = CATALOGUES[language];
  let text = catalogue[key];
  if (text === undefined && typeof values.count === 'number') {
    const form = new Intl.PluralRules(LOCALES[language]).select(values.count);
    text = catalogue[`${key}_${form}`] ?? catalogue[`${key}_other`];
  }
  return (text ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? formatNumber(value) : (value ?? '');
  });
}

const BLOCKS: Readonly<Record<ReaderLanguage, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  en: enBlocks,
  fa: faBlocks,
  zh: zhBlocks,
  th: thBlocks,
};

/** A word of the catalogue `blocks`, which the editor uses, too: `callout.tip`. */
export type BlockWord = {
  [Group in keyof typeof enBlocks]: `${Group}.${keyof (typeof enBlocks)[Group] & string}`;
}[keyof typeof enBlocks];

export function blockWord(key: BlockWord, values: Readonly<Record<string, string>> = {}): string {
  const [group = '', name = ''] = key.split('.');
  const text = BLOCKS[language][group]?.[name] ?? key;
  return text.replace(/\{\{(\w+)\}\}/g, (_, value: string) => values[value] ?? '');
}
