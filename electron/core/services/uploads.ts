import { statSync } from 'node:fs';
import type {
  downloads as downloadContract,
  uploads as uploadContract,
} from '../../../shared/contract/uploads.ts';
import { CoreError } from '../core-error.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';

export function uploadHandlers(env: Environment): Handlers<typeof uploadContract> {
  return {
    begin: ({ fileName, bytes }) => ({ uploadId: env.staging.begin(fileName, bytes) }),
    append: ({ uploadId, offset, data }) => ({ received: env.staging.append(uploadId, offset, data) }),
    discard: ({ uploadId }) => {
      env.staging.discard(uploadId);
      return {};
    },
  };
}

export function downloadHandlers(env: Environment): Handlers<typeof downloadContract> {
  return {
    info: ({ downloadId }) => {
      const file = env.staging.download(downloadId);
      if (file === null) throw new CoreError('NOT_FOUND', { kind: 'download', id: downloadId });
      return { fileName: file.fileName, mime: file.mime, bytes: statSync(file.path).size };
    },
    read: ({ downloadId, offset, length }) => env.staging.read(downloadId, offset, length),
  };
}
