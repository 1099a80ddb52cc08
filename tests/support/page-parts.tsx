import { act } from '@testing-library/react';

let location = '/';
/** Lets a test know where its page is: call it with the path while drawing. */
export const seeLocation = (path: string): void => {
  location = path;
};
export const whereNow = (): string => location;

/** Saves everything that waits, as the closing of the window does. */
export const saveNow = async (): Promise<void> => {
  const { saveBeforeClose } = await import('../../renderer/client/index.ts');
  await act(() => saveBeforeClose());
};
