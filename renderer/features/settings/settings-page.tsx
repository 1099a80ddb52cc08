import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { api } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { BrandMark, LinkButton, Page, PageHeader } from '../../ui/index.ts';
import { LibrarySection } from './library-section.tsx';
import { LookSection } from './look-section.tsx';
import { MeSection } from './me-section.tsx';
import { SafetySection } from './safety-section.tsx';

/** A titled part of the settings: name at the start side, controls beside it. */
export function SettingsSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 border-t border-line py-7 md:grid-cols-[9rem_minmax(0,1fr)]"
    >
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      <div className="flex min-w-0 flex-col gap-5">{children}</div>
    </section>
  );
}

/** How Heirloom looks, who I am, what the library holds and how safe it is. */
export function SettingsPage() {
  const t = useT('settings');
  const { data: settings } = useQuery(api.settings.get.queryOptions({ input: {} }));
  const { data: status } = useQuery(api.library.status.queryOptions({ input: {} }));
  const { data: bin } = useQuery(api.records.bin.queryOptions({ input: { limit: 1 } }));
  return (
    <Page>
      <PageHeader title={t('title')} />
      {settings ? (
        <>
          <SettingsSection title={t('look.title')}>
            <LookSection look={settings.app} />
          </SettingsSection>
          {settings.library ? (
            <SettingsSection title={t('me.title')}>
              <MeSection meId={settings.library.meId} />
            </SettingsSection>
          ) : null}
        </>
      ) : null}
      {status?.open ? (
        <>
          <SettingsSection title={t('library.title')}>
            <LibrarySection info={status.open} />
          </SettingsSection>
          <SettingsSection title={t('safety.title')}>
            <SafetySection lastBackupAt={status.open.lastBackupAt} />
          </SettingsSection>
          <SettingsSection title={t('bin.title')}>
            <p className="text-base text-ink-soft">
              {bin && bin.total > 0 ? t('bin.text', { count: bin.total }) : t('bin.empty')}
            </p>
            <div>
              <LinkButton href="/bin">{t('bin.open')}</LinkButton>
            </div>
          </SettingsSection>
        </>
      ) : null}
      <SettingsSection title={t('about.title')}>
        <div className="flex items-start gap-4">
          <BrandMark className="size-11" />
          <div>
            <p className="text-base font-medium">
              {t('about.version', { version: status?.appVersion ?? '' })}
            </p>
            <p className="text-base text-ink-soft">{t('about.text')}</p>
          </div>
        </div>
      </SettingsSection>
    </Page>
  );
}
