// A window that is asked to close waits until the page has saved its drafts, but never longer than three seconds: a page that
// hangs must not make the app impossible to quit.
import type { BrowserWindow } from 'electron';

export const CLOSE_WAIT_MS = 3000;

export interface CloseGate {
  /** Holds `window` open until the page answers; `ask` asks it, `leave` runs just before it goes. */
  guard(window: BrowserWindow, ask: () => void, leave: () => void): void;
  /** The page has answered. */
  answer(): void;
}

export function closeGate(waitMs: number = CLOSE_WAIT_MS): CloseGate {
  let go: (() => void) | null = null;
  return {
    guard: (window, ask, leave) => {
      let open = false;
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
