import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { StoreFile } from '../core/file-queue.ts';

/** What a block knows of the file it shows. */
export type AttachmentState =
  | {
      readonly state: 'here';
      readonly href: string;
      /** A smaller version, 480 pixels on its longer side. */
      readonly thumbHref?: string | undefined;
      readonly mime: string;
      readonly bytes: number;
      /** Only for a picture that may be drawn. */
      readonly pixels?: { readonly width: number; readonly height: number } | undefined;
    }
  | { readonly state: 'missing' }
  | { readonly state: 'loading' };

/** How a document reaches the files it shows. All optional: without them a block shows the name it was given. */
export interface AttachmentAccess {
  readonly resolveAttachment?: ((attachmentId: string) => AttachmentState) | undefined;
  /** Keeps a file and says what it is; rejects with a coded error when it is refused. Without it no file can be put in. */
  readonly storeFile?: StoreFile | undefined;
}

/** The same as one object that never changes, for the reason `RecordDesk` is one. */
interface AttachmentDesk {
  readonly resolve: (attachmentId: string) => AttachmentState | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

const NO_DESK: AttachmentDesk = { resolve: () => undefined, subscribe: () => () => undefined };

const AttachmentContext = createContext<AttachmentDesk>(NO_DESK);

/** A desk that answers with the callback of the last render, and wakes the blocks when its answers may have changed. */
function useAttachmentDesk(resolveAttachment: AttachmentAccess['resolveAttachment']): AttachmentDesk {
  const latest = useRef(resolveAttachment);
  latest.current = resolveAttachment;
  const [desk] = useState(() => {
    const listeners = new Set<() => void>();
    // One object for one answer: a store that gives a new object each time would be drawn for ever.
    const given = new Map<string, AttachmentState | undefined>();
    return {
      resolve: (id: string) => {
        const now = latest.current?.(id);
        const before = given.get(id);
        if (sameState(before, now)) return before;
        given.set(id, now);
        return now;
      },
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      announce: () => {
        for (const listener of listeners) listener();
      },
    };
  });
  useEffect(() => desk.announce(), [desk, resolveAttachment]);
  return desk;
}

/** Gives the blocks below it the files they show. */
export function AttachmentProvider({
  access,
  children,
}: {
  readonly access: AttachmentAccess | undefined;
  readonly children: ReactNode;
}) {
  const desk = useAttachmentDesk(access?.resolveAttachment);
  return <AttachmentContext value={desk}>{children}</AttachmentContext>;
}

function sameState(a: AttachmentState | undefined, b: AttachmentState | undefined): boolean {
  if (a === undefined || b === undefined || a.state !== 'here' || b.state !== 'here')
    return a?.state === b?.state;
  return (
    a.href === b.href &&
    a.thumbHref === b.thumbHref &&
    a.mime === b.mime &&
    a.bytes === b.bytes &&
    a.pixels?.width === b.pixels?.width &&
    a.pixels?.height === b.pixels?.height
  );
}

/** The file of a block as it stands now; `undefined` where nobody can tell (no library behind the text). */
export function useAttachment(attachmentId: string): AttachmentState | undefined {
  const desk = useContext(AttachmentContext);
  return useSyncExternalStore(desk.subscribe, () => desk.resolve(attachmentId));
}
