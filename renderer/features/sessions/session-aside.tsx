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
  RecordText,
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

export interface SessionAsideProps
  extends Pick<
    Session,
    'id' | 'version' | 'attendeeIds' | 'plannedAt' | 'place' | 'mentorshipId' | 'topicIds' | 'tags'
  > {
  readonly isReadOnly: boolean;
  readonly set: RecordForm<'sessions'>['set'];
}

/** Beside the talk: who, which cases, when and where, what it belongs to. Drawn anew only when one of these changes. */
export const SessionAside = memo(function SessionAside({ isReadOnly, set, ...session }: SessionAsideProps) {
  const t = useT('sessions');
  return (
    <>
      <PeoplePicker
        label={t('attendees')}
        value={session.attendeeIds}
        isDisabled={isReadOnly}
        onChange={(attendeeIds) => set({ attendeeIds })}
      />
      <Block title={t('cases')}>
        <SessionCases sessionId={session.id} isReadOnly={isReadOnly} />
      </Block>
      <Block title={t('about')}>
        <div className="flex flex-col gap-3">
          <WhenField
            value={session.plannedAt}
            isDisabled={isReadOnly}
            onChange={(plannedAt) => set({ plannedAt })}
          />
          <TextField
            label={t('place')}
            placeholder={t('placePlaceholder')}
            value={session.place}
            isReadOnly={isReadOnly}
            onChange={(place) => set({ place })}
          />
          {session.mentorshipId ? (
            <div className="flex flex-col gap-1">
              <span className="text-sm font-medium text-ink-soft">{t('mentorship')}</span>
              <span className="flex items-center gap-1">
                <span className="flex min-w-0 flex-1">
                  <RecordLinkById kind="mentorship" id={session.mentorshipId} />
                </span>
                {isReadOnly ? null : (
                  <IconButton
                    size="sm"
                    label={t('mentorship.remove')}
                    onPress={() => set({ mentorshipId: null })}
                  >
                    <X aria-hidden="true" />
                  </IconButton>
                )}
              </span>
            </div>
          ) : isReadOnly ? null : (
            <RecordPicker
              label={t('mentorship')}
              placeholder={t('mentorship.choose')}
              kinds={['mentorship']}
              onPick={(ref) => set({ mentorshipId: ref.id })}
            />
          )}
          <TopicPicker
            label={t('common:topics')}
            value={session.topicIds}
            isDisabled={isReadOnly}
            onChange={(topicIds) => set({ topicIds })}
          />
          <TagsField
            label={t('field.tags')}
            value={session.tags}
            isDisabled={isReadOnly}
            onChange={(tags) => set({ tags })}
          />
        </div>
      </Block>
      <div className="flex flex-col gap-1">
        <Disclosure title={t('links')}>
          <div className="pt-2">
            <LinksPanel kind="session" id={session.id} isReadOnly={isReadOnly} />
          </div>
        </Disclosure>
        <Disclosure title={t('history')}>
          <div className="pt-2">
            <HistoryPanel
              kind="session"
              id={session.id}
              currentVersion={session.version}
              renderVersion={(record) => {
                const old = record as Session;
                return (
                  <div className="flex flex-col gap-3">
                    <h3 dir="auto" className="text-lg font-semibold">
                      {old.title}
                    </h3>
                    <RecordText document={old.notes} />
                  </div>
                );
              }}
              {...(isReadOnly
                ? {}
                : {
                    onRestore: async (record: unknown) => {
                      const old = record as Session;
                      set({ title: old.title, notes: old.notes, reflection: old.reflection });
                    },
                  })}
            />
          </div>
        </Disclosure>
      </div>
    </>
  );
});
