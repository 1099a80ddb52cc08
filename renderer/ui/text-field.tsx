import { Search, X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import {
  SearchField as AriaSearchField,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  Button,
  Input,
  Label,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { bareInputLook, boxLook, FieldShell, type FieldWords, fieldColumn, inputLook } from './field.tsx';
import { useUiWords } from './ui-words.tsx';

export interface TextFieldProps extends FieldWords {
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string | undefined;
  readonly type?: 'text' | 'email' | 'url' | 'number' | 'password';
  readonly name?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  /** `auto` (the default) lets each text choose its own direction; `ltr` for codes, addresses and file names. */
  readonly dir?: 'auto' | 'ltr' | 'rtl';
  readonly className?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({
  label,
  hideLabel,
  description,
  error,
  placeholder,
  dir = 'auto',
  className,
  inputRef,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className={cx(fieldColumn, className)}>
      <FieldShell
        label={label}
        hideLabel={hideLabel}
        description={description}
        error={error}
        required={rest.isRequired}
      >
        <Input
          ref={inputRef ?? null}
          dir={dir}
          placeholder={placeholder ?? ' '}
          className={cx(inputLook, 'h-9')}
        />
      </FieldShell>
    </AriaTextField>
  );
}

export interface TextAreaProps extends Omit<TextFieldProps, 'type' | 'inputRef'> {
  readonly rows?: number;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines of plain text; grows with what is written (CSS `field-sizing`), `rows` is the least height. */
export function TextArea({
  label,
  hideLabel,
  description,
  error,
  placeholder,
  rows = 3,
  dir = 'auto',
  className,
  inputRef,
  ...rest
}: TextAreaProps) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className={cx(fieldColumn, className)}>
      <FieldShell
        label={label}
        hideLabel={hideLabel}
        description={description}
        error={error}
        required={rest.isRequired}
      >
        <AriaTextArea
          ref={inputRef ?? null}
          dir={dir}
          rows={rows}
          // `field-sizing` lets the box grow and shrink with the text; this keeps the promised height
          style={{ minHeight: `calc(${rows} * 1lh + 1rem)` }}
          placeholder={placeholder ?? ' '}
          className={cx(inputLook, 'field-sizing-content max-h-96 resize-y py-2')}
        />
      </FieldShell>
    </AriaTextField>
  );
}

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: (value: string) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly className?: string | undefined;
  readonly trailing?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A search box: Escape clears it, the label is spoken, the placeholder is shown. */
export function SearchField({
  label,
  placeholder,
  className,
  trailing,
  inputRef,
  ...rest
}: SearchFieldProps) {
  const words = useUiWords();
  return (
    <AriaSearchField {...rest} className={cx('group', boxLook, className)}>
      <Label className="sr-only">{label}</Label>
      <Search aria-hidden="true" className="ms-2.5 size-4 shrink-0 text-ink-faint" />
      <Input
        ref={inputRef ?? null}
        dir="auto"
        placeholder={placeholder ?? label}
        className={cx(bareInputLook, 'px-2.5')}
      />
      {trailing ? <span className="me-2 shrink-0 group-not-data-empty:hidden">{trailing}</span> : null}
      <Button
        aria-label={words.clear}
        className="me-1.5 flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-faint group-data-empty:hidden data-hovered:bg-hover data-hovered:text-ink"
      >
        <X aria-hidden="true" className="size-4" />
      </Button>
    </AriaSearchField>
  );
}
