import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { linkSchema } from '../domain/link.ts';
import { findableKindSchema } from '../domain/record.ts';
import { call } from './errors.ts';
import { nounCalls } from './noun.ts';
import { recordRefSchema } from './records.ts';

/** `other` is null when the record at the other end is not in this library (it stayed behind in an export). */
export const linkAroundSchema = z.strictObject({ link: linkSchema, other: recordRefSchema.nullable() });
export type LinkAround = z.infer<typeof linkAroundSchema>;

export const links = {
  ...nounCalls({
    record: linkSchema,
    item: linkSchema,
    filter: { fromId: idSchema.optional(), toId: idSchema.optional() },
    sorts: ['createdAt'],
  }),
  /** What this record points at, what points at it, where it is mentioned in texts and which playbooks use it. */
  around: call.input(z.strictObject({ kind: findableKindSchema, id: idSchema })).output(
    z.strictObject({
      outgoing: z.array(linkAroundSchema),
      incoming: z.array(linkAroundSchema),
      mentionedBy: z.array(recordRefSchema),
      usedBy: z.array(recordRefSchema),
    }),
  ),
};
