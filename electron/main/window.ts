// The one place where a window is made. Its options are frozen here, so that no later feature can open a weaker one.
import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, screen } from 'electron';
import { APP_START } from './policy.ts';
import { FIRST_SIZE, placeWindow, SMALLEST, type WindowState } from './window-state.ts';

const PAGE_RIGHTS = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // Chromium would fetch spelling dictionaries from the network.
  spellcheck: false,
});

export interface WindowFiles {
  readonly preload: string;
  readonly icon: string;
}

/** Makes the main window and loads the page; shown when it has something to show. */
export function openWindow(files: WindowFiles, state: WindowState): BrowserWindow {
  const place = placeWindow(
    state.bounds,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const options: BrowserWindowConstructorOptions = {
    ...(place ?? FIRST_SIZE),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Heirloom',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#faf9f7',
    ...(process.platform === 'linux' ? { icon: files.icon } : {}),
    webPreferences: { ...PAGE_RIGHTS, preload: files.preload },
  };
  const window = new BrowserWindow(options);
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  recoverPage(window);
  void window.loadURL(APP_START);
  return window;
}

/** A page that crashed is loaded again, but not in a circle: drafts are in the store, so little is lost. */
function recoverPage(window: BrowserWindow): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    if (Date.now() - last < 30_000) return;
    last = Date.now();
    void window.loadURL(APP_START);
  });
}
