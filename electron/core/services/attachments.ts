import type { AttachmentFacts, attachments as contract } from '../../../shared/contract/attachments.ts';
import { type Attachment, attachmentDefaults } from '../../../shared/domain/attachment.ts';
import { findRecord } from '../../data/records.ts';
import {
  findSameAttachment,
  listAttachments,
  ownedAttachments,
} from '../../data/repositories/attachments.ts';
import { isSource } from '../../importers/note-source.ts';
import { isShowable, keepFile } from '../../media/keep-file.ts';
import { type InspectedFile, inspectFile } from '../../media/picture-size.ts';
import { blobPath, hasBlob } from '../../media/store-blob.ts';
import { hasThumbnail } from '../../media/thumbnail-path.ts';
import { makeThumbnail } from '../../media/thumbnails.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';

/** Contents whose look inside is remembered: they never change, so a page of pictures costs one look each. */
const MOST_REMEMBERED = 5_000;
/** Originals of one record that are told of. */
const SOURCES_MAX = 20;

export function attachmentHandlers(env: Environment): Handlers<typeof contract> {
  const service = nounService(env, 'attachment', attachmentDefaults);
  const inspected = new Map<string, InspectedFile>();

  /** What the bytes say; null when they are not there. */
  const look = async (root: string, sha256: string): Promise<InspectedFile | null> => {
    const known = inspected.get(sha256);
    // Remembered or not, the file must be there now: somebody may have cleared the folder.
    if (known !== undefined) return hasBlob(root, sha256) ? known : null;
    const fresh = await inspectFile(blobPath(root, sha256)).catch(() => null);
    if (fresh === null) return null;
    if (inspected.size >= MOST_REMEMBERED) inspected.clear();
    inspected.set(sha256, fresh);
    return fresh;
  };

  const describe = async (record: Attachment): Promise<AttachmentFacts> => {
    const { id, sha256, fileName } = record;
    const { mediaRoot } = env.library();
    const file = await look(mediaRoot, sha256);
    if (file === null) {
      const { extension, mime, bytes } = record;
      return { id, sha256, extension, mime, bytes, fileName, thumb: false, missing: true };
    }
    const pixels = file.pixels !== null && isShowable(file.pixels) ? file.pixels : null;
    const thumb = pixels !== null && hasThumbnail(mediaRoot, sha256);
    // A small version that was lost is made again; until it is there the picture itself is shown.
    if (pixels !== null && !thumb) void makeThumbnail(mediaRoot, sha256, pixels);
    const { extension, mime, bytes } = file;
    return {
      id,
      sha256,
      extension,
      mime,
      bytes,
      fileName,
      thumb,
      missing: false,
      ...(pixels === null ? {} : { pixels }),
    };
  };

  return {
    ...service,
    list: (query) => listAttachments(env.read(), query),
    fromUpload: async ({ uploadId, ownerKind, ownerId, asFile }, { signal }) => {
      const file = env.staging.upload(uploadId);
      try {
        // Refused before the copy, not after: a library that can only be read takes no file either.
        env.write();
        const { pixels: _pixels, ...blob } = await keepFile(env.library().mediaRoot, file.path, {
          asFile,
          signal,
        });
        const fileName = file.fileName.slice(0, 2_000);
        const known = findSameAttachment(env.read(), { sha256: blob.sha256, fileName, ownerId });
        return await describe(known ?? service.create({ fields: { ...blob, fileName, ownerKind, ownerId } }));
      } finally {
        env.staging.discard(uploadId);
      }
    },
    describe: async ({ ids }) => {
      const db = env.read();
      const found = [...new Set(ids)].flatMap((id) => findRecord(db, 'attachment', id) ?? []);
      return Promise.all(found.map(describe));
    },
    sources: async ({ ownerId }) => {
      const kept = ownedAttachments(env.read(), ownerId).filter(isSource).slice(0, SOURCES_MAX);
      return Promise.all(kept.map(async (one) => ({ ...(await describe(one)), broughtIn: one.createdAt })));
    },
  };
}
