import { Compass } from 'lucide-react';
import type { ReactNode } from 'react';
import { useBlockWords } from '../../editor-text.ts';
import { PartsBlock } from './parts-block.tsx';
import type { SharedAttributes } from './shell-attributes.ts';

interface JudgementBlockProps {
  readonly attributes: SharedAttributes;
  /** The five parts. */
  readonly children: ReactNode;
}

/** What an expert notices, expects and does, taken apart. */
export function JudgementBlock({ attributes, children }: JudgementBlockProps) {
  const words = useBlockWords();
  return (
    <PartsBlock
      attributes={attributes}
      kind="judgement"
      name={words('judgement.name')}
      icon={<Compass aria-hidden="true" />}
    >
      {children}
    </PartsBlock>
  );
}
