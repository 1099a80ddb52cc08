import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ReactEditor, useSlateStatic } from 'slate-react';
import { countSimplified, SIMPLIFIED_KINDS, type Simplified } from '../../../shared/richtext/simplified.ts';
import { useT } from '../../i18n/index.ts';
import { Button, IconButton } from '../../ui/index.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useEditorText } from '../editor-text.ts';
import { watchPlainPaste } from '../paste/plain-paste.ts';
import type { LargePaste } from '../paste/too-large.ts';

/** Long enough to read the first line twice, and each sentence below it once. */
const SHOWN_MS = 10_000;
const SHOWN_MS_EACH = 5_000;

/**
 * Says what a paste could not keep as it was: nothing is lost without a word. Goes away by itself; the question about a
 * paste that is too large stays until it is answered.
 */
export function PasteNote() {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useEditorText();
  const say = useT('simplified');
  const [simplified, setSimplified] = useState<Simplified>();
  const [large, setLarge] = useState<LargePaste>();
  const decide = (act: (() => void) | undefined): void => {
    setLarge(undefined);
    ReactEditor.focus(editor);
    act?.();
  };
  useEffect(() => {
    editor.onSimplified = setSimplified;
    editor.onTooLarge = setLarge;
    return () => {
      editor.onSimplified = () => undefined;
      editor.onTooLarge = ({ anyway }) => anyway?.();
    };
  }, [editor]);
  useEffect(() => watchPlainPaste(editor, ReactEditor.toDOMNode(editor, editor)), [editor]);
  const kinds = SIMPLIFIED_KINDS.filter((kind) => (simplified?.[kind] ?? 0) > 0);
  const shown = SHOWN_MS + kinds.length * SHOWN_MS_EACH;
  useEffect(() => {
    if (!simplified) return undefined;
    const timer = setTimeout(() => setSimplified(undefined), shown);
    return () => clearTimeout(timer);
  }, [simplified, shown]);
  return (
    <div role="status" className="rt-paste-note">
      {large ? (
        <>
          <p>{t(large.anyway ? 'paste.large' : 'paste.tooLarge')}</p>
          <div className="rt-paste-choices">
            {large.asFile ? (
              <Button size="sm" onPress={() => decide(large.asFile)}>
                {t('paste.asFile')}
              </Button>
            ) : null}
            {large.anyway ? (
              <Button size="sm" tone="quiet" onPress={() => decide(large.anyway)}>
                {t('paste.anyway')}
              </Button>
            ) : null}
            <IconButton label={t('paste.dismiss')} size="sm" onPress={() => decide(undefined)}>
              <X aria-hidden />
            </IconButton>
          </div>
        </>
      ) : simplified && kinds.length > 0 ? (
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
