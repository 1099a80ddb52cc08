import { CalendarDate, parseDate } from '@internationalized/date';
import { Calendar as CalendarIcon, ChevronLeft, ChevronRight } from 'lucide-react';
import {
  DateField as AriaDateField,
  DatePicker as AriaDatePicker,
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DateSegment,
  Group,
  Heading,
  Popover,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { FieldShell, type FieldWords, fieldColumn, inputLook } from './field.tsx';
import { popoverLook } from './list-box.tsx';
import { useUiWords } from './ui-words.tsx';

export interface DateFieldProps extends FieldWords {
  /** A plain Gregorian day, `YYYY-MM-DD`, or null. It is shown and typed in the calendar of the locale around it. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly minDay?: string | undefined;
  readonly maxDay?: string | undefined;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly className?: string | undefined;
}

const dayOf = (text: string | null | undefined): CalendarDate | null => {
  if (!text) return null;
  try {
    return parseDate(text.slice(0, 10));
  } catch {
    return null; // a damaged date shows as empty instead of breaking the page
  }
};

const segments = (
  <DateInput className="flex flex-1 items-center">
    {(segment) => (
      <DateSegment
        segment={segment}
        className="tabular min-h-6 min-w-6 rounded-sm px-0.5 text-center leading-6 outline-none data-[type=literal]:min-w-0 data-placeholder:text-ink-faint data-focused:bg-brass-fill data-focused:text-on-brass"
      />
    )}
  </DateInput>
);

const bounds = (props: DateFieldProps) => ({
  ...(dayOf(props.minDay) ? { minValue: dayOf(props.minDay) } : {}),
  ...(dayOf(props.maxDay) ? { maxValue: dayOf(props.maxDay) } : {}),
});

// React Aria hands back a date of its own; the Gregorian day is what we keep whatever calendar it was typed in.
const textOf = (date: { toString(): string } | null): string | null =>
  date ? date.toString().slice(0, 10) : null;

/** A day, typed part by part, without a calendar sheet. */
export function DateField(props: DateFieldProps) {
  const { label, hideLabel, description, error, value, onChange, isDisabled, isRequired, className } = props;
  return (
    <AriaDateField
      value={dayOf(value)}
      onChange={(date) => onChange(textOf(date))}
      isDisabled={isDisabled ?? false}
      isRequired={isRequired ?? false}
      isInvalid={Boolean(error)}
      {...bounds(props)}
      className={cx(fieldColumn, className)}
    >
      <FieldShell
        label={label}
        hideLabel={hideLabel}
        description={description}
        error={error}
        required={isRequired}
      >
        <Group className={cx(inputLook, 'flex h-9 items-center')}>{segments}</Group>
      </FieldShell>
    </AriaDateField>
  );
}

/** A day, typed or picked from a month sheet in the user's own calendar (Gregorian, Persian, Buddhist). */
export function DatePicker(props: DateFieldProps) {
  const { label, hideLabel, description, error, value, onChange, isDisabled, isRequired, className } = props;
  const words = useUiWords();
  return (
    <AriaDatePicker
      value={dayOf(value)}
      onChange={(date) => onChange(textOf(date))}
      isDisabled={isDisabled ?? false}
      isRequired={isRequired ?? false}
      isInvalid={Boolean(error)}
      {...bounds(props)}
      className={cx(fieldColumn, className)}
    >
      <FieldShell
        label={label}
        hideLabel={hideLabel}
        description={description}
        error={error}
        required={isRequired}
      >
        <Group className={cx(inputLook, 'flex h-9 items-center pe-1')}>
          {segments}
          <Button
            aria-label={words.openCalendar}
            className="flex size-7 items-center justify-center rounded-sm text-ink-faint data-hovered:bg-hover data-hovered:text-ink"
          >
            <CalendarIcon aria-hidden="true" className="size-4" />
          </Button>
        </Group>
      </FieldShell>
      <Popover className={cx(popoverLook, 'p-3')} offset={4}>
        <MonthSheet />
      </Popover>
    </AriaDatePicker>
  );
}

function MonthSheet() {
  const words = useUiWords();
  const arrow = 'flex size-8 items-center justify-center rounded-md text-ink-soft data-hovered:bg-hover';
  return (
    <Calendar className="w-fit">
      <header className="flex items-center gap-1 pb-2">
        <Heading className="flex-1 ps-1 text-base font-medium" />
        <Button slot="previous" aria-label={words.previousMonth} className={arrow}>
          <ChevronLeft aria-hidden="true" className="mirror-rtl size-4" />
        </Button>
        <Button slot="next" aria-label={words.nextMonth} className={arrow}>
          <ChevronRight aria-hidden="true" className="mirror-rtl size-4" />
        </Button>
      </header>
      <CalendarGrid className="border-spacing-0">
        <CalendarGridHeader>
          {(day) => (
            <CalendarHeaderCell className="size-8 text-xs font-normal text-ink-faint">
              {day}
            </CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className={cx(
                'tabular flex size-8 items-center justify-center rounded-md text-sm outline-none data-hovered:bg-hover',
                'data-focus-visible:outline-2 data-focus-visible:outline-focus data-outside-month:hidden data-disabled:opacity-40',
                'data-selected:bg-brass-fill data-selected:text-on-brass data-today:font-semibold data-today:not-data-selected:text-brass',
              )}
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
