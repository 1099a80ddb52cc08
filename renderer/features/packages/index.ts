import { PackageOpen, PackagePlus } from 'lucide-react';
import { createElement } from 'react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../widgets/index.ts';

export const routes: readonly RouteObject[] = [
  { path: 'packages', lazy: async () => ({ Component: (await import('./packages-page.tsx')).PackagesPage }) },
  {
    path: 'packages/export',
    lazy: async () => ({ Component: (await import('./export-page.tsx')).ExportPage }),
  },
  {
    path: 'packages/import',
    lazy: async () => ({ Component: (await import('./import-page.tsx')).ImportPage }),
  },
];

export const commands: readonly Command[] = [
  {
    id: 'export-package',
    label: 'packages:export',
    icon: createElement(PackagePlus, { 'aria-hidden': true }),
    run: ({ go }) => go('/packages/export'),
  },
  {
    id: 'import-package',
    label: 'packages:import',
    icon: createElement(PackageOpen, { 'aria-hidden': true }),
    run: ({ go }) => go('/packages/import'),
  },
];
