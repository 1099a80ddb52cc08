import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ExportScope } from '../../../shared/contract/exports.ts';
import type { Audience } from '../../../shared/domain/record.ts';
import { client, useTellProblem } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { TextLink } from '../../ui/index.ts';
import { Wizard } from '../../widgets/index.ts';
import { ExportForm } from './export-form.tsx';
import { ExportRun } from './export-run.tsx';

export type ScopeType = ExportScope['type'];

/** `?playbook=ID`, `?topic=ID` or `?all`; without any, a playbook still to be chosen. */
export const readScope = (
  params: URLSearchParams,
): { readonly type: ScopeType; readonly scope: ExportScope | null } => {
  if (params.has('all')) return { type: 'all', scope: { type: 'all' } };
  const type = params.has('topic') ? 'topic' : 'playbook';
  const id = params.get(type) ?? '';
  return { type, scope: id === '' ? null : { type, id } };
};

/** From a choice to a file: what, for whom, a look at the plan, then the file itself. */
export function ExportPage() {
  const t = useT('packages');
  const navigate = useNavigate();
  const tell = useTellProblem();
  const [params, setParams] = useSearchParams();
  const jobId = params.get('job');
  const [isBusy, setBusy] = useState(false);
  const { type, scope } = readScope(params);
  const start = async (wish: {
    readonly scope: ExportScope;
    readonly audience: Audience;
    readonly title: string;
    readonly licence: string;
  }): Promise<void> => {
    setBusy(true);
    try {
      const started = await client.exports.start(wish);
      void navigate(`/packages/export?job=${started.jobId}`);
    } catch (error) {
      tell(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Wizard
      title={t('ex.title')}
      steps={[t('steps.what'), t('steps.look'), t('steps.write')]}
      at={jobId !== null ? 2 : scope === null ? 0 : 1}
      keepFocus={jobId === null}
      above={<TextLink href="/packages">{t('title')}</TextLink>}
    >
      {jobId === null ? (
        <ExportForm
          type={type}
          scope={scope}
          isBusy={isBusy}
          onScope={(next) => setParams(next, { replace: true })}
          onStart={(wish) => void start(wish)}
        />
      ) : (
        <ExportRun key={jobId} jobId={jobId} />
      )}
    </Wizard>
  );
}
