import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { ComboBox as AriaComboBox, Button, Input, ListBox, Popover } from 'react-aria-components';
import { cx } from './cx.ts';
import { bareInputLook, boxLook, FieldShell, type FieldWords, fieldColumn } from './field.tsx';
import { type Option, OptionItem, popoverLook } from './list-box.tsx';
import { useUiWords } from './ui-words.tsx';

export interface ComboBoxProps extends FieldWords {
  readonly options: readonly Option[];
  readonly value?: string | null;
  readonly onChange: (id: string | null) => void;
  readonly inputValue?: string;
  readonly onInputChange?: (text: string) => void;
  /** `true` when the options already come filtered (a search on the store). */
  readonly filteredOutside?: boolean;
  readonly emptyText?: ReactNode;
  readonly placeholder?: string | undefined;
  readonly allowsCustomValue?: boolean;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  readonly className?: string | undefined;
}

/** Type to narrow, arrows to walk, Enter to take. */
export function ComboBox({
  label,
  hideLabel,
  description,
  error,
  options,
  value,
  onChange,
  filteredOutside,
  emptyText,
  placeholder,
  className,
  ...rest
}: ComboBoxProps) {
  const words = useUiWords();
  // A picker hands its choice on and stays empty (`value` is null throughout). React Aria only closes its list when the value
  // changes, so for one draw the choice is the value.
  const [picked, setPicked] = useState<string | null>(null);
  useEffect(() => setPicked(null), [picked]);
  return (
    <AriaComboBox
      {...rest}
      {...(filteredOutside ? { items: options, defaultFilter: () => true } : { defaultItems: options })}
      {...(value === undefined ? {} : { value: picked ?? value })}
      onChange={(key) => {
        if (key !== null && value === null) setPicked(String(key));
        onChange(key === null ? null : String(key));
      }}
      isInvalid={Boolean(error)}
      menuTrigger="focus"
      allowsEmptyCollection
      className={cx(fieldColumn, className)}
    >
      <FieldShell
        label={label}
        hideLabel={hideLabel}
        description={description}
        error={error}
        required={rest.isRequired}
      >
        <div className={boxLook}>
          <Input
            dir="auto"
            placeholder={placeholder ?? ' '}
            className={cx(bareInputLook, 'stand-with-page px-3')}
          />
          <Button
            aria-label={words.showOptions}
            className="me-1 flex size-7 shrink-0 items-center justify-center rounded-sm text-ink-faint data-hovered:text-ink"
          >
            <ChevronDown aria-hidden="true" className="size-4" />
          </Button>
        </div>
      </FieldShell>
      <Popover className={cx(popoverLook, 'w-(--trigger-width) min-w-64')} offset={4}>
        <ListBox<Option>
          className="max-h-80 overflow-auto p-1 outline-none"
          renderEmptyState={() => (
            <div className="px-2 py-3 text-sm text-ink-faint">{emptyText ?? words.noMatches}</div>
          )}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
