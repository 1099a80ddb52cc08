// Entry of the desktop app. This process exists to open the window, to hold the doors (policy.ts) and to keep the store's
// process alive; it touches no library and no page content. Calls go from page to store over their own port, not through here.
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, powerMonitor } from 'electron';
import { type MenuLocale, type NativeCommand } from '../../shared/contract/native.ts';
import { NATIVE } from '../../shared/contract/native-channels.ts';
import { readPageFiles } from '../serving/page-files.ts';
import { stateFolder } from '../serving/state-folder.ts';
import { answerAppScheme, declareScheme } from './app-protocol.ts';
import { parseStart, type StartWish } from './arguments.ts';
import { CLOSE_WAIT_MS, closeGate } from './close-gate.ts';
import { addContextMenu } from './context-menu.ts';
import { guardEverything } from './guards.ts';
import { setMenu } from './menu.ts';
import { menuLocaleOf, wordsOf } from './menu-template.ts';
import { answerNativeCalls } from './native-calls.ts';
import { type StoreEvent, type StoreHost, startStoreHost } from './store-host.ts';
import { childLink, utilityLink } from './store-link.ts';
import { openWindow } from './window.ts';
import { readWindowState, type WindowState, writeWindowState } from './window-state.ts';

// Before anything else may run: the scheme, the sandbox for every page, one instance per user folder.
declareScheme();
// Chromium's sandbox cannot start as root; only unpackaged runs (tests, containers) are ever started so, with --no-sandbox.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.setAppUserModelId('org.heirloom.app');

// Along with the words as they were given: Chromium hands them over in another order, options without what follows them.
if (app.requestSingleInstanceLock({ words: process.argv })) run();
else app.quit();

function run(): void {
  const root = app.getAppPath();
  const built = join(root, 'out', 'electron');
  const resourcesDir = app.isPackaged ? join(process.resourcesPath, 'heirloom') : join(root, 'resources');
  const stateFile = join(app.getPath('userData'), 'window.json');
  const gate = closeGate();

  let state: WindowState = readWindowState(stateFile);
  let locale: MenuLocale = 'en';
  let window: BrowserWindow | null = null;
  let store: StoreHost | null = null;
  // A file opened from the desktop on macOS may come before the app is ready.
  const wishes: StartWish[] = [parseStart(process.argv, process.cwd())];

  // What happens before the page is up is kept for it: a library that did not open, a file opened from the desktop.
  let pageUp = false;
  const untold: NativeCommand[] = [];
  const tell = (command: NativeCommand) => {
    if (!pageUp) untold.push(command);
    else if (window && !window.isDestroyed()) window.webContents.send(NATIVE.command, command);
  };
  const watchPage = (made: BrowserWindow) => {
    // At the commit, not at the start: a navigation that is refused starts too, and the page stays.
    const gone = () => {
      pageUp = false;
    };
    made.webContents.on('did-navigate', gone);
    made.webContents.on('render-process-gone', gone);
    made.webContents.on('did-finish-load', () => {
      pageUp = true;
      for (const command of untold.splice(0)) tell(command);
    });
  };

  // Each answer of the page is to the oldest question; those to nobody's question are to the window that wants to close.
  const saves: (() => void)[] = [];
  const saveNow = (): Promise<void> => {
    if (!pageUp) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        const at = saves.indexOf(done);
        if (at !== -1) saves.splice(at, 1);
        resolve();
      };
      const timer = setTimeout(done, CLOSE_WAIT_MS);
      saves.push(done);
      tell({ type: 'save-now' });
    });
  };

  const grant = (wish: StartWish) => {
    const { library } = wish;
    // Once another library is open, what was typed a moment ago would find its record in neither.
    if (library) void saveNow().then(() => store?.openLibrary(library));
    if (wish.packageFile) {
      const name = basename(wish.packageFile);
      // The page never learns the path: it gets an upload that only this file stands behind.
      void store?.takeFile(wish.packageFile).then((uploadId) => {
        if (uploadId !== null) tell({ type: 'open-package', uploadId, name });
      });
    }
    if (window?.isMinimized()) window.restore();
    window?.focus();
  };

  const onStore = (event: StoreEvent) => {
    if (event.type === 'library-opened' || event.type === 'open-library-failed') {
      tell(event);
      return;
    }
    tell({ type: 'connection', state: event.type });
    if (event.type === 'restored' && window && store && !window.isDestroyed()) {
      window.webContents.postMessage(NATIVE.port, null, [store.connect()]);
    }
  };

  const setLocale = (next: MenuLocale) => {
    locale = next;
    state = { ...state, locale };
    setMenu(locale, (action) => tell({ type: 'menu', action }), !app.isPackaged);
  };

  const remember = () => {
    if (!window || window.isDestroyed()) return;
    state = { ...state, bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    writeWindowState(stateFile, state);
  };

  app.on('second-instance', (_event, sorted, cwd, given) => {
    const words = (given as { words?: unknown } | null)?.words;
    const isList = Array.isArray(words) && words.every((word) => typeof word === 'string');
    grant(parseStart(isList ? words : sorted, cwd));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    const wish = { library: null, packageFile: path };
    if (window) grant(wish);
    else wishes.push(wish);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (!store) return;
    event.preventDefault();
    const last = store;
    store = null;
    void last.close().finally(() => app.quit());
  });

  const open = async () => {
    guardEverything(() => false);
    setLocale(state.locale ?? menuLocaleOf(app.getLocale()));
    answerAppScheme(await readPageFiles(join(root, 'out', 'page')), () => store);
    const node = app.isPackaged ? undefined : process.env['HEIRLOOM_STORE_NODE'];
    const entry = join(built, 'store.js');
    store = startStoreHost({
      makeLink: () => (node ? childLink(node, entry) : utilityLink(entry)),
      start: {
        stateDir: stateFolder(),
        resourcesDir,
        readerDir: join(root, 'out', 'reader'),
        library: wishes[0]?.library ?? null,
      },
      onEvent: onStore,
    });
    answerNativeCalls({
      store: () => store,
      locale: () => locale,
      setLocale,
      closeReady: () => {
        const [saved] = saves;
        if (saved) saved();
        else gate.answer();
      },
    });
    window = openWindow(
      { preload: join(built, 'preload.cjs'), icon: join(resourcesDir, 'icons', 'icon.png') },
      state,
    );
    // What was typed in the last second is stored before the lid is shut.
    powerMonitor.on('suspend', () => void saveNow());
    powerMonitor.on('lock-screen', () => void saveNow());
    powerMonitor.on('shutdown', () => void saveNow());
    addContextMenu(window, () => wordsOf(locale));
    watchPage(window);
    const mayLose = async (): Promise<boolean> => {
      if (!window) return true;
      const words = wordsOf(locale).dialog;
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: words.unsaved,
        detail: words.unsavedText,
        buttons: [words.stay, words.leave],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === 1;
    };
    const askToClose = () => {
      if (pageUp) tell({ type: 'before-close' });
      else gate.answer();
    };
    gate.guard(window, askToClose, remember, mayLose);
    for (const wish of wishes) if (wish.packageFile) grant({ ...wish, library: null });
  };

  app
    .whenReady()
    .then(open)
    .catch((error: unknown) => {
      process.stderr.write(`Heirloom could not start: ${error instanceof Error ? error.message : error}\n`);
      app.exit(1);
    });
}
