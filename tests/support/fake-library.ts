// A library made of a few answers, for component tests: the page talks to it over a real message port and the real contract
// (every input and output is parsed), so a test cannot pass with data the library would never send.

import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { Change } from '../../shared/contract/changes.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { HeirloomNative, NativeCommand } from '../../shared/contract/native.ts';
import { PORT_MESSAGE, PORT_REQUEST } from '../../shared/contract/native.ts';

/** `{ 'notes.get': (input) => … }`. A call without an answer is NOT_FOUND; lists without one are empty. */
export type FakeAnswers = Readonly<
  Record<string, (input: never, signal: AbortSignal | undefined) => unknown>
>;

export interface FakeLibrary {
  /** Every call so far, `notes.list {"limit":10}`. */
  readonly calls: string[];
  readonly change: (change: Omit<Change, 'seq'>) => void;
  /** What the desktop shell would say. */
  readonly command: (command: NativeCommand) => void;
  /** The store restarts: the port dies, a new one comes. */
  readonly restart: () => void;
}

const settings = {
  app: { language: 'en', theme: 'system', calendar: null, textSize: 100, railCollapsed: false },
  library: { name: 'Workshop', language: 'en', meId: null },
} as const;

const openLibrary = {
  open: {
    id: '01900000-0000-7000-8000-000000000001',
    name: 'Workshop',
    language: 'en',
    folder: '/workshop',
    schemaVersion: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    readOnly: false,
    readOnlyReason: '',
    sample: false,
    lastBackupAt: null,
  },
  recent: [],
  defaultFolder: '/new',
  appVersion: '0.1.0',
} as const;

/** Puts a fake desktop shell with a fake library into `window`. Call it before the page's client is imported. */
export const openFakeLibrary = (answers: FakeAnswers = {}): FakeLibrary => {
  const calls: string[] = [];
  const listeners = new Set<(command: NativeCommand) => void>();
  const watchers = new Set<(change: Change) => void>();
  let seq = 0;
  let pagePort: MessagePort | null = null;

  const defaults: FakeAnswers = {
    'settings.get': () => settings,
    'library.status': () => openLibrary,
    'jobs.list': () => [],
    'search.suggest': () => [],
    'records.counts': () => ({ counts: {} }),
    'changes.watch': async function* (_input, signal) {
      const queue: Change[] = [];
      let wake: (() => void) | null = null;
      const watcher = (change: Change): void => {
        queue.push(change);
        wake?.();
      };
      watchers.add(watcher);
      signal?.addEventListener('abort', () => wake?.());
      try {
        while (!signal?.aborted) {
          const next = queue.shift();
          if (next) yield next;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        watchers.delete(watcher);
      }
    },
  };

  const os = implement(contract);
  const build = (tree: object, maker: object, path: readonly string[]): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(tree).map(([name, node]) => {
        const here = [...path, name];
        const made = (maker as Record<string, unknown>)[name] as object;
        if (!('~orpc' in (node as object))) return [name, build(node as object, made, here)];
        const call = here.join('.');
        const answer =
          answers[call] ?? defaults[call] ?? (name === 'list' ? () => ({ items: [], total: 0 }) : undefined);
        const handler = ({ input, signal, errors }: Record<string, unknown>): unknown => {
          calls.push(`${call} ${JSON.stringify(input)}`);
          if (answer) return answer(input as never, signal as AbortSignal | undefined);
          throw (errors as { NOT_FOUND: () => Error }).NOT_FOUND();
        };
        return [name, (made as { handler: (h: typeof handler) => unknown }).handler(handler)];
      }),
    );
  const router = build(contract, os, []);
  const handler = new RPCHandler(router as never);

  const givePort = (): void => {
    const channel = new MessageChannel();
    handler.upgrade(channel.port1 as never, { context: {} } as never);
    channel.port1.start();
    pagePort = channel.port2;
    const event = new Event('message');
    Object.assign(event, { data: { type: PORT_MESSAGE }, ports: [channel.port2], source: window });
    window.dispatchEvent(event);
  };
  const native: HeirloomNative = {
    shell: 'electron',
    platform: 'linux',
    pickFolder: async () => null,
    pickFile: async () => null,
    pickSaveFile: async () => null,
    savePdf: async () => 'cancelled',
    revealLibraryFolder: async () => true,
    openExternal: async () => true,
    setLanguage: () => undefined,
    closeReady: () => undefined,
    pathOfFile: () => '',
    onCommand: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  Object.defineProperty(window, 'heirloomNative', { value: native, configurable: true });
  window.addEventListener('message', (event) => {
    if (event.data === PORT_REQUEST) givePort();
  });

  return {
    calls,
    change: (change) => {
      seq += 1;
      for (const watcher of watchers) watcher({ ...change, seq });
    },
    command: (command) => {
      for (const listener of listeners) listener(command);
    },
    restart: () => {
      for (const listener of listeners) listener({ type: 'connection', state: 'lost' });
      pagePort?.close();
      for (const listener of listeners) listener({ type: 'connection', state: 'restored' });
      givePort();
    },
  };
};
