import type { ReactNode } from 'react';
import type { BlockOf } from '../../../../shared/richtext/document.ts';
import type { SharedAttributes } from './shell-attributes.ts';

interface AudioBlockProps {
  readonly attributes: SharedAttributes;
  readonly block: BlockOf<'audio'>;
  /** The caption. */
  readonly children: ReactNode;
}

export function AudioBlock({ attributes, block, children }: AudioBlockProps) {
  return (
    <figure {...attributes} className="rt-audio">
      <bdi contentEditable={false} suppressContentEditableWarning>
        {block.name}
      </bdi>
      <figcaption>{children}</figcaption>
    </figure>
  );
}
