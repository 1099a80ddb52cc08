import { CopyMinus, Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Question } from '../../../shared/domain/question.ts';
import { plainText } from '../../../shared/richtext/plain-text.ts';
import { client, useTellProblem } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import {
  Banner,
  Button,
  Dialog,
  IconButton,
  IconToggle,
  Menu,
  Page,
  SidePanel,
  SidePanelIcon,
  TextLink,
} from '../../ui/index.ts';
import {
  BinnedBanner,
  ConflictNotice,
  FormSaveState,
  HistoryPanel,
  LinksPanel,
  PageSection,
  PersonName,
  PersonPicker,
  RecordDocument,
  RecordLinkById,
  RecordPending,
  RecordPicker,
  TagsField,
  TitleField,
  TopicPicker,
  useMoveToBin,
  useRecordForm,
  useSidePanel,
} from '../../widgets/index.ts';
import { AnswerList } from './answer-list.tsx';
import { StateBadge } from './state-badge.tsx';

/** One question with its answers. The key makes another question a fresh page. */
export function QuestionPage() {
  const { id = '' } = useParams();
  return <OneQuestion key={id} id={id} />;
}

function OneQuestion({ id }: { readonly id: string }) {
  const t = useT('questions');
  const format = useFormat();
  const navigate = useNavigate();
  const tell = useTellProblem();
  const moveToBin = useMoveToBin();
  const panel = useSidePanel();
  const [isMarking, setMarking] = useState(false);
  const form = useRecordForm('questions', id);
  const { record: question, set } = form;
  if (!question) return <RecordPending error={form.loadError} backTo="/questions" />;
  const isReadOnly = question.deletedAt !== null;
  const markDuplicate = async (ofId: string | null): Promise<void> => {
    try {
      // What is typed here has its own version; it must be on disk before the question changes from the side.
      await form.flush();
      await client.questions.markDuplicate({ id, ofId });
    } catch (error) {
      tell(error);
    }
  };
  return (
    <>
      <Page className="@container">
        <BinnedBanner noun="questions" record={question} />
        <ConflictNotice
          form={form}
          labels={{ title: t('ask.title'), document: t('ask.text') }}
          say={(field, value) => (field === 'document' ? plainText(value as Question['document']) : null)}
        />
        <header className="flex flex-col gap-1 pb-2">
          <div className="flex min-h-9 items-center gap-1">
            <TextLink href="/questions" className="me-2 text-sm md:hidden">
              {t('title')}
            </TextLink>
            <StateBadge state={question.state} />
            <div className="ms-auto flex items-center gap-1">
              <FormSaveState form={form} />
              <IconToggle label={t('panel.toggle')} isSelected={panel.isOpen} onChange={panel.set}>
                <SidePanelIcon />
              </IconToggle>
              <Menu
                label={t('common:moreActions')}
                trigger={
                  <IconButton label={t('common:moreActions')}>
                    <Ellipsis aria-hidden="true" />
                  </IconButton>
                }
                entries={[
                  {
                    id: 'duplicate',
                    label: t('duplicate.mark'),
                    icon: <CopyMinus aria-hidden="true" />,
                    isDisabled: isReadOnly,
                    onAction: () => setMarking(true),
                  },
                  {
                    id: 'bin',
                    label: t('common:moveToBin'),
                    icon: <Trash2 aria-hidden="true" />,
                    isDanger: true,
                    isDisabled: isReadOnly,
                    onAction: () =>
                      void moveToBin({
                        noun: 'questions',
                        ids: [id],
                        onDone: () => void navigate('/questions'),
                      }),
                  },
                ]}
              />
            </div>
          </div>
          <TitleField
            label={t('ask.title')}
            value={question.title}
            isReadOnly={isReadOnly}
            onChange={(title) => set({ title })}
          />
        </header>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 pb-4 text-sm text-ink-soft">
          {question.askerId ? (
            <>
              <PersonName id={question.askerId} />
              <span aria-hidden="true">·</span>
            </>
          ) : null}
          <span>{format.relative(question.createdAt, Date.now())}</span>
          {question.sessionId ? (
            <>
              <span aria-hidden="true">·</span>
              <RecordLinkById kind="session" id={question.sessionId} />
            </>
          ) : null}
        </p>
        {question.duplicateOfId ? (
          <div className="pb-4">
            <Banner
              tone="info"
              title={t('duplicate.title')}
              actions={
                <Button size="sm" onPress={() => void markDuplicate(null)}>
                  {t('duplicate.undo')}
                </Button>
              }
            >
              <RecordLinkById kind="question" id={question.duplicateOfId} />
            </Banner>
          </div>
        ) : null}
        <div className="rt-calm">
          <RecordDocument
            noun="questions"
            form={form}
            document={question.document}
            label={t('ask.text')}
            placeholder={t('textPlaceholder')}
            isReadOnly={isReadOnly}
          />
        </div>
        <AnswerList question={question} isReadOnly={isReadOnly} beforeChange={form.flush} />
      </Page>
      <SidePanel label={t('panel.title')} isOpen={panel.isOpen} onClose={() => panel.set(false)}>
        <PersonPicker
          label={t('asker')}
          value={question.askerId}
          isDisabled={isReadOnly}
          onChange={(askerId) => set({ askerId })}
        />
        <TopicPicker
          label={t('common:topics')}
          value={question.topicIds}
          isDisabled={isReadOnly}
          onChange={(topicIds) => set({ topicIds })}
        />
        <TagsField
          label={t('common:tags')}
          value={question.tags}
          isDisabled={isReadOnly}
          onChange={(tags) => set({ tags })}
        />
        <PageSection title={t('links')}>
          <LinksPanel kind="question" id={id} isReadOnly={isReadOnly} />
        </PageSection>
        <PageSection title={t('history:title')}>
          <HistoryPanel kind="question" id={id} form={isReadOnly ? undefined : form} />
        </PageSection>
      </SidePanel>
      <Dialog
        isOpen={isMarking}
        onOpenChange={setMarking}
        title={t('duplicate.mark')}
        actions={<Button onPress={() => setMarking(false)}>{t('common:cancel')}</Button>}
      >
        <RecordPicker
          label={t('duplicate.of')}
          kinds={['question']}
          exclude={[id]}
          autoFocus
          onPick={(other) => {
            setMarking(false);
            void markDuplicate(other.id);
          }}
        />
      </Dialog>
    </>
  );
}
