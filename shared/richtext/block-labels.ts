import type { CalloutTone, DecisionPart, JudgementPart } from './block-parts.ts';

/** What the parts of larger blocks are called in the reader's language: the catalogue `blocks`. */
export interface BlockLabels {
  readonly callout: Readonly<Record<CalloutTone, string>>;
  readonly judgement: Readonly<Record<JudgementPart, string>>;
  readonly decision: Readonly<Record<DecisionPart, string>>;
}

/** The attachment a block shows, as far as a writer needs it to find the bytes. */
export interface ShownAttachment {
  readonly type: 'image' | 'file' | 'audio';
  readonly attachmentId: string;
  readonly name: string;
}
