// A user's own files (pictures, recordings, finished exports) as answers. The address names a content hash or a download's id,
// both checked by shape; the folder and the file name inside it are ours, so no part of an address reaches the file system.
import { type FileHandle, open } from 'node:fs/promises';
import { blobPath } from '../media/store-blob.ts';
import { thumbnailPath } from '../media/thumbnail-path.ts';
import { parseRange } from './byte-range.ts';
import { mediaType } from './mime-types.ts';
import { refusal, securityHeaders } from './security-headers.ts';

const MEDIA_ADDRESS = /^\/media\/([0-9a-f]{64})\.([a-z0-9]{1,8})$/;
const THUMB_ADDRESS = /^\/media\/thumb\/([0-9a-f]{64})\.webp$/;
const DOWNLOAD_ADDRESS = /^\/downloads\/([A-Za-z0-9-]{1,64})$/;

export interface MediaAddress {
  readonly sha256: string;
  readonly extension: string;
  /** The small version of a picture is meant. */
  readonly thumb?: true;
}

/** What a media address names, or null when it is no such address. */
export function parseMediaAddress(pathname: string): MediaAddress | null {
  const match = MEDIA_ADDRESS.exec(pathname);
  if (match?.[1] && match[2]) return { sha256: match[1], extension: match[2] };
  const small = THUMB_ADDRESS.exec(pathname)?.[1];
  return small ? { sha256: small, extension: 'webp', thumb: true } : null;
}

/** The id of a download address, or null when it is no such address. */
export function parseDownloadAddress(pathname: string): string | null {
  return DOWNLOAD_ADDRESS.exec(pathname)?.[1] ?? null;
}

/** A picture or recording of the library with its blobs at `root`. Kinds the page cannot safely show become attachments. */
export async function serveMedia(root: string, media: MediaAddress, request: Request): Promise<Response> {
  const type = mediaType(media.extension);
  const path = media.thumb === true ? thumbnailPath(root, media.sha256) : blobPath(root, media.sha256);
  return sendFile(path, request, {
    'content-type': type ?? 'application/octet-stream',
    ...(type ? {} : { 'content-disposition': 'attachment' }),
    'accept-ranges': 'bytes',
    // The address names the content, so what came once never changes; but it stays this user's.
    'cache-control': 'private, max-age=31536000, immutable',
  });
}

/**
 * A finished export. It is always an attachment of unknown kind: the name comes from the link's `download` attribute, not from
 * a header, because it may hold a user's words.
 */
export async function serveDownload(path: string, request: Request): Promise<Response> {
  return sendFile(path, request, {
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'cache-control': 'no-store',
  });
}

async function sendFile(path: string, request: Request, headers: Record<string, string>): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refusal(405, 'method not allowed', { allow: 'GET, HEAD' });
  }
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch {
    return refusal(404, 'not found');
  }
  try {
    const info = await file.stat();
    if (!info.isFile()) throw new Error('not a file');
    const range = parseRange(request.headers.get('range'), info.size);
    if (range.kind === 'unsatisfiable') {
      await file.close();
      return refusal(416, 'range not satisfiable', { 'content-range': `bytes */${info.size}` });
    }
    const start = range.kind === 'part' ? range.start : 0;
    const length = range.kind === 'part' ? range.end - range.start + 1 : info.size;
    const all = {
      ...securityHeaders('file'),
      ...headers,
      'content-length': String(length),
      ...(range.kind === 'part' ? { 'content-range': `bytes ${range.start}-${range.end}/${info.size}` } : {}),
    };
    const status = range.kind === 'part' ? 206 : 200;
    if (request.method === 'HEAD' || length === 0) {
      await file.close();
      return new Response(null, { status, headers: all });
    }
    return new Response(streamOf(file, start, length), { status, headers: all });
  } catch {
    await file.close();
    return refusal(404, 'not found');
  }
}

const CHUNK = 256 * 1024;

/** Reads on demand, so a player that stops listening leaves no more than one chunk in memory, and closes the file. */
function streamOf(file: FileHandle, start: number, length: number): ReadableStream<Uint8Array> {
  let at = start;
  const end = start + length;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const buffer = new Uint8Array(Math.min(CHUNK, end - at));
      const { bytesRead } = await file.read(buffer, 0, buffer.byteLength, at);
      if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
      at += bytesRead;
      if (bytesRead === 0 || at >= end) {
        await file.close();
        controller.close();
      }
    },
    async cancel() {
      await file.close();
    },
  });
}
