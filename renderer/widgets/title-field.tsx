import { useState } from 'react';
import { useLanguage } from '../i18n/index.ts';
import { cx } from '../ui/index.ts';

export interface TitleFieldProps {
  /** Spoken name of the box ("Title", "Name"). */
  readonly label: string;
  readonly value: string;
  /** Never called with an empty title: an empty box goes back to the old title when it is left. */
  readonly onChange: (title: string) => void;
  readonly isReadOnly?: boolean;
  /** Ready to be typed over: a record that was just made. */
  readonly autoFocus?: boolean;
  readonly className?: string | undefined;
}

/** The next box of the page that one writes in: after a title comes its text, and letters typed to nobody are lost. */
function nextToWrite(title: HTMLElement): HTMLElement | undefined {
  const page = title.closest('main') ?? document;
  return [
    ...page.querySelectorAll<HTMLElement>('textarea:enabled:not([readonly]), [contenteditable="true"]'),
  ].find((box) => title.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** The one title of a page, written where it stands. Enter goes on to the text; long titles wrap. */
export function TitleField({ label, value, onChange, isReadOnly, autoFocus, className }: TitleFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const { direction } = useLanguage();
  return (
    <>
      <h1 className="sr-only">{value}</h1>
      <textarea
        aria-label={label}
        dir="auto"
        rows={1}
        maxLength={500}
        value={draft ?? value}
        readOnly={isReadOnly ?? false}
        // biome-ignore lint/a11y/noAutofocus: only for a record the user made a moment ago, to name it
        autoFocus={autoFocus ?? false}
        onFocus={(event) => {
          if (autoFocus) event.target.select();
        }}
        onChange={(event) => {
          const text = event.target.value.replace(/[\r\n]+/g, ' ');
          setDraft(text);
          if (text.trim() !== '') onChange(text);
        }}
        onBlur={() => setDraft(null)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' || event.key === 'Escape') {
            event.preventDefault();
            event.currentTarget.blur();
            if (event.key === 'Enter') nextToWrite(event.currentTarget)?.focus();
          }
        }}
        className={cx(
          '-mx-2 block w-[calc(100%+1rem)] resize-none rounded-md bg-transparent px-2 py-0.5 text-2xl font-semibold tracking-[-0.012em] field-sizing-content',
          'border border-transparent transition-colors duration-100 hover:bg-hover/60 focus:border-line focus:bg-raised focus:outline-2 focus:-outline-offset-1 focus:outline-focus',
          // The letters go their own way, but the title stands where the page begins.
          direction === 'rtl' ? 'text-right' : 'text-left',
          className,
        )}
      />
    </>
  );
}
