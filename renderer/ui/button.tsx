import type { ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Link as AriaLink,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { Spinner } from './spinner.tsx';

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const tones: Record<ButtonTone, string> = {
  primary:
    'bg-brass-fill text-on-brass data-hovered:bg-brass-fill-hover data-pressed:bg-brass-fill-hover shadow-card font-medium hover:bg-brass-fill-hover',
  plain:
    'bg-raised text-ink border border-line-strong/60 data-hovered:bg-hover data-pressed:bg-sunken shadow-card hover:bg-hover',
  quiet:
    'text-ink-soft data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-sunken hover:bg-hover hover:text-ink',
  danger:
    'bg-bad-fill text-on-bad data-hovered:brightness-95 data-pressed:brightness-90 shadow-card font-medium',
};
const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-7 px-2.5 text-sm gap-1.5',
  md: 'min-h-9 px-3.5 text-base gap-2',
  lg: 'min-h-11 px-5 text-base gap-2.5',
};

/** The look of a button, for things that must be another element (a link, a file picker's label). */
export const buttonLook = (tone: ButtonTone = 'plain', size: ButtonSize = 'md'): string =>
  cx(
    'inline-flex items-center justify-center rounded-md whitespace-nowrap select-none cursor-default transition-colors duration-100 no-underline',
    'data-disabled:opacity-50 data-disabled:shadow-none forced-colors:border',
    tones[tone],
    sizes[size],
  );

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  readonly tone?: ButtonTone | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: ReactNode;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words. One `primary` per page; `plain` beside it; `quiet` in rows and bars; `danger` only inside a confirmation. */
export function Button({ children, tone, size, icon, className, isPending, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(isPending ? { isPending } : {})}
      className={cx(buttonLook(tone, size), className)}
    >
      {isPending ? <Spinner /> : icon ? <span className="shrink-0 [&>svg]:size-4">{icon}</span> : null}
      {children}
    </AriaButton>
  );
}

export interface LinkButtonProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly tone?: ButtonTone | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: ReactNode;
  readonly className?: string | undefined;
}

/** A place to go that looks like a button. `href` is a path of the router (`/notes/…`). */
export function LinkButton({ href, children, tone, size, icon, className }: LinkButtonProps) {
  return (
    <AriaLink href={href} className={cx(buttonLook(tone, size), 'cursor-pointer', className)}>
      {icon ? <span className="shrink-0 [&>svg]:size-4">{icon}</span> : null}
      {children}
    </AriaLink>
  );
}
