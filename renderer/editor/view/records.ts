import { createContext, useContext } from 'react';
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
}

export const RecordContext = createContext<RecordAccess>({});
export const useRecords = (): RecordAccess => useContext(RecordContext);

/** `@` finds anything; `#` what people sort by: cases and topics. */
export const KINDS_BY_SIGN: Readonly<Record<'mention' | 'topic', readonly RecordKind[]>> = {
  mention: MENTION_KINDS,
  topic: ['topic', 'case'],
};
