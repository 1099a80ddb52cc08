import type { ReactNode } from 'react';
import type { BlockOf } from '../../../../shared/richtext/document.ts';
import { type AttachmentsText, useAttachmentsText } from '../../editor-text.ts';

interface CaptionProps {
  readonly block: BlockOf<'image' | 'file' | 'audio'>;
  readonly writing: boolean;
  readonly children: ReactNode;
}

/** The line under a picture, a file or a sound. While writing it is always there, with a word on what it is for. */
export function Caption({ block, writing, children }: CaptionProps) {
  const t = useAttachmentsText();
  const isEmpty = block.children.every((child) => 'text' in child && child.text === '');
  if (!writing) return isEmpty ? null : <figcaption className="rt-caption">{children}</figcaption>;
  return (
    <figcaption className="rt-caption" data-hint={isEmpty ? hintOf(t, block.type) : undefined}>
      {children}
    </figcaption>
  );
}

function hintOf(t: AttachmentsText, type: 'image' | 'file' | 'audio'): string {
  return t(`caption.${type}`);
}
