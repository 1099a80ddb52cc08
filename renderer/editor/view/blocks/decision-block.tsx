import { Split } from 'lucide-react';
import type { ReactNode } from 'react';
import { useBlockWords } from '../../editor-text.ts';
import { PartsBlock } from './parts-block.tsx';
import type { SharedAttributes } from './shell-attributes.ts';

interface DecisionBlockProps {
  readonly attributes: SharedAttributes;
  /** The question, then `when` and `then` of each branch. */
  readonly children: ReactNode;
}

/** A question and where its answers lead. */
export function DecisionBlock({ attributes, children }: DecisionBlockProps) {
  const words = useBlockWords();
  return (
    <PartsBlock
      attributes={attributes}
      kind="decision"
      name={words('decision.name')}
      icon={<Split aria-hidden="true" className="rt-mirror" />}
    >
      {children}
    </PartsBlock>
  );
}
