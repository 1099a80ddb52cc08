import { useRef, useState } from 'react';
import { type Range, Transforms } from 'slate';
import { Button, TextField } from '../../ui/index.ts';
import { removeLink, setLink } from '../commands/links.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useEditorText } from '../editor-text.ts';
import { rectOf } from './anchor.ts';
import { Asked, SmallForm } from './asked-form.tsx';
import { type LinkRequest, linkRequests } from './link-request.ts';

/** The small form that asks where a link leads. Opens beside the words, and gives the keys back to them. */
export function LinkForm() {
  return (
    <Asked requests={linkRequests}>
      {(editor, request, close) => <OpenLinkForm editor={editor} request={request} onClose={close} />}
    </Asked>
  );
}

interface OpenLinkFormProps {
  readonly editor: RichTextSlate;
  readonly request: LinkRequest;
  readonly onClose: () => void;
}

function OpenLinkForm({ editor, request, onClose }: OpenLinkFormProps) {
  const t = useEditorText();
  const [url, setUrl] = useState(request.url);
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState(false);
  const place = useRef<Range | null>(editor.selection);
  const submit = () => {
    if (!setLink(editor, url, words)) {
      setRefused(true);
      return;
    }
    // Behind the link: with the words still selected, the next letter would take their place.
    Transforms.collapse(editor, { edge: 'end' });
    onClose();
  };
  const remove = () => {
    removeLink(editor);
    onClose();
  };
  return (
    <SmallForm
      title={t('link.title')}
      rect={() => (place.current ? rectOf(editor, place.current) : undefined)}
      tick={refused}
      onSubmit={submit}
      onClose={onClose}
      fields={
        <>
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
        </>
      }
      actions={
        <>
          {request.exists ? (
            <Button tone="quiet" size="sm" onPress={remove}>
              {t('link.remove')}
            </Button>
          ) : null}
          <Button type="submit" tone="primary" size="sm">
            {t('link.apply')}
          </Button>
        </>
      }
    />
  );
}
