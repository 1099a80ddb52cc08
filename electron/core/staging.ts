import { closeSync, fstatSync, mkdirSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CHUNK_MAX, UPLOAD_MAX } from '../../shared/contract/uploads.ts';
import { CoreError } from './core-error.ts';

// Files on their way in and out. They lie in a folder of this process under names of ours; what the user called
// them is only ever shown, never a path.

export type StagedFile = { readonly path: string; readonly fileName: string; readonly mime: string };

type Upload = {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
  received: number;
  readonly own: boolean;
};

export type Staging = {
  readonly folder: string;
  readonly begin: (fileName: string, bytes: number) => string;
  readonly append: (uploadId: string, offset: number, data: string) => number;
  readonly discard: (uploadId: string) => void;
  /** A complete upload. Throws RULE upload-incomplete. */
  readonly upload: (uploadId: string) => StagedFile;
  /** Takes a file where it lies (the command line): nothing is copied, nothing deleted. */
  readonly takePath: (path: string) => string;
  /** A new name for a file that will be offered as a download. */
  readonly newPath: (extension: string) => string;
  readonly offer: (file: StagedFile) => string;
  readonly download: (downloadId: string) => StagedFile | null;
  readonly read: (downloadId: string, offset: number, length: number) => { data: string; done: boolean };
  readonly clear: () => void;
};

export function createStaging(folder: string, makeId: () => string): Staging {
  const uploads = new Map<string, Upload>();
  const downloads = new Map<string, StagedFile>();
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const findUpload = (id: string): Upload => {
    const upload = uploads.get(id);
    if (upload === undefined) throw new CoreError('NOT_FOUND', { kind: 'upload', id });
    return upload;
  };
  const findDownload = (id: string): StagedFile => {
    const file = downloads.get(id);
    if (file === undefined) throw new CoreError('NOT_FOUND', { kind: 'download', id });
    return file;
  };

  return {
    folder,
    begin: (fileName, bytes) => {
      if (bytes > UPLOAD_MAX) throw new CoreError('TOO_LARGE', { limit: UPLOAD_MAX });
      const id = makeId();
      const path = join(folder, `up-${id}`);
      closeSync(openSync(path, 'wx', 0o600));
      uploads.set(id, { path, fileName: basename(fileName), bytes, received: 0, own: true });
      return id;
    },
    append: (uploadId, offset, data) => {
      const upload = findUpload(uploadId);
      if (offset !== upload.received) throw new CoreError('RULE', { rule: 'upload-offset' });
      const piece = Buffer.from(data, 'base64');
      if (upload.received + piece.length > upload.bytes)
        throw new CoreError('TOO_LARGE', { limit: upload.bytes });
      const file = openSync(upload.path, 'r+');
      try {
        writeSync(file, piece, 0, piece.length, offset);
      } finally {
        closeSync(file);
      }
      upload.received += piece.length;
      return upload.received;
    },
    discard: (uploadId) => {
      const upload = uploads.get(uploadId);
      uploads.delete(uploadId);
      if (upload?.own === true) rmSync(upload.path, { force: true });
    },
    upload: (uploadId) => {
      const upload = findUpload(uploadId);
      if (upload.received !== upload.bytes) throw new CoreError('RULE', { rule: 'upload-incomplete' });
      return { path: upload.path, fileName: upload.fileName, mime: 'application/octet-stream' };
    },
    takePath: (path) => {
      const bytes = statSync(path).size;
      const id = makeId();
      uploads.set(id, { path, fileName: basename(path), bytes, received: bytes, own: false });
      return id;
    },
    newPath: (extension) => join(folder, `out-${makeId()}.${extension}`),
    offer: (file) => {
      const id = makeId();
      downloads.set(id, file);
      return id;
    },
    download: (downloadId) => downloads.get(downloadId) ?? null,
    read: (downloadId, offset, length) => {
      const file = openSync(findDownload(downloadId).path, 'r');
      try {
        const size = fstatSync(file).size;
        const piece = Buffer.alloc(Math.max(0, Math.min(length, CHUNK_MAX, size - offset)));
        readSync(file, piece, 0, piece.length, offset);
        return { data: piece.toString('base64'), done: offset + piece.length >= size };
      } finally {
        closeSync(file);
      }
    },
    clear: () => {
      uploads.clear();
      downloads.clear();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
