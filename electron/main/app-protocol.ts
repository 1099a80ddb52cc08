// app://heirloom/ : the page, its media and its downloads, answered by the same functions as the browser shell's HTTP.
import { protocol } from 'electron';
import { type PageFiles, servePage } from '../serving/page-files.ts';
import { refusal } from '../serving/security-headers.ts';
import { parseDownloadAddress, parseMediaAddress, serveDownload, serveMedia } from '../serving/user-files.ts';
import { APP_SCHEME, isOurs } from './policy.ts';
import type { StoreHost } from './store-host.ts';

/** Before the app is ready: makes app:// a proper origin (secure, with fetch and streams, without any bypass). */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
        bypassCSP: false,
        corsEnabled: false,
        allowServiceWorkers: false,
      },
    },
  ]);
}

export function answerAppScheme(files: PageFiles, store: () => StoreHost | null): void {
  protocol.handle(APP_SCHEME, (request) => answerApp(files, store(), request));
}

async function answerApp(files: PageFiles, store: StoreHost | null, request: Request): Promise<Response> {
  if (!isOurs(request.url)) return refusal(404, 'not found');
  const { pathname } = new URL(request.url);
  const media = parseMediaAddress(pathname);
  if (media) {
    const root = await store?.mediaRoot();
    return root ? serveMedia(root, media, request) : refusal(404, 'not found');
  }
  const id = parseDownloadAddress(pathname);
  if (id) {
    const download = await store?.download(id);
    return download ? serveDownload(download.path, request) : refusal(404, 'not found');
  }
  return servePage(files, request);
}
