// The few things the page may ask of the main process. Every question is checked for its sender first (our page's main frame)
// and for its shape second; what comes back is only what a person chose in a native dialog.
import { BrowserWindow, dialog, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, shell } from 'electron';
import { MENU_LOCALES, type MenuLocale, type SavedPdf } from '../../shared/contract/native.ts';
import { NATIVE } from '../../shared/contract/native-channels.ts';
import { openOutside } from './guards.ts';
import { wordsOf } from './menu-template.ts';
import { maySend, safeFileName } from './policy.ts';
import { savePdf } from './print-pdf.ts';
import type { StoreHost } from './store-host.ts';

export interface NativeCallsHost {
  readonly store: () => StoreHost | null;
  readonly locale: () => MenuLocale;
  readonly setLocale: (locale: MenuLocale) => void;
  readonly closeReady: () => void;
}

export function answerNativeCalls(host: NativeCallsHost): void {
  const answer = <T>(
    channel: string,
    refused: T,
    act: (event: IpcMainInvokeEvent, input: unknown) => Promise<T>,
  ) =>
    ipcMain.handle(channel, async (event, input: unknown) => (trusted(event) ? act(event, input) : refused));

  const hear = (channel: string, act: (event: IpcMainEvent, input: unknown) => void) =>
    ipcMain.on(channel, (event, input: unknown) => {
      if (trusted(event)) act(event, input);
    });

  hear(NATIVE.port, (event) => {
    const port = host.store()?.connect();
    if (port) event.sender.postMessage(NATIVE.port, null, [port]);
  });

  answer<string | null>(NATIVE.pickFolder, null, async (event, input) => {
    const picked = await dialog.showOpenDialog(...windowOf(event), {
      title: textOf(input, 'title') ?? wordsOf(host.locale()).dialog.pickFolder,
      properties: ['openDirectory', 'createDirectory'],
    });
    return picked.canceled ? null : (picked.filePaths[0] ?? null);
  });

  answer<string | null>(NATIVE.pickFile, null, async (event, input) => {
    const picked = await dialog.showOpenDialog(...windowOf(event), {
      title: textOf(input, 'title') ?? wordsOf(host.locale()).dialog.pickFile,
      properties: ['openFile'],
      filters: filtersOf(input, wordsOf(host.locale()).dialog.allFiles),
    });
    return picked.canceled ? null : (picked.filePaths[0] ?? null);
  });

  answer<string | null>(NATIVE.pickSaveFile, null, async (event, input) => {
    const picked = await dialog.showSaveDialog(...windowOf(event), {
      title: textOf(input, 'title') ?? wordsOf(host.locale()).dialog.saveFile,
      defaultPath: safeFileName(textOf(input, 'suggestedName') ?? ''),
      filters: filtersOf(input, wordsOf(host.locale()).dialog.allFiles),
    });
    return picked.canceled || !picked.filePath ? null : picked.filePath;
  });

  answer<SavedPdf>(NATIVE.savePdf, 'failed', async (event, input) => {
    const id = textOf(input, 'downloadId');
    const page = id !== null && /^[A-Za-z0-9-]{1,64}$/.test(id) ? await host.store()?.download(id) : null;
    if (!page) return 'failed';
    const picked = await dialog.showSaveDialog(...windowOf(event), {
      title: wordsOf(host.locale()).dialog.saveFile,
      defaultPath: safeFileName(textOf(input, 'suggestedName') ?? 'heirloom.pdf'),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    });
    if (picked.canceled || !picked.filePath) return 'cancelled';
    try {
      await savePdf(page.path, picked.filePath);
      return 'saved';
    } catch {
      return 'failed';
    }
  });

  answer<boolean>(NATIVE.revealLibraryFolder, false, async () => {
    const folder = host.store()?.libraryFolder();
    // openPath answers an error text, or '' when the folder was opened.
    return folder ? (await shell.openPath(folder)) === '' : false;
  });

  answer<boolean>(NATIVE.openExternal, false, async (_event, input) =>
    typeof input === 'string' ? openOutside(input) : false,
  );

  hear(NATIVE.setLanguage, (_event, input) => {
    const locale = MENU_LOCALES.find((known) => known === input);
    if (locale) host.setLocale(locale);
  });

  hear(NATIVE.closeReady, () => host.closeReady());
}

function trusted(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return maySend(frame ? { url: frame.url, isMainFrame: frame.parent === null } : null);
}

function windowOf(event: IpcMainInvokeEvent): [BrowserWindow] {
  const window = BrowserWindow.fromWebContents(event.sender);
  if (!window) throw new Error('a question from no window');
  return [window];
}

function textOf(input: unknown, name: string): string | null {
  const value = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[name] : null;
  return typeof value === 'string' && value.length > 0 && value.length <= 300 ? value : null;
}

function filtersOf(input: unknown, allFiles: string): Electron.FileFilter[] {
  const raw = (input as { extensions?: unknown } | null | undefined)?.extensions;
  const extensions = (Array.isArray(raw) ? raw : []).filter(
    (ending): ending is string => typeof ending === 'string' && /^[a-z0-9]{1,12}$/.test(ending),
  );
  const all = { name: allFiles, extensions: ['*'] };
  return extensions.length === 0 ? [all] : [{ name: extensions.join(', '), extensions }, all];
}
