import { Ellipsis, Share, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { Note } from '../../../shared/domain/note.ts';
import { plainText } from '../../../shared/richtext/plain-text.ts';
import { saveBeforeClose } from '../../client/index.ts';
import { Outline, TextPlaceProvider } from '../../editor/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { IconButton, IconToggle, Menu, Page, SidePanel, SidePanelIcon, TextLink } from '../../ui/index.ts';
import {
  BinnedBanner,
  ConflictNotice,
  ExportDocuments,
  FormSaveState,
  HistoryPanel,
  LinksPanel,
  PageSection,
  PersonName,
  RecordDocument,
  RecordLinkById,
  RecordPending,
  TitleField,
  useMoveToBin,
  useRecordForm,
  useSidePanel,
} from '../../widgets/index.ts';
import { NoteFacts } from './note-facts.tsx';
import { NoteSource } from './note-source.tsx';

/** One note. The key makes another note a fresh page. */
export function NotePage() {
  const { id = '' } = useParams();
  return <OneNote key={id} id={id} />;
}

function OneNote({ id }: { readonly id: string }) {
  const t = useT('notes');
  const format = useFormat();
  const navigate = useNavigate();
  const isNew = (useLocation().state as { isNew?: boolean } | null)?.isNew === true;
  const moveToBin = useMoveToBin();
  const panel = useSidePanel();
  const [isExporting, setExporting] = useState(false);
  const form = useRecordForm('notes', id);
  const { record: note, set } = form;
  if (!note) return <RecordPending error={form.loadError} backTo="/notes" />;
  const isReadOnly = note.deletedAt !== null;
  return (
    <TextPlaceProvider>
      <Page className="@container">
        <BinnedBanner noun="notes" record={note} />
        <ConflictNotice
          form={form}
          labels={{ title: t('common:title'), document: t('text') }}
          say={(field, value) => (field === 'document' ? plainText(value as Note['document']) : null)}
        />
        <header className="flex flex-col gap-1 pb-2">
          <div className="flex min-h-9 items-center gap-1">
            <TextLink href="/notes" className="me-2 text-sm md:hidden">
              {t('title')}
            </TextLink>
            <span className="text-sm text-ink-soft">{t(`common:noteKind.${note.kind}`)}</span>
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
                      void moveToBin({ noun: 'notes', ids: [id], onDone: () => void navigate('/notes') }),
                  },
                ]}
              />
            </div>
          </div>
          <TitleField
            label={t('common:title')}
            value={note.title}
            isReadOnly={isReadOnly}
            autoFocus={isNew}
            onChange={(title) => set({ title })}
          />
        </header>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 pb-5 text-sm text-ink-soft">
          {note.authorId ? (
            <>
              <PersonName id={note.authorId} />
              <span aria-hidden="true">·</span>
            </>
          ) : null}
          <span>{t('common:updatedWhen', { when: format.relative(note.updatedAt, Date.now()) })}</span>
        </p>
        <RecordDocument
          noun="notes"
          form={form}
          document={note.document}
          label={t('text')}
          placeholder={t('textPlaceholder')}
          isReadOnly={isReadOnly}
          hasFoot
        />
        {note.sessionId ? (
          <p className="mt-8 flex items-center gap-2 border-t border-line pt-4 text-sm text-ink-soft">
            {t('fromSession')} <RecordLinkById kind="session" id={note.sessionId} />
          </p>
        ) : null}
        <NoteSource id={id} />
      </Page>
      <ExportDocuments
        scope={{ type: 'notes', ids: [id] }}
        isOpen={isExporting}
        onOpenChange={setExporting}
        before={saveBeforeClose}
      />
      <SidePanel label={t('panel.title')} isOpen={panel.isOpen} onClose={() => panel.set(false)}>
        <NoteFacts note={note} set={set} isReadOnly={isReadOnly} />
        <PageSection title={t('writing:outline.title')}>
          <Outline />
        </PageSection>
        <PageSection title={t('links')}>
          <LinksPanel kind="note" id={id} isReadOnly={isReadOnly} />
        </PageSection>
        <PageSection title={t('history')}>
          <HistoryPanel kind="note" id={id} form={isReadOnly ? undefined : form} />
        </PageSection>
      </SidePanel>
    </TextPlaceProvider>
  );
}
