// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type FakeLibrary, openFakeLibrary } from '../support/fake-library.ts';

// The page's side of closing: it answers the shell only when everything is saved, and refuses to go over what cannot be.

let library: FakeLibrary;
const closeReady = vi.fn();
beforeAll(() => {
  library = openFakeLibrary();
  const shell = window.heirloomNative;
  Object.defineProperty(window, 'heirloomNative', { value: { ...shell, closeReady }, configurable: true });
});
afterEach(() => {
  cleanup();
  closeReady.mockClear();
});

async function open() {
  const { useNativeCommands } = await import('../../renderer/app/use-native-commands.ts');
  const { onBeforeClose } = await import('../../renderer/client/index.ts');
  const heard: string[] = [];
  renderHook(() => useNativeCommands((command) => heard.push(command.type)));
  return { onBeforeClose, heard };
}

/** True when the page lets itself be closed. */
const mayGo = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

it.each(['before-close', 'save-now'] as const)('answers %s when everything is saved', async (type) => {
  const { onBeforeClose, heard } = await open();
  let done = (): void => undefined;
  const stop = onBeforeClose(() => new Promise((resolve) => (done = resolve)));
  library.command({ type });
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(closeReady).not.toHaveBeenCalled();
  // The shell waits for three seconds only: by then these words are nowhere else.
  expect(mayGo()).toBe(false);
  await act(async () => done());
  await vi.waitFor(() => expect(closeReady).toHaveBeenCalledOnce());
  expect(mayGo()).toBe(true);
  expect(heard).toEqual([]);
  stop();
});

it('refuses to be closed over what could not be saved', async () => {
  const { onBeforeClose } = await open();
  const stop = onBeforeClose(
    async () => undefined,
    () => true,
  );
  expect(mayGo()).toBe(false);
  stop();
  expect(mayGo()).toBe(true);
});
