import { useAttachmentsText } from '../../editor-text.ts';
import { useAttachment } from '../attachments.tsx';
import { AttachedFile } from './attached-file.tsx';
import { Caption } from './caption.tsx';
import { type FigureBlockProps, isWriting, Stage } from './figure-parts.tsx';

/** A sound with the player of the platform: its keys, its speed and its reading order are the ones people know. */
export function AudioBlock({ attributes, block, children }: FigureBlockProps<'audio'>) {
  const t = useAttachmentsText();
  const file = useAttachment(block.attachmentId);
  const writing = isWriting(attributes);
  const playable = file?.state === 'here' && file.mime.startsWith('audio/') ? file : undefined;
  return (
    <figure {...attributes} className="rt-figure rt-audio">
      <Stage block={block} writing={writing}>
        <AttachedFile name={block.name} file={file} kind="audio" />
        {playable ? (
          // biome-ignore lint/a11y/useMediaCaption: the caption of the block says what one hears
          <audio
            controls
            preload="metadata"
            src={playable.href}
            aria-label={t('player', { name: block.name })}
            className="rt-player"
            // Keys and clicks on the player are the player's; the text keeps its cursor.
            onKeyDown={(event) => event.stopPropagation()}
            onMouseDown={(event) => event.stopPropagation()}
          />
        ) : null}
      </Stage>
      <Caption block={block} writing={writing}>
        {children}
      </Caption>
    </figure>
  );
}
