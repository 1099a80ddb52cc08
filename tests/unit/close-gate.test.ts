import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeGate } from '../../electron/main/close-gate.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A window that goes when it is closed, unless somebody holds it or its page refuses. */
function makeWindow() {
  const webContents = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    isCrashed: () => false,
  });
  const state = { isOpen: true, refuses: false };
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isDestroyed: () => !state.isOpen,
    destroy: () => {
      state.isOpen = false;
    },
    close: () => {
      let held = false;
      window.emit('close', {
        preventDefault: () => {
          held = true;
        },
      });
      if (held) return;
      if (state.refuses) webContents.emit('will-prevent-unload', {});
      else state.isOpen = false;
    },
  });
  return { window, state };
}

function guarded({ answer = () => Promise.resolve(false) } = {}) {
  const { window, state } = makeWindow();
  const gate = closeGate(3_000);
  const ask = vi.fn();
  const leave = vi.fn();
  const mayLose = vi.fn(answer);
  gate.guard(window as unknown as BrowserWindow, ask, leave, mayLose);
  return { window, state, gate, ask, leave, mayLose };
}

describe('a window that is asked to close', () => {
  it('waits for its page, and goes without a question when all is saved', async () => {
    const { window, state, gate, ask, leave, mayLose } = guarded();
    window.close();
    expect([state.isOpen, ask.mock.calls.length]).toEqual([true, 1]);
    gate.answer();
    expect([state.isOpen, leave.mock.calls.length, mayLose.mock.calls.length]).toEqual([false, 1, 0]);
  });

  it('waits no longer than three seconds', async () => {
    const { window, state } = guarded();
    window.close();
    await vi.advanceTimersByTimeAsync(2_999);
    expect(state.isOpen).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(state.isOpen).toBe(false);
  });

  it('asks when its page refuses to go, and stays when somebody stays', async () => {
    const { window, state, gate, ask, mayLose } = guarded();
    state.refuses = true;
    window.close();
    gate.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect([state.isOpen, mayLose.mock.calls.length]).toEqual([true, 1]);
    // What could not be saved then may be saved by now: the next time is like the first.
    state.refuses = false;
    window.close();
    expect([state.isOpen, ask.mock.calls.length]).toEqual([true, 2]);
    gate.answer();
    expect(state.isOpen).toBe(false);
  });

  it('goes all the same when somebody wants it to', async () => {
    const { window, state, gate } = guarded({ answer: () => Promise.resolve(true) });
    state.refuses = true;
    window.close();
    gate.answer();
    expect(state.isOpen).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(state.isOpen).toBe(false);
  });

  it('does not ask when the page only refuses to be loaded anew', async () => {
    const { window, state, mayLose } = guarded({ answer: () => Promise.resolve(true) });
    window.webContents.emit('will-prevent-unload', {});
    await vi.advanceTimersByTimeAsync(0);
    expect([state.isOpen, mayLose.mock.calls.length]).toEqual([true, 0]);
  });
});
