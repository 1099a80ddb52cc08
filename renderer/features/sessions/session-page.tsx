import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, FilePlus2, NotebookPen, Trash2 } from 'lucide-react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { SESSION_KINDS, type Session } from '../../../shared/domain/session.ts';
import type { RichText } from '../../../shared/richtext/document.ts';
import { plainText } from '../../../shared/richtext/plain-text.ts';
import { api, client, saveBeforeClose, useTellProblem } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Button, IconButton, Menu, Select, TextArea, TextLink } from '../../ui/index.ts';
import {
  BinnedBanner,
  ConflictNotice,
  FormSaveState,
  PageSection,
  RecordDocument,
  RecordLinkById,
  RecordPending,
  recordPath,
  TitleField,
  useMoveToBin,
  useRecordForm,
} from '../../widgets/index.ts';
import { BornNotes } from './born-notes.tsx';
import { RecorderPlace } from './recorder-place.tsx';
import { SessionActions } from './session-actions.tsx';
import { SessionAgenda } from './session-agenda.tsx';
import { SessionAside } from './session-aside.tsx';
import { SessionClock } from './session-clock.tsx';
import { SessionQuestions } from './session-questions.tsx';
import { SessionState } from './session-row.tsx';

/** The session room: one sitting together, with all it leaves behind. */
export function SessionPage() {
  const { id = '' } = useParams();
  return <OneSession key={id} id={id} />;
}

function OneSession({ id }: { readonly id: string }) {
  const t = useT('sessions');
  const format = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const tell = useTellProblem();
  const moveToBin = useMoveToBin();
  const isNew = (useLocation().state as { isNew?: boolean } | null)?.isNew === true;
  const form = useRecordForm('sessions', id);
  const { record: session, set } = form;
  const { data: mentorship } = useQuery({
    ...api.mentorships.get.queryOptions({ input: { id: session?.mentorshipId ?? '' } }),
    enabled: Boolean(session?.mentorshipId),
  });
  if (!session) return <RecordPending error={form.loadError} backTo="/sessions" />;
  const isReadOnly = session.deletedAt !== null;
  const learners = (mentorship?.id === session.mentorshipId ? mentorship?.learnerIds : undefined) ?? [];

  const adopt = (saved: Session): void => {
    queries.setQueryData(api.sessions.get.queryKey({ input: { id } }), saved);
  };
  const makeNote = async (hasText: boolean): Promise<void> => {
    try {
      // What was typed a moment ago belongs to it, too.
      await saveBeforeClose();
      const now = await client.sessions.get({ id });
      const from = now.mentorshipId ? await client.mentorships.get({ id: now.mentorshipId }) : null;
      const note = await client.notes.create({
        fields: {
          title: hasText ? now.title : '',
          ...(hasText ? { document: now.notes } : {}),
          sessionId: id,
          topicIds: now.topicIds,
          authorId: from?.mentorId ?? null,
          audience: now.audience,
        },
      });
      void navigate(recordPath('note', note.id), { state: { isNew: true } });
    } catch (error) {
      tell(error);
    }
  };

  return (
    <div className="scroll-y @container h-full min-h-0 min-w-0 flex-1 bg-paper">
      <div className="mx-auto w-full max-w-[76rem] px-5 pt-6 pb-20 sm:px-10">
        <BinnedBanner noun="sessions" record={session} />
        <ConflictNotice
          form={form}
          labels={{
            title: t('field.title'),
            notes: t('notes'),
            agenda: t('agenda'),
            actions: t('actions'),
            reflection: t('reflection'),
            place: t('place'),
            plannedAt: t('when'),
            attendeeIds: t('attendees'),
            kind: t('kind'),
            mentorshipId: t('mentorship'),
            topicIds: t('common:topics'),
            tags: t('field.tags'),
          }}
          say={(field, value) =>
            field === 'notes'
              ? plainText(value as RichText)
              : field === 'agenda' || field === 'actions'
                ? (value as ReadonlyArray<{ text: string; done: boolean }>)
                    .map((item) => `${item.done ? '☑' : '☐'} ${item.text}`)
                    .join('\n')
                : null
          }
        />
        <header className="pb-5">
          <div className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-faint">
            <TextLink href="/sessions">{t('title')}</TextLink>
            {session.mentorshipId ? (
              <>
                <span aria-hidden="true">/</span>
                <RecordLinkById kind="mentorship" id={session.mentorshipId} showIcon={false} />
              </>
            ) : null}
          </div>
          <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
            <div className="min-w-0 flex-1 basis-80">
              <TitleField
                label={t('field.title')}
                value={session.title}
                isReadOnly={isReadOnly}
                autoFocus={isNew && session.version === 1}
                onChange={(title) => set({ title })}
              />
            </div>
            <div className="ms-auto flex shrink-0 items-center gap-1 pt-0.5">
              <FormSaveState form={form} />
              <Menu
                label={t('common:moreActions')}
                trigger={
                  <IconButton label={t('common:moreActions')}>
                    <Ellipsis aria-hidden="true" />
                  </IconButton>
                }
                entries={[
                  {
                    id: 'bin',
                    label: t('common:moveToBin'),
                    icon: <Trash2 aria-hidden="true" />,
                    isDanger: true,
                    isDisabled: isReadOnly,
                    onAction: () =>
                      void moveToBin({
                        noun: 'sessions',
                        ids: [id],
                        onDone: () => void navigate('/sessions'),
                      }),
                  },
                ]}
              />
            </div>
          </div>
          <div className="mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-y border-line py-3">
            <SessionClock
              session={session}
              isDisabled={isReadOnly}
              beforeChange={form.flush}
              onChange={adopt}
            />
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-ink-soft">
              <SessionState state={session.state} />
              {session.startedAt ? (
                <span>{t('when.started', { when: format.dateTime(session.startedAt) })}</span>
              ) : session.plannedAt ? (
                <span>{format.dateTime(session.plannedAt)}</span>
              ) : (
                <span className="text-ink-faint">{t('when.none')}</span>
              )}
              <Select
                size="sm"
                hideLabel
                className="w-40"
                label={t('kind')}
                value={session.kind}
                isDisabled={isReadOnly}
                options={SESSION_KINDS.map((kind) => ({ id: kind, label: t(`kind.${kind}`) }))}
                onChange={(kind) => set({ kind })}
              />
            </div>
          </div>
        </header>

        <div className="grid gap-x-12 gap-y-4 @4xl:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="min-w-0">
            <PageSection isFirst title={t('agenda')}>
              <SessionAgenda agenda={session.agenda} set={set} isReadOnly={isReadOnly} />
            </PageSection>
            <PageSection
              title={t('notes')}
              aside={
                isReadOnly ? null : (
                  <Button
                    tone="quiet"
                    size="sm"
                    icon={<NotebookPen aria-hidden="true" />}
                    onPress={() => void makeNote(true)}
                  >
                    {t('notes.make')}
                  </Button>
                )
              }
            >
              <RecordDocument
                noun="sessions"
                form={form}
                document={session.notes}
                label={t('notes')}
                placeholder={t('notes.placeholder')}
                isReadOnly={isReadOnly}
              />
            </PageSection>
            <SessionQuestions
              sessionId={id}
              topicIds={session.topicIds}
              audience={session.audience}
              askerId={learners.length === 1 ? (learners[0] ?? null) : null}
              isReadOnly={isReadOnly}
            />
            <PageSection title={t('actions')}>
              <SessionActions actions={session.actions} set={set} isReadOnly={isReadOnly} />
            </PageSection>
            <PageSection
              title={t('born')}
              aside={
                isReadOnly ? null : (
                  <Button
                    tone="quiet"
                    size="sm"
                    icon={<FilePlus2 aria-hidden="true" />}
                    onPress={() => void makeNote(false)}
                  >
                    {t('born.add')}
                  </Button>
                )
              }
            >
              <BornNotes sessionId={id} />
            </PageSection>
            <PageSection title={t('reflection')}>
              <TextArea
                hideLabel
                label={t('reflection')}
                placeholder={t('reflection.placeholder')}
                rows={3}
                value={session.reflection}
                isReadOnly={isReadOnly}
                onChange={(reflection) => set({ reflection })}
              />
            </PageSection>
          </div>
          <aside aria-label={t('about')} className="flex min-w-0 flex-col gap-6">
            <RecorderPlace />
            <SessionAside
              id={id}
              attendeeIds={session.attendeeIds}
              plannedAt={session.plannedAt}
              place={session.place}
              mentorshipId={session.mentorshipId}
              topicIds={session.topicIds}
              tags={session.tags}
              isReadOnly={isReadOnly}
              set={set}
              flush={form.flush}
              now={form.now}
            />
          </aside>
        </div>
      </div>
    </div>
  );
}
