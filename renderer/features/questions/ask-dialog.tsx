import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import { fromPlainText } from '../../../shared/richtext/from-text.ts';
import { api, client, useTellProblem } from '../../client/index.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Button, Dialog, TextArea, TextField } from '../../ui/index.ts';
import { RecordLink, recordPath } from '../../widgets/index.ts';

const makeBlockId = (): string => crypto.randomUUID().slice(0, 13);

export interface AskDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly sessionId: string | null;
}

/** Asks a question, and shows while one types whether somebody asked it before. Nothing typed is lost by closing. */
export function AskDialog({ isOpen, onOpenChange, sessionId }: AskDialogProps) {
  const t = useT('questions');
  const { language } = useLanguage();
  const navigate = useNavigate();
  const tell = useTellProblem();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [isSaving, setSaving] = useState(false);
  const query = useDeferredValue(title.trim());
  const similar = useQuery({
    ...api.search.query.queryOptions({
      input: {
        query,
        filters: { kinds: ['question', 'answer', 'note'] },
        limit: 5,
        asYouType: true,
      },
    }),
    enabled: isOpen && query.length >= 4,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
  const hits = query.length >= 4 ? (similar.data?.hits ?? []) : [];

  const ask = async (): Promise<void> => {
    if (title.trim() === '' || isSaving) return;
    setSaving(true);
    try {
      const { library } = await client.settings.get({});
      const question = await client.questions.create({
        fields: {
          title: title.trim(),
          document: fromPlainText(text, makeBlockId),
          language,
          askerId: library?.meId ?? null,
          sessionId,
        },
      });
      setTitle('');
      setText('');
      onOpenChange(false);
      void navigate(recordPath('question', question.id));
    } catch (error) {
      tell(error);
    } finally {
      setSaving(false);
    }
  };

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('ask')}
      place="top"
      actions={
        <>
          <Button onPress={() => onOpenChange(false)}>{t('common:cancel')}</Button>
          <Button
            tone="primary"
            isDisabled={title.trim() === ''}
            isPending={isSaving}
            onPress={() => void ask()}
          >
            {t('ask.send')}
          </Button>
        </>
      }
    >
      <div
        role="presentation"
        className="flex flex-col gap-4"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void ask();
          }
        }}
      >
        <TextField
          label={t('ask.title')}
          value={title}
          onChange={setTitle}
          maxLength={500}
          autoFocus
          placeholder={t('ask.titlePlaceholder')}
        />
        {hits.length > 0 ? (
          <section
            aria-label={t('ask.similar')}
            aria-live="polite"
            className="rounded-lg bg-sunken px-3 py-2.5"
          >
            <h3 className="pb-1.5 text-xs font-semibold text-ink-soft">{t('ask.similar')}</h3>
            <ul className="flex flex-col gap-1.5">
              {hits.map((hit) => (
                <li key={`${hit.kind} ${hit.id}`} className="flex min-w-0">
                  <RecordLink record={hit} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <TextArea
          label={t('ask.text')}
          value={text}
          onChange={setText}
          rows={4}
          description={t('ask.textHint')}
        />
      </div>
    </Dialog>
  );
}
