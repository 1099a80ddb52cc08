import { type ReactNode, useState } from 'react';
import type { BlockOf } from '../../../../shared/richtext/document.ts';
import { Dialog } from '../../../ui/index.ts';
import { useAttachmentsText } from '../../editor-text.ts';

interface ZoomProps {
  readonly block: BlockOf<'image'>;
  readonly href: string;
}

/** A picture to read: a click or Enter shows it as large as the window allows. */
export function ImageZoom({ block, href, children }: ZoomProps & { readonly children: ReactNode }) {
  const t = useAttachmentsText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="rt-picture-open"
        aria-label={t('zoomNamed', { name: block.alt || block.name })}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      <ZoomDialog block={block} href={href} isOpen={open} onOpenChange={setOpen} />
    </>
  );
}

export function ZoomDialog({
  block,
  href,
  isOpen,
  onOpenChange,
}: ZoomProps & { readonly isOpen: boolean; readonly onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={block.name} size="xl">
      <div className="rt-zoom">
        <img src={href} alt={block.alt || block.name} />
      </div>
    </Dialog>
  );
}
