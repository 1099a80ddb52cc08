import type { ExportPlan } from '../../../shared/contract/exports.ts';
import { RECORD_KINDS } from '../../../shared/domain/record.ts';
import { useProblemText } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Banner, Skeleton } from '../../ui/index.ts';
import { ProblemDetail, RecordIcon } from '../../widgets/index.ts';
import { LeftOutGroups } from './left-out.tsx';

export interface PlanViewProps {
  readonly isChosen: boolean;
  readonly plan: ExportPlan | null;
  readonly error: unknown;
}

/** What would be written, by kind, and what would stay. */
export function PlanView({ isChosen, plan, error }: PlanViewProps) {
  const t = useT('packages');
  const format = useFormat();
  const say = useProblemText();
  if (isChosen && error) {
    const text = say(error);
    return (
      <Banner tone="bad" title={text.what}>
        {text.advice}
        <ProblemDetail detail={text.detail} />
      </Banner>
    );
  }
  return (
    <section
      aria-label={t('ex.plan')}
      className="flex flex-col gap-4 rounded-xl border border-line bg-raised p-5 shadow-card"
    >
      <h3 className="text-base font-semibold">{t('ex.plan')}</h3>
      {!isChosen ? (
        <p className="text-base text-ink-soft">{t('ex.plan.pick')}</p>
      ) : plan === null ? (
        <Skeleton label={t('ex.planning')} lines={5} />
      ) : plan.total === 0 ? (
        <p className="text-base text-ink-soft">{t('ex.plan.empty')}</p>
      ) : (
        <>
          <ul className="flex flex-col">
            {RECORD_KINDS.filter((kind) => (plan.counts[kind] ?? 0) > 0).map((kind) => (
              <li
                key={kind}
                className="flex items-center gap-2.5 border-b border-line py-1.5 last:border-b-0"
              >
                <RecordIcon kind={kind} className="size-4 shrink-0 text-ink-faint" />
                <span className="flex-1 text-base">{t(`common:kinds.${kind}`)}</span>
                <span className="tabular text-base text-ink-soft">
                  {format.number(plan.counts[kind] ?? 0)}
                </span>
              </li>
            ))}
          </ul>
          <p role="status" className="text-sm text-ink-soft">
            <strong className="font-semibold text-ink">{t('ex.plan.total', { count: plan.total })}</strong>{' '}
            {plan.mediaBytes > 0 ? t('ex.plan.media', { size: format.bytes(plan.mediaBytes) }) : null}
          </p>
        </>
      )}
      {isChosen && plan !== null ? (
        <div className="border-t border-line pt-3">
          <h4 className="pb-1 text-sm font-semibold">
            {plan.leftOutCount === 0 ? t('ex.left') : t('ex.left.count', { count: plan.leftOutCount })}
          </h4>
          {plan.leftOutCount === 0 ? (
            <p className="text-sm text-ink-soft">{t('ex.left.none')}</p>
          ) : (
            <>
              <LeftOutGroups rows={plan.leftOut} />
              {plan.leftOutCount > plan.leftOut.length ? (
                <p className="pt-1 text-xs text-ink-faint">
                  {t('ex.left.more', { count: plan.leftOutCount - plan.leftOut.length })}
                </p>
              ) : null}
            </>
          )}
        </div>
      ) : null}
    </section>
  );
}
