import type { i18n as I18n } from 'i18next';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { I18nProvider as AriaI18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { type CalendarName, intlTag, type Language, LOCALES } from '../../shared/i18n/locales.ts';
import { createFormatters, type Formatters } from './formatters.ts';
import { switchLanguage } from './setup.ts';

interface LanguageState {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly calendar: CalendarName;
  readonly format: Formatters;
}

const english: LanguageState = {
  language: 'en',
  direction: 'ltr',
  calendar: 'gregory',
  format: createFormatters({ language: 'en', calendar: null }),
};
const LanguageContext = createContext<LanguageState>(english);

export interface LanguageProviderProps {
  readonly i18n: I18n;
  readonly language: Language;
  /** Null follows the language. */
  readonly calendar: CalendarName | null;
  readonly children: ReactNode;
}

/**
 * Language, direction, digits and calendar for everything inside. A switch waits until the new language is loaded, so
 * that nobody ever sees half a page in each.
 */
export function LanguageProvider({ i18n, language, calendar, children }: LanguageProviderProps) {
  const [shown, setShown] = useState<Language>(i18n.language as Language);
  useEffect(() => {
    let isCurrent = true;
    if (language !== i18n.language) {
      void switchLanguage(i18n, language).then(() => {
        if (isCurrent) setShown(language);
      });
    } else setShown(language);
    return () => {
      isCurrent = false;
    };
  }, [i18n, language]);
  useEffect(() => {
    document.documentElement.lang = shown;
    document.documentElement.dir = LOCALES[shown].direction;
  }, [shown]);
  const state = useMemo<LanguageState>(
    () => ({
      language: shown,
      direction: LOCALES[shown].direction,
      calendar: calendar ?? LOCALES[shown].calendar,
      format: createFormatters({ language: shown, calendar }),
    }),
    [shown, calendar],
  );
  return (
    <I18nextProvider i18n={i18n}>
      <AriaI18nProvider locale={intlTag(shown, calendar)}>
        <LanguageContext value={state}>{children}</LanguageContext>
      </AriaI18nProvider>
    </I18nextProvider>
  );
}

/** The language and direction on show. */
export const useLanguage = (): LanguageState => useContext(LanguageContext);

/** How to write numbers, dates and lists here. */
export const useFormat = (): Formatters => useContext(LanguageContext).format;
