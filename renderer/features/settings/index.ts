import type { RouteObject } from 'react-router';

export const routes: readonly RouteObject[] = [
  { path: 'settings', lazy: async () => ({ Component: (await import('./settings-page.tsx')).SettingsPage }) },
  { path: 'bin', lazy: async () => ({ Component: (await import('./bin-page.tsx')).BinPage }) },
];
