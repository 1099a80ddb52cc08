import { useQuery } from '@tanstack/react-query';
import { PackageOpen, PackagePlus } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Badge, cx, LinkButton, Page, PageHeader, Skeleton, Table } from '../../ui/index.ts';
import { handOverPackage, PageSection, takeHandedPackage, useFileDrop } from '../../widgets/index.ts';

/** What left this library and what came into it, and the two ways to do either. */
export function PackagesPage() {
  const t = useT('packages');
  const navigate = useNavigate();
  // The front door brings a file to this address; it is dealt with one page further.
  useEffect(() => {
    const file = takeHandedPackage();
    if (file) handOverPackage(file);
    if (file) void navigate('/packages/import', { replace: true });
  }, [navigate]);
  const drop = useFileDrop(([file]) => {
    if (!file) return;
    handOverPackage(file);
    void navigate('/packages/import');
  });
  return (
    <div {...drop.handlers} className="relative flex h-full min-h-0 min-w-0 flex-1">
      <Page className="@container">
        <PageHeader title={t('title')} below={<p className="max-w-2xl text-base">{t('lead')}</p>} />
        <div className="grid gap-4 pb-9 @xl:grid-cols-2">
          <Door
            icon={<PackagePlus />}
            title={t('export')}
            text={t('export.text')}
            action={
              <LinkButton tone="primary" href="/packages/export">
                {t('export')}
              </LinkButton>
            }
          />
          <Door
            icon={<PackageOpen />}
            title={t('import')}
            text={t('import.text')}
            action={<LinkButton href="/packages/import">{t('import')}</LinkButton>}
          />
        </div>
        <PageSection title={t('log')}>
          <Log />
        </PageSection>
      </Page>
      {drop.isOver ? (
        <div className="pointer-events-none absolute inset-3 flex items-center justify-center rounded-xl border-2 border-dashed border-brass bg-brass-soft/80">
          <span className="text-lg font-semibold text-brass">{t('drop')}</span>
        </div>
      ) : null}
    </div>
  );
}

function Door({
  icon,
  title,
  text,
  action,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly action: ReactNode;
}) {
  return (
    <section className="flex flex-col items-start gap-2 rounded-xl border border-line bg-raised p-6 shadow-card">
      <span
        aria-hidden="true"
        className="mb-1 flex size-11 items-center justify-center rounded-full bg-brass-soft text-brass [&>svg]:size-5"
      >
        {icon}
      </span>
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="flex-1 text-base text-ink-soft">{text}</p>
      <div className="pt-3">{action}</div>
    </section>
  );
}

function Log() {
  const t = useT('packages');
  const format = useFormat();
  const { data } = useQuery(api.exports.log.queryOptions({ input: {} }));
  if (!data) return <Skeleton label={t('common:loading')} lines={3} />;
  if (data.length === 0) return <p className="text-base text-ink-soft">{t('log.empty')}</p>;
  return (
    <Table
      caption={t('log')}
      rows={data}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'direction',
          title: t('log.direction'),
          cell: (row) => (
            <Badge tone={row.direction === 'out' ? 'brass' : 'info'}>
              {t(row.direction === 'out' ? 'log.out' : 'log.in')}
            </Badge>
          ),
          className: 'w-24',
        },
        {
          id: 'title',
          title: t('log.title'),
          cell: (row) => <bdi className={cx('font-medium break-words')}>{row.title}</bdi>,
        },
        {
          id: 'when',
          title: t('log.when'),
          cell: (row) => <span className="whitespace-nowrap">{format.dateTime(row.at)}</span>,
        },
        { id: 'records', title: t('log.records'), cell: (row) => format.number(row.records), align: 'end' },
      ]}
    />
  );
}
