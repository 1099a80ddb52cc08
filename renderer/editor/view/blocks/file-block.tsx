import { useAttachment } from '../attachments.tsx';
import { AttachedFile } from './attached-file.tsx';
import { Caption } from './caption.tsx';
import { type FigureBlockProps, isWriting, Stage } from './figure-parts.tsx';

/** A file to be had: never shown, whatever it is. */
export function FileBlock({ attributes, block, children }: FigureBlockProps<'file'>) {
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
