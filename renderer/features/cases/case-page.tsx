import { Ellipsis, NotebookPen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import {
  Button,
  Disclosure,
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
  RecordPending,
  TagsField,
  TitleField,
  TopicPicker,
  useMoveToBin,
  useRecordForm,
} from '../../widgets/index.ts';
import { CaseFacts } from './case-facts.tsx';
import { CaseText } from './case-text.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { useNoteFromCase } from './note-from-case.ts';
import { OWN_SOURCE } from './own-source.ts';

/** One case. The key makes another case a fresh page. */
export function CasePage() {
  const { id = '' } = useParams();
  return <OneCase key={id} id={id} />;
}

function OneCase({ id }: { readonly id: string }) {
  const t = useT('cases');
  const format = useFormat();
  const navigate = useNavigate();
  const { state, search } = useLocation();
  const isNew = (state as { isNew?: boolean } | null)?.isNew === true;
  const moveToBin = useMoveToBin();
  const makeNote = useNoteFromCase();
  const [isPanelOpen, setPanelOpen] = useState(() => window.matchMedia('(min-width: 92rem)').matches);
  const form = useRecordForm('cases', id);
  const { record, set } = form;
  if (!record) return <RecordPending error={form.loadError} backTo="/cases" />;
  const isReadOnly = record.deletedAt !== null;
  const isMirror = record.source !== OWN_SOURCE;
  const labels: Record<string, string> = {
    title: t('common:title'),
    description: t('description'),
    resolution: t('resolution'),
    product: t('product'),
    status: t('status'),
    priority: t('priority'),
    channel: t('channel'),
    openedAt: t('openedAt'),
    closedAt: t('closedAt'),
    customerName: t('customer'),
    customerId: t('customerPick'),
    audience: t('audience'),
    tags: t('common:tags'),
    topicIds: t('common:topics'),
  };
  return (
    <>
      <Page className="@container">
        <BinnedBanner noun="cases" record={record} />
        <ConflictNotice form={form} labels={labels} />
        <nav className="pb-1 text-sm text-ink-faint md:hidden">
          <TextLink href={`/cases${search}`}>{t('title')}</TextLink>
        </nav>
        <header className="flex flex-wrap items-start gap-x-4 gap-y-2 pb-4">
          <div className="min-w-0 flex-1 basis-64">
            <TitleField
              label={t('common:title')}
              value={record.title}
              isReadOnly={isReadOnly}
              autoFocus={isNew}
              onChange={(title) => set({ title })}
            />
          </div>
          <div className="flex shrink-0 items-center gap-1 pt-0.5">
            <FormSaveState form={form} />
            <IconToggle label={t('panel.toggle')} isSelected={isPanelOpen} onChange={setPanelOpen}>
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
                  id: 'bin',
                  label: t('common:moveToBin'),
                  icon: <Trash2 aria-hidden="true" />,
                  isDanger: true,
                  isDisabled: isReadOnly,
                  onAction: () =>
                    void moveToBin({
                      noun: 'cases',
                      ids: [id],
                      onDone: () => void navigate(`/cases${search}`),
                    }),
                },
              ]}
            />
          </div>
        </header>
        <CaseFacts record={record} set={set} isReadOnly={isReadOnly} />
        {isReadOnly ? null : (
          <div className="pb-6">
            <Button icon={<NotebookPen aria-hidden="true" />} onPress={() => void makeNote(record)}>
              {t('makeNote')}
            </Button>
          </div>
        )}
        <CaseText
          title={t('description')}
          placeholder={t('descriptionPlaceholder')}
          value={record.description}
          isReadOnly={isReadOnly}
          onChange={(description) => set({ description })}
        />
        <CaseText
          title={t('resolution')}
          placeholder={t('resolutionPlaceholder')}
          value={record.resolution}
          isReadOnly={isReadOnly}
          onChange={(resolution) => set({ resolution })}
        />
        {record.timeline.length > 0 ? (
          <PageSection title={t('timeline')} count={format.number(record.timeline.length)}>
            <CaseTimeline events={record.timeline} />
          </PageSection>
        ) : null}
        {record.fields.length > 0 ? (
          <div className="border-t border-line pt-4">
            <Disclosure title={t('fields')} count={format.number(record.fields.length)}>
              <dl className="grid gap-x-6 gap-y-3 py-3 @lg:grid-cols-[minmax(8rem,14rem)_1fr]">
                {record.fields.map((field, at) => (
                  // Two columns may have one name, so the place is part of what tells them apart.
                  <div key={`${at} ${field.name}`} className="contents">
                    <dt className="text-sm text-ink-faint">
                      <bdi>{field.name}</bdi>
                    </dt>
                    <dd dir="auto" className="min-w-0 text-sm break-words whitespace-pre-wrap">
                      {field.value}
                    </dd>
                  </div>
                ))}
              </dl>
            </Disclosure>
          </div>
        ) : null}
        {isMirror ? (
          <p className="pt-5 text-xs text-ink-faint">{t('mirror', { source: record.source })}</p>
        ) : null}
      </Page>
      <SidePanel label={t('panel.title')} isOpen={isPanelOpen} onClose={() => setPanelOpen(false)}>
        <TopicPicker
          label={t('common:topics')}
          value={record.topicIds}
          isDisabled={isReadOnly}
          onChange={(topicIds) => set({ topicIds })}
        />
        <TagsField
          label={t('common:tags')}
          value={record.tags}
          isDisabled={isReadOnly}
          onChange={(tags) => set({ tags })}
        />
        <PageSection title={t('links')}>
          <LinksPanel kind="case" id={id} isReadOnly={isReadOnly} />
        </PageSection>
        <PageSection title={t('history')}>
          <HistoryPanel kind="case" id={id} form={isReadOnly ? undefined : form} />
        </PageSection>
      </SidePanel>
    </>
  );
}
