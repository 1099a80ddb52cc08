export {
  CALENDARS,
  type CalendarName,
  isLanguage,
  LANGUAGES,
  type Language,
  LOCALES,
  pickLanguage,
} from '../../shared/i18n/locales.ts';
export { createFormatters, type DayStyle, type Formatters } from './formatters.ts';
export { isolate } from './isolate.ts';
export { type Bundle, loadBundle } from './load.ts';
export { LanguageProvider, useFormat, useLanguage } from './provider.tsx';
export { createI18n, switchLanguage } from './setup.ts';
export { type Translate, useOptionalText, useT } from './use-t.ts';
