import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Range, Transforms } from 'slate';
import { ReactEditor, useSlateStatic } from 'slate-react';
import { Button, TextField } from '../../ui/index.ts';
import { removeLink, setLink } from '../commands/links.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useEditorText } from '../editor-text.ts';
import { rectOf, useAnchored } from './anchor.ts';
import { Floating } from './frame.tsx';
import { type LinkRequest, onLinkRequest } from './link-request.ts';

/** The small form that asks where a link leads. Opens beside the words, and gives the keys back to them. */
export function LinkForm() {
  const editor = useSlateStatic() as RichTextSlate;
  const [request, setRequest] = useState<LinkRequest>();
  useEffect(() => onLinkRequest(editor, setRequest), [editor]);
  if (!request) return null;
  const close = () => {
    setRequest(undefined);
    ReactEditor.focus(editor);
  };
  return (
    <Floating>
      <OpenLinkForm editor={editor} request={request} onClose={close} />
    </Floating>
  );
}

interface OpenLinkFormProps {
  readonly editor: RichTextSlate;
  readonly request: LinkRequest;
  readonly onClose: () => void;
}

function OpenLinkForm({ editor, request, onClose }: OpenLinkFormProps) {
  const t = useEditorText();
  const panel = useRef<HTMLFormElement>(null);
  const [url, setUrl] = useState(request.url);
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState(false);
  const place = useRef<Range | null>(editor.selection);
  useAnchored(panel, () => (place.current ? rectOf(editor, place.current) : undefined), 'below', refused);
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (!panel.current?.contains(event.target as Node)) onClose();
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [onClose]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!setLink(editor, url, words)) {
      setRefused(true);
      return;
    }
    // Behind the link: with the words still selected, the next letter would take their place.
    Transforms.collapse(editor, { edge: 'end' });
    onClose();
  };
  return (
    <form
      ref={panel}
      role="dialog"
      aria-label={t('link.title')}
      className="rt-float rt-link-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <TextField
        label={t('link.address')}
        value={url}
        onChange={(value) => {
          setUrl(value);
          setRefused(false);
        }}
        autoFocus
        dir="ltr"
        {...(refused ? { error: t('link.refused') } : { description: t('link.hint') })}
      />
      {request.hasWords ? null : <TextField label={t('link.words')} value={words} onChange={setWords} />}
      <div className="rt-link-actions">
        {request.exists ? (
          <Button
            tone="quiet"
            size="sm"
            onPress={() => {
              removeLink(editor);
              onClose();
            }}
          >
            {t('link.remove')}
          </Button>
        ) : null}
        <Button type="submit" tone="primary" size="sm">
          {t('link.apply')}
        </Button>
      </div>
    </form>
  );
}
