// The built page as a map, read once at start. An address is looked up in the map and never joined to a path, so there is no
// path for `..`, encoded slashes, links or NUL to escape from.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pageType } from './mime-types.ts';
import { refusal, securityHeaders } from './security-headers.ts';

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly tag: string;
  /** True for files with a content hash in their name: they never change under it. */
  readonly lasting: boolean;
}

/** Address (`/assets/app-1a2b3c4d.js`) → file. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** Reads every file below `dir`. Errors: `dir` missing; no index.html; a file of a kind the page never has. */
export async function readPageFiles(dir: string): Promise<PageFiles> {
  const files = new Map<string, PageFile>();
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith('.map')) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(dir, path).split(sep).join('/')}`;
    const type = pageType(entry.name);
    if (!type) throw new Error(`The page was built with a file of an unknown kind: ${address}`);
    const bytes = new Uint8Array(await readFile(path));
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 24)}"`;
    files.set(address, { bytes, type, tag, lasting: address.startsWith('/assets/') });
  }
  const index = files.get('/index.html');
  if (!index) throw new Error('The page is not built: index.html is missing');
  files.set('/', index);
  return files;
}

/** Answers GET and HEAD for a file of the page, 404 for everything else. Routes of the page live in the fragment. */
export function servePage(files: PageFiles, request: Request): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refusal(405, 'method not allowed', { allow: 'GET, HEAD' });
  }
  const file = files.get(new URL(request.url).pathname);
  if (!file) return refusal(404, 'not found');
  const headers = {
    ...securityHeaders('page'),
    'content-type': file.type,
    'cache-control': file.lasting ? 'private, max-age=31536000, immutable' : 'no-cache',
    etag: file.tag,
  };
  if (request.headers.get('if-none-match') === file.tag) return new Response(null, { status: 304, headers });
  return new Response(request.method === 'HEAD' ? null : file.bytes, {
    status: 200,
    headers: { ...headers, 'content-length': String(file.bytes.byteLength) },
  });
}
