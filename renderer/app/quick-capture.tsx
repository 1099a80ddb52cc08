import { useState } from 'react';
import { client, useTellProblem } from '../client/index.ts';
import { useLanguage, useT } from '../i18n/index.ts';
import { Button, Dialog, Kbd, TextArea, TextField, toasts } from '../ui/index.ts';
import { recordPath } from '../widgets/index.ts';

export interface QuickCaptureProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly go: (path: string) => void;
}

const TITLE_LENGTH = 80;

/** The first line of the text, cut at a word, when no title was given. */
export const titleFrom = (text: string): string => {
  const line = text.trim().split('\n', 1)[0]?.trim() ?? '';
  if (line.length <= TITLE_LENGTH) return line;
  const cut = line.slice(0, TITLE_LENGTH);
  const space = cut.lastIndexOf(' ');
  return `${space > TITLE_LENGTH / 2 ? cut.slice(0, space) : cut}…`;
};

const makeBlockId = (): string => crypto.randomUUID().slice(0, 13);

/** A note in under 30 seconds, from anywhere. What is typed outlives the dialog until it is kept. */
export function QuickCapture({ isOpen, onOpenChange, go }: QuickCaptureProps) {
  const t = useT('frame');
  const { language } = useLanguage();
  const tell = useTellProblem();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [isSaving, setSaving] = useState(false);

  const keep = async (): Promise<void> => {
    if (text.trim() === '' || isSaving) return;
    setSaving(true);
    try {
      // Loaded when needed: the document's schema is not part of the first screen.
      const { fromPlainText } = await import('../../shared/richtext/from-text.ts');
      const { app, library } = await client.settings.get({});
      const note = await client.notes.create({
        fields: {
          title: title.trim() || titleFrom(text),
          document: fromPlainText(text, makeBlockId),
          language: app.language ?? language,
          authorId: library?.meId ?? null,
        },
      });
      setTitle('');
      setText('');
      onOpenChange(false);
      toasts.show({
        text: t('capture.saved'),
        tone: 'good',
        action: { label: t('capture.openNote'), run: () => go(recordPath('note', note.id)) },
      });
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
      title={t('capture.title')}
      place="top"
      actions={
        <>
          <span className="me-auto text-xs text-ink-faint">
            <Kbd keys="mod+enter" />
          </span>
          <Button onPress={() => onOpenChange(false)}>{t('common:close')}</Button>
          <Button
            tone="primary"
            isDisabled={text.trim() === ''}
            isPending={isSaving}
            onPress={() => void keep()}
          >
            {t('capture.save')}
          </Button>
        </>
      }
    >
      {/* The combination works in both fields, hence it is heard around them. */}
      <div
        role="presentation"
        className="flex flex-col gap-3"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void keep();
          }
        }}
      >
        <TextArea
          label={t('capture.text')}
          value={text}
          onChange={setText}
          rows={6}
          autoFocus
          description={text !== '' && !isOpen ? t('capture.kept') : t('capture.hint')}
        />
        <TextField label={t('capture.titleLabel')} value={title} onChange={setTitle} maxLength={500} />
      </div>
    </Dialog>
  );
}
