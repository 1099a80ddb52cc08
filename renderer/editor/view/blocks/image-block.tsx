import { type CSSProperties, useState } from 'react';
import type { BlockOf } from '../../../../shared/richtext/document.ts';
import { type AttachmentState, useAttachment } from '../attachments.tsx';
import { AttachedFile, MissingFile } from './attached-file.tsx';
import { Caption } from './caption.tsx';
import { type FigureBlockProps, isWriting, Stage } from './figure-parts.tsx';
import { ImageTools } from './image-tools.tsx';
import { ImageWidth } from './image-width.tsx';
import { ImageZoom } from './image-zoom.tsx';

/** A picture of its own measure, or as wide as the writer made it; it keeps its room while it loads. */
export function ImageBlock({ attributes, block, children }: FigureBlockProps<'image'>) {
  const file = useAttachment(block.attachmentId);
  const writing = isWriting(attributes);
  // While it is being dragged the picture follows; only letting go changes the text.
  const [dragged, setDragged] = useState<number>();
  const width = dragged ?? block.width;
  const drawn = drawable(file);
  return (
    <figure {...attributes} className="rt-figure rt-image">
      <Stage
        block={block}
        writing={writing}
        className="rt-picture-stage"
        tools={<ImageTools block={block} href={drawn?.href} />}
      >
        <div className="rt-picture" style={roomOf(block, file, width)}>
          <Picture block={block} file={file} width={width} writing={writing} />
          {writing && drawn ? <ImageWidth block={block} width={width} onDrag={setDragged} /> : null}
        </div>
      </Stage>
      <Caption block={block} writing={writing}>
        {children}
      </Caption>
    </figure>
  );
}

type Here = Extract<AttachmentState, { state: 'here' }>;

const drawable = (file: AttachmentState | undefined): Here | undefined =>
  file?.state === 'here' && file.pixels !== undefined ? file : undefined;

/** The room the picture takes, known before its first byte has come. A tall one is no taller than most of the window. */
function roomOf(
  block: BlockOf<'image'>,
  file: AttachmentState | undefined,
  width: number | undefined,
): CSSProperties | undefined {
  const pixels = drawable(file)?.pixels ?? (file?.state === 'missing' ? undefined : block.pixels);
  if (!pixels || (file?.state === 'here' && !file.pixels)) return undefined;
  const ratio = pixels.width / pixels.height;
  return {
    inlineSize:
      width === undefined ? `min(100%, ${pixels.width}px, calc(75vh * ${ratio.toFixed(4)}))` : `${width}%`,
    aspectRatio: `${pixels.width} / ${pixels.height}`,
  };
}

function Picture({
  block,
  file,
  width,
  writing,
}: {
  readonly block: BlockOf<'image'>;
  readonly file: AttachmentState | undefined;
  readonly width: number | undefined;
  readonly writing: boolean;
}) {
  // A small version can be lost, and bytes can fail to be a picture: first the whole one is tried, then it is said.
  const [failed, setFailed] = useState<'small' | 'whole'>();
  const drawn = drawable(file);
  if (file?.state === 'missing' || failed === 'whole') return <MissingFile name={block.name} kind="image" />;
  if (file?.state === 'here' && !drawn) return <AttachedFile name={block.name} file={file} kind="image" />;
  if (!drawn) {
    const words = block.alt || block.name;
    return (
      <span className="rt-picture-waits" role="img" aria-label={words}>
        {file === undefined ? <bdi>{words}</bdi> : null}
      </span>
    );
  }
  const small = failed === undefined ? drawn.thumbHref : undefined;
  const image = (
    <img
      src={drawn.href}
      {...(small && drawn.pixels
        ? {
            srcSet: `${small} ${smallWidth(drawn.pixels)}w, ${drawn.href} ${drawn.pixels.width}w`,
            sizes: `min(${drawn.pixels.width}px, ${width ?? 100}vw, ${((width ?? 100) * 0.46).toFixed(1)}rem)`,
          }
        : {})}
      alt={block.alt}
      width={drawn.pixels?.width}
      height={drawn.pixels?.height}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setFailed(small ? 'small' : 'whole')}
    />
  );
  return writing ? (
    image
  ) : (
    <ImageZoom href={drawn.href} block={block}>
      {image}
    </ImageZoom>
  );
}

/** How wide the small version is: 480 pixels on the longer side. */
const smallWidth = ({ width, height }: { width: number; height: number }): number =>
  Math.max(1, Math.round((480 * width) / Math.max(width, height)));
