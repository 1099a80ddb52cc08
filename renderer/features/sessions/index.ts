import { CalendarPlus } from 'lucide-react';
import { createElement } from 'react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../widgets/index.ts';

export const routes: readonly RouteObject[] = [
  {
    path: 'sessions',
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./sessions-page.tsx')).SessionsPage }) },
      { path: ':id', lazy: async () => ({ Component: (await import('./session-page.tsx')).SessionPage }) },
    ],
  },
];

export const commands: readonly Command[] = [
  {
    id: 'new-session',
    label: 'sessions:new',
    icon: createElement(CalendarPlus, { 'aria-hidden': true }),
    run: ({ go }) => go('/sessions?new'),
  },
];
