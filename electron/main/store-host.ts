// Keeps one store process alive: starts it, starts it again when it ends by itself, gives pages their ports, asks it the few
// things the main process needs (where media lies), and closes it before the app ends.
import { MessageChannelMain, type MessagePortMain } from 'electron';
import type {
  DownloadFile,
  FromStore,
  StoreQuestion,
  ToStore,
} from '../../shared/contract/store-messages.ts';
import { decideRestart } from './restart-rule.ts';
import type { StoreLink } from './store-link.ts';

export type StoreEvent =
  | { readonly type: 'lost' }
  | { readonly type: 'restored' }
  | { readonly type: 'failed' }
  | { readonly type: 'library-opened'; readonly dir: string }
  | { readonly type: 'open-library-failed'; readonly dir: string; readonly message: string };

export interface StoreHost {
  /** A new connection: answers the page's end. */
  connect(): MessagePortMain;
  openLibrary(dir: string): void;
  /** Folder of the open library, or null. */
  libraryFolder(): string | null;
  mediaRoot(): Promise<string | null>;
  download(id: string): Promise<DownloadFile | null>;
  /** A file opened from the desktop, as an upload the page may use; null when it is not there. */
  takeFile(path: string): Promise<string | null>;
  /** Asks the store to close and waits for it, 5 s at most. */
  close(): Promise<void>;
}

export interface StoreHostOptions {
  readonly makeLink: () => StoreLink;
  readonly start: Omit<Extract<ToStore, { type: 'start' }>, 'type'>;
  readonly onEvent: (event: StoreEvent) => void;
}

const CLOSE_MS = 5000;
const ASK_MS = 10_000;

export function startStoreHost(options: StoreHostOptions): StoreHost {
  let link: StoreLink | null = null;
  let library = options.start.library;
  let portIds = 0;
  let askIds = 0;
  let closing = false;
  const ends: number[] = [];
  const waiting = new Map<number, (value: unknown) => void>();

  const begin = () => {
    const made = options.makeLink();
    link = made;
    made.onMessage((message) => hear(message));
    made.onExit(() => {
      if (link === made) ended();
    });
    made.send({ type: 'start', ...options.start, library });
  };

  const hear = (message: FromStore) => {
    switch (message.type) {
      case 'library-opened':
        library = message.dir;
        options.onEvent(message);
        break;
      case 'library-now':
        library = message.dir;
        break;
      case 'open-library-failed':
        // Not opened again after a restart; the page may try.
        if (library === message.dir) library = null;
        options.onEvent(message);
        break;
      case 'answer':
        waiting.get(message.askId)?.(message.value);
        break;
      default:
        break;
    }
  };

  const ended = () => {
    link = null;
    for (const settle of waiting.values()) settle(null);
    if (closing) return;
    ends.push(Date.now());
    options.onEvent({ type: 'lost' });
    if (decideRestart(ends, Date.now()) === 'give-up') {
      options.onEvent({ type: 'failed' });
      return;
    }
    begin();
    options.onEvent({ type: 'restored' });
  };

  const ask = (question: StoreQuestion): Promise<unknown> => {
    const asked = link;
    if (!asked) return Promise.resolve(null);
    askIds += 1;
    const askId = askIds;
    return new Promise((resolve) => {
      const settle = (value: unknown) => {
        clearTimeout(timer);
        waiting.delete(askId);
        resolve(value);
      };
      const timer = setTimeout(() => settle(null), ASK_MS);
      waiting.set(askId, settle);
      asked.send({ type: 'ask', askId, question });
    });
  };

  begin();

  return {
    connect: () => {
      const { port1, port2 } = new MessageChannelMain();
      portIds += 1;
      if (link) link.givePort(portIds, port2);
      else port2.close();
      return port1;
    },
    openLibrary: (dir) => link?.send({ type: 'open-library', dir }),
    libraryFolder: () => library,
    mediaRoot: async () => {
      const root = await ask({ what: 'media-root' });
      return typeof root === 'string' ? root : null;
    },
    download: async (id) => (await ask({ what: 'download', id })) as DownloadFile | null,
    takeFile: async (path) => {
      const uploadId = await ask({ what: 'take-file', path });
      return typeof uploadId === 'string' ? uploadId : null;
    },
    close: () => {
      closing = true;
      const last = link;
      if (!last) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          last.kill();
          resolve();
        }, CLOSE_MS);
        last.onExit(() => {
          clearTimeout(timer);
          resolve();
        });
        last.send({ type: 'close' });
      });
    },
  };
}
