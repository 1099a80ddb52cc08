import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { type Fields, findableKindSchema, lineSchema, recordShape } from './record.ts';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A file kept by its content: `sha256` names the blob under `media/`, `fileName` is what the user called it. */
export const attachmentSchema = z.strictObject({
  ...recordShape,
  ownerKind: findableKindSchema.nullable(),
  ownerId: idSchema.nullable(),
  sha256: sha256Schema,
  extension: z.string().regex(/^[a-z0-9]{1,8}$/),
  mime: z.string().max(120),
  bytes: z.int().min(0),
  fileName: lineSchema,
  altText: lineSchema,
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** What a new one holds before anybody fills it in. */
export const attachmentDefaults = {
  ownerKind: null,
  ownerId: null,
  sha256: '',
  extension: 'bin',
  mime: 'application/octet-stream',
  bytes: 0,
  fileName: '',
  altText: '',
} as const satisfies Fields<Attachment>;
