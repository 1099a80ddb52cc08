// The only bridge between the sandboxed page and the desktop shell. It lends the page a frozen handful of abilities and hands
// over the port that carries the calls; it holds no state of the user's and decides nothing: main checks every question again.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  type HeirloomNative,
  type NativeCommand,
  PORT_MESSAGE,
  PORT_REQUEST,
} from '../../shared/contract/native.ts';
import { NATIVE } from '../../shared/contract/native-channels.ts';

// The page's own window. Declared here by hand: the types of the DOM are not for the rest of electron/.
declare const window: {
  addEventListener(name: 'message', listener: (event: { source: unknown; data: unknown }) => void): void;
  postMessage(message: unknown, origin: string, transfer: readonly unknown[]): void;
  readonly location: { readonly origin: string };
};

type Listener = (command: NativeCommand) => void;
const listeners = new Set<Listener>();
const connectionListeners = new Set<Listener>();
/** Commands from before the page listened: a file opened from the desktop comes earlier than the page. */
const early: NativeCommand[] = [];

ipcRenderer.on(NATIVE.command, (_event, command: NativeCommand) => {
  if (command.type === 'connection') for (const listener of connectionListeners) listener(command);
  if (listeners.size > 0) for (const listener of listeners) listener(command);
  // The page is not up, so it holds nothing to save.
  else if (command.type === 'before-close') ipcRenderer.send(NATIVE.closeReady);
  else early.push(command);
});

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === PORT_REQUEST) ipcRenderer.send(NATIVE.port);
});

ipcRenderer.on(NATIVE.port, (event) => {
  window.postMessage({ type: PORT_MESSAGE }, window.location.origin, event.ports);
});

const native: HeirloomNative = {
  shell: 'electron',
  platform: process.platform,
  pickFolder: (choice) => ipcRenderer.invoke(NATIVE.pickFolder, choice),
  pickFile: (choice) => ipcRenderer.invoke(NATIVE.pickFile, choice),
  pickSaveFile: (choice) => ipcRenderer.invoke(NATIVE.pickSaveFile, choice),
  savePdf: (page) => ipcRenderer.invoke(NATIVE.savePdf, page),
  revealLibraryFolder: () => ipcRenderer.invoke(NATIVE.revealLibraryFolder),
  openExternal: (url) => ipcRenderer.invoke(NATIVE.openExternal, url),
  setLanguage: (locale) => ipcRenderer.send(NATIVE.setLanguage, locale),
  closeReady: () => ipcRenderer.send(NATIVE.closeReady),
  pathOfFile: (file) => {
    try {
      return webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]);
    } catch {
      return '';
    }
  },
  onCommand: (listener, hears = 'all') => {
    const heard = hears === 'connection' ? connectionListeners : listeners;
    heard.add(listener);
    if (hears !== 'connection') for (const command of early.splice(0)) listener(command);
    return () => {
      heard.delete(listener);
    };
  },
};

// contextBridge freezes what it exposes.
contextBridge.exposeInMainWorld('heirloomNative', native);
