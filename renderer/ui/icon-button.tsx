import type { ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps
  extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** The name screen readers say and the tooltip shows. */
  readonly label: string;
  readonly children: ReactNode;
  readonly keys?: string | undefined;
  readonly size?: 'sm' | 'md' | undefined;
  readonly tooltip?: boolean;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

const look = (size: 'sm' | 'md'): string =>
  cx(
    'inline-flex shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors duration-100',
    'data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-sunken data-disabled:opacity-40',
    'data-selected:bg-brass-soft data-selected:text-brass',
    size === 'sm' ? 'size-7 [&>svg]:size-4' : 'size-9 [&>svg]:size-[1.125rem]',
  );

/** An icon that acts. Its label is not optional: it is the accessible name and the tooltip. */
export function IconButton({
  label,
  children,
  keys,
  size = 'md',
  tooltip = true,
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <AriaButton {...rest} aria-label={label} className={cx(look(size), className)}>
      {children}
    </AriaButton>
  );
  return tooltip ? (
    <Tooltip text={label} keys={keys}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}

export interface IconToggleProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly keys?: string | undefined;
  readonly size?: 'sm' | 'md';
  readonly isDisabled?: boolean;
}

/** An icon that is on or off (bold, side panel). */
export function IconToggle({ label, children, keys, size = 'md', ...rest }: IconToggleProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <ToggleButton {...rest} aria-label={label} className={look(size)}>
        {children}
      </ToggleButton>
    </Tooltip>
  );
}
