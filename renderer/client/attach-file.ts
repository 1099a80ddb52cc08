import { ORPCError } from '@orpc/client';
import type { AttachmentFacts } from '../../shared/contract/attachments.ts';
import type { FindableKind } from '../../shared/domain/record.ts';
import { type Client, client } from './api.ts';
import { type UploadOptions, uploadFile } from './transfers.ts';

/** Largest file that can be attached, in bytes. The library refuses more; here it is said before the way is travelled. */
const FILE_MAX_BYTES = 512 * 1024 * 1024;

export interface AttachOptions extends UploadOptions {
  readonly owner: { readonly kind: FindableKind; readonly id: string };
  /** Kept to be downloaded only; a picture of any size is taken. */
  readonly asFile?: boolean | undefined;
}

/**
 * Sends a file in pieces and makes it an attachment of its owner. Rejects with PICTURE_TOO_LARGE or FILE_TOO_LARGE when
 * it is refused, with an AbortError when it is cancelled; nothing stays behind then.
 */
export const attachFile = async (
  file: File,
  { owner, asFile, ...options }: AttachOptions,
  calls: Pick<Client, 'uploads' | 'attachments'> = client,
): Promise<AttachmentFacts> => {
  if (file.size > FILE_MAX_BYTES)
    throw new ORPCError('FILE_TOO_LARGE', {
      status: 413,
      message: `${file.name}: ${file.size} bytes`,
      data: { bytes: file.size, limit: FILE_MAX_BYTES },
    });
  const uploadId = await uploadFile(calls.uploads, file, options);
  return calls.attachments.fromUpload(
    { uploadId, ownerKind: owner.kind, ownerId: owner.id as never, ...(asFile ? { asFile } : {}) },
    options.signal ? { signal: options.signal } : undefined,
  );
};

/** Where the page finds the small version of a picture. */
export const thumbAddress = (sha256: string): string => `/media/thumb/${sha256}.webp`;
