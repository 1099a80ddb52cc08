import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { inlineSchema } from './inline.ts';

// What the larger blocks are made of. Parts have no ids: one cites the table, not its cell.

export const CALLOUT_TONES = ['info', 'tip', 'warning', 'never'] as const;
export const calloutToneSchema = z.enum(CALLOUT_TONES);
export type CalloutTone = z.infer<typeof calloutToneSchema>;

/** How a block names the attachment it shows; `name` is what the file was called, shown when the file is missing. */
export const attachmentShape = { attachmentId: idSchema, name: z.string().max(500) };

/** Most rows of a table and most cells of a row. */
export const MAX_ROWS = 2_000;
export const MAX_CELLS = 60;

export const CELL_ALIGNMENTS = ['start', 'center', 'end'] as const;
export type CellAlignment = (typeof CELL_ALIGNMENTS)[number];

export const cellSchema = z.strictObject({
  type: z.literal('cell'),
  /** Absent means as the text runs. */
  align: z.enum(CELL_ALIGNMENTS).optional(),
  children: z.array(inlineSchema),
});
export type Cell = z.infer<typeof cellSchema>;
export type Row = { type: 'row'; children: Cell[] };

export const JUDGEMENT_PARTS = ['cue', 'expectation', 'action', 'why', 'exceptions'] as const;
export type JudgementPart = (typeof JUDGEMENT_PARTS)[number];
export const DECISION_PARTS = ['question', 'when', 'then'] as const;
export type DecisionPart = (typeof DECISION_PARTS)[number];

export const judgementPartSchema = <P extends JudgementPart>(part: P) =>
  z.strictObject({ type: z.literal('part'), part: z.literal(part), children: z.array(inlineSchema) });

export const decisionPartSchema = z.strictObject({
  type: z.literal('part'),
  part: z.enum(DECISION_PARTS),
  children: z.array(inlineSchema),
});
/** One named part of a judgement or a decision. */
export type Part = {
  type: 'part';
  part: JudgementPart | DecisionPart;
  children: z.infer<typeof inlineSchema>[];
};
