import { type ReactNode, useId } from 'react';
import {
  DECISION_PARTS,
  type DecisionPart,
  JUDGEMENT_PARTS,
  type JudgementPart,
  type Part,
} from '../../../../shared/richtext/block-parts.ts';
import { lineDirection } from '../../core/layout.ts';
import { type BlockWords, useBlockWords, useEditorText } from '../../editor-text.ts';
import type { ShellAttributes } from './shell-attributes.ts';

interface NamedPartProps {
  readonly part: Part;
  readonly attributes?: ShellAttributes;
  /** Says what to write in an empty part: only while writing. */
  readonly hinted?: boolean;
  readonly children: ReactNode;
}

/** One named part of a judgement or a decision: its name, which nobody can type over, and its words. */
export function NamedPart({ part, attributes, hinted = false, children }: NamedPartProps) {
  const words = useBlockWords();
  const t = useEditorText();
  const labelId = useId();
  const empty = part.children.every((child) => 'text' in child && child.text === '');
  const dir = lineDirection(part.children);
  return (
    <div {...attributes} className="rt-part" data-part={part.part} role="group" aria-labelledby={labelId}>
      <div id={labelId} className="rt-part-label" contentEditable={false} suppressContentEditableWarning>
        {nameOf(part.part, words)}
      </div>
      <div
        className="rt-part-words"
        {...(dir ? { dir } : {})}
        {...(hinted && empty ? { 'data-hint': t(`hint.${part.part}`) } : {})}
      >
        {children}
      </div>
    </div>
  );
}

const isJudgement = (part: string): part is JudgementPart =>
  (JUDGEMENT_PARTS as readonly string[]).includes(part);
const isDecision = (part: string): part is DecisionPart =>
  (DECISION_PARTS as readonly string[]).includes(part);

const nameOf = (part: Part['part'], words: BlockWords): string =>
  isJudgement(part) ? words(`judgement.${part}`) : isDecision(part) ? words(`decision.${part}`) : part;
