import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { attachmentSchema } from '../domain/attachment.ts';
import { call } from './errors.ts';
import { nounCalls } from './noun.ts';

export const attachments = {
  ...nounCalls({
    record: attachmentSchema,
    item: attachmentSchema,
    filter: { ownerId: idSchema.optional() },
    sorts: ['createdAt'],
  }),
  /** Turns a finished upload into an attachment. The type is read from the bytes, never from the name. */
  fromUpload: call
    .input(
      z.strictObject({
        uploadId: z.string(),
        ownerKind: attachmentSchema.shape.ownerKind,
        ownerId: idSchema.nullable(),
      }),
    )
    .output(attachmentSchema),
};
