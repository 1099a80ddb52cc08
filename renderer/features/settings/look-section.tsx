import { useMutation } from '@tanstack/react-query';
import { Monitor, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AppSettings } from '../../../shared/domain/settings.ts';
import { api } from '../../client/index.ts';
import {
  CALENDARS,
  type CalendarName,
  LANGUAGES,
  type Language,
  LOCALES,
  useFormat,
  useT,
} from '../../i18n/index.ts';
import { Segmented, Select } from '../../ui/index.ts';

const SIZES = [90, 100, 110, 125, 150] as const;
const SYSTEM = 'system';

/** Language, theme, calendar, text size: every change shows at once. */
export function LookSection({ look }: { readonly look: AppSettings }) {
  const t = useT('settings');
  const format = useFormat();
  const save = useMutation(api.settings.save.mutationOptions());
  const set = (app: Partial<AppSettings>): void => save.mutate({ app });
  return (
    <>
      <Select<Language | typeof SYSTEM>
        label={t('look.language')}
        className="max-w-xs"
        value={look.language ?? SYSTEM}
        onChange={(id) => set({ language: id === SYSTEM ? null : id })}
        options={[
          { id: SYSTEM, label: t('look.languageSystem') },
          ...LANGUAGES.map((id) => ({ id, label: LOCALES[id].nativeName, hint: t(`common:language.${id}`) })),
        ]}
      />
      <Labelled label={t('look.theme')}>
        <Segmented
          label={t('look.theme')}
          value={look.theme}
          onChange={(theme) => set({ theme })}
          choices={[
            { id: 'system', label: t('look.theme.system'), icon: <Monitor aria-hidden="true" /> },
            { id: 'light', label: t('look.theme.light'), icon: <Sun aria-hidden="true" /> },
            { id: 'dark', label: t('look.theme.dark'), icon: <Moon aria-hidden="true" /> },
          ]}
        />
      </Labelled>
      <Select<CalendarName | 'language'>
        label={t('look.calendar')}
        className="max-w-xs"
        description={t('look.today', { day: format.date(new Date().toISOString()) })}
        value={look.calendar ?? 'language'}
        onChange={(id) => set({ calendar: id === 'language' ? null : id })}
        options={[
          { id: 'language', label: t('look.calendar.language') },
          ...CALENDARS.map((id) => ({ id, label: t(`look.calendar.${id}`) })),
        ]}
      />
      <Labelled label={t('look.textSize')}>
        <Segmented
          label={t('look.textSize')}
          value={String(SIZES.find((size) => size >= look.textSize) ?? 150)}
          onChange={(id) => set({ textSize: Number(id) })}
          choices={SIZES.map((size) => ({ id: String(size), label: format.percent(size / 100) }))}
        />
        <p className="text-reading text-ink-soft">{t('look.textSample')}</p>
      </Labelled>
    </>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden="true" className="text-sm font-medium text-ink-soft">
        {label}
      </span>
      {children}
    </div>
  );
}
