import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ListBoxItem } from 'react-aria-components';
import { cx } from './cx.ts';
import { OneLine } from './one-line.tsx';

export interface Option {
  readonly id: string;
  /** What is shown, searched and spoken. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hint?: string | undefined;
  readonly isDisabled?: boolean;
}

// A column: what is inside may be no higher than the popover, whose height ends at the edge of the window.
export const popoverLook =
  'flex flex-col rounded-lg border border-line bg-raised shadow-pop outline-none data-entering:animate-[rise_120ms_var(--ease-out)]';
export const optionLook = cx(
  'flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-base outline-none select-none',
  'data-focused:bg-hover data-disabled:opacity-50 data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus',
);

/** One line of a drop-down: icon, words, a hint, and a tick when chosen. */
export function OptionItem({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className={optionLook}
    >
      {({ isSelected }) => (
        <>
          {option.icon ? <span className="shrink-0 text-ink-faint [&>svg]:size-4">{option.icon}</span> : null}
          <OneLine className="flex-1">{option.label}</OneLine>
          {option.hint ? (
            <OneLine className="max-w-2/5 shrink-0 text-xs text-ink-faint">{option.hint}</OneLine>
          ) : null}
          {isSelected ? <Check aria-hidden="true" className="size-4 shrink-0 text-brass" /> : null}
        </>
      )}
    </ListBoxItem>
  );
}
