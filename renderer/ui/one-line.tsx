import type { ReactNode } from 'react';
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
