import { useLanguage } from '../../i18n/index.ts';
import { cx } from '../../ui/index.ts';

export interface HeadingFieldProps {
  /** Spoken name of the box. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (title: string) => void;
  readonly level: 'section' | 'step';
  readonly isReadOnly: boolean;
  readonly autoFocus: boolean;
}

/** Title of a section or a step, written where it stands. It may stay empty: the number names it then. */
export function HeadingField({ label, value, onChange, level, isReadOnly, autoFocus }: HeadingFieldProps) {
  const { direction } = useLanguage();
  const Heading = level === 'section' ? 'h2' : 'h3';
  return (
    <>
      <Heading className="sr-only">{value || label}</Heading>
      <textarea
        aria-label={label}
        placeholder={label}
        dir="auto"
        rows={1}
        maxLength={500}
        value={value}
        readOnly={isReadOnly}
        // biome-ignore lint/a11y/noAutofocus: only for a part the user made a moment ago, to name it
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value.replace(/[\r\n]+/g, ' '))}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' || event.key === 'Escape') {
            event.preventDefault();
            event.currentTarget.blur();
          }
        }}
        className={cx(
          '-mx-1.5 block w-[calc(100%+0.75rem)] resize-none rounded-md border border-transparent bg-transparent px-1.5 py-0.5 field-sizing-content placeholder:font-normal placeholder:text-ink-faint hover:bg-hover/60 focus:border-line focus:bg-raised focus:outline-2 focus:-outline-offset-1 focus:outline-focus',
          level === 'section' ? 'text-xl font-semibold' : 'text-lg font-semibold',
          direction === 'rtl' ? 'text-right' : 'text-left',
        )}
      />
    </>
  );
}
