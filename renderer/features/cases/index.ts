import { Briefcase, Building2, FileInput } from 'lucide-react';
import { createElement } from 'react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../widgets/index.ts';

export const routes: readonly RouteObject[] = [
  {
    path: 'cases/import',
    lazy: async () => ({ Component: (await import('./import-page.tsx')).ImportPage }),
  },
  {
    path: 'cases',
    lazy: async () => ({ Component: (await import('./cases-page.tsx')).CasesPage }),
    children: [
      { index: true, element: null },
      { path: ':id', lazy: async () => ({ Component: (await import('./case-page.tsx')).CasePage }) },
    ],
  },
  {
    path: 'customers',
    lazy: async () => ({ Component: (await import('./customers-page.tsx')).CustomersPage }),
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./customers-page.tsx')).NoCustomerChosen }),
      },
      { path: ':id', lazy: async () => ({ Component: (await import('./customer-page.tsx')).CustomerPage }) },
    ],
  },
];

export const commands: readonly Command[] = [
  {
    id: 'import-cases',
    label: 'cases:import',
    icon: createElement(FileInput, { 'aria-hidden': true }),
    run: ({ go }) => go('/cases/import'),
  },
  {
    id: 'new-case',
    label: 'cases:new',
    icon: createElement(Briefcase, { 'aria-hidden': true }),
    run: ({ go }) => go('/cases?new'),
  },
  {
    id: 'go-customers',
    label: 'cases:customers',
    icon: createElement(Building2, { 'aria-hidden': true }),
    run: ({ go }) => go('/customers'),
  },
];
