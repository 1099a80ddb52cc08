import { FolderPlus } from 'lucide-react';
import { createElement } from 'react';
import type { RouteObject } from 'react-router';
import type { Command } from '../../widgets/index.ts';

export const routes: readonly RouteObject[] = [
  {
    path: 'topics',
    lazy: async () => ({ Component: (await import('./topics-page.tsx')).TopicsPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./topics-page.tsx')).NoTopicChosen }) },
      { path: ':id', lazy: async () => ({ Component: (await import('./topic-page.tsx')).TopicPage }) },
    ],
  },
];

export const commands: readonly Command[] = [
  {
    id: 'new-topic',
    label: 'topics:new',
    icon: createElement(FolderPlus, { 'aria-hidden': true }),
    run: ({ go }) => go('/topics?new'),
  },
];
