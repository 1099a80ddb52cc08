import { Ellipsis, FolderInput, Package, Share, Trash2 } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useLanguage, useT } from '../../i18n/index.ts';
import { IconButton, LinkButton, Menu, Page, Select, TextArea, TextLink } from '../../ui/index.ts';
import {
  BinnedBanner,
  ConflictNotice,
  ExportDocuments,
  FormSaveState,
  HistoryPanel,
  LinksPanel,
  PageSection,
  PersonPicker,
  RecordPending,
  recordPath,
  TagsField,
  TitleField,
  topicName,
  useMoveToBin,
  useRecordForm,
} from '../../widgets/index.ts';
import { MoveTopicDialog } from './move-topic-dialog.tsx';
import { NamesFields, withName } from './names-fields.tsx';
import { SubTopics } from './sub-topics.tsx';
import { TopicCarries } from './topic-carries.tsx';
import { pathTo } from './topic-tree.ts';
import { useTopics } from './use-topics.ts';

const CRITICALITY = ['1', '2', '3', '4', '5'] as const;

/** One topic and everything that carries it. */
export function TopicPage() {
  const { id = '' } = useParams();
  return <OneTopic key={id} id={id} />;
}

function OneTopic({ id }: { readonly id: string }) {
  const t = useT('topics');
  const { language } = useLanguage();
  const navigate = useNavigate();
  const isNew = (useLocation().state as { isNew?: boolean } | null)?.isNew === true;
  const moveToBin = useMoveToBin();
  const { topics, tree, nameOf } = useTopics();
  const [isMoving, setMoving] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const form = useRecordForm('topics', id);
  const { record: topic, set } = form;
  if (!topic) return <RecordPending error={form.loadError} backTo="/topics" />;
  const isReadOnly = topic.deletedAt !== null;
  const above = pathTo(topics, id);
  return (
    <Page className="@container">
      <BinnedBanner noun="topics" record={topic} />
      <ConflictNotice
        form={form}
        labels={{
          name: t('name'),
          names: t('names'),
          synonyms: t('synonyms'),
          about: t('about'),
          ownerId: t('owner'),
          criticality: t('criticality'),
          parentId: t('parents'),
        }}
      />
      <nav
        aria-label={t('parents')}
        className="flex min-h-6 flex-wrap items-center gap-1.5 text-sm text-ink-faint"
      >
        <TextLink href="/topics">{t('title')}</TextLink>
        {above.map((one) => (
          <Fragment key={one.id}>
            <span aria-hidden="true">/</span>
            <TextLink href={recordPath('topic', one.id)}>
              <bdi>{nameOf(one)}</bdi>
            </TextLink>
          </Fragment>
        ))}
      </nav>
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2 pb-6">
        <div className="min-w-0 flex-1 basis-64">
          <TitleField
            label={t('name')}
            value={topicName(topic, language)}
            isReadOnly={isReadOnly}
            autoFocus={isNew && topic.version === 1}
            onChange={(name) =>
              set(
                topicName(topic, language) === topic.name
                  ? { name }
                  : { names: withName(topic.names, language, name) },
              )
            }
          />
        </div>
        <div className="ms-auto flex shrink-0 items-center gap-2 pt-0.5">
          <FormSaveState form={form} />
          <LinkButton href={`/packages/export?topic=${id}`} icon={<Package aria-hidden="true" />}>
            {t('export')}
          </LinkButton>
          <Menu
            label={t('common:moreActions')}
            trigger={
              <IconButton label={t('common:moreActions')}>
                <Ellipsis aria-hidden="true" />
              </IconButton>
            }
            entries={[
              {
                id: 'move',
                label: t('move'),
                icon: <FolderInput aria-hidden="true" />,
                isDisabled: isReadOnly,
                onAction: () => setMoving(true),
              },
              {
                id: 'export',
                label: t('exports:action'),
                icon: <Share aria-hidden="true" />,
                isDisabled: isReadOnly,
                onAction: () => setExporting(true),
              },
              {
                id: 'bin',
                label: t('common:moveToBin'),
                icon: <Trash2 aria-hidden="true" />,
                isDanger: true,
                isDisabled: isReadOnly,
                onAction: () =>
                  void moveToBin({ noun: 'topics', ids: [id], onDone: () => void navigate('/topics') }),
              },
            ]}
          />
        </div>
      </header>
      <div className="grid gap-x-5 gap-y-4 pb-6 @lg:grid-cols-2">
        <Select
          label={t('criticality')}
          value={String(topic.criticality) as (typeof CRITICALITY)[number]}
          isDisabled={isReadOnly}
          options={CRITICALITY.map((level) => ({ id: level, label: t(`criticality.${level}`) }))}
          onChange={(level) => set({ criticality: Number(level) })}
        />
        <PersonPicker
          label={t('owner')}
          value={topic.ownerId}
          isDisabled={isReadOnly}
          onChange={(ownerId) => set({ ownerId })}
        />
        <TextArea
          className="@lg:col-span-2"
          label={t('about')}
          rows={2}
          value={topic.about}
          placeholder={t('aboutPlaceholder')}
          isReadOnly={isReadOnly}
          onChange={(about) => set({ about })}
        />
        <div className="@lg:col-span-2">
          <TagsField
            label={t('synonyms')}
            value={topic.synonyms}
            isDisabled={isReadOnly}
            onChange={(synonyms) => set({ synonyms })}
          />
        </div>
      </div>
      <PageSection title={t('carries')}>
        <TopicCarries topicId={id} criticality={topic.criticality} />
      </PageSection>
      <PageSection title={t('children')}>
        <SubTopics
          parentId={id}
          items={topics.filter((one) => one.parentId === id)}
          nameOf={nameOf}
          isReadOnly={isReadOnly}
        />
      </PageSection>
      <PageSection title={t('names')}>
        <NamesFields
          name={topic.name}
          names={topic.names}
          isReadOnly={isReadOnly}
          onChange={(fields) => set(fields)}
        />
      </PageSection>
      <PageSection title={t('links')}>
        <div className="max-w-md">
          <LinksPanel kind="topic" id={id} isReadOnly={isReadOnly} />
        </div>
      </PageSection>
      <PageSection title={t('history:title')}>
        <div className="max-w-md">
          <HistoryPanel kind="topic" id={id} form={isReadOnly ? undefined : form} />
        </div>
      </PageSection>
      <ExportDocuments
        scope={{ type: 'topic', id }}
        isOpen={isExporting}
        onOpenChange={setExporting}
        before={form.flush}
      />
      <MoveTopicDialog
        isOpen={isMoving}
        onOpenChange={setMoving}
        topicId={id}
        name={topicName(topic, language)}
        isAtTop={topic.parentId === null}
        tree={tree}
        onMove={(parentId) => set({ parentId })}
      />
    </Page>
  );
}
