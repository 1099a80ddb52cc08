import { Handshake } from 'lucide-react';
import { createElement } from 'react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../widgets/index.ts';

export const routes: readonly RouteObject[] = [
  {
    path: 'mentorships',
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./mentorships-page.tsx')).MentorshipsPage }),
      },
      {
        path: ':id',
        lazy: async () => ({ Component: (await import('./mentorship-page.tsx')).MentorshipPage }),
      },
    ],
  },
];

export const commands: readonly Command[] = [
  {
    id: 'mentorships',
    label: 'mentorships:title',
    icon: createElement(Handshake, { 'aria-hidden': true }),
    run: ({ go }) => go('/mentorships'),
  },
  {
    id: 'new-mentorship',
    label: 'mentorships:new',
    icon: createElement(Handshake, { 'aria-hidden': true }),
    run: ({ go }) => go('/mentorships?new'),
  },
];
