// Applies policy.ts to Electron: every session and every page that comes to be is closed first, whoever made it.
import { app, type Session, session, shell } from 'electron';
import { externalAddress, mayDownload, mayNavigate, mayRequest, mayUse, safeFileName } from './policy.ts';

/** Call before the first window. `recording` says whether a recording that the user started runs. */
export function guardEverything(recording: () => boolean): void {
  guardSession(session.defaultSession, recording);
  app.on('session-created', (made) => guardSession(made, recording));
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!mayNavigate(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !mayNavigate(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      void openOutside(url);
      return { action: 'deny' };
    });
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
}

/** Hands an https or mailto address to the operating system; false when it is refused. */
export async function openOutside(raw: string): Promise<boolean> {
  const address = externalAddress(raw);
  if (!address) return false;
  try {
    await shell.openExternal(address);
    return true;
  } catch {
    return false;
  }
}

function guardSession(made: Session, recording: () => boolean): void {
  made.setPermissionRequestHandler((contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(
      mayUse({
        permission,
        url: details.requestingUrl || contents.getURL(),
        isMainFrame: details.isMainFrame,
        mediaTypes,
        recording: recording(),
      }),
    );
  });
  made.setPermissionCheckHandler((_contents, permission, origin, details) =>
    mayUse({
      permission,
      url: details.requestingUrl ?? `${origin}/`,
      isMainFrame: details.isMainFrame,
      mediaTypes: details.mediaType ? [details.mediaType] : [],
      recording: recording(),
    }),
  );
  made.setDevicePermissionHandler(() => false);
  made.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  made.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }));
  made.on('will-download', (event, item) => {
    if (!mayDownload(item.getURL())) {
      event.preventDefault();
      return;
    }
    // Without a path Electron shows the save dialog; it only needs a decent name.
    item.setSaveDialogOptions({ defaultPath: safeFileName(item.getFilename()) });
  });
}
