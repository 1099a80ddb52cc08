import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';

/** The element of the editor as a whole: what floats over the text is put in here, not at the end of the page. */
export const FrameContext = createContext<HTMLElement | null>(null);

/**
 * Draws its children over the text. Inside the editor's own element, so that a dialog around the editor keeps the keys
 * within itself and screen readers find lists in the landmark they belong to.
 */
export function Floating({ children }: { readonly children: ReactNode }) {
  const frame = useContext(FrameContext);
  return frame ? createPortal(children, frame) : null;
}
