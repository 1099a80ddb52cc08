import '../../styles/callout.css';
import { Info, Lightbulb, OctagonX, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { CalloutTone } from '../../../../shared/richtext/block-parts.ts';
import { useBlockWords } from '../../editor-text.ts';
import type { SharedAttributes } from './shell-attributes.ts';

/** Each tone has a shape of its own: nobody should need to see colours to be warned. */
export const TONE_ICONS: Readonly<Record<CalloutTone, ReactNode>> = {
  info: <Info aria-hidden="true" />,
  tip: <Lightbulb aria-hidden="true" />,
  warning: <TriangleAlert aria-hidden="true" />,
  never: <OctagonX aria-hidden="true" />,
};

interface CalloutBlockProps {
  readonly attributes: SharedAttributes;
  readonly tone: CalloutTone;
  /** What stands in place of the still name while writing: a button that changes the tone. */
  readonly control?: ReactNode;
  readonly children: ReactNode;
}

/** Words set apart: good to know, a tip, a warning, something never to do. */
export function CalloutBlock({ attributes, tone, control, children }: CalloutBlockProps) {
  const words = useBlockWords();
  const nameId = useId();
  return (
    <div {...attributes} className="rt-callout" data-tone={tone} role="note" aria-labelledby={nameId}>
      <div id={nameId} className="rt-callout-head" contentEditable={false} suppressContentEditableWarning>
        {control ?? (
          <span className="rt-callout-name">
            {TONE_ICONS[tone]}
            {words(`callout.${tone}`)}
          </span>
        )}
      </div>
      <div className="rt-callout-words">{children}</div>
    </div>
  );
}
