import { Editor, type PathRef, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { Block } from '../../../shared/richtext/document.ts';
import { withPastedWords } from '../paste/picture-words.ts';
import { asBlock } from './convert.ts';
import { emptyParagraph } from './new-blocks.ts';
import type { RichTextSlate } from './slate-types.ts';

// Files on their way into a text. What is under way is not part of the document: it stands beside it, holds its place,
// and only a finished file becomes a block. Closing the page in between leaves nothing half in the text.

/** What the store says of a file it has kept. */
export interface StoredFile {
  readonly attachmentId: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  /** Only for a picture that may be drawn. */
  readonly pixels?: { readonly width: number; readonly height: number } | undefined;
}

export interface StoreOptions {
  /** Kept to be downloaded, whatever it is. */
  readonly asFile?: boolean;
  readonly signal: AbortSignal;
  /** Bytes sent so far, and of how many. */
  readonly onProgress: (sent: number, total: number) => void;
}
export type StoreFile = (file: File, options: StoreOptions) => Promise<StoredFile>;

export interface PendingFile {
  readonly key: string;
  readonly name: string;
  readonly asFile: boolean;
  readonly state: 'waiting' | 'sending' | 'refused';
  /** Why it was refused. */
  readonly error?: unknown;
}

/** Beside which block files go; counted among the blocks of the document. */
export interface FilePlace {
  readonly index: number;
  readonly side: 'before' | 'after';
}

/** What waits beside one block. */
export interface PendingPlace {
  readonly before: readonly PendingFile[];
  readonly after: readonly PendingFile[];
}

/** Where the files of one paste or drop go, however the text changes meanwhile. */
interface Place {
  ref: PathRef;
  last: number;
  side: 'before' | 'after';
}
interface Item {
  readonly file: File;
  readonly place: Place;
  pending: PendingFile;
  fraction: number;
  stop: AbortController | undefined;
}

export interface FileQueue {
  /** How files are kept; `undefined` when none can be put in. Set by the view. */
  store: StoreFile | undefined;
  readonly add: (files: readonly File[], place: FilePlace, asFile: boolean) => void;
  /** Takes a waiting, running or refused one away. */
  readonly drop: (key: string) => void;
  /** Tries a refused one again, as a file that is only ever downloaded. */
  readonly retryAsFile: (key: string) => void;
  /** Stops everything: the text is being left. */
  readonly stop: () => void;
  readonly isEmpty: () => boolean;
  /** What waits, by the id of the block it stands at. Ids of blocks that are gone stand for the end of the text (`''`). */
  readonly places: () => ReadonlyMap<string, PendingPlace>;
  /** The text has changed: what hung on a block that is gone hangs elsewhere now. */
  readonly refresh: () => void;
  /** How much of it has been sent, 0 to 1. Not part of `places`: a text of thousands of blocks is not drawn for a bar. */
  readonly fractionOf: (key: string) => number;
  readonly subscribe: (listener: () => void) => () => void;
}

const queues = new WeakMap<RichTextSlate, FileQueue>();

/** The files on their way into the text of this editor. */
export function filesOf(editor: RichTextSlate): FileQueue {
  const known = queues.get(editor);
  if (known) return known;
  const made = createFileQueue(editor);
  queues.set(editor, made);
  return made;
}

/** The block that shows a kept file. `asFile` keeps a picture or a sound from being shown. */
export function blockFor(stored: StoredFile, id: string, asFile = false): Block {
  const shown = { id, attachmentId: stored.attachmentId, name: stored.name.slice(0, 500) };
  const children = [{ text: '' }];
  if (!asFile && stored.pixels)
    return { ...shown, type: 'image', alt: '', pixels: { ...stored.pixels }, children };
  if (!asFile && stored.mime.startsWith('audio/')) return { ...shown, type: 'audio', children };
  return { ...shown, type: 'file', bytes: stored.bytes, children };
}

const NO_PLACES: ReadonlyMap<string, PendingPlace> = new Map();
const COMPOSING_WAIT_MS = 60;

function createFileQueue(editor: RichTextSlate): FileQueue {
  let items: Item[] = [];
  let running = false;
  let made = 0;
  let shown = NO_PLACES;
  let store: StoreFile | undefined;
  const listeners = new Set<() => void>();

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const changed = (): void => {
    shown = placesOf(editor, items);
    tell();
  };
  const update = (item: Item, change: Partial<PendingFile>): void => {
    item.pending = { ...item.pending, ...change };
    if (items.includes(item)) changed();
  };
  const remove = (item: Item): void => {
    items = items.filter((each) => each !== item);
    if (!items.some((each) => each.place === item.place)) item.place.ref.unref();
    changed();
  };

  const send = async (item: Item, keep: StoreFile): Promise<void> => {
    const stop = new AbortController();
    item.stop = stop;
    item.fraction = 0;
    update(item, { state: 'sending' });
    try {
      const stored = await keep(item.file, {
        asFile: item.pending.asFile,
        signal: stop.signal,
        onProgress: (sent, total) => {
          item.fraction = total === 0 ? 1 : sent / total;
          tell();
        },
      });
      await untilNotComposing(editor, stop.signal);
      if (stop.signal.aborted) return;
      const block = blockFor(stored, editor.makeBlockId(), item.pending.asFile);
      putIn(editor, item.place, withPastedWords(block, item.file));
      remove(item);
    } catch (error) {
      if (stop.signal.aborted) remove(item);
      else update(item, { state: 'refused', error });
    } finally {
      item.stop = undefined;
    }
  };

  // One after the other: the first to be dropped is the first in the text, and the way stays free for saving.
  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      for (;;) {
        const next = items.find((item) => item.pending.state === 'waiting');
        if (!next || !store) break;
        await send(next, store);
      }
    } finally {
      running = false;
    }
  };

  const queue: FileQueue = {
    get store() {
      return store;
    },
    set store(next) {
      if (store === next) return;
      store = next;
      tell();
    },
    add: (files, { index, side }, asFile) => {
      if (!store || files.length === 0 || editor.children.length === 0) return;
      const at = Math.max(0, Math.min(index, editor.children.length - 1));
      const place: Place = { ref: Editor.pathRef(editor, [at], { affinity: 'backward' }), last: at, side };
      for (const file of files) {
        made += 1;
        const pending: PendingFile = {
          key: `file-${made}`,
          name: file.name,
          asFile,
          state: 'waiting',
        };
        items = [...items, { file, place, pending, fraction: 0, stop: undefined }];
      }
      changed();
      void run();
    },
    drop: (key) => {
      const item = items.find(({ pending }) => pending.key === key);
      if (!item) return;
      item.stop?.abort();
      remove(item);
    },
    retryAsFile: (key) => {
      const item = items.find(({ pending }) => pending.key === key);
      if (item?.pending.state !== 'refused') return;
      update(item, { state: 'waiting', asFile: true, error: undefined });
      void run();
    },
    stop: () => {
      for (const item of items) {
        item.stop?.abort();
        item.place.ref.unref();
      }
      items = [];
      changed();
    },
    isEmpty: () => items.length === 0,
    places: () => shown,
    refresh: () => {
      if (items.length === 0) return;
      const now = placesOf(editor, items);
      if ([...now.keys()].join() !== [...shown.keys()].join()) changed();
    },
    fractionOf: (key) => items.find(({ pending }) => pending.key === key)?.fraction ?? 0,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return queue;
}

/** An input method owns the text while it composes: a block put in meanwhile would break the word being written. */
async function untilNotComposing(editor: RichTextSlate, signal: AbortSignal): Promise<void> {
  while (editor.isComposing() && !signal.aborted)
    await new Promise((resolve) => setTimeout(resolve, COMPOSING_WAIT_MS));
}

/** The index of the block the place hangs on; when that block was deleted, of the one that took its place, or -1. */
function anchorOf(place: Place): number {
  const index = place.ref.current?.[0];
  if (index !== undefined) place.last = index;
  return index ?? -1;
}

function placesOf(editor: RichTextSlate, items: readonly Item[]): ReadonlyMap<string, PendingPlace> {
  if (items.length === 0) return NO_PLACES;
  const places = new Map<string, { before: PendingFile[]; after: PendingFile[] }>();
  for (const { place, pending } of items) {
    const id = asBlock(editor.children[anchorOf(place)])?.id ?? '';
    const here = places.get(id) ?? { before: [], after: [] };
    here[place.side].push(pending);
    places.set(id, here);
  }
  return places;
}

const isEmptyParagraph = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' && block.children.every((child) => 'text' in child && child.text === '');

/**
 * Puts a block at a place, as one step to undo. An empty line that was only the place to paste at gives way, unless the
 * cursor stands in it: then it stays below, to go on writing in. There is always a line to go on in at the end.
 */
function putIn(editor: RichTextSlate, place: Place, block: Block): void {
  const anchor = anchorOf(place);
  const here = asBlock(editor.children[anchor]);
  HistoryEditor.withNewBatch(editor, () => {
    Editor.withoutNormalizing(editor, () => {
      let at = anchor === -1 ? Math.min(place.last, editor.children.length) : anchor;
      if (isEmptyParagraph(here)) {
        const isLast = anchor === editor.children.length - 1;
        const hasCursor = editor.selection?.anchor.path[0] === anchor;
        if (!isLast && !hasCursor) Transforms.removeNodes(editor, { at: [anchor] });
      } else if (anchor !== -1 && place.side === 'after') at = anchor + 1;
      Transforms.insertNodes(editor, block, { at: [at] });
      if (at === editor.children.length - 1) {
        Transforms.insertNodes(editor, emptyParagraph(editor), { at: [at + 1] });
      }
      place.ref.unref();
      place.ref = Editor.pathRef(editor, [at], { affinity: 'backward' });
      place.last = at;
      place.side = 'after';
    });
  });
}
