// What the page, and whatever might run in it, may do outside itself. Pure functions over plain values, deny by default, so that
// the whole policy can be read and tested as a table. Addresses are parsed, never compared by substring.

export const APP_SCHEME = 'app';
export const APP_HOST = 'heirloom';
export const APP_START = `${APP_SCHEME}://${APP_HOST}/index.html`;

function parse(raw: string): URL | null {
  try {
    return new URL(raw);
  } catch {
    return null;
  }
}

/** True for addresses of our own page. `URL.origin` is the word "null" for our scheme, so the parts are compared. */
export function isOurs(raw: string): boolean {
  const url = parse(raw);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  );
}

/** The page is one document; its routes live in the fragment. Anything else it navigates to is not ours to show. */
export function mayNavigate(raw: string): boolean {
  const url = parse(raw);
  return url !== null && isOurs(raw) && (url.pathname === '/' || url.pathname === '/index.html');
}

/** What the page may load: its own files, and what it made itself. No network, whatever slips past the content policy. */
export function mayRequest(raw: string): boolean {
  const url = parse(raw);
  if (!url) return false;
  if (url.protocol === 'blob:') return isOurs(url.pathname);
  return url.protocol === 'devtools:' || isOurs(raw);
}

const MAX_EXTERNAL = 2000;

/** The address to hand to the operating system, or null. Only https and mailto: others can start programs. */
export function externalAddress(raw: string): string | null {
  if (raw.length > MAX_EXTERNAL || hasControlSign(raw)) return null;
  const url = parse(raw);
  if (!url) return null;
  if (url.protocol === 'mailto:') return isMailAddress(url) ? url.href : null;
  if (url.protocol !== 'https:' || url.hostname === '') return null;
  // user@host makes a foreign address look like a known one.
  return url.username === '' && url.password === '' ? url.href : null;
}

function hasControlSign(text: string): boolean {
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

/** `attach=` is understood by some mail programs and would take a file along. */
function isMailAddress(url: URL): boolean {
  if (/^[^@\s]+@[^@\s]+$/.test(url.pathname) === false) return false;
  for (const name of url.searchParams.keys()) {
    if (!['subject', 'body', 'cc', 'bcc'].includes(name.toLowerCase())) return false;
  }
  return true;
}

export interface Frame {
  readonly url: string;
  readonly isMainFrame: boolean;
}

/** Whether a frame may talk to the main process: our page itself, never a frame inside it. */
export function maySend(frame: Frame | null): boolean {
  return frame !== null && frame.isMainFrame && isOurs(frame.url);
}

export interface PermissionQuestion {
  readonly permission: string;
  readonly url: string;
  readonly isMainFrame: boolean;
  /** For `media`: what is asked for. */
  readonly mediaTypes: readonly string[];
  /** A recording that the user started is running. */
  readonly recording: boolean;
}

/** Copying text, and the microphone (alone) while a recording runs. Everything else, known or not yet invented: no. */
export function mayUse(question: PermissionQuestion): boolean {
  if (!question.isMainFrame || !isOurs(question.url)) return false;
  switch (question.permission) {
    case 'clipboard-sanitized-write':
      return true;
    case 'media':
      return (
        question.recording &&
        question.mediaTypes.length > 0 &&
        question.mediaTypes.every((type) => type === 'audio')
      );
    default:
      return false;
  }
}

/** Downloads start from the page's own files or from what it made itself. */
export function mayDownload(raw: string): boolean {
  return mayRequest(raw);
}

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A file name to suggest in a dialog: no path, no control or direction signs, nothing a system reserves; at most 120 long. */
export function safeFileName(raw: string, fallback = 'heirloom'): string {
  const cleaned = [...raw.normalize('NFC')]
    .map((sign) => (isUnsafeSign(sign) ? ' ' : sign))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = shorten(cleaned, 120);
  if (short === '' || RESERVED.test(short)) return fallback;
  return short;
}

function isUnsafeSign(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
  // Direction overrides can make `gpj.exe` read as `exe.jpg`.
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return true;
  return '/\\:*?"<>|'.includes(sign);
}

function shorten(name: string, limit: number): string {
  const signs = [...name];
  if (signs.length <= limit) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return (
    signs
      .slice(0, limit - ending.length)
      .join('')
      .trimEnd() + ending
  );
}
