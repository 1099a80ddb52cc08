// Types by file ending, from a closed list. What is not on the list is handed out as bytes to keep, never as something to show.

const PAGE_TYPES: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['mjs', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
  ['webmanifest', 'application/manifest+json; charset=utf-8'],
  ['svg', 'image/svg+xml; charset=utf-8'],
  ['png', 'image/png'],
  ['ico', 'image/x-icon'],
  ['webp', 'image/webp'],
  ['woff2', 'font/woff2'],
  ['woff', 'font/woff'],
  ['txt', 'text/plain; charset=utf-8'],
  ['md', 'text/plain; charset=utf-8'],
]);

/** No svg, html, xml or pdf: a user's file of such a kind could carry script, so it is only ever downloaded. */
const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
  ['ogg', 'audio/ogg'],
  ['oga', 'audio/ogg'],
  ['opus', 'audio/ogg'],
  ['wav', 'audio/wav'],
  ['flac', 'audio/flac'],
  ['weba', 'audio/webm'],
  ['webm', 'video/webm'],
  ['mp4', 'video/mp4'],
]);

function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** Type of a built file of the page, or null: a build that holds something else is a mistake worth hearing about. */
export function pageType(name: string): string | null {
  return PAGE_TYPES.get(endingOf(name)) ?? null;
}

/** Type of a user's media file; null means: download only. */
export function mediaType(extension: string): string | null {
  return MEDIA_TYPES.get(extension.toLowerCase()) ?? null;
}
