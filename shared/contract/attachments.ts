import { z } from 'zod';
import { timeSchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';
import { attachmentSchema } from '../domain/attachment.ts';
import { call } from './errors.ts';
import { LIST_MAX, nounCalls } from './noun.ts';

const pixelsSchema = z.strictObject({ width: z.int().min(1), height: z.int().min(1) });

/** What a text needs to know of a file it shows. All but the name is read from the bytes, never from what somebody claimed. */
export const attachmentFactsSchema = z.strictObject({
  id: idSchema,
  sha256: attachmentSchema.shape.sha256,
  extension: attachmentSchema.shape.extension,
  mime: attachmentSchema.shape.mime,
  bytes: z.int().min(0),
  fileName: attachmentSchema.shape.fileName,
  /** Only for a picture that may be shown: its header was read, and it is within the limit. */
  pixels: pixelsSchema.optional(),
  /** A small version lies at `/media/thumb/<sha256>.webp`. */
  thumb: z.boolean(),
  /** The record is here, its file is not. */
  missing: z.boolean(),
});
export type AttachmentFacts = z.infer<typeof attachmentFactsSchema>;

/** A file that a record was made from, kept as it was when it came. */
const keptSourceSchema = attachmentFactsSchema.extend({ broughtIn: timeSchema });

export const attachments = {
  ...nounCalls({
    record: attachmentSchema,
    item: attachmentSchema,
    filter: { ownerId: idSchema.optional() },
    sorts: ['createdAt'],
  }),
  /**
   * Turns a finished upload into an attachment. The type is read from the bytes, never from the name. The same content
   * under the same name for the same owner is the attachment that is there already.
   * Errors: PICTURE_TOO_LARGE (not with `asFile`: then it is only ever downloaded), FILE_TOO_LARGE. Nothing is kept then.
   */
  fromUpload: call
    .input(
      z.strictObject({
        uploadId: z.string(),
        ownerKind: attachmentSchema.shape.ownerKind,
        ownerId: idSchema.nullable(),
        asFile: z.boolean().optional(),
      }),
    )
    .output(attachmentFactsSchema),
  /** Facts of many attachments, in any order. Those nobody has a record of are left out. */
  describe: call
    .input(z.strictObject({ ids: z.array(idSchema).max(LIST_MAX) }))
    .output(z.array(attachmentFactsSchema)),
  /** The files a record was imported from, the newest first; none where they were not kept. At most 20. */
  sources: call.input(z.strictObject({ ownerId: idSchema })).output(z.array(keptSourceSchema).max(20)),
};
