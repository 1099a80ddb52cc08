// The headers of every answer, the same under app:// and on 127.0.0.1. All values are constants: nothing a user wrote is ever
// put into a header, so no note, title or file name can forge one.

const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  // blob: for pictures and recordings the page itself holds (previews before they are saved).
  'img-src': "'self' blob:",
  'media-src': "'self' blob:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'frame-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  // No string may become markup or script anywhere in the page; no policy may be created to get around it.
  'require-trusted-types-for': "'script'",
  // The one policy is the editor's: pasted markup is parsed into an inert document and never shown (renderer/editor/paste).
  'trusted-types': 'heirloom-inert-html',
};

/** The content policy of the page, as one header value. */
export const PAGE_POLICY = Object.entries(POLICY)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');

/** For media and downloads: should one ever be opened as a document, it can run nothing and load nothing. */
export const FILE_POLICY = "default-src 'none'; style-src 'none'; sandbox; frame-ancestors 'none'";

const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
  // The microphone is also gated by the shell: only while a recording that the user started runs.
  'permissions-policy':
    'camera=(), geolocation=(), microphone=(self), usb=(), serial=(), hid=(), payment=(), display-capture=(), clipboard-read=()',
} as const;

export type AnswerKind = 'page' | 'file' | 'data';

/** Headers for an answer: a file of the page, a user's file (media, download), or data (calls, refusals). */
export function securityHeaders(kind: AnswerKind): Record<string, string> {
  return { ...COMMON, 'content-security-policy': kind === 'page' ? PAGE_POLICY : FILE_POLICY };
}

/** A refusal: a status and one plain English word for logs; never an echo of what was asked. */
export function refusal(status: number, reason: string, extra: Record<string, string> = {}): Response {
  return new Response(`${reason}\n`, {
    status,
    headers: {
      ...securityHeaders('data'),
      ...extra,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    },
  });
}
