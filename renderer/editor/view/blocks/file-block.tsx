import type { ReactNode } from 'react';
import type { BlockOf } from '../../../../shared/richtext/document.ts';
import { useAttachment } from '../attachments.tsx';
import { AttachedFile } from './attached-file.tsx';
import { Caption } from './caption.tsx';
import { isWriting, Stage } from './figure-parts.tsx';
import type { SharedAttributes } from './shell-attributes.ts';

interface FileBlockProps {
  readonly attributes: SharedAttributes;
  readonly block: BlockOf<'file'>;
  /** The caption. */
  readonly children: ReactNode;
}

/** A file to be had: never shown, whatever it is. */
export function FileBlock({ attributes, block, children }: FileBlockProps) {
  const file = useAttachment(block.attachmentId);
  const writing = isWriting(attributes);
  return (
    <figure {...attributes} className="rt-figure rt-file">
      <Stage block={block} writing={writing}>
        <AttachedFile name={block.name} bytes={block.bytes} file={file} kind="file" />
      </Stage>
      <Caption block={block} writing={writing}>
        {children}
      </Caption>
    </figure>
  );
}
