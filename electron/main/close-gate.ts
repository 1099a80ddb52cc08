// A window that is asked to close waits until the page has saved its drafts, but never longer than three seconds: a page that
// hangs must not make the app impossible to quit. Where the page still holds words that could not be stored, a person decides.
import type { BrowserWindow } from 'electron';

export const CLOSE_WAIT_MS = 3000;

export interface CloseGate {
  /**
   * Holds `window` open until the page answers; `ask` asks it, `leave` runs just before it goes. `mayLose` asks whether to
   * close over words that could not be stored. Never a dialog that blocks: saving may go on while somebody reads it.
   */
  guard(window: BrowserWindow, ask: () => void, leave: () => void, mayLose: () => Promise<boolean>): void;
  /** The page has answered. */
  answer(): void;
}

export function closeGate(waitMs: number = CLOSE_WAIT_MS): CloseGate {
  let go: (() => void) | null = null;
  return {
    guard: (window, ask, leave, mayLose) => {
      let open = false;
      // The page refused to go: it holds what is stored nowhere. Without this it would refuse for ever, and say nothing.
      window.webContents.on('will-prevent-unload', () => {
        if (!open) return;
        open = false;
        void mayLose().then((lose) => {
          if (lose && !window.isDestroyed()) window.destroy();
        });
      });
      window.on('close', (event) => {
        if (open || window.webContents.isDestroyed() || window.webContents.isCrashed()) {
          leave();
          return;
        }
        event.preventDefault();
        if (go) return;
        const timer = setTimeout(() => go?.(), waitMs);
        go = () => {
          go = null;
          clearTimeout(timer);
          open = true;
          if (!window.isDestroyed()) window.close();
        };
        ask();
      });
    },
    answer: () => go?.(),
  };
}
