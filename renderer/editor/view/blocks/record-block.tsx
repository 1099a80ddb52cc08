import type { ReactNode } from 'react';
import type { BlockOf } from '../../../../shared/richtext/document.ts';
import { MentionChip } from '../mention-chip.tsx';
import type { SharedAttributes } from './shell-attributes.ts';

interface RecordBlockProps {
  readonly attributes: SharedAttributes;
  readonly block: BlockOf<'record'>;
  /** While writing, a click selects the card instead of opening it. */
  readonly still: boolean;
  /** The empty text Slate keeps in a void block. */
  readonly children: ReactNode;
}

export function RecordBlock({ attributes, block, still, children }: RecordBlockProps) {
  return (
    <div {...attributes} className="rt-record">
      {children}
      <div contentEditable={false} suppressContentEditableWarning>
        <MentionChip mention={{ kind: block.kind, id: block.recordId, label: block.label }} still={still} />
      </div>
    </div>
  );
}
