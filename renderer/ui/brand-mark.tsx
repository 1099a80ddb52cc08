import { cx } from './cx.ts';

/** The voice over the book: what was said, kept. The same sign as the icon of the app, in the colours of the theme. */
export function BrandMark({ className }: { readonly className?: string | undefined }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cx('shrink-0', className ?? 'size-7')}>
      <rect x="1" y="1" width="30" height="30" rx="7.5" className="fill-[#2b2621]" />
      <g className="fill-none stroke-[#dcb062]" strokeWidth="1.7" strokeLinecap="round">
        <path d="M12.4 11.6a5.2 5.2 0 0 1 7.2 0" />
        <path d="M9.6 8.6a9.3 9.3 0 0 1 12.8 0" />
      </g>
      <circle cx="16" cy="14.6" r="1.25" className="fill-[#dcb062]" />
      <path
        d="M15.4 18.6c-2.4-1.7-5.5-2.2-9-1.8a.7.7 0 0 0-.6.7v7a.7.7 0 0 0 .8.7c3.3-.3 6.4.2 8.8 1.6z"
        className="fill-[#f4ecdc]"
      />
      <path
        d="M16.6 18.6c2.4-1.7 5.5-2.2 9-1.8a.7.7 0 0 1 .6.7v7a.7.7 0 0 1-.8.7c-3.3-.3-6.4.2-8.8 1.6z"
        className="fill-[#f4ecdc]"
      />
    </svg>
  );
}
