import type { MarkedText } from '../../client/index.ts';

/** Text with what matched marked. Text only: it came out of records and is never markup. */
export function Marked({ parts }: { readonly parts: MarkedText }) {
  let at = 0;
  return parts.map((part) => {
    const key = at;
    at += part.text.length;
    return part.mark ? (
      <mark key={key} className="rounded-sm bg-brass-soft text-inherit">
        {part.text}
      </mark>
    ) : (
      <span key={key}>{part.text}</span>
    );
  });
}
