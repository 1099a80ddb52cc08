import { LEFT_OUT_REASONS } from '../../../shared/contract/exports.ts';
import { RECORD_KINDS } from '../../../shared/domain/record.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Disclosure, OneLine } from '../../ui/index.ts';
import { RecordIcon } from '../../widgets/index.ts';

export interface LeftOutRow {
  readonly kind: string;
  readonly title: string;
  readonly reason: string;
}

const SHOWN = 100;

/** The rows under their reasons, in the order of the reasons; unknown reasons of newer packages come last. */
export const byReason = (
  rows: readonly LeftOutRow[],
): ReadonlyArray<readonly [reason: string, rows: readonly LeftOutRow[]]> => {
  const groups = new Map<string, LeftOutRow[]>();
  for (const row of rows) {
    const reason = (LEFT_OUT_REASONS as readonly string[]).includes(row.reason) ? row.reason : 'other';
    groups.set(reason, [...(groups.get(reason) ?? []), row]);
  }
  return [...LEFT_OUT_REASONS, 'other'].flatMap((reason) => {
    const found = groups.get(reason);
    return found ? [[reason, found] as const] : [];
  });
};

/** What stays behind and why, folded by reason. */
export function LeftOutGroups({ rows }: { readonly rows: readonly LeftOutRow[] }) {
  const t = useT('packages');
  const format = useFormat();
  return (
    <div className="flex flex-col">
      {byReason(rows).map(([reason, group]) => (
        <Disclosure
          key={reason}
          title={t(`left.${reason as 'audience' | 'other'}`)}
          count={format.number(group.length)}
        >
          <ul className="flex max-h-60 flex-col gap-1 overflow-y-auto py-1.5 ps-5 text-sm">
            {group.slice(0, SHOWN).map((row, at) => (
              <li key={`${row.kind} ${row.title} ${at}`} className="flex min-w-0 items-center gap-2">
                <KindIcon kind={row.kind} />
                <OneLine>{row.title || t('common:untitled')}</OneLine>
              </li>
            ))}
            {group.length > SHOWN ? (
              <li className="text-ink-faint">{t('ex.left.more', { count: group.length - SHOWN })}</li>
            ) : null}
          </ul>
        </Disclosure>
      ))}
    </div>
  );
}

function KindIcon({ kind }: { readonly kind: string }) {
  const t = useT('common');
  const known = RECORD_KINDS.find((one) => one === kind);
  if (!known) return null;
  return (
    <>
      <RecordIcon kind={known} className="size-3.5 shrink-0 text-ink-faint" />
      <span className="sr-only">{t(`kind.${known}`)}</span>
    </>
  );
}
