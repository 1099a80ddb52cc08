import '../styles/editor.css';
import { Copy, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { saveText } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { Button, toasts } from '../../ui/index.ts';
import { useEditorText } from '../editor-text.ts';

export interface DamagedDocumentProps {
  /** The stored text exactly as found. */
  readonly raw: string;
  /** The version it asks for, when it comes from a later Heirloom. */
  readonly newerVersion?: number | null | undefined;
  /** Instead of the words for a saved text: a draft, an old version. */
  readonly title?: string;
  readonly text?: string;
  readonly actions?: ReactNode;
}

/** A document that could not be read, shown as it is: to copy, to keep as a file, to send, never to overwrite. */
export function DamagedDocument({ raw, newerVersion, title, text, actions }: DamagedDocumentProps) {
  const t = useEditorText();
  const say = useT('history');
  const isNewer = newerVersion !== undefined && newerVersion !== null;
  const called = title ?? t(isNewer ? 'damaged.newerTitle' : 'damaged.title');
  return (
    <section className="rt-damaged" aria-label={called}>
      <p className="rt-damaged-title">{called}</p>
      <p>{text ?? t(isNewer ? 'damaged.newerBody' : 'damaged.body', { version: newerVersion ?? 0 })}</p>
      <textarea
        className="rt-damaged-raw"
        readOnly
        dir="auto"
        value={raw}
        aria-label={t('damaged.raw')}
        rows={8}
      />
      <div className="rt-damaged-actions">
        <Button
          size="sm"
          icon={<Copy aria-hidden="true" />}
          onPress={() =>
            void navigator.clipboard
              ?.writeText(raw)
              .then(() => toasts.show({ text: say('raw.copied'), tone: 'good' }))
          }
        >
          {say('raw.copy')}
        </Button>
        <Button
          size="sm"
          icon={<Download aria-hidden="true" />}
          onPress={() => saveText(raw, 'heirloom-text.json')}
        >
          {say('raw.file')}
        </Button>
        {actions}
      </div>
    </section>
  );
}
