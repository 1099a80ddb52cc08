import type { ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './kbd.tsx';

export interface TooltipProps {
  readonly text: ReactNode;
  readonly keys?: string | undefined;
  readonly placement?: 'top' | 'bottom' | 'start' | 'end';
  readonly children: ReactElement;
}

/** A word or two about the focusable thing inside; shows on hover after a moment and at once on keyboard focus. */
export function Tooltip({ text, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="z-50 flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-paper shadow-pop data-entering:animate-[rise_120ms_var(--ease-out)]"
      >
        {text}
        {keys ? <Kbd keys={keys} onDark /> : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
