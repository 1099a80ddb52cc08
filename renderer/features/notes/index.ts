import { FileInput } from 'lucide-react';
import { createElement } from 'react';
import type { RouteObject } from 'react-router';
import { type Command, RecordIcon } from '../../widgets/index.ts';

export const routes: readonly RouteObject[] = [
  {
    path: 'notes/import',
    lazy: async () => ({ Component: (await import('./import/import-page.tsx')).ImportPage }),
  },
  {
    path: 'notes',
    lazy: async () => ({ Component: (await import('./notes-page.tsx')).NotesPage }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./notes-page.tsx')).NoNoteChosen }) },
      { path: ':id', lazy: async () => ({ Component: (await import('./note-page.tsx')).NotePage }) },
    ],
  },
];

export const commands: readonly Command[] = [
  {
    id: 'new-note',
    label: 'notes:new',
    icon: createElement(RecordIcon, { kind: 'note' }),
    run: ({ go }) => go('/notes?new'),
  },
  {
    id: 'import-documents',
    label: 'imports:title',
    icon: createElement(FileInput, { 'aria-hidden': true }),
    run: ({ go }) => go('/notes/import'),
  },
];
