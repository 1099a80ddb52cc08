/** Two reels: the tape recorder on the table. */
export function BrandMark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className ?? 'size-7'}>
      <rect x="2" y="6" width="28" height="20" rx="5" className="fill-brass-fill" />
      <circle cx="11" cy="15" r="4.25" className="fill-none stroke-on-brass" strokeWidth="1.75" />
      <circle cx="21" cy="15" r="4.25" className="fill-none stroke-on-brass" strokeWidth="1.75" />
      <circle cx="11" cy="15" r="1.25" className="fill-on-brass" />
      <circle cx="21" cy="15" r="1.25" className="fill-on-brass" />
      <path d="M9 22.5h14" className="stroke-on-brass" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  );
}
