import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { RichText } from '../../../../shared/richtext/document.ts';

declare global {
  interface Window {
    /** Shows the editor; milliseconds until it was painted with the caret in it. */
    openEditor: () => Promise<number>;
  }
}

/** Fetches the note (`?note=`) and waits: what is measured begins with `openEditor`. */
export async function prepareStage(show: (note: RichText) => ReactNode): Promise<void> {
  const name = new URLSearchParams(location.search).get('note') ?? 'note';
  const note = (await (await fetch(`./${name}.json`)).json()) as RichText;
  const place = document.getElementById('app');
  if (!place) throw new Error('the page has no place for the editor');
  window.openEditor = async () => {
    const start = performance.now();
    createRoot(place).render(show(note));
    do await painted();
    while (!caretIsReady());
    return performance.now() - start;
  };
}

const caretIsReady = (): boolean => {
  const text = document.querySelector('[data-slate-editor]');
  return (
    text !== null &&
    document.activeElement === text &&
    text.contains(document.getSelection()?.anchorNode ?? null)
  );
};

/** After the next frame: a message posted within a frame arrives when its layout and painting are done. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
