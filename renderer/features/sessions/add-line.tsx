import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '../../i18n/index.ts';
import { cx } from '../../ui/index.ts';

/** A line that adds: write, Enter. What could not be kept comes back into the line. */
export function AddLine({
  label,
  onAdd,
}: {
  /** Spoken name and placeholder in one. */
  readonly label: string;
  readonly onAdd: (text: string) => Promise<boolean>;
}) {
  const [text, setText] = useState('');
  const { direction } = useLanguage();
  const add = async (): Promise<void> => {
    const wanted = text.trim();
    if (wanted === '') return;
    setText('');
    if (!(await onAdd(wanted))) setText(wanted);
  };
  return (
    <div className="flex items-start gap-2 py-1">
      <Plus aria-hidden="true" className="mt-1 size-[1.125rem] shrink-0 text-ink-faint" />
      <textarea
        aria-label={label}
        placeholder={label}
        dir="auto"
        rows={1}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void add()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
          event.preventDefault();
          void add();
        }}
        className={cx(
          'block w-full resize-none rounded-sm bg-transparent px-1 py-0.5 text-base outline-none field-sizing-content placeholder:text-ink-faint focus-visible:outline-2 focus-visible:outline-focus',
          text !== '' && (direction === 'rtl' ? 'text-right' : 'text-left'),
        )}
      />
    </div>
  );
}
