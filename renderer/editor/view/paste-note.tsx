import { useEffect, useState } from 'react';
import { useSlateStatic } from 'slate-react';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useEditorText } from '../editor-text.ts';
import type { Simplified } from '../paste/html-to-blocks.ts';

/** Long enough to read two short sentences twice. */
const SHOWN_MS = 12_000;

/** Says what a paste could not keep: nothing is lost without a word. Goes away by itself. */
export function PasteNote() {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useEditorText();
  const [simplified, setSimplified] = useState<Simplified>();
  useEffect(() => {
    editor.onSimplified = setSimplified;
    return () => {
      editor.onSimplified = () => undefined;
    };
  }, [editor]);
  useEffect(() => {
    if (!simplified) return undefined;
    const timer = setTimeout(() => setSimplified(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [simplified]);
  return (
    <p role="status" className="rt-paste-note">
      {simplified && simplified.pictures > 0 ? (
        <span>{t('paste.pictures', { count: simplified.pictures })} </span>
      ) : null}
      {simplified && simplified.tables > 0 ? (
        <span>{t('paste.tables', { count: simplified.tables })}</span>
      ) : null}
    </p>
  );
}
