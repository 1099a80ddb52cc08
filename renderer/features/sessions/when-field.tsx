import { Time } from '@internationalized/date';
import { DateInput, DateSegment, Group, TimeField } from 'react-aria-components';
import { useLanguage, useT } from '../../i18n/index.ts';
import { cx, DatePicker, FieldShell, fieldColumn, inputLook } from '../../ui/index.ts';
import { momentAt, partsOf, USUAL_START } from './moment.ts';

export interface WhenFieldProps {
  /** UTC ISO 8601, or null. */
  readonly value: string | null;
  readonly onChange: (moment: string | null) => void;
  readonly isDisabled?: boolean;
}

/** Day and time of a session, in the user's own calendar and digits. */
export function WhenField({ value, onChange, isDisabled = false }: WhenFieldProps) {
  const t = useT('sessions');
  const isRtl = useLanguage().direction === 'rtl';
  const parts = value === null ? null : partsOf(value);
  return (
    <div className="flex flex-col gap-3">
      <DatePicker
        label={t('when.day')}
        value={parts?.day ?? null}
        isDisabled={isDisabled}
        onChange={(day) => onChange(day === null ? null : momentAt(day, parts?.minutes ?? USUAL_START))}
      />
      <TimeField
        value={parts ? new Time(Math.floor(parts.minutes / 60), parts.minutes % 60) : null}
        isDisabled={isDisabled || parts === null}
        shouldForceLeadingZeros
        onChange={(time) => {
          if (time && parts) onChange(momentAt(parts.day, time.hour * 60 + time.minute));
        }}
        className={fieldColumn}
      >
        <FieldShell label={t('when.time')}>
          <Group className={cx(inputLook, 'flex h-9 items-center')}>
            {/* A time of day reads hours first, from the left, in every language. */}
            <DateInput className={cx('flex flex-1 items-center [direction:ltr]', isRtl && 'justify-end')}>
              {(segment) => (
                <DateSegment
                  segment={segment}
                  className="tabular min-h-6 min-w-6 rounded-sm px-0.5 text-center leading-6 outline-none data-[type=literal]:min-w-0 data-focused:bg-brass-fill data-focused:text-on-brass data-placeholder:text-ink-faint"
                />
              )}
            </DateInput>
          </Group>
        </FieldShell>
      </TimeField>
    </div>
  );
}
