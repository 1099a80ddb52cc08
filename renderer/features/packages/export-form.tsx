import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExportScope } from '../../../shared/contract/exports.ts';
import { AUDIENCES, type Audience } from '../../../shared/domain/record.ts';
import { api } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { Button, RadioGroup, TextField } from '../../ui/index.ts';
import { useRecordRef } from '../../widgets/index.ts';
import type { ScopeType } from './export-page.tsx';
import { PlanView } from './plan-view.tsx';
import { ScopePicker } from './scope-picker.tsx';

const SCOPES = ['playbook', 'topic', 'all'] as const satisfies readonly ScopeType[];

export interface ExportFormProps {
  readonly type: ScopeType;
  readonly scope: ExportScope | null;
  readonly isBusy: boolean;
  /** The new words of the address. */
  readonly onScope: (params: Record<string, string>) => void;
  readonly onStart: (wish: {
    readonly scope: ExportScope;
    readonly audience: Audience;
    readonly title: string;
    readonly licence: string;
  }) => void;
}

/** Choices at the start side, what they come to beside them: nothing is written yet. */
export function ExportForm({ type, scope, isBusy, onScope, onStart }: ExportFormProps) {
  const t = useT('packages');
  const [audience, setAudience] = useState<Audience>('team');
  const [title, setTitle] = useState<string | null>(null);
  const [licence, setLicence] = useState('');
  const chosen = useRecordRef(scope === null || scope.type === 'all' ? 'playbook' : scope.type, idOf(scope));
  const library = useQuery(api.library.status.queryOptions({ input: {} })).data?.open?.name ?? '';
  const plan = useQuery({
    ...api.exports.plan.queryOptions({ input: { scope: scope ?? { type: 'all' }, audience } }),
    enabled: scope !== null,
    placeholderData: keepPreviousData,
  });
  const named = title ?? (scope === null ? '' : scope.type === 'all' ? library : (chosen?.title ?? ''));
  const total = scope === null ? 0 : (plan.data?.total ?? 0);
  return (
    <form
      className="grid items-start gap-x-10 gap-y-8 @3xl:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]"
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="flex flex-col gap-7">
        <div className="flex flex-col gap-5">
          <RadioGroup
            label={t('ex.scope')}
            value={type}
            choices={SCOPES.map((id) => ({
              id,
              label: t(`ex.scope.${id}`),
              description: t(`ex.scope.${id}.text`),
            }))}
            onChange={(next) => {
              setTitle(null);
              onScope({ [next]: '' });
            }}
          />
          {type === 'all' ? null : (
            <ScopePicker
              key={type}
              type={type}
              value={idOf(scope)}
              onChange={(id) => {
                setTitle(null);
                onScope({ [type]: id });
              }}
            />
          )}
        </div>
        <RadioGroup
          label={t('ex.audience')}
          value={audience}
          choices={AUDIENCES.map((id) => ({
            id,
            label: t(`ex.audience.${id}`),
            description: t(`ex.audience.${id}.text`),
          }))}
          onChange={setAudience}
        />
        <div className="flex max-w-xl flex-col gap-4">
          <TextField
            label={t('ex.name')}
            value={named}
            maxLength={500}
            isRequired
            isDisabled={scope === null}
            onChange={setTitle}
          />
          <TextField
            label={t('ex.licence')}
            description={t('ex.licenceHint')}
            value={licence}
            maxLength={500}
            onChange={setLicence}
          />
        </div>
      </div>
      <div className="flex flex-col gap-5 @3xl:sticky @3xl:top-0">
        <PlanView isChosen={scope !== null} plan={plan.data ?? null} error={plan.error} />
        <Button
          tone="primary"
          size="lg"
          isDisabled={
            isBusy || scope === null || total === 0 || named.trim() === '' || plan.isPlaceholderData
          }
          onPress={() => {
            if (scope !== null) onStart({ scope, audience, title: named.trim(), licence: licence.trim() });
          }}
        >
          {t('ex.start')}
        </Button>
      </div>
    </form>
  );
}

const idOf = (scope: ExportScope | null): string | null =>
  scope === null || scope.type === 'all' ? null : scope.id;
