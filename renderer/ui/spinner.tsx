import { cx } from './cx.ts';

/** A turning ring, decoration only: whoever shows it also says what is going on. Still under reduced motion. */
export function Spinner({ className }: { readonly className?: string | undefined }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-block size-4 shrink-0 animate-spin rounded-full border-2 border-current/25 border-t-current motion-reduce:animate-none',
        className,
      )}
    />
  );
}
