import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { api, saveBeforeClose, toProblem, useTellProblem } from '../client/index.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { Button, cx, Dialog, Segmented, Skeleton, toasts } from '../ui/index.ts';
import { HistoryCompare } from './history-compare.tsx';
import { byDay, dayName } from './history-days.ts';
import { type HistoryKind, historyFields, historyText, restorable } from './history-fields.ts';
import { type Revision, RevisionLine } from './revision-line.tsx';

/** What bringing back an old version needs of a form (`useRecordForm`). */
interface RestoringForm {
  readonly set: (fields: never, how?: { readonly reason?: string }) => void;
  readonly flush: () => Promise<void>;
  readonly now: () => { readonly record: unknown; readonly state: string; readonly error: unknown };
}

export interface HistoryDialogProps {
  readonly kind: HistoryKind;
  /** Saves what is brought back; leave out where nothing may change. */
  readonly form?: RestoringForm | undefined;
  readonly revisions: readonly Revision[];
  /** Which version is looked at first. */
  readonly startAt: string;
  readonly onClose: () => void;
}

export type Against = 'now' | 'before' | 'alone';

const useVersion = (id: string | undefined) => {
  const { data, error } = useQuery({
    ...api.revisions.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
    retry: false,
  });
  const record = useMemo(() => (data ? (JSON.parse(data.record) as unknown) : undefined), [data]);
  return { record, isGone: error !== null && toProblem(error).code === 'NOT_FOUND' };
};

/** All versions at the start side, by day; the chosen one beside, compared with the text as it is or as it was before. */
export function HistoryDialog({ kind, form, revisions, startAt, onClose }: HistoryDialogProps) {
  const t = useT('history');
  const format = useFormat();
  const tell = useTellProblem();
  const [chosenId, setChosenId] = useState(startAt);
  const [against, setAgainst] = useState<Against>('now');
  const [layout, setLayout] = useState<'together' | 'beside'>('together');
  const at = Math.max(
    0,
    revisions.findIndex((one) => one.id === chosenId),
  );
  const chosen = revisions[at];
  const newest = revisions[0];
  const isNow = chosen?.id === newest?.id;
  const version = useVersion(chosen?.id);
  const now = useVersion(newest?.id);
  const before = useVersion(revisions[at + 1]?.id);
  const when = chosen ? format.dateTime(chosen.at) : t('unknownTime');

  // The version now has no difference from itself: there one wants to see what its sitting changed.
  const shown: Against = isNow && against === 'now' ? 'before' : against;
  const other = shown === 'now' ? now : before;

  const restore = async (): Promise<void> => {
    if (!form || version.record === undefined) return;
    try {
      // What is being written is saved first: bringing back a version must not cost a word.
      await saveBeforeClose();
      const old = restorable(kind, form.now().record);
      await put(form, restorable(kind, version.record));
      onClose();
      toasts.show({
        text: t('restored', { when }),
        tone: 'good',
        action: {
          label: t('common:undo'),
          run: () => void put(form, old).then(() => toasts.show({ text: t('undone'), tone: 'good' }), tell),
        },
      });
    } catch (error) {
      tell(error);
    }
  };
  const copy = (): void => {
    void navigator.clipboard
      ?.writeText(historyText(historyFields(kind, version.record)))
      .then(() => toasts.show({ text: t('copied'), tone: 'good' }));
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="xl"
      title={t('title')}
      actions={
        <>
          <Button tone="quiet" isDisabled={version.record === undefined} onPress={copy}>
            {t('copy')}
          </Button>
          <Button onPress={onClose}>{t('common:close')}</Button>
          {form && !isNow ? (
            <Button tone="primary" isDisabled={version.record === undefined} onPress={() => void restore()}>
              {t('restore')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="flex h-[min(65vh,44rem)] flex-col gap-4 sm:flex-row">
        <VersionList revisions={revisions} chosenId={chosen?.id ?? ''} onChoose={setChosenId} />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-3">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <span aria-hidden="true" className="-me-2 text-sm text-ink-soft">
              {t('compare')}
            </span>
            <Segmented
              label={t('compare')}
              size="sm"
              value={shown}
              onChange={setAgainst}
              choices={[
                ...(isNow ? [] : [{ id: 'now' as const, label: t('compare.now') }]),
                { id: 'before', label: t('compare.before') },
                { id: 'alone', label: t('compare.alone') },
              ]}
            />
            {shown === 'alone' ? null : (
              <Segmented
                label={t('layout')}
                size="sm"
                value={layout}
                onChange={setLayout}
                choices={[
                  { id: 'together', label: t('layout.together') },
                  { id: 'beside', label: t('layout.beside') },
                ]}
              />
            )}
          </div>
          <section
            aria-label={t('look', { when })}
            // Long texts are read with the arrow keys.
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            tabIndex={0}
            className="@container min-h-0 flex-1 overflow-y-auto rounded-lg border border-line bg-paper p-4"
          >
            {version.isGone ? (
              <p className="text-ink-soft">{t('gone')}</p>
            ) : version.record === undefined || (shown === 'now' && now.record === undefined) ? (
              <Skeleton label={t('common:loading')} lines={4} />
            ) : shown === 'before' && revisions[at + 1] === undefined ? (
              <>
                <p className="pb-3 text-sm text-ink-soft">{t('first')}</p>
                <HistoryCompare kind={kind} older={version.record} newer={null} layout={layout} />
              </>
            ) : shown === 'before' && other.record === undefined && !other.isGone ? (
              <Skeleton label={t('common:loading')} lines={4} />
            ) : (
              <HistoryCompare
                kind={kind}
                // The older of the two always stands at the start side.
                older={shown === 'before' ? other.record : version.record}
                newer={shown === 'alone' ? null : shown === 'now' ? now.record : version.record}
                layout={layout}
                sides={
                  shown === 'now'
                    ? { before: t('side.old', { when }), after: t('side.now') }
                    : { before: t('side.before'), after: t('side.old', { when }) }
                }
              />
            )}
          </section>
        </div>
      </div>
    </Dialog>
  );
}

async function put(form: RestoringForm, fields: Record<string, unknown>): Promise<void> {
  form.set(fields as never, { reason: 'brought-back' });
  await form.flush();
  const { state, error } = form.now();
  if (state === 'failed') throw error;
}

/** The versions as a list of one choice: the arrow keys go through them and what they hold is shown at once. */
function VersionList({
  revisions,
  chosenId,
  onChoose,
}: {
  readonly revisions: readonly Revision[];
  readonly chosenId: string;
  readonly onChoose: (id: string) => void;
}) {
  const t = useT('history');
  const format = useFormat();
  const words = { today: t('today'), yesterday: t('yesterday') };
  const days = byDay(revisions);
  return (
    <ListBox
      // The keyboard begins here: the arrow keys go from version to version.
      autoFocus
      aria-label={t('versions')}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[chosenId]}
      onSelectionChange={(keys) => {
        const [first] = keys === 'all' ? [] : [...keys];
        if (first !== undefined) onChoose(String(first));
      }}
      className="max-h-40 shrink-0 overflow-y-auto pe-2 outline-none sm:max-h-none sm:w-52"
    >
      {days.map(({ day, rows }) => (
        <ListBoxSection key={day} id={day} className="pb-3">
          <Header className="sticky top-0 bg-raised px-2 pb-1 text-xs font-semibold text-ink-soft">
            {dayName(day, Date.now(), format, words)}
          </Header>
          <Collection items={rows}>
            {(row) => (
              <ListBoxItem
                id={row.id}
                textValue={t('look', { when: format.dateTime(row.at) })}
                className={cx(
                  'flex cursor-default rounded-md px-2 py-1 outline-none data-hovered:bg-hover data-selected:bg-brass-soft',
                  'data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus',
                )}
              >
                <RevisionLine revision={row} isNow={row.id === revisions[0]?.id} />
              </ListBoxItem>
            )}
          </Collection>
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
