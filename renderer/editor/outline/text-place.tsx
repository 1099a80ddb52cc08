import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { ReactEditor, useSlateStatic } from 'slate-react';
import type { RichText } from '../../../shared/richtext/document.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { subscribeToValue } from '../view/editor-signal.ts';

/** A text on the page, for those who stand beside it: what it holds, where it is drawn, the editor when one may write. */
export interface OfferedText {
  readonly blocks: readonly unknown[];
  readonly root: HTMLElement;
  readonly editor?: RichTextSlate;
}

interface TextPlace {
  readonly get: () => OfferedText | undefined;
  readonly set: (text: OfferedText | undefined) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

function createTextPlace(): TextPlace {
  let offered: OfferedText | undefined;
  const listeners = new Set<() => void>();
  return {
    get: () => offered,
    set: (text) => {
      offered = text;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const PlaceContext = createContext<TextPlace | undefined>(undefined);

/** Around a text and what stands beside it (its outline): they find each other here. One text for each place. */
export function TextPlaceProvider({ children }: { readonly children: ReactNode }) {
  const [place] = useState(createTextPlace);
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

/** The place this stands in; `undefined` outside of any. */
export const useTextPlace = (): TextPlace | undefined => useContext(PlaceContext);

/** Neighbours are told of a change when the keys rest: an outline need not follow each letter. */
const REST_MS = 120;

/** Offers the text of the editor this stands in. */
export function OfferEditor() {
  const editor = useSlateStatic() as RichTextSlate;
  const place = useTextPlace();
  useEffect(() => {
    if (!place) return undefined;
    const offer = () =>
      place.set({ blocks: editor.children, root: ReactEditor.toDOMNode(editor, editor), editor });
    let timer: ReturnType<typeof setTimeout> | undefined;
    offer();
    const stop = subscribeToValue(editor, () => {
      clearTimeout(timer);
      timer = setTimeout(offer, REST_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
      place.set(undefined);
    };
  }, [editor, place]);
  return null;
}

/** Offers a text that is only read: put it around the view. */
export function OfferedReading({
  document,
  children,
}: {
  readonly document: RichText;
  readonly children: ReactNode;
}) {
  const place = useTextPlace();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place || !root.current) return undefined;
    place.set({ blocks: document.blocks, root: root.current });
    return () => place.set(undefined);
  }, [place, document]);
  return <div ref={root}>{children}</div>;
}
