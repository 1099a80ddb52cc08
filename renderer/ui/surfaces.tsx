import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components';
import { cx } from './cx.ts';

export interface CardProps {
  readonly title?: string;
  readonly titleLevel?: 2 | 3 | 4;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A sheet of paper on the table. */
export function Card({ title, titleLevel = 2, aside, children, className }: CardProps) {
  const Title = `h${titleLevel}` as const;
  return (
    <section className={cx('rounded-lg border border-line bg-raised p-4 shadow-card', className)}>
      {title || aside ? (
        <header className="mb-3 flex min-h-7 items-center justify-between gap-3">
          {title ? <Title className="text-base font-semibold">{title}</Title> : <span />}
          {aside}
        </header>
      ) : null}
      {children}
    </section>
  );
}

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** What this place is for, and what to do next. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly size?: 'page' | 'panel';
}

/** Nothing here yet: says what would be here and offers the first step. */
export function EmptyState({ icon, title, children, action, size = 'page' }: EmptyStateProps) {
  return (
    <div
      data-empty={size}
      className={cx(
        'mx-auto flex max-w-md flex-col items-center gap-2 text-center',
        size === 'page' ? 'px-6 py-[min(12vh,7rem)]' : 'px-3 py-6',
      )}
    >
      {icon ? (
        <span
          aria-hidden="true"
          className={cx(
            'mb-2 flex items-center justify-center rounded-full bg-brass-soft text-brass',
            size === 'page' ? 'size-16 [&>svg]:size-7' : 'size-10 [&>svg]:size-5',
          )}
        >
          {icon}
        </span>
      ) : null}
      <p className={cx('font-semibold', size === 'page' ? 'text-lg' : 'text-base')}>{title}</p>
      {children ? <div className="text-base text-balance text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}

export interface DisclosureProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly count?: ReactNode;
  readonly isExpanded?: boolean;
  readonly defaultExpanded?: boolean;
  readonly onExpandedChange?: (expanded: boolean) => void;
  readonly className?: string | undefined;
}

/** Opens and closes what is below its title. */
export function Disclosure({ title, children, count, className, ...rest }: DisclosureProps) {
  return (
    <AriaDisclosure {...rest} className={cx('group', className)}>
      <Heading level={3} className="m-0">
        <Button
          slot="trigger"
          className="flex min-h-8 w-full items-center gap-1.5 rounded-md px-1 text-start text-sm font-medium text-ink-soft data-hovered:text-ink"
        >
          <span aria-hidden="true" className="mirror-rtl">
            <ChevronRight className="size-4 transition-transform duration-150 group-data-expanded:rotate-90" />
          </span>
          <span className="flex-1">{title}</span>
          {count === undefined ? null : <span className="tabular text-xs text-ink-faint">{count}</span>}
        </Button>
      </Heading>
      <DisclosurePanel className="ps-1">{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
