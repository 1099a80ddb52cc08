// What the desktop shell lends the page beside the calls of the contract: folder dialogs, the window's events, the port that
// carries the calls. The browser shell has none of it (`window.heirloomNative` is undefined there), so every feature must do
// without. Nothing here gives the page a path it did not get from a person's choice in a native dialog.

/** Sent to the page by the desktop shell, in the order they happened. */
export type NativeCommand =
  /** A `.heirloom` file was opened from the desktop: an upload that is complete; `name` is for display. */
  | { readonly type: 'open-package'; readonly uploadId: string; readonly name: string }
  /** A library named on the command line could not be opened; `message` is one plain English line for a details fold. */
  | { readonly type: 'open-library-failed'; readonly dir: string; readonly message: string }
  /** A library was opened from outside the page (command line, a second start). */
  | { readonly type: 'library-opened'; readonly dir: string }
  /** The window wants to close: save drafts, then call `closeReady()`. It closes after 3 s without an answer. */
  | { readonly type: 'before-close' }
  /**
   * The machine is about to sleep, to be locked or to be shut down, or another library is about to be opened from outside:
   * save what is unsaved, then call `closeReady()`.
   */
  | { readonly type: 'save-now' }
  /** The process that owns the library: `lost` while it restarts, `restored` before the new port comes, `failed` for good. */
  | { readonly type: 'connection'; readonly state: 'lost' | 'restored' | 'failed' }
  /** A menu item was chosen. */
  | { readonly type: 'menu'; readonly action: MenuAction };

export const MENU_ACTIONS = [
  'new-note',
  'quick-capture',
  'new-question',
  'new-session',
  'open-library',
  'import',
  'export',
  'settings',
  'search',
  'command-palette',
  'toggle-side-panel',
  'back',
  'forward',
  'help',
] as const;

export type MenuAction = (typeof MENU_ACTIONS)[number];

export const MENU_LOCALES = ['en', 'fa', 'zh', 'th'] as const;
export type MenuLocale = (typeof MENU_LOCALES)[number];

export interface FileChoice {
  readonly title?: string;
  /** Extensions without a dot, for example `['csv', 'json']`. */
  readonly extensions?: readonly string[];
}

export type SavedPdf = 'saved' | 'cancelled' | 'failed';

/** Exposed as `window.heirloomNative`, frozen. */
export interface HeirloomNative {
  readonly shell: 'electron';
  /** `process.platform` of the shell: linux, darwin, win32. */
  readonly platform: string;
  /** Opens the folder dialog; null when it was cancelled. */
  pickFolder(choice?: { readonly title?: string }): Promise<string | null>;
  /** Opens the file dialog; null when it was cancelled. */
  pickFile(choice?: FileChoice): Promise<string | null>;
  /** Opens the save dialog; null when it was cancelled. `suggestedName` is cleaned of path signs. */
  pickSaveFile(choice?: FileChoice & { readonly suggestedName?: string }): Promise<string | null>;
  /** Makes a PDF of a finished export of format `pdf` and saves it where the person says. */
  savePdf(page: { readonly downloadId: string; readonly suggestedName: string }): Promise<SavedPdf>;
  /** Shows the open library's folder in the file manager; false when no library is open. */
  revealLibraryFolder(): Promise<boolean>;
  /** Opens an https or mailto address outside the app; false when the address is refused. */
  openExternal(url: string): Promise<boolean>;
  /** Language of the native menu. */
  setLanguage(locale: MenuLocale): void;
  /** Answers `before-close` and `save-now`: drafts are saved. */
  closeReady(): void;
  /** The absolute path of a dropped or picked file, or '' when it has none. */
  pathOfFile(file: unknown): string;
  /**
   * Calls back for each command; answers how to stop. The first who hears `all` also gets what came before anybody listened
   * (a file opened from the desktop comes earlier than the page). Who minds only the carrier hears `connection`.
   */
  onCommand(listener: (command: NativeCommand) => void, hears?: 'all' | 'connection'): () => void;
}

/** The page posts this to itself; the preload script answers with `PORT_MESSAGE` and the port. */
export const PORT_REQUEST = 'heirloom:request-port';
/** `event.data.type` of the message whose `event.ports[0]` carries the calls. A later one replaces the port. */
export const PORT_MESSAGE = 'heirloom:port';
