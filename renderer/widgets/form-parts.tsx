import { FileX2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { toProblem, useProblemText } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { Banner, Button, EmptyState, LinkButton, Page, Skeleton } from '../ui/index.ts';
import type { BinnableNoun } from './bin.tsx';
import type { FormNoun, RecordForm } from './record-form.ts';
import { SaveState } from './save-state.tsx';
import { useRestore } from './use-restore.ts';

/** "Saved", "Saving…" for a form. A conflict is told by its notice, so here it only counts as not saved yet. */
export function FormSaveState<N extends FormNoun>({ form }: { readonly form: RecordForm<N> }) {
  const phase = form.state === 'conflict' ? 'unsaved' : form.state;
  return <SaveState phase={phase} error={form.error} onRetry={() => void form.flush()} />;
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 1);

/**
 * Shown while `form.conflict` is set: both versions of each field that was changed in two places, and the choice. `say`
 * turns a field's value into words (dates, names); without it lists show as their bare content.
 */
export function ConflictNotice<N extends FormNoun>({
  form,
  labels,
  say,
}: {
  readonly form: RecordForm<N>;
  readonly labels: Readonly<Record<string, string>>;
  readonly say?: (field: string, value: unknown) => string | null;
}) {
  const t = useT('form');
  if (!form.conflict) return null;
  const { fields, mine, theirs } = form.conflict;
  const words = (field: string, value: unknown): string => say?.(field, value) ?? asText(value);
  const mineText = fields.map((field) => words(field, (mine as Record<string, unknown>)[field])).join('\n\n');
  return (
    <div className="mb-5 flex flex-col gap-3">
      <Banner tone="warn" title={t('conflict.title')}>
        {t('conflict.text')}
      </Banner>
      {fields.map((field) => (
        <div key={field} className="grid gap-3 @xl:grid-cols-2">
          {(['mine', 'theirs'] as const).map((side) => (
            <section key={side} className="rounded-lg border border-line bg-raised p-3">
              <h3 className="pb-1 text-xs font-semibold text-ink-faint">
                {labels[field] ?? field} · {t(side === 'mine' ? 'conflict.mine' : 'conflict.theirs')}
              </h3>
              <p dir="auto" className="max-h-60 overflow-y-auto text-sm break-words whitespace-pre-wrap">
                {words(
                  field,
                  side === 'mine'
                    ? (mine as Record<string, unknown>)[field]
                    : (theirs as unknown as Record<string, unknown>)[field],
                )}
              </p>
            </section>
          ))}
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" onPress={() => form.settle('mine')}>
          {t('conflict.keepMine')}
        </Button>
        <Button onPress={() => form.settle('theirs')}>{t('conflict.keepTheirs')}</Button>
        <Button tone="quiet" onPress={() => void navigator.clipboard?.writeText(mineText)}>
          {t('conflict.copy')}
        </Button>
      </div>
    </div>
  );
}

/** What stands on a page until its record is there, and when there is none. */
export function RecordPending({ error, backTo }: { readonly error: unknown; readonly backTo: string }) {
  const t = useT('form');
  const say = useProblemText();
  if (!error) {
    return (
      <Page>
        <Skeleton label={t('list.loading')} lines={5} />
      </Page>
    );
  }
  const isMissing = toProblem(error).code === 'NOT_FOUND' || toProblem(error).code === 'INVALID';
  const text = say(error);
  return (
    <Page>
      <h1 className="sr-only">{isMissing ? t('missing.title') : text.what}</h1>
      <EmptyState
        icon={<FileX2 />}
        title={isMissing ? t('missing.title') : text.what}
        action={<LinkButton href={backTo}>{t('missing.back')}</LinkButton>}
      >
        {isMissing ? t('missing.text') : `${text.safe} ${text.advice}`}
      </EmptyState>
    </Page>
  );
}

/** Says that a record lies in the bin and brings it back. */
export function BinnedBanner({
  noun,
  record,
}: {
  readonly noun: BinnableNoun;
  readonly record: { readonly id: string; readonly deletedAt: string | null };
}) {
  const t = useT('form');
  const restore = useRestore();
  if (record.deletedAt === null) return null;
  return (
    <div className="mb-5">
      <Banner
        tone="info"
        title={t('binned.title')}
        actions={
          <Button size="sm" onPress={() => restore(noun, [record.id])}>
            {t('common:restore')}
          </Button>
        }
      >
        {t('binned.text')}
      </Banner>
    </div>
  );
}

/** A part of a page with its heading. Quiet: a hair line and space, no box. */
export function PageSection({
  title,
  count,
  aside,
  children,
  isFirst = false,
}: {
  readonly title: string;
  readonly count?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly isFirst?: boolean;
}) {
  return (
    <section aria-label={title} className={isFirst ? 'pb-7' : 'border-t border-line pt-5 pb-7'}>
      <header className="flex min-h-8 items-center gap-2 pb-2">
        <h2 className="text-base font-semibold">{title}</h2>
        {count === undefined || count === null ? null : (
          <span className="tabular text-sm text-ink-faint">{count}</span>
        )}
        <div className="ms-auto flex items-center gap-1">{aside}</div>
      </header>
      {children}
    </section>
  );
}
