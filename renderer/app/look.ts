import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, native } from '../client/index.ts';
import { type Language, pickLanguage } from '../i18n/index.ts';
import { type AppSettings, DEFAULT_LOOK } from './look-defaults.ts';

// The look is known to the store, but the first paint cannot wait for it: the last one is remembered in this browser.
// Only looks are kept here, never anything from a library.
const PLACE = 'heirloom.look';

/** The look of last time, for the first paint. */
export const rememberedLook = (storage: Pick<Storage, 'getItem'>): AppSettings => {
  try {
    const parsed: unknown = JSON.parse(storage.getItem(PLACE) ?? '{}');
    return { ...DEFAULT_LOOK, ...(parsed as Partial<AppSettings>) };
  } catch {
    return DEFAULT_LOOK;
  }
};

export const languageOf = (look: AppSettings): Language => look.language ?? pickLanguage(navigator.languages);

/** Puts theme and text size on the document. */
export const applyLook = (look: AppSettings): void => {
  const root = document.documentElement;
  if (look.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = look.theme;
  root.style.fontSize = look.textSize === 100 ? '' : `${look.textSize}%`;
};

/** The look in force: what the store says, until then what was remembered. Keeps document and memory in step. */
export const useLook = (): AppSettings => {
  const { data } = useQuery(api.settings.get.queryOptions({ input: {} }));
  const look = data?.app ?? rememberedLook(window.localStorage);
  const text = JSON.stringify(look);
  useEffect(() => {
    const current = JSON.parse(text) as AppSettings;
    applyLook(current);
    native?.setLanguage(languageOf(current));
    window.localStorage.setItem(PLACE, text);
  }, [text]);
  return look;
};
