import { UserPlus } from 'lucide-react';
import { createElement } from 'react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../widgets/index.ts';

export const routes: readonly RouteObject[] = [
  {
    path: 'people',
    lazy: async () => ({ Component: (await import('./people-page.tsx')).PeoplePage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./people-page.tsx')).NobodyChosen }) },
      { path: ':id', lazy: async () => ({ Component: (await import('./person-page.tsx')).PersonPage }) },
    ],
  },
];

export const commands: readonly Command[] = [
  {
    id: 'new-person',
    label: 'people:new',
    icon: createElement(UserPlus, { 'aria-hidden': true }),
    run: ({ go }) => go('/people?new'),
  },
];
