import { X } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Session } from '../../../shared/domain/session.ts';
import { useT } from '../../i18n/index.ts';
import { Disclosure, IconButton, TextField } from '../../ui/index.ts';
import {
  HistoryPanel,
  LinksPanel,
  PeoplePicker,
  type RecordForm,
  RecordLinkById,
  RecordPicker,
  TagsField,
  TopicPicker,
} from '../../widgets/index.ts';
import { SessionCases } from './session-cases.tsx';
import { WhenField } from './when-field.tsx';

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="pb-2 text-sm font-semibold text-ink-soft">{title}</h2>
      {children}
    </section>
  );
}

/** Functions only, the same at each drawing. */
type Form = Pick<RecordForm<'sessions'>, 'set' | 'flush' | 'now'>;
type Set = Form['set'];
interface Field<Value> {
  readonly value: Value;
  readonly isReadOnly: boolean;
  readonly set: Set;
}

// Pickers are dear to draw: each is drawn anew only when its own value changes, not with every letter of another field.
const Attendees = memo(function Attendees({ value, isReadOnly, set }: Field<string[]>) {
  const t = useT('sessions');
  return (
    <PeoplePicker
      label={t('attendees')}
      value={value}
      isDisabled={isReadOnly}
      onChange={(attendeeIds) => set({ attendeeIds })}
    />
  );
});

const When = memo(function When({ value, isReadOnly, set }: Field<string | null>) {
  return <WhenField value={value} isDisabled={isReadOnly} onChange={(plannedAt) => set({ plannedAt })} />;
});

const Topics = memo(function Topics({ value, isReadOnly, set }: Field<string[]>) {
  const t = useT('common');
  return (
    <TopicPicker
      label={t('topics')}
      value={value}
      isDisabled={isReadOnly}
      onChange={(topicIds) => set({ topicIds })}
    />
  );
});

const Tags = memo(function Tags({ value, isReadOnly, set }: Field<string[]>) {
  const t = useT('sessions');
  return (
    <TagsField
      label={t('field.tags')}
      value={value}
      isDisabled={isReadOnly}
      onChange={(tags) => set({ tags })}
    />
  );
});

const PartOf = memo(function PartOf({ value, isReadOnly, set }: Field<string | null>) {
  const t = useT('sessions');
  if (value === null) {
    return isReadOnly ? null : (
      <RecordPicker
        label={t('mentorship')}
        placeholder={t('mentorship.choose')}
        kinds={['mentorship']}
        onPick={(ref) => set({ mentorshipId: ref.id })}
      />
    );
  }
  return (
    <div className="flex flex-col gap-1">
      <span className="text-sm font-medium text-ink-soft">{t('mentorship')}</span>
      <span className="flex items-center gap-1">
        <span className="flex min-w-0 flex-1">
          <RecordLinkById kind="mentorship" id={value} />
        </span>
        {isReadOnly ? null : (
          <IconButton size="sm" label={t('mentorship.remove')} onPress={() => set({ mentorshipId: null })}>
            <X aria-hidden="true" />
          </IconButton>
        )}
      </span>
    </div>
  );
});

const Links = memo(function Links({ value, isReadOnly }: Omit<Field<string>, 'set'>) {
  const t = useT('sessions');
  return (
    <Disclosure title={t('links')}>
      <div className="pt-2">
        <LinksPanel kind="session" id={value} isReadOnly={isReadOnly} />
      </div>
    </Disclosure>
  );
});

const History = memo(function History({
  id,
  isReadOnly,
  ...form
}: Form & { readonly id: string; readonly isReadOnly: boolean }) {
  const t = useT('sessions');
  return (
    <Disclosure title={t('history')}>
      <div className="pt-2">
        <HistoryPanel kind="session" id={id} form={isReadOnly ? undefined : form} />
      </div>
    </Disclosure>
  );
});

export interface SessionAsideProps
  extends Form,
    Pick<Session, 'id' | 'attendeeIds' | 'plannedAt' | 'place' | 'mentorshipId' | 'topicIds' | 'tags'> {
  readonly isReadOnly: boolean;
}

/** Beside the talk: who, which cases, when and where, what it belongs to. Drawn anew only when one of these changes. */
export const SessionAside = memo(function SessionAside({
  isReadOnly,
  set,
  flush,
  now,
  ...session
}: SessionAsideProps) {
  const t = useT('sessions');
  const rest = { isReadOnly, set };
  return (
    <>
      <Attendees value={session.attendeeIds} {...rest} />
      <Block title={t('cases')}>
        <SessionCases sessionId={session.id} isReadOnly={isReadOnly} />
      </Block>
      <Block title={t('about')}>
        <div className="flex flex-col gap-3">
          <When value={session.plannedAt} {...rest} />
          <TextField
            label={t('place')}
            placeholder={t('placePlaceholder')}
            value={session.place}
            isReadOnly={isReadOnly}
            onChange={(place) => set({ place })}
          />
          <PartOf value={session.mentorshipId} {...rest} />
          <Topics value={session.topicIds} {...rest} />
          <Tags value={session.tags} {...rest} />
        </div>
      </Block>
      <div className="flex flex-col gap-1">
        <Links value={session.id} isReadOnly={isReadOnly} />
        <History id={session.id} isReadOnly={isReadOnly} set={set} flush={flush} now={now} />
      </div>
    </>
  );
});
