import { Archive, BookOpen, Ellipsis, PackagePlus, Share, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { client, saveBeforeClose, useTellProblem } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import {
  Badge,
  Button,
  IconButton,
  IconToggle,
  LinkButton,
  Menu,
  Page,
  SidePanel,
  SidePanelIcon,
  TextArea,
  TextLink,
  toasts,
} from '../../ui/index.ts';
import {
  BinnedBanner,
  ConflictNotice,
  ExportDocuments,
  FormSaveState,
  HistoryPanel,
  LinksPanel,
  PageSection,
  RecordPending,
  TitleField,
  useMoveToBin,
  useRecordForm,
  useSidePanel,
} from '../../widgets/index.ts';
import { PlaybookFacts } from './playbook-facts.tsx';
import { SectionsEditor } from './sections-editor.tsx';

/** One playbook being written. The key makes another playbook a fresh page. */
export function PlaybookPage() {
  const { id = '' } = useParams();
  return <OnePlaybook key={id} id={id} />;
}

function OnePlaybook({ id }: { readonly id: string }) {
  const t = useT('playbooks');
  const format = useFormat();
  const navigate = useNavigate();
  const isNew = (useLocation().state as { isNew?: boolean } | null)?.isNew === true;
  const tell = useTellProblem();
  const moveToBin = useMoveToBin();
  const panel = useSidePanel();
  const [isExporting, setExporting] = useState(false);
  const form = useRecordForm('playbooks', id);
  const { record: playbook, set } = form;
  if (!playbook) return <RecordPending error={form.loadError} backTo="/playbooks" />;
  const isReadOnly = playbook.deletedAt !== null;
  const isPublished = playbook.publishedVersion !== null;
  const isBehind = isPublished && playbook.publishedVersion !== playbook.version;

  const publish = async (published: boolean): Promise<void> => {
    try {
      // What is being written in the steps is what newcomers are meant to read.
      await saveBeforeClose();
      await form.flush();
      const { state, error } = form.now();
      if (state === 'failed') throw error;
      const { version } = await client.playbooks.get({ id });
      await client.playbooks.publish({ id, expectedVersion: version, published });
      toasts.show({ text: t(published ? 'publish.done' : 'publish.taken'), tone: 'good' });
    } catch (error) {
      tell(error);
    }
  };

  return (
    <>
      <Page className="@container">
        <BinnedBanner noun="playbooks" record={playbook} />
        <ConflictNotice form={form} labels={{ title: t('common:title'), summary: t('summary') }} />
        <header className="flex flex-col gap-1 pb-3">
          <div className="flex min-h-9 flex-wrap items-center gap-1.5">
            <TextLink href="/playbooks" className="me-2 text-sm md:hidden">
              {t('title')}
            </TextLink>
            <Badge tone={isPublished ? 'good' : 'neutral'}>{t(`state.${playbook.state}`)}</Badge>
            {isBehind ? <span className="text-xs text-ink-faint">{t('publish.behind')}</span> : null}
            <div className="ms-auto flex items-center gap-1">
              <FormSaveState form={form} />
              <LinkButton
                className="ms-2"
                size="sm"
                href={`/playbooks/${id}/read`}
                icon={<BookOpen aria-hidden="true" />}
              >
                {t('read')}
              </LinkButton>
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
                    id: 'document',
                    label: t('exports:action'),
                    icon: <Share aria-hidden="true" />,
                    isDisabled: isReadOnly,
                    onAction: () => setExporting(true),
                  },
                  {
                    id: 'export',
                    label: t('export'),
                    icon: <PackagePlus aria-hidden="true" />,
                    onAction: () => void navigate(`/packages/export?playbook=${id}`),
                  },
                  {
                    id: 'unpublish',
                    label: t('publish.takeBack'),
                    icon: <Archive aria-hidden="true" />,
                    isDisabled: !isPublished || isReadOnly,
                    onAction: () => void publish(false),
                  },
                  {
                    id: 'bin',
                    label: t('common:moveToBin'),
                    icon: <Trash2 aria-hidden="true" />,
                    isDanger: true,
                    isDisabled: isReadOnly,
                    onAction: () =>
                      void moveToBin({
                        noun: 'playbooks',
                        ids: [id],
                        onDone: () => void navigate('/playbooks'),
                      }),
                  },
                ]}
              />
            </div>
          </div>
          <TitleField
            label={t('common:title')}
            value={playbook.title}
            isReadOnly={isReadOnly}
            autoFocus={isNew}
            onChange={(title) => set({ title })}
          />
        </header>
        <TextArea
          label={t('summary')}
          rows={2}
          value={playbook.summary}
          placeholder={t('summaryPlaceholder')}
          isReadOnly={isReadOnly}
          maxLength={2_000}
          onChange={(summary) => set({ summary })}
        />
        <div className="pt-8">
          {playbook.sections.length === 0 ? (
            <p className="max-w-prose pb-4 text-base text-ink-soft">{t('sections.empty')}</p>
          ) : null}
          <SectionsEditor
            form={form}
            sections={playbook.sections}
            isReadOnly={isReadOnly}
            onChange={(sections) => set({ sections })}
          />
        </div>
        {isReadOnly || playbook.sections.length === 0 ? null : (
          <footer className="mt-10 flex flex-wrap items-center gap-3 border-t border-line pt-5">
            <Button tone="primary" isDisabled={isPublished && !isBehind} onPress={() => void publish(true)}>
              {t(isPublished ? 'publish.again' : 'publish')}
            </Button>
            <p className="text-sm text-ink-soft">
              {playbook.publishedAt
                ? t('publish.when', { when: format.dateTime(playbook.publishedAt) })
                : t('publish.hint')}
            </p>
          </footer>
        )}
      </Page>
      <ExportDocuments
        scope={{ type: 'playbook', id }}
        isOpen={isExporting}
        onOpenChange={setExporting}
        before={saveBeforeClose}
      />
      <SidePanel label={t('panel.title')} isOpen={panel.isOpen} onClose={() => panel.set(false)}>
        <PlaybookFacts playbook={playbook} set={set} isReadOnly={isReadOnly} />
        <PageSection title={t('links')}>
          <LinksPanel kind="playbook" id={id} isReadOnly={isReadOnly} />
        </PageSection>
        <PageSection title={t('history:title')}>
          <HistoryPanel kind="playbook" id={id} form={isReadOnly ? undefined : form} />
        </PageSection>
      </SidePanel>
    </>
  );
}
