import type { RouteObject } from 'react-router';

export const routes: readonly RouteObject[] = [
  { path: 'search', lazy: async () => ({ Component: (await import('./search-page.tsx')).SearchPage }) },
];
