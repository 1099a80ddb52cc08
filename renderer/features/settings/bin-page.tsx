import { useQuery } from '@tanstack/react-query';
import { Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { api, client, type RecordRef, useTellProblem } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { AlertDialog, Button, EmptyState, OneLine, Page, PageHeader, toasts } from '../../ui/index.ts';
import { RecordIcon } from '../../widgets/index.ts';

const NOUNS = {
  note: 'notes',
  question: 'questions',
  answer: 'answers',
  case: 'cases',
  playbook: 'playbooks',
  session: 'sessions',
  mentorship: 'mentorships',
  person: 'people',
  topic: 'topics',
  customer: 'customers',
} as const satisfies Record<RecordRef['kind'], keyof typeof client>;

/** What was removed, newest first; each can come back with one press. */
export function BinPage() {
  const t = useT('settings');
  const format = useFormat();
  const tell = useTellProblem();
  const [isAsking, setAsking] = useState(false);
  const { data: bin } = useQuery(api.records.bin.queryOptions({ input: { limit: 500 } }));

  const restore = (ref: RecordRef): void => {
    client[NOUNS[ref.kind]]
      .restore({ ids: [ref.id] })
      .then(() => toasts.show({ text: t('common:restored'), tone: 'good' }), tell);
  };
  const empty = (): void => {
    client.records
      .emptyBin({ olderThanDays: 0, confirmedCount: bin?.total ?? 0 })
      .then(() => toasts.show({ text: t('bin.emptied') }), tell);
  };

  return (
    <Page>
      <PageHeader
        title={t('bin.title')}
        actions={
          bin && bin.total > 0 ? (
            <Button icon={<Trash2 aria-hidden="true" />} onPress={() => setAsking(true)}>
              {t('bin.emptyNow')}
            </Button>
          ) : null
        }
        below={bin && bin.total > 0 ? t('bin.text', { count: bin.total }) : undefined}
      />
      {bin && bin.total === 0 ? (
        <EmptyState icon={<Trash2 />} title={t('bin.empty')}>
          {t('bin.emptyHelp')}
        </EmptyState>
      ) : null}
      <ul>
        {bin?.items.map((ref) => (
          <li
            key={`${ref.kind} ${ref.id}`}
            className="flex min-h-11 items-center gap-3 border-b border-line py-1.5"
          >
            <RecordIcon kind={ref.kind} className="size-4 shrink-0 text-ink-faint" />
            <OneLine className="flex-1">{ref.title || t('common:untitled')}</OneLine>
            <span className="shrink-0 text-xs text-ink-faint">
              {t(`common:kind.${ref.kind}`)}
              {ref.deletedAt ? ` · ${format.relative(ref.deletedAt, Date.now())}` : ''}
            </span>
            <Button
              size="sm"
              tone="quiet"
              icon={<Undo2 aria-hidden="true" className="mirror-rtl" />}
              aria-label={t('bin.restoreNamed', { title: ref.title })}
              onPress={() => restore(ref)}
            >
              {t('common:restore')}
            </Button>
          </li>
        ))}
      </ul>
      <AlertDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t('bin.emptyNow')}
        confirmLabel={t('bin.emptyNow')}
        cancelLabel={t('common:cancel')}
        onConfirm={empty}
      >
        {t('bin.emptyText', { count: bin?.total ?? 0 })}
      </AlertDialog>
    </Page>
  );
}
