import type { RouteObject } from 'react-router';

export const routes: readonly RouteObject[] = [
  {
    path: 'print/:type/:ids',
    lazy: async () => ({ Component: (await import('./print-page.tsx')).PrintPage }),
  },
];
