import { ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, ListBox, Popover, SelectValue } from 'react-aria-components';
import { cx } from './cx.ts';
import { FieldShell, type FieldWords, fieldColumn, inputLook } from './field.tsx';
import { type Option, OptionItem, popoverLook } from './list-box.tsx';

export interface SelectProps<Id extends string> extends FieldWords {
  readonly options: ReadonlyArray<Option & { readonly id: Id }>;
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly size?: 'sm' | 'md';
  readonly className?: string | undefined;
}

/** One of a few. For many, or for records, use ComboBox or a RecordPicker. */
export function Select<Id extends string>({
  label,
  hideLabel,
  description,
  error,
  options,
  value,
  onChange,
  placeholder,
  size = 'md',
  className,
  ...rest
}: SelectProps<Id>) {
  return (
    <AriaSelect
      {...rest}
      isInvalid={Boolean(error)}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(key as Id);
      }}
      placeholder={placeholder ?? '–'}
      className={cx(fieldColumn, className)}
    >
      <FieldShell
        label={label}
        hideLabel={hideLabel}
        description={description}
        error={error}
        required={rest.isRequired}
      >
        <Button
          className={cx(
            inputLook,
            'flex items-center gap-2 text-start data-focus-visible:outline-2 data-focus-visible:outline-focus',
            size === 'sm' ? 'h-7 px-2 text-sm' : 'h-9',
          )}
        >
          <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-ink-faint [&_[slot=description]]:hidden">
            {({ selectedText, defaultChildren }) =>
              selectedText ? <bdi>{selectedText}</bdi> : defaultChildren
            }
          </SelectValue>
          <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
        </Button>
      </FieldShell>
      <Popover className={cx(popoverLook, 'min-w-(--trigger-width)')} offset={4}>
        <ListBox items={options} className="max-h-80 overflow-auto p-1 outline-none">
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
