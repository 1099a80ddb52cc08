import { useCallback, useRef, useState } from 'react';
import { type Client, client } from './api.ts';

/** Bytes in one piece: the contract allows 2 MB; smaller pieces keep the way free for other calls. */
export const PIECE_BYTES = 1024 * 1024;

const toBase64 = (piece: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsDataURL(piece);
  });

export interface UploadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (sent: number, total: number) => void;
}

/** Sends a file to the staging folder in pieces. Answers the upload's id; on failure or abort nothing stays behind. */
export const uploadFile = async (
  uploads: Client['uploads'],
  file: File,
  { signal, onProgress }: UploadOptions = {},
): Promise<string> => {
  const { uploadId } = await uploads.begin({ fileName: file.name, bytes: file.size });
  try {
    for (let offset = 0; offset < file.size; offset += PIECE_BYTES) {
      signal?.throwIfAborted();
      const piece = file.slice(offset, offset + PIECE_BYTES);
      const data = piece.size === 0 ? '' : await toBase64(piece);
      await uploads.append({ uploadId, offset, data });
      onProgress?.(Math.min(file.size, offset + PIECE_BYTES), file.size);
    }
    signal?.throwIfAborted();
    return uploadId;
  } catch (error) {
    await uploads.discard({ uploadId }).catch(() => undefined);
    throw error;
  }
};

export interface Upload {
  /** Answers the upload's id; rejects when cancelled. */
  readonly upload: (file: File) => Promise<string>;
  readonly cancel: () => void;
  /** 0 to 1 while under way, else null. */
  readonly progress: number | null;
}

/** Uploads with progress and cancel for a component. */
export const useUpload = (): Upload => {
  const [progress, setProgress] = useState<number | null>(null);
  const abort = useRef<AbortController | null>(null);
  const upload = useCallback(async (file: File): Promise<string> => {
    const stop = new AbortController();
    abort.current = stop;
    setProgress(0);
    try {
      return await uploadFile(client.uploads, file, {
        signal: stop.signal,
        onProgress: (sent, total) => setProgress(total === 0 ? 1 : sent / total),
      });
    } finally {
      setProgress(null);
    }
  }, []);
  const cancel = useCallback(() => abort.current?.abort(), []);
  return { upload, cancel, progress };
};

/** Where the page finds a blob of the library. `extension` without a dot. */
export const mediaAddress = (sha256: string, extension: string): string => `/media/${sha256}.${extension}`;

/** Hands a finished file (package, report) to the browser or to the shell's save dialog. */
export const saveDownload = (downloadId: string, fileName: string): void => {
  const link = document.createElement('a');
  link.href = `/downloads/${encodeURIComponent(downloadId)}`;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
};
