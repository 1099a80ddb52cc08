import { Ellipsis, Trash2 } from 'lucide-react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import {
  DatePicker,
  Disclosure,
  IconButton,
  Menu,
  Select,
  TextArea,
  TextField,
  TextLink,
} from '../../ui/index.ts';
import {
  BinnedBanner,
  CheckList,
  ConflictNotice,
  FormSaveState,
  HistoryPanel,
  LinksPanel,
  PageSection,
  PeoplePicker,
  PersonPicker,
  RecordPending,
  TagsField,
  TitleField,
  TopicPicker,
  useMoveToBin,
  useRecordForm,
} from '../../widgets/index.ts';
import { STATE_ORDER } from './mentorship-groups.ts';
import { MentorshipSessions } from './mentorship-sessions.tsx';

/** One mentorship: who, what for, and the sessions it is made of. */
export function MentorshipPage() {
  const { id = '' } = useParams();
  return <OneMentorship key={id} id={id} />;
}

function OneMentorship({ id }: { readonly id: string }) {
  const t = useT('mentorships');
  const format = useFormat();
  const navigate = useNavigate();
  const isNew = (useLocation().state as { isNew?: boolean } | null)?.isNew === true;
  const moveToBin = useMoveToBin();
  const form = useRecordForm('mentorships', id);
  const { record: mentorship, set } = form;
  if (!mentorship) return <RecordPending error={form.loadError} backTo="/mentorships" />;
  const isReadOnly = mentorship.deletedAt !== null;
  const done = mentorship.goals.filter((goal) => goal.done).length;
  const isBackwards =
    mentorship.startDay !== null && mentorship.endDay !== null && mentorship.endDay < mentorship.startDay;
  return (
    <div className="scroll-y @container h-full min-h-0 min-w-0 flex-1 bg-paper">
      <div className="mx-auto w-full max-w-[72rem] px-5 pt-6 pb-20 sm:px-10">
        <BinnedBanner noun="mentorships" record={mentorship} />
        <ConflictNotice
          form={form}
          labels={{
            title: t('field.title'),
            mentorId: t('mentor'),
            learnerIds: t('learners'),
            goals: t('goals'),
            topicIds: t('common:topics'),
            agreement: t('agreement'),
            cadence: t('cadence'),
            startDay: t('start'),
            endDay: t('end'),
            state: t('state'),
            tags: t('common:tags'),
          }}
          say={(field, value) =>
            field === 'goals'
              ? (value as ReadonlyArray<{ text: string; done: boolean }>)
                  .map((goal) => `${goal.done ? '☑' : '☐'} ${goal.text}`)
                  .join('\n')
              : null
          }
        />
        <div className="flex min-h-6 items-center text-sm">
          <TextLink href="/mentorships">{t('title')}</TextLink>
        </div>
        <header className="flex flex-wrap items-start gap-x-4 gap-y-1 pb-6">
          <div className="min-w-0 flex-1 basis-80">
            <TitleField
              label={t('field.title')}
              value={mentorship.title}
              isReadOnly={isReadOnly}
              autoFocus={isNew && mentorship.version === 1}
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
                      noun: 'mentorships',
                      ids: [id],
                      onDone: () => void navigate('/mentorships'),
                    }),
                },
              ]}
            />
          </div>
        </header>
        <div className="grid gap-x-12 gap-y-4 @4xl:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="min-w-0">
            <div className="grid gap-x-5 gap-y-4 pb-6 @lg:grid-cols-2">
              <PersonPicker
                label={t('mentor')}
                value={mentorship.mentorId}
                isDisabled={isReadOnly}
                onChange={(mentorId) => set({ mentorId })}
              />
              <PeoplePicker
                label={t('learners')}
                value={mentorship.learnerIds}
                isDisabled={isReadOnly}
                onChange={(learnerIds) => set({ learnerIds })}
              />
            </div>
            <PageSection
              title={t('goals')}
              count={
                mentorship.goals.length > 0
                  ? t('form:check.progress', { done, count: mentorship.goals.length })
                  : null
              }
            >
              <CheckList
                label={t('goals')}
                items={mentorship.goals}
                placeholder={t('goals.add')}
                isReadOnly={isReadOnly}
                makeItem={(itemId, text) => ({ id: itemId, text, done: false })}
                onChange={(goals) => set({ goals })}
              />
            </PageSection>
            <MentorshipSessions mentorshipId={id} isReadOnly={isReadOnly} />
            <PageSection title={t('agreement')}>
              <TextArea
                hideLabel
                label={t('agreement')}
                rows={4}
                description={t('agreementHint')}
                value={mentorship.agreement}
                isReadOnly={isReadOnly}
                onChange={(agreement) => set({ agreement })}
              />
            </PageSection>
          </div>
          <aside aria-label={t('about')} className="flex min-w-0 flex-col gap-4">
            <Select
              label={t('state')}
              value={mentorship.state}
              isDisabled={isReadOnly}
              options={STATE_ORDER.map((state) => ({ id: state, label: t(`state.${state}`) }))}
              onChange={(state) => set({ state })}
            />
            <DatePicker
              label={t('start')}
              value={mentorship.startDay}
              isDisabled={isReadOnly}
              onChange={(startDay) => set({ startDay })}
            />
            <DatePicker
              label={t('end')}
              value={mentorship.endDay}
              isDisabled={isReadOnly}
              error={isBackwards ? t('endBeforeStart') : undefined}
              onChange={(endDay) => set({ endDay })}
            />
            <TextField
              label={t('cadence')}
              placeholder={t('cadencePlaceholder')}
              value={mentorship.cadence}
              isReadOnly={isReadOnly}
              onChange={(cadence) => set({ cadence })}
            />
            <TopicPicker
              label={t('common:topics')}
              value={mentorship.topicIds}
              isDisabled={isReadOnly}
              onChange={(topicIds) => set({ topicIds })}
            />
            <TagsField
              label={t('common:tags')}
              value={mentorship.tags}
              isDisabled={isReadOnly}
              onChange={(tags) => set({ tags })}
            />
            <Disclosure title={t('links')}>
              <div className="pt-2">
                <LinksPanel kind="mentorship" id={id} isReadOnly={isReadOnly} />
              </div>
            </Disclosure>
            <Disclosure title={t('history:title')}>
              <div className="pt-2">
                <HistoryPanel kind="mentorship" id={id} form={isReadOnly ? undefined : form} />
              </div>
            </Disclosure>
            <p className="text-xs text-ink-faint">
              {t('common:updatedWhen', { when: format.dateTime(mentorship.updatedAt) })}
            </p>
          </aside>
        </div>
      </div>
    </div>
  );
}
