import { cleanup } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { toasts } from '../../renderer/ui/toast-queue.ts';
import { giveSizes } from './page.tsx';
import { openRealLibrary, type RealLibrary } from './real-library.ts';

/**
 * One real library behind the pages of all tests of a file; each test begins without messages and leaves no page. Only
 * within tests and hooks is it open. `width` and `height` are what every element measures, in pixels.
 */
export function libraryOfFile(width = 900, height = 700): RealLibrary {
  let open: RealLibrary | undefined;
  const library = (): RealLibrary => {
    if (open === undefined) throw new Error('the library of this file is not open yet');
    return open;
  };
  beforeAll(async () => {
    giveSizes(width, height);
    open = await openRealLibrary();
  });
  afterAll(() => open?.close());
  beforeEach(() => toasts.clear());
  afterEach(cleanup);
  return {
    get page() {
      return library().page;
    },
    get client() {
      return library().client;
    },
    failOnce: (call, error) => library().failOnce(call, error),
    close: () => library().close(),
  };
}
