import { Fragment, type ReactNode } from 'react';
import { cx } from './cx.ts';

/**
 * User text on one line. Two boxes: the outer one stands where the page begins, the inner one has the direction of the
 * text, so that a long English title on a Persian page is cut at its end and not at its beginning.
 */
export function OneLine({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  return (
    <span className={cx('flex min-w-0', className)}>
      <bdi className="min-w-0 truncate">{children}</bdi>
    </span>
  );
}

/**
 * Several facts on one line, with dots between. Each has a direction of its own and all stand in the order of the page: as
 * one text, a product number before a Persian date would pull that date apart.
 */
export function FactsLine({
  facts,
  className,
}: {
  readonly facts: readonly string[];
  readonly className?: string | undefined;
}) {
  return (
    <span className={cx('min-w-0 truncate', className)}>
      {facts
        .filter((fact) => fact !== '')
        .map((fact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells two equal facts apart
          <Fragment key={at}>
            {at > 0 ? ' · ' : null}
            <bdi>{fact}</bdi>
          </Fragment>
        ))}
    </span>
  );
}
