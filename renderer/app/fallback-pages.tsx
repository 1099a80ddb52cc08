import { MapPinOff, Unplug } from 'lucide-react';
import { isRouteErrorResponse, useRevalidator, useRouteError } from 'react-router';
import { useT } from '../i18n/index.ts';
import { Button, EmptyState, LinkButton, Page } from '../ui/index.ts';

export function NotFoundPage() {
  const t = useT('frame');
  return (
    <Page>
      <h1 className="sr-only">{t('notFound.title')}</h1>
      <EmptyState
        icon={<MapPinOff />}
        title={t('notFound.title')}
        action={<LinkButton href="/">{t('notFound.home')}</LinkButton>}
      >
        {t('notFound.text')}
      </EmptyState>
    </Page>
  );
}

/** A page that threw. Says what is safe; the rest of the window goes on working. */
export function CrashPage() {
  const t = useT('frame');
  const error = useRouteError();
  const { revalidate } = useRevalidator();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  const detail =
    error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
  return (
    <Page>
      <h1 className="sr-only">{t('crash.title')}</h1>
      <EmptyState
        icon={<Unplug />}
        title={t('crash.title')}
        action={
          <>
            <Button onPress={() => void navigator.clipboard?.writeText(detail)}>{t('problem.copy')}</Button>
            <Button tone="primary" onPress={() => void revalidate().then(() => window.location.reload())}>
              {t('common:retry')}
            </Button>
          </>
        }
      >
        {t('crash.text')}
      </EmptyState>
    </Page>
  );
}
