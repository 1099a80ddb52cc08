import type { ReactNode } from 'react';
import type { BlockOf } from '../../../../shared/richtext/document.ts';
import type { SharedAttributes } from './shell-attributes.ts';

interface ImageBlockProps {
  readonly attributes: SharedAttributes;
  readonly block: BlockOf<'image'>;
  /** The caption. */
  readonly children: ReactNode;
}

export function ImageBlock({ attributes, block, children }: ImageBlockProps) {
  return (
    <figure {...attributes} className="rt-image">
      <bdi contentEditable={false} suppressContentEditableWarning>
        {block.name}
      </bdi>
      <figcaption>{children}</figcaption>
    </figure>
  );
}
