import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { cx } from './cx.ts';

/** The box one types into. Shared, so that every field in the house has the same height, border and corner. */
export const inputLook = cx(
  'w-full min-w-0 rounded-md border border-line-strong/70 bg-raised px-3 text-base text-ink transition-colors duration-100',
  'placeholder:text-ink-faint hover:border-line-strong focus:border-brass focus:outline-2 focus:-outline-offset-1 focus:outline-focus',
  'disabled:opacity-50 data-invalid:border-bad data-disabled:opacity-50',
);

/** The same box around an input that has company (an icon, a button): the frame is the wrapper's, the input is bare. */
export const boxLook = cx(
  'flex h-9 w-full min-w-0 items-center rounded-md border border-line-strong/70 bg-raised transition-colors duration-100',
  'hover:border-line-strong has-[input:focus]:border-brass has-[input:focus]:outline-2 has-[input:focus]:-outline-offset-1 has-[input:focus]:outline-focus',
  'has-[input:disabled]:opacity-50 has-[input[data-invalid]]:border-bad',
);
export const bareInputLook =
  'h-full min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden';

export interface FieldWords {
  /** Always there: shown, or with `hideLabel` only spoken. */
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly description?: ReactNode;
  /** What is wrong and how to put it right; showing it marks the field as invalid. */
  readonly error?: string | undefined;
}

/** Label above, hint and error below. The control itself comes as children. */
export function FieldShell({
  label,
  hideLabel,
  description,
  error,
  required,
  children,
}: FieldWords & { readonly required?: boolean | undefined; readonly children: ReactNode }) {
  return (
    <>
      <Label className={cx('text-sm font-medium text-ink-soft', hideLabel && 'sr-only')}>
        {label}
        {required ? (
          <span aria-hidden="true" className="ms-0.5 text-bad">
            *
          </span>
        ) : null}
      </Label>
      {children}
      {description && !error ? (
        <Text slot="description" className="text-xs text-ink-faint">
          {description}
        </Text>
      ) : null}
      <FieldError className="text-xs text-bad">{error}</FieldError>
    </>
  );
}

export const fieldColumn = 'flex min-w-0 flex-col gap-1';
