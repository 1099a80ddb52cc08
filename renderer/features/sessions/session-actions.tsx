import { CalendarClock, UserRound } from 'lucide-react';
import { memo } from 'react';
import type { Session } from '../../../shared/domain/session.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Button, DatePicker, Popover } from '../../ui/index.ts';
import { CheckList, PersonPicker, type RecordForm, useRecordRef } from '../../widgets/index.ts';

type Action = Session['actions'][number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function Owner({
  action,
  change,
}: {
  readonly action: Action;
  readonly change: (id: string | null) => void;
}) {
  const t = useT('sessions');
  const owner = useRecordRef('person', action.ownerId);
  const label = t('actions.ownerOf', { name: action.text });
  return (
    <Popover
      label={label}
      placement="bottom end"
      className="w-72"
      trigger={
        <Button
          tone="quiet"
          size="sm"
          aria-label={owner ? `${label}: ${owner.title}` : label}
          icon={<UserRound aria-hidden="true" />}
        >
          {owner ? <bdi className="max-w-32 truncate">{owner.title}</bdi> : t('actions.owner')}
        </Button>
      }
    >
      {(close) => (
        <PersonPicker
          label={t('actions.owner')}
          value={action.ownerId}
          onChange={(id) => {
            change(id);
            if (id !== null) close();
          }}
        />
      )}
    </Popover>
  );
}

function Due({ action, change }: { readonly action: Action; readonly change: (day: string) => void }) {
  const t = useT('sessions');
  const format = useFormat();
  const label = t('actions.dueOf', { name: action.text });
  const isDay = DAY.test(action.due);
  const shown = action.due === '' ? t('actions.due') : isDay ? format.day(action.due, 'short') : action.due;
  return (
    <Popover
      label={label}
      placement="bottom end"
      className="w-72"
      trigger={
        <Button
          tone="quiet"
          size="sm"
          aria-label={action.due === '' ? label : `${label}: ${shown}`}
          icon={<CalendarClock aria-hidden="true" />}
        >
          <bdi className="max-w-32 truncate">{shown}</bdi>
        </Button>
      }
    >
      <DatePicker
        label={t('actions.due')}
        value={isDay ? action.due : null}
        onChange={(day) => change(day ?? '')}
      />
    </Popover>
  );
}

/** What was agreed: text, who, by when, done. */
export const SessionActions = memo(function SessionActions({
  actions,
  set,
  isReadOnly,
}: {
  readonly actions: readonly Action[];
  readonly set: RecordForm<'sessions'>['set'];
  readonly isReadOnly: boolean;
}) {
  const t = useT('sessions');
  return (
    <CheckList
      label={t('actions')}
      items={actions}
      placeholder={t('actions.add')}
      isReadOnly={isReadOnly}
      makeItem={(id, text) => ({ id, text, ownerId: null, due: '', done: false })}
      onChange={(next) => set({ actions: next })}
      extra={(action, change) => (
        <>
          <Owner action={action} change={(ownerId) => change({ ownerId })} />
          <Due action={action} change={(due) => change({ due })} />
        </>
      )}
    />
  );
});
