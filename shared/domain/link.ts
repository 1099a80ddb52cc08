import { z } from 'zod';
import { blockIdSchema, idSchema } from '../base/ids.ts';
import { type Fields, findableKindSchema, lineSchema, recordShape } from './record.ts';

export const LINK_TYPES = [
  'explains',
  'example-of',
  'resolves',
  'contradicts',
  'derived-from',
  'see-also',
  'replaces',
] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** Typed and directed: "this note *explains* that case". Either end may name one block of its document. */
export const linkSchema = z.strictObject({
  ...recordShape,
  type: z.enum(LINK_TYPES),
  fromKind: findableKindSchema,
  fromId: idSchema,
  fromBlock: blockIdSchema.nullable(),
  toKind: findableKindSchema,
  toId: idSchema,
  toBlock: blockIdSchema.nullable(),
  /** Title of the target when the link was made: kept for the day the target stays behind in an export. */
  toTitle: lineSchema,
  note: lineSchema,
  /** "Was it right?": null until somebody looked. */
  judgedRight: z.boolean().nullable(),
});
export type Link = z.infer<typeof linkSchema>;

/** What a new one holds before anybody fills it in. */
export const linkDefaults = {
  type: 'see-also',
  fromKind: 'note',
  fromId: '',
  fromBlock: null,
  toKind: 'note',
  toId: '',
  toBlock: null,
  toTitle: '',
  note: '',
  judgedRight: null,
} as const satisfies Fields<Link>;
