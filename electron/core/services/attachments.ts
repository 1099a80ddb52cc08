import type { attachments as contract } from '../../../shared/contract/attachments.ts';
import { attachmentDefaults } from '../../../shared/domain/attachment.ts';
import { listAttachments } from '../../data/repositories/attachments.ts';
import { storeBlob } from '../../media/store-blob.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { nounService } from '../noun-service.ts';

export function attachmentHandlers(env: Environment): Handlers<typeof contract> {
  const service = nounService(env, 'attachment', attachmentDefaults);
  return {
    ...service,
    list: (query) => listAttachments(env.read(), query),
    fromUpload: async ({ uploadId, ownerKind, ownerId }) => {
      const file = env.staging.upload(uploadId);
      const blob = await storeBlob(env.library().mediaRoot, file.path);
      const record = service.create({
        fields: { ...blob, fileName: file.fileName.slice(0, 2_000), ownerKind, ownerId },
      });
      env.staging.discard(uploadId);
      return record;
    },
  };
}
