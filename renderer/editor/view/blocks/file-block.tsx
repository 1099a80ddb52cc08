import type { ReactNode } from 'react';
import type { BlockOf } from '../../../../shared/richtext/document.ts';
import type { SharedAttributes } from './shell-attributes.ts';

interface FileBlockProps {
  readonly attributes: SharedAttributes;
  readonly block: BlockOf<'file'>;
  /** The caption. */
  readonly children: ReactNode;
}

export function FileBlock({ attributes, block, children }: FileBlockProps) {
  return (
    <figure {...attributes} className="rt-file">
      <bdi contentEditable={false} suppressContentEditableWarning>
        {block.name}
      </bdi>
      <figcaption>{children}</figcaption>
    </figure>
  );
}
