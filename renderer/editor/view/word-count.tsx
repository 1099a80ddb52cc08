import { useDeferredValue, useMemo } from 'react';
import { countWords } from '../../../shared/richtext/count-words.ts';
import type { RichText } from '../../../shared/richtext/document.ts';
import { useEditorText } from '../editor-text.ts';

/** "320 words · 2 minutes to read". Counted when there is time: never while a key waits. */
export function WordCount({ document }: { readonly document: RichText }) {
  const t = useEditorText();
  const later = useDeferredValue(document);
  const { words, minutes } = useMemo(() => countWords(later), [later]);
  return (
    <span className="rt-count">
      {t('count.words', { count: words })}
      {minutes > 0 ? ` · ${t('count.minutes', { count: minutes })}` : null}
    </span>
  );
}
