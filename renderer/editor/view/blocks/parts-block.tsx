import '../../styles/parts.css';
import { type ReactNode, useId } from 'react';
import type { SharedAttributes } from './shell-attributes.ts';

interface PartsBlockProps {
  readonly attributes: SharedAttributes;
  readonly kind: 'judgement' | 'decision';
  readonly name: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a block made of named parts. */
export function PartsBlock({ attributes, kind, name, icon, children }: PartsBlockProps) {
  const nameId = useId();
  return (
    <div {...attributes} className="rt-parts" data-kind={kind} role="group" aria-labelledby={nameId}>
      <div id={nameId} className="rt-parts-name" contentEditable={false} suppressContentEditableWarning>
        {icon}
        {name}
      </div>
      {children}
    </div>
  );
}
