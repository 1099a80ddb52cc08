import { createInstance, type FormatterModule, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, type Language, LOCALES } from '../../shared/i18n/locales.ts';
import { isolate } from './isolate.ts';
import { type Bundle, loadBundle } from './load.ts';

const numberFormats = new Map<Language, Intl.NumberFormat>();
const numberIn = (language: Language): Intl.NumberFormat => {
  let format = numberFormats.get(language);
  if (!format) {
    const locale = LOCALES[language];
    format = new Intl.NumberFormat(`${locale.tag}-u-nu-${locale.digits}`);
    numberFormats.set(language, format);
  }
  return format;
};

// Every `{{value}}` passes here: numbers in local digits, names isolated from the sentence around them.
const valuesIn = (first: Language): FormatterModule => ({
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, lng) => {
    const language = isLanguage(lng) ? lng : first;
    if (typeof value === 'number') return numberIn(language).format(value);
    return isolate(String(value ?? ''), LOCALES[language].direction);
  },
});

/** An i18next of our kind: flat keys, `{{value}}` with local digits and isolated names, no HTML escaping (React does that). */
export const createI18n = (language: Language, bundle: Bundle): I18n => {
  const instance = createInstance();
  void instance
    .use(initReactI18next)
    .use(valuesIn(language))
    .init({
      lng: language,
      resources: { [language]: bundle },
      initAsync: false,
      fallbackLng: false,
      ns: Object.keys(bundle),
      defaultNS: 'common',
      keySeparator: false,
      nsSeparator: ':',
      returnNull: false,
      returnEmptyString: false,
      interpolation: {
        escapeValue: false,
        alwaysFormat: true,
      },
      react: { useSuspense: false },
    });
  return instance;
};

/** Adds a language to an instance and turns to it. */
export const switchLanguage = async (instance: I18n, language: Language): Promise<void> => {
  if (!instance.hasResourceBundle(language, 'common')) {
    const bundle = await loadBundle(language);
    for (const [namespace, messages] of Object.entries(bundle)) {
      instance.addResourceBundle(language, namespace, messages);
    }
  }
  await instance.changeLanguage(language);
};
