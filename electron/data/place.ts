// Folders that another program copies behind our back. A database half copied is a damaged database, so a library
// is not kept there unless the user insists.
const SYNCED = [
  /(^|[/\\])dropbox([/\\]|$)/i,
  /(^|[/\\])onedrive[^/\\]*([/\\]|$)/i,
  /(^|[/\\])google ?drive([/\\]|$)/i,
  /(^|[/\\])(icloud ?drive|mobile documents)([/\\]|$)/i,
  /(^|[/\\])(nextcloud|owncloud|syncthing|pclouddrive|box sync)([/\\]|$)/i,
];

/** Why a library should not be kept in `folder`: `sync` (a cloud folder), `network` (a share), or null. */
export function placeProblem(folder: string): 'sync' | 'network' | null {
  if (/^(\\\\|\/\/)/.test(folder)) return 'network';
  return SYNCED.some((pattern) => pattern.test(folder)) ? 'sync' : null;
}
