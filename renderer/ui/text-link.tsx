import type { ReactNode } from 'react';
import { Link as AriaLink } from 'react-aria-components';
import { cx } from './cx.ts';

export interface TextLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly isCurrent?: boolean;
}

/** A link inside text or a row. Goes through the router; underlined, because colour alone does not say "link". */
export function TextLink({ href, children, className, isCurrent }: TextLinkProps) {
  return (
    <AriaLink
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      className={cx(
        'rounded-sm text-brass underline decoration-brass/40 underline-offset-3 data-hovered:decoration-brass',
        className,
      )}
    >
      {children}
    </AriaLink>
  );
}
