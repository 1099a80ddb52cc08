// How this process hears from the desktop shell's main process: as Electron's utility process, or (unpackaged runs on an
// Electron whose built-in Node is too old for the store) as an ordinary child process of a newer Node.
import type { FromStore, ToStore } from '../../shared/contract/store-messages.ts';
import type { StorePort } from './guarded-port.ts';

export interface Channel {
  send(message: FromStore): void;
  /** `port` comes with `port` messages. Call once. */
  listen(onMessage: (message: ToStore, port: StorePort | null) => void, onGone: () => void): void;
}

interface UtilityParent {
  on(event: 'message', listener: (event: { data: unknown; ports: UtilityPort[] }) => void): void;
  postMessage(message: unknown): void;
}
interface UtilityPort extends StorePort {
  start(): void;
}

/** The channel of this process. Errors: started by hand, with nobody to talk to. */
export function channelOfThisProcess(): Channel {
  const parent = (process as { parentPort?: UtilityParent }).parentPort;
  if (parent) return utilityChannel(parent);
  if (process.send) return childChannel();
  throw new Error('The store process is started by the desktop app only.');
}

function utilityChannel(parent: UtilityParent): Channel {
  return {
    send: (message) => parent.postMessage(message),
    listen: (onMessage) => {
      parent.on('message', (event) => {
        const port = event.ports[0] ?? null;
        onMessage(event.data as ToStore, port);
        // Started only after its listeners are in place, or the first calls would be lost.
        port?.start();
      });
    },
  };
}

/** Ports cannot travel to an ordinary child process: main keeps them and relays what they carry. */
function childChannel(): Channel {
  const send = (message: FromStore) => {
    if (process.connected) process.send?.(message);
  };
  const ports = new Map<number, Map<string, Array<(event?: { data: unknown }) => void>>>();
  const emit = (portId: number, event: string, data?: unknown) => {
    for (const listener of ports.get(portId)?.get(event) ?? []) listener({ data });
  };
  return {
    send,
    listen: (onMessage, onGone) => {
      process.on('disconnect', onGone);
      process.on('message', (raw) => {
        const message = raw as ToStore;
        if (message.type === 'port') {
          const listeners = new Map<string, Array<(event?: { data: unknown }) => void>>();
          ports.set(message.portId, listeners);
          onMessage(message, {
            on: (event, listener) => {
              listeners.set(event, [...(listeners.get(event) ?? []), listener]);
            },
            postMessage: (data) => send({ type: 'port-data', portId: message.portId, data }),
          });
        } else if (message.type === 'port-data') {
          emit(message.portId, 'message', message.data);
        } else if (message.type === 'port-closed') {
          emit(message.portId, 'close');
          ports.delete(message.portId);
        } else {
          onMessage(message, null);
        }
      });
    },
  };
}
