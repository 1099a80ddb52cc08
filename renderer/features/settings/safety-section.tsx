import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, client, useJob, useTellProblem } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Badge, Banner, Button, ProgressBar, Table, toasts } from '../../ui/index.ts';

interface CheckReport {
  readonly ok: boolean;
  readonly problems: ReadonlyArray<{ readonly code: string; readonly detail: string }>;
}

/** Backups and the health of the library. */
export function SafetySection({ lastBackupAt }: { readonly lastBackupAt: string | null }) {
  const t = useT('settings');
  const format = useFormat();
  const tell = useTellProblem();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: backups } = useQuery(api.library.backups.queryOptions({ input: {} }));
  const [jobId, setJobId] = useState<string | null>(null);
  const { job } = useJob(jobId);
  const isBusy = job?.state === 'running';
  const isOver = job !== null && job.state !== 'running';

  // A finished backup shows in the list and in "last backup".
  useEffect(() => {
    if (isOver) void queries.invalidateQueries({ queryKey: api.library.key() });
  }, [isOver, queries]);

  const start = (call: () => Promise<{ jobId: string }>) => () => {
    call().then((answer) => setJobId(answer.jobId), tell);
  };
  const restore = async (name: string): Promise<void> => {
    try {
      const { folder } = await client.library.restoreBackup({ name });
      toasts.show({
        text: t('safety.restored', { folder }),
        lifetime: null,
        action: {
          label: t('safety.openRestored'),
          run: () => {
            client.library.open({ folder }).then(() => {
              void navigate('/');
              void queries.resetQueries();
            }, tell);
          },
        },
      });
    } catch (error) {
      tell(error);
    }
  };
  const report = job?.kind === 'check' && job.state === 'done' ? (job.result as CheckReport | null) : null;

  return (
    <>
      <p className="text-base text-ink-soft">
        {lastBackupAt === null
          ? t('safety.never')
          : t('safety.last', { when: format.relative(lastBackupAt, Date.now()) })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button isDisabled={isBusy} onPress={start(() => client.library.startBackup({}))}>
          {t('safety.backupNow')}
        </Button>
        <Button
          isDisabled={isBusy}
          icon={<ShieldCheck aria-hidden="true" />}
          onPress={start(() => client.library.startCheck({}))}
        >
          {t('safety.check')}
        </Button>
      </div>
      {job && isBusy ? (
        <ProgressBar
          label={t(`frame:jobs.kind.${job.kind}`)}
          value={job.total === null || job.total === 0 ? null : job.done / job.total}
        />
      ) : null}
      {report ? (
        <Banner
          tone={report.ok ? 'good' : 'bad'}
          title={report.ok ? t('safety.checkOk') : t('safety.checkBad', { count: report.problems.length })}
        >
          {report.problems.length > 0 ? (
            <ul dir="ltr" className="max-h-48 overflow-y-auto font-mono text-xs">
              {report.problems.map((problem) => (
                <li key={`${problem.code} ${problem.detail}`}>
                  {problem.code}: {problem.detail}
                </li>
              ))}
            </ul>
          ) : null}
        </Banner>
      ) : null}
      {backups && backups.length > 0 ? (
        <Table
          caption={t('safety.backups')}
          rows={backups.slice(0, 20)}
          rowKey={(row) => row.name}
          columns={[
            { id: 'when', title: t('safety.when'), cell: (row) => format.dateTime(row.at) },
            { id: 'size', title: t('safety.size'), align: 'end', cell: (row) => format.bytes(row.bytes) },
            {
              id: 'state',
              title: t('safety.state'),
              cell: (row) => (
                <Badge tone={row.verified ? 'good' : 'warn'}>
                  {row.verified ? t('safety.verified') : t('safety.unverified')}
                </Badge>
              ),
            },
            {
              id: 'restore',
              title: '',
              align: 'end',
              cell: (row) => (
                <Button size="sm" tone="quiet" onPress={() => void restore(row.name)}>
                  {t('safety.restore')}
                </Button>
              ),
            },
          ]}
        />
      ) : null}
    </>
  );
}
