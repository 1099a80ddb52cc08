// Where things lie inside a package. A package is a bag (RFC 8493): `data/` is the payload, the rest describes it.

export const PAYLOAD = 'data/';
export const PATHS = {
  bagit: 'bagit.txt',
  bagInfo: 'bag-info.txt',
  payloadManifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  manifest: 'data/manifest.json',
  records: 'data/records.jsonl',
  crate: 'data/ro-crate-metadata.json',
  page: 'data/index.html',
  readerRecords: 'data/reader/records.js',
  readerIndex: 'data/reader/index.js',
} as const;

export function mediaPathOf(sha256: string, extension: string): string {
  return `data/media/${sha256}.${extension}`;
}

export function schemaPathOf(kind: string): string {
  return `data/schema/${kind}.json`;
}

const MEDIA = /^data\/media\/([0-9a-f]{64})\.([a-z0-9]{1,8})$/;

/** The blob a payload path names, or null when it is no media path. */
export function parseMediaPath(path: string): { readonly sha256: string; readonly extension: string } | null {
  const match = MEDIA.exec(path);
  return match?.[1] !== undefined && match[2] !== undefined
    ? { sha256: match[1], extension: match[2] }
    : null;
}
