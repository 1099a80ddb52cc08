// The life of the process that owns a library: open the core, answer pages over their ports, close the core. Kept apart from
// the entry file so that tests can run it over a small core of their own.
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { StoreQuestion, ToStore } from '../../shared/contract/store-messages.ts';
import type { Channel } from './channel.ts';
import { guardedPort } from './guarded-port.ts';

/** What this process needs of the core; the real one is `openCore()`. */
export interface StoreCore {
  readonly router: AnyRouter;
  mediaRoot(): string | null;
  downloadPath(
    id: string,
  ): { readonly path: string; readonly fileName: string; readonly mime: string } | null;
  /** A file of this machine as an upload; throws when it is not there. */
  takePath(path: string): string;
  openLibrary(dir: string): Promise<void>;
  close(): Promise<void>;
}

export interface StoreFolders {
  readonly stateDir: string;
  readonly resourcesDir: string;
  readonly readerDir: string;
}

export function serveStore(
  channel: Channel,
  openCore: (folders: StoreFolders) => Promise<StoreCore>,
  exit: (code: number) => void,
): void {
  // Promises, so that pages may connect while the core and the first library are still opening: their first calls wait.
  let core: Promise<StoreCore> | null = null;
  let started: Promise<void> | null = null;

  const start = async (message: Extract<ToStore, { type: 'start' }>) => {
    core = openCore(message);
    await core;
    if (message.library) await openLibrary(message.library);
    channel.send({ type: 'ready' });
  };

  const openLibrary = async (dir: string) => {
    try {
      await (await core)?.openLibrary(dir);
      channel.send({ type: 'library-opened', dir });
    } catch (error) {
      channel.send({ type: 'open-library-failed', dir, message: firstLine(error) });
    }
  };

  const connect = async (port: Parameters<typeof guardedPort>[0]) => {
    const waiting = new WaitingPort(port);
    await started;
    const opened = await core;
    if (!opened) return;
    const handler = new RPCHandler(opened.router, {
      clientInterceptors: [
        async (call) => {
          const output = await call.next();
          const now = libraryAfter(call.path, output);
          if (now) channel.send({ type: 'library-now', dir: now.dir });
          return output;
        },
      ],
    });
    handler.upgrade(guardedPort(waiting), { context: {} });
    waiting.release();
  };

  const close = async () => {
    try {
      await (await core)?.close();
    } finally {
      channel.send({ type: 'closed' });
      exit(0);
    }
  };

  // Ctrl-C in a terminal reaches every process of the app at once. The page still has drafts to save then, so this one goes on
  // until main says that it may close (or is gone).
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});

  const fail = (error: unknown) => {
    process.stderr.write(`The store could not go on: ${firstLine(error)}\n`);
    exit(1);
  };

  channel.listen(
    (message, port) => {
      switch (message.type) {
        case 'start':
          started = start(message);
          started.catch(fail);
          break;
        case 'port':
          if (port) connect(port).catch(fail);
          break;
        case 'open-library':
          openLibrary(message.dir).catch(fail);
          break;
        case 'ask':
          answer(core, message.question)
            .then((value) => channel.send({ type: 'answer', askId: message.askId, value }))
            .catch(() => channel.send({ type: 'answer', askId: message.askId, value: null }));
          break;
        case 'close':
          close().catch(fail);
          break;
        default:
          break;
      }
    },
    () => {
      close().catch(fail);
    },
  );
}

/** Which library is open after a call that answered, or null when that call changed nothing about it. */
export function libraryAfter(path: readonly string[], output: unknown): { dir: string | null } | null {
  if (path.length !== 2 || path[0] !== 'library') return null;
  if (path[1] === 'close') return { dir: null };
  if (!['open', 'create', 'openSample'].includes(path[1] ?? '')) return null;
  const folder = (output as { folder?: unknown } | null)?.folder;
  return typeof folder === 'string' ? { dir: folder } : null;
}

async function answer(core: Promise<StoreCore> | null, question: StoreQuestion): Promise<unknown> {
  const opened = await core;
  if (!opened) return null;
  switch (question.what) {
    case 'media-root':
      return opened.mediaRoot();
    case 'download':
      return opened.downloadPath(question.id);
    case 'take-file':
      return opened.takePath(question.path);
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}

type PortEvent = { data: unknown } | undefined;

/** Keeps what a port brings until somebody listens. */
class WaitingPort {
  readonly #port: Parameters<typeof guardedPort>[0];
  readonly #early: Array<{ name: string; event: PortEvent }> = [];
  readonly #listeners: Array<{ name: string; listener: (event?: { data: unknown }) => void }> = [];
  #released = false;

  constructor(port: Parameters<typeof guardedPort>[0]) {
    this.#port = port;
    for (const name of ['message', 'close']) port.on(name, (event) => this.#take(name, event));
  }

  on(name: string, listener: (event?: { data: unknown }) => void): void {
    this.#listeners.push({ name, listener });
  }

  postMessage(data: unknown): void {
    this.#port.postMessage(data);
  }

  release(): void {
    this.#released = true;
    for (const { name, event } of this.#early.splice(0)) this.#take(name, event);
  }

  #take(name: string, event: PortEvent): void {
    if (!this.#released) {
      this.#early.push({ name, event });
      return;
    }
    for (const entry of this.#listeners) if (entry.name === name) entry.listener(event);
  }
}
