import { type ReactNode, useMemo } from 'react';
import { sameDocument } from '../../shared/richtext/canonical.ts';
import { diffDocuments } from '../../shared/richtext/diff.ts';
import { isBlank } from '../../shared/richtext/plain-text.ts';
import { DamagedDocument, RichTextDiffView } from '../editor/index.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { type HistoryField, type HistoryKind, historyFields } from './history-fields.ts';
import { RecordText } from './record-document.tsx';

export interface HistoryCompareProps {
  readonly kind: HistoryKind;
  readonly older: unknown;
  /** Null shows the older version as it is. */
  readonly newer: unknown;
  readonly layout: 'together' | 'beside';
  readonly sides?: { readonly before: string; readonly after: string };
}

/** Two versions of a record field by field; fields that did not change are only named. */
export function HistoryCompare({ kind, older, newer, layout, sides }: HistoryCompareProps) {
  const t = useT('history');
  const format = useFormat();
  const before = useMemo(() => historyFields(kind, older), [kind, older]);
  const after = useMemo(() => (newer === null ? null : historyFields(kind, newer)), [kind, newer]);
  if (after === null)
    return (
      <div className="flex flex-col gap-5">
        {before
          .filter((field) => field.raw !== null || !isBlank(field.document))
          .map((field) => (
            <Field key={field.name} field={field} isAlone={before.length === 1}>
              <RecordText document={field.document} />
            </Field>
          ))}
      </div>
    );
  const pairs = before.map((old, at) => ({ old, now: after[at] ?? old }));
  const changed = pairs.filter(({ old, now }) => !isSame(old, now));
  const same = pairs.filter(({ old, now }) => isSame(old, now));
  if (changed.length === 0) return <p className="text-ink-soft">{t('same')}</p>;
  return (
    <div className="flex flex-col gap-5">
      <Summary pairs={changed} />
      {changed.map(({ old, now }) => (
        <Field key={old.name} field={now.raw === null ? old : now} isAlone={pairs.length === 1}>
          <RichTextDiffView
            before={old.document}
            after={now.document}
            layout={layout}
            {...(sides ? { sides } : {})}
          />
        </Field>
      ))}
      {same.length > 0 ? (
        <p className="text-sm text-ink-soft">
          {t('unchangedFields', { fields: format.list(same.map(({ old }) => t(`field.${old.name}`))) })}
        </p>
      ) : null}
    </div>
  );
}

const isSame = (a: HistoryField, b: HistoryField): boolean =>
  a.raw === b.raw && sameDocument(a.document, b.document);

/** In a line, also for those who hear the page: how much is different. */
function Summary({ pairs }: { readonly pairs: readonly { old: HistoryField; now: HistoryField }[] }) {
  const t = useT('history');
  const format = useFormat();
  const counts = { changed: 0, added: 0, removed: 0, moved: 0 };
  for (const { old, now } of pairs)
    for (const { status } of diffDocuments(old.document, now.document))
      if (status !== 'same') counts[status] += 1;
  const said = (['changed', 'added', 'removed', 'moved'] as const).flatMap((what) =>
    counts[what] > 0 ? [t(`summary.${what}`, { count: counts[what] })] : [],
  );
  return (
    <p role="status" className="text-sm text-ink-soft">
      {format.list(said)}
    </p>
  );
}

function Field({
  field,
  isAlone,
  children,
}: {
  readonly field: HistoryField;
  readonly isAlone: boolean;
  readonly children: ReactNode;
}) {
  const t = useT('history');
  const name = t(`field.${field.name}`);
  return (
    <section aria-label={name}>
      {isAlone ? null : <h3 className="pb-1 text-xs font-semibold text-ink-soft">{name}</h3>}
      {field.raw === null ? children : <DamagedDocument raw={field.raw} newerVersion={field.newerVersion} />}
    </section>
  );
}
