// What the desktop shell's main process and the process that owns the library tell each other beside the calls: start, ports,
// close. The calls themselves go over a port between page and store and never through these messages, except in unpackaged
// runs where the store is an ordinary child process and `port-data` relays them.

export type ToStore =
  | {
      readonly type: 'start';
      readonly stateDir: string;
      readonly resourcesDir: string;
      readonly readerDir: string;
      /** Library to open at once, or null. */
      readonly library: string | null;
    }
  /** A new page connection. As a utility process the port is transferred with the message. */
  | { readonly type: 'port'; readonly portId: number }
  | { readonly type: 'port-data'; readonly portId: number; readonly data: unknown }
  | { readonly type: 'port-closed'; readonly portId: number }
  | { readonly type: 'open-library'; readonly dir: string }
  | { readonly type: 'ask'; readonly askId: number; readonly question: StoreQuestion }
  | { readonly type: 'close' };

export type StoreQuestion =
  | { readonly what: 'media-root' }
  | { readonly what: 'download'; readonly id: string }
  /** A file the user opened from the desktop, to be read where it lies. Answers the id of an upload, or null. */
  | { readonly what: 'take-file'; readonly path: string };

export interface DownloadFile {
  readonly path: string;
  readonly fileName: string;
  readonly mime: string;
}

export type FromStore =
  | { readonly type: 'ready' }
  | { readonly type: 'port-data'; readonly portId: number; readonly data: unknown }
  | { readonly type: 'library-opened'; readonly dir: string }
  | { readonly type: 'open-library-failed'; readonly dir: string; readonly message: string }
  /** A page opened or closed a library: main opens it again should the store have to be restarted. */
  | { readonly type: 'library-now'; readonly dir: string | null }
  | { readonly type: 'answer'; readonly askId: number; readonly value: unknown }
  | { readonly type: 'closed' };
