import { Captions, CaptionsOff, Download, ZoomIn } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useSlateStatic } from 'slate-react';
import type { BlockOf } from '../../../../shared/richtext/document.ts';
import { Button, IconButton, Popover, TextArea } from '../../../ui/index.ts';
import { setPictureAlt } from '../../commands/figures.ts';
import type { RichTextSlate } from '../../core/slate-types.ts';
import { useAttachmentsText } from '../../editor-text.ts';
import { ZoomDialog } from './image-zoom.tsx';

interface ImageToolsProps {
  readonly block: BlockOf<'image'>;
  /** Absent while there is nothing to look at. */
  readonly href: string | undefined;
}

/** What one does with a picture while writing: say what it shows, look at it large, have it. */
export function ImageTools({ block, href }: ImageToolsProps) {
  const t = useAttachmentsText();
  const [zoomed, setZoomed] = useState(false);
  return (
    <>
      <AltText block={block} />
      {href ? (
        <>
          <IconButton size="sm" label={t('zoom')} onPress={() => setZoomed(true)}>
            <ZoomIn aria-hidden="true" />
          </IconButton>
          <a
            className="rt-tool-link"
            href={href}
            download={block.name}
            aria-label={t('downloadNamed', { name: block.name })}
            title={t('download')}
          >
            <Download aria-hidden="true" />
          </a>
          <ZoomDialog block={block} href={href} isOpen={zoomed} onOpenChange={setZoomed} />
        </>
      ) : null}
    </>
  );
}

function AltText({ block }: { readonly block: BlockOf<'image'> }) {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useAttachmentsText();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(block.alt);
  const empty = block.alt === '';
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() !== block.alt) setPictureAlt(editor, block.id, text);
    setOpen(false);
  };
  return (
    <Popover
      label={t('alt.label')}
      placement="bottom end"
      isOpen={open}
      onOpenChange={(next) => {
        // Stepping out keeps what was written: nobody types a description to lose it.
        if (next) {
          setText(block.alt);
          setOpen(true);
        } else save();
      }}
      trigger={
        empty ? (
          <Button tone="quiet" size="sm" icon={<CaptionsOff aria-hidden="true" />}>
            {t('alt.add')}
          </Button>
        ) : (
          <IconButton size="sm" label={t('alt.edit')}>
            <Captions aria-hidden="true" />
          </IconButton>
        )
      }
    >
      <form className="rt-alt-form" onSubmit={save}>
        <TextArea
          label={t('alt.label')}
          description={t('alt.hint')}
          value={text}
          onChange={setText}
          maxLength={2_000}
          rows={2}
          autoFocus
        />
        <div className="rt-form-actions">
          <Button type="submit" tone="primary" size="sm">
            {t('alt.save')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
