import { createElement } from 'react';
import type { RouteObject } from 'react-router';
import { type Command, RecordIcon } from '../../widgets/index.ts';

export const routes: readonly RouteObject[] = [
  {
    path: 'playbooks',
    lazy: async () => ({ Component: (await import('./playbooks-page.tsx')).PlaybooksPage }),
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./playbooks-page.tsx')).NoPlaybookChosen }),
      },
      { path: ':id', lazy: async () => ({ Component: (await import('./playbook-page.tsx')).PlaybookPage }) },
    ],
  },
  // Reading is not choosing: no list beside it.
  {
    path: 'playbooks/:id/read',
    lazy: async () => ({ Component: (await import('./playbook-read-page.tsx')).PlaybookReadPage }),
  },
];

export const commands: readonly Command[] = [
  {
    id: 'new-playbook',
    label: 'playbooks:new',
    icon: createElement(RecordIcon, { kind: 'playbook' }),
    run: ({ go }) => go('/playbooks?new'),
  },
];
