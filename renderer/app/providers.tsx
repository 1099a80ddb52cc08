import { QueryClientProvider } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { client, connection, createQueryClient, followChanges, useTellProblem } from '../client/index.ts';
import { LanguageProvider, useT } from '../i18n/index.ts';
import { ToastRegion, toasts, type UiWords, UiWordsProvider } from '../ui/index.ts';
import { languageOf, useLook } from './look.ts';

function Words({ children }: { readonly children: ReactNode }) {
  const t = useT('common');
  const words = useMemo<UiWords>(
    () => ({
      close: t('close'),
      clear: t('clear'),
      showOptions: t('showOptions'),
      noMatches: t('noMatches'),
      openCalendar: t('openCalendar'),
      previousMonth: t('previousMonth'),
      nextMonth: t('nextMonth'),
      dismiss: t('dismiss'),
      selectAll: t('selectAll'),
      notifications: t('notifications'),
      resize: t('resize'),
    }),
    [t],
  );
  return <UiWordsProvider words={words}>{children}</UiWordsProvider>;
}

function Looks({ i18n, children }: { readonly i18n: I18n; readonly children: ReactNode }) {
  const look = useLook();
  return (
    <LanguageProvider i18n={i18n} language={languageOf(look)} calendar={look.calendar}>
      {children}
    </LanguageProvider>
  );
}

// Errors of saves that nobody words in their place end here, as a toast in the user's language.
function TellLost({ hear }: { readonly hear: (tell: (error: unknown) => void) => void }) {
  const tell = useTellProblem();
  useEffect(() => hear(tell), [tell, hear]);
  return null;
}

/** Everything pages rely on, from the outside in: data, looks, language, words, toasts. */
export function Providers({ i18n, children }: { readonly i18n: I18n; readonly children: ReactNode }) {
  const tellRef = useRef<(error: unknown) => void>(() => undefined);
  const [queries] = useState(() => createQueryClient((error) => tellRef.current(error)));
  const [hear] = useState(() => (tell: (error: unknown) => void) => {
    tellRef.current = tell;
  });
  useEffect(() => followChanges(client, queries, connection), [queries]);
  return (
    <QueryClientProvider client={queries}>
      <Looks i18n={i18n}>
        <Words>
          <TellLost hear={hear} />
          {children}
          <ToastRegion queue={toasts} />
        </Words>
      </Looks>
    </QueryClientProvider>
  );
}
