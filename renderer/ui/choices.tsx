import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  RadioGroup as AriaRadioGroup,
  Switch as AriaSwitch,
  Radio,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { FieldShell, type FieldWords, fieldColumn } from './field.tsx';

export interface CheckboxProps {
  readonly children?: ReactNode;
  /** Needed when there are no words beside the box (rows of a table). */
  readonly 'aria-label'?: string;
  readonly isSelected: boolean;
  readonly isIndeterminate?: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
}

export function Checkbox({ children, className, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...rest}
      className={cx('group flex min-h-6 items-start gap-2 text-base data-disabled:opacity-50', className)}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            className={cx(
              'mt-0.5 flex size-[1.125rem] shrink-0 items-center justify-center rounded-sm border transition-colors duration-100',
              'group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus',
              isSelected || isIndeterminate
                ? 'border-brass-fill bg-brass-fill text-on-brass'
                : 'border-line-strong bg-raised',
            )}
          >
            {isIndeterminate ? (
              <Minus aria-hidden="true" className="size-3.5" strokeWidth={3} />
            ) : isSelected ? (
              <Check aria-hidden="true" className="size-3.5" strokeWidth={3} />
            ) : null}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}

export interface SwitchProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly isDisabled?: boolean;
}

/** For what takes effect at once; inside a form that is saved later, use a Checkbox. */
export function Switch({ children, ...rest }: SwitchProps) {
  return (
    <AriaSwitch
      {...rest}
      className="group flex min-h-6 items-center gap-3 text-base data-disabled:opacity-50"
    >
      <span className="flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-0.5 transition-colors duration-150 group-data-selected:border-brass-fill group-data-selected:bg-brass-fill group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus">
        <span className="size-3.5 rounded-full bg-line-strong transition-transform duration-150 group-data-selected:translate-x-4 group-data-selected:bg-on-brass rtl:group-data-selected:-translate-x-4" />
      </span>
      {children}
    </AriaSwitch>
  );
}

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string;
  readonly icon?: ReactNode;
}

export interface RadioGroupProps<Id extends string> extends FieldWords {
  readonly choices: ReadonlyArray<Choice<Id>>;
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
}

export function RadioGroup<Id extends string>({
  label,
  hideLabel,
  description,
  error,
  choices,
  value,
  onChange,
  isDisabled,
  className,
}: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup
      value={value}
      onChange={(id) => onChange(id as Id)}
      isDisabled={isDisabled ?? false}
      isInvalid={Boolean(error)}
      className={cx(fieldColumn, className)}
    >
      <FieldShell label={label} hideLabel={hideLabel} description={description} error={error}>
        <div className="flex flex-col gap-1.5 pt-0.5">
          {choices.map((choice) => (
            <Radio
              key={choice.id}
              value={choice.id}
              className="group flex items-start gap-2 data-disabled:opacity-50"
            >
              <span className="mt-0.5 flex size-[1.125rem] shrink-0 items-center justify-center rounded-full border border-line-strong bg-raised group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus group-data-selected:border-brass-fill group-data-selected:bg-brass-fill">
                <span className="size-2 rounded-full bg-on-brass opacity-0 group-data-selected:opacity-100" />
              </span>
              <span className="flex flex-col">
                <span className="text-base">{choice.label}</span>
                {choice.description ? (
                  <span className="text-sm text-ink-faint">{choice.description}</span>
                ) : null}
              </span>
            </Radio>
          ))}
        </div>
      </FieldShell>
    </AriaRadioGroup>
  );
}

export interface SegmentedProps<Id extends string> {
  readonly label: string;
  readonly choices: ReadonlyArray<Choice<Id>>;
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly size?: 'sm' | 'md';
}

/** Two to four short choices side by side; exactly one is on. Arrow keys move. */
export function Segmented<Id extends string>({
  label,
  choices,
  value,
  onChange,
  size = 'md',
}: SegmentedProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [first] = [...keys];
        if (first !== undefined) onChange(first as Id);
      }}
      className="inline-flex w-fit gap-0.5 rounded-md border border-line bg-sunken p-0.5"
    >
      {choices.map((choice) => (
        <ToggleButton
          key={choice.id}
          id={choice.id}
          className={cx(
            'flex items-center justify-center gap-1.5 rounded-[0.3125rem] px-2.5 text-ink-soft transition-colors duration-100 select-none data-hovered:text-ink',
            'data-selected:bg-raised data-selected:text-ink data-selected:shadow-card forced-colors:data-selected:outline',
            size === 'sm' ? 'min-h-6 text-sm' : 'min-h-7 text-sm',
          )}
        >
          {choice.icon ? <span className="[&>svg]:size-4">{choice.icon}</span> : null}
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
