import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FullKey, KeyOf, MessageValues, Namespace } from '../../shared/i18n/keys.ts';

/** Words of one namespace by short key, of any other by `namespace:key`. A key that does not exist does not compile. */
export type Translate<N extends Namespace> = (key: KeyOf<N> | FullKey, values?: MessageValues) => string;

/** `const t = useT('notes'); t('empty.title'); t('results', { count: 3 }); t('common:save')`. */
export const useT = <N extends Namespace = 'common'>(namespace?: N): Translate<N> => {
  const { i18n } = useTranslation();
  const ns = namespace ?? 'common';
  const language = i18n.language;
  return useCallback(
    (key: string, values?: MessageValues): string =>
      String(i18n.t(key, { ...values, ns, lng: language } as never)),
    [i18n, ns, language],
  ) as Translate<N>;
};

/** For codes that come from outside (an error, a job stage): the text if there is one, else null. */
export const useOptionalText = (): ((fullKey: string, values?: MessageValues) => string | null) => {
  const { i18n } = useTranslation();
  return useCallback(
    (fullKey, values) =>
      i18n.exists(fullKey) ? String(i18n.t(fullKey as never, { ...values } as never)) : null,
    [i18n],
  );
};
