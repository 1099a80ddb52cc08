// The two ways the main process starts the store: as a utility process (always in a packaged app), or, for unpackaged runs on
// an Electron whose own Node is too old for the store, as a child process of the Node named by HEIRLOOM_STORE_NODE.
import { type ChildProcess, spawn } from 'node:child_process';
import { type MessagePortMain, utilityProcess } from 'electron';
import type { FromStore, ToStore } from '../../shared/contract/store-messages.ts';

export interface StoreLink {
  send(message: ToStore): void;
  /** Gives the store its end of a page's connection. */
  givePort(portId: number, port: MessagePortMain): void;
  onMessage(listener: (message: FromStore) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

export function utilityLink(entry: string): StoreLink {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Heirloom store', stdio: 'inherit' });
  return {
    send: (message) => child.postMessage(message),
    givePort: (portId, port) => child.postMessage({ type: 'port', portId } satisfies ToStore, [port]),
    onMessage: (listener) => child.on('message', (message) => listener(message as FromStore)),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => {
      child.kill();
    },
  };
}

export function childLink(node: string, entry: string): StoreLink {
  const env = { ...process.env };
  // Words meant for Electron's own Node would confuse or stop another one.
  for (const name of Object.keys(env)) if (name.startsWith('ELECTRON_')) delete env[name];
  delete env['NODE_OPTIONS'];
  const child: ChildProcess = spawn(node, [entry], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    env,
  });
  const ports = new Map<number, MessagePortMain>();
  const send = (message: ToStore) => {
    if (child.connected) child.send(message, () => {});
  };
  return {
    send,
    givePort: (portId, port) => {
      ports.set(portId, port);
      send({ type: 'port', portId });
      port.on('message', (event) => send({ type: 'port-data', portId, data: event.data }));
      port.on('close', () => {
        ports.delete(portId);
        send({ type: 'port-closed', portId });
      });
      port.start();
    },
    onMessage: (listener) =>
      child.on('message', (raw) => {
        const message = raw as FromStore;
        if (message.type === 'port-data') ports.get(message.portId)?.postMessage(message.data);
        else listener(message);
      }),
    onExit: (listener) => {
      let told = false;
      const once = () => {
        if (told) return;
        told = true;
        for (const port of ports.values()) port.close();
        ports.clear();
        listener();
      };
      child.once('exit', once);
      child.once('error', once);
    },
    kill: () => {
      child.kill();
    },
  };
}
