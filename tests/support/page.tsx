// Renders parts of the page with everything around them that they rely on: query client, language, words.
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, type RenderResult, render } from '@testing-library/react';
import type { i18n as I18n } from 'i18next';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { createQueryClient } from '../../renderer/client/query-client.ts';
import { createI18n, type Language, LanguageProvider, loadBundle } from '../../renderer/i18n/index.ts';

// Patient, like the rest of the suite: a loaded machine may need more than the usual second to draw a page.
configure({ asyncUtilTimeout: 30_000 });

const instances = new Map<Language, Promise<I18n>>();

export interface ShowOptions {
  readonly language?: Language;
  readonly queries?: QueryClient;
  /** Path of the memory router; the element answers for every path. */
  readonly path?: string;
}

/** `await show(<JobsTray />, { language: 'fa' })`. */
export const show = async (
  element: ReactNode,
  { language = 'en', queries = createQueryClient(), path = '/' }: ShowOptions = {},
): Promise<RenderResult & { readonly queries: QueryClient }> => {
  let instance = instances.get(language);
  if (!instance) {
    instance = loadBundle(language).then((bundle) => createI18n(language, bundle));
    instances.set(language, instance);
  }
  const i18n = await instance;
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [path] });
  const result = render(
    <QueryClientProvider client={queries}>
      <LanguageProvider i18n={i18n} language={language} calendar={null}>
        <RouterProvider router={router} />
      </LanguageProvider>
    </QueryClientProvider>,
  );
  return { ...result, queries };
};

/** jsdom lays nothing out: gives every element a size, so that virtual lists have something to fill. */
export const giveSizes = (width = 320, height = 600): void => {
  Object.defineProperties(HTMLElement.prototype, {
    offsetWidth: { configurable: true, get: () => width },
    offsetHeight: { configurable: true, get: () => height },
    clientHeight: { configurable: true, get: () => height },
  });
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  Element.prototype.scrollTo ??= () => undefined;
  Element.prototype.scrollIntoView ??= () => undefined;
  globalThis.CSS ??= { escape: (text: string) => text.replace(/["\\\]]/g, '\\$&') } as typeof CSS;
};
