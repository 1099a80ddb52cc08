import { createContext, useContext, useEffect, useRef, useState } from 'react';
import { MENTION_KINDS, type Mention } from '../../../shared/richtext/document.ts';

export type RecordKind = Mention['kind'];

export interface FoundRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
}

/** How a document reaches the records it speaks of. All optional: without them a mention is its label. */
export interface RecordAccess {
  readonly onOpenRecord?: ((kind: RecordKind, id: string) => void) | undefined;
  /** What the record is called today; `undefined` when unknown or not here. */
  readonly resolveTitle?: ((kind: RecordKind, id: string) => string | undefined) | undefined;
  /** What a card says of the record; `null` when it is not here, `undefined` while nobody knows. */
  readonly resolveRecord?: ((kind: RecordKind, id: string) => RecordFacts | null | undefined) | undefined;
}

/** A record in a card: its name and a line about it, as they are today. */
export interface RecordFacts {
  readonly title: string;
  readonly line: string;
  readonly isBinned: boolean;
}

/**
 * The same, as one object that never changes: handing the callbacks themselves down would make React search the whole
 * text for mentions each time a page is drawn, which is at every key.
 */
interface RecordDesk {
  readonly canOpen: () => boolean;
  readonly open: (kind: RecordKind, id: string) => void;
  readonly titleOf: (kind: RecordKind, id: string) => string | undefined;
  readonly factsOf: (kind: RecordKind, id: string) => RecordFacts | null | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

const NO_DESK: RecordDesk = {
  canOpen: () => false,
  open: () => undefined,
  titleOf: () => undefined,
  factsOf: () => undefined,
  subscribe: () => () => undefined,
};

export const RecordContext = createContext<RecordDesk>(NO_DESK);
export const useRecords = (): RecordDesk => useContext(RecordContext);

/** A desk that always answers with the callbacks of the last render, and tells mentions when they may have changed. */
export function useRecordDesk({ onOpenRecord, resolveTitle, resolveRecord }: RecordAccess): RecordDesk {
  const latest = useRef<RecordAccess>({ onOpenRecord, resolveTitle, resolveRecord });
  latest.current = { onOpenRecord, resolveTitle, resolveRecord };
  const [desk] = useState(() => {
    const listeners = new Set<() => void>();
    return {
      canOpen: () => latest.current.onOpenRecord !== undefined,
      open: (kind: RecordKind, id: string) => latest.current.onOpenRecord?.(kind, id),
      titleOf: (kind: RecordKind, id: string) => latest.current.resolveTitle?.(kind, id),
      factsOf: (kind: RecordKind, id: string) => latest.current.resolveRecord?.(kind, id),
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      announce: () => {
        for (const listener of listeners) listener();
      },
    };
  });
  useEffect(() => desk.announce(), [desk, onOpenRecord, resolveTitle, resolveRecord]);
  return desk;
}

/** `@` finds anything; `#` what people sort by: cases and topics. */
export const KINDS_BY_SIGN: Readonly<Record<'mention' | 'topic', readonly RecordKind[]>> = {
  mention: MENTION_KINDS,
  topic: ['topic', 'case'],
};
