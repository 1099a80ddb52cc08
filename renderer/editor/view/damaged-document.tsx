import { useEditorText } from '../editor-text.ts';

export interface DamagedDocumentProps {
  /** The stored text exactly as found. */
  readonly raw: string;
  /** The version it asks for, when it comes from a later Heirloom. */
  readonly newerVersion?: number | undefined;
}

/** A document that could not be read, shown as it is: to copy, to send, never to overwrite. */
export function DamagedDocument({ raw, newerVersion }: DamagedDocumentProps) {
  const t = useEditorText();
  return (
    <section className="rt-damaged" role="group" aria-label={t('damaged.title')}>
      <p className="rt-damaged-title">
        {t(newerVersion === undefined ? 'damaged.title' : 'damaged.newerTitle')}
      </p>
      <p>
        {t(newerVersion === undefined ? 'damaged.body' : 'damaged.newerBody', { version: newerVersion ?? 0 })}
      </p>
      <textarea
        className="rt-damaged-raw"
        readOnly
        dir="auto"
        value={raw}
        aria-label={t('damaged.raw')}
        rows={8}
      />
    </section>
  );
}
