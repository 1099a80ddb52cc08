import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSlateStatic } from 'slate-react';
import { countSimplified, SIMPLIFIED_KINDS, type Simplified } from '../../../shared/richtext/simplified.ts';
import { useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/index.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useEditorText } from '../editor-text.ts';

/** Long enough to read the first line twice, and each sentence below it once. */
const SHOWN_MS = 10_000;
const SHOWN_MS_EACH = 5_000;

/** Says what a paste could not keep as it was: nothing is lost without a word. Goes away by itself. */
export function PasteNote() {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useEditorText();
  const say = useT('simplified');
  const [simplified, setSimplified] = useState<Simplified>();
  useEffect(() => {
    editor.onSimplified = setSimplified;
    return () => {
      editor.onSimplified = () => undefined;
    };
  }, [editor]);
  const kinds = SIMPLIFIED_KINDS.filter((kind) => (simplified?.[kind] ?? 0) > 0);
  const shown = SHOWN_MS + kinds.length * SHOWN_MS_EACH;
  useEffect(() => {
    if (!simplified) return undefined;
    const timer = setTimeout(() => setSimplified(undefined), shown);
    return () => clearTimeout(timer);
  }, [simplified, shown]);
  return (
    <div role="status" className="rt-paste-note">
      {simplified && kinds.length > 0 ? (
        <>
          <div>
            <p>{say('total', { count: countSimplified(simplified) })}</p>
            <ul>
              {kinds.map((kind) => (
                <li key={kind}>{say(kind, { count: simplified[kind] ?? 0 })}</li>
              ))}
            </ul>
          </div>
          <IconButton label={t('paste.dismiss')} size="sm" onPress={() => setSimplified(undefined)}>
            <X aria-hidden />
          </IconButton>
        </>
      ) : null}
    </div>
  );
}
