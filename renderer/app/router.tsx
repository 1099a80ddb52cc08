import { createHashRouter, type RouteObject } from 'react-router';
import { CrashPage, NotFoundPage } from './fallback-pages.tsx';
import { FEATURE_ROUTES } from './feature-list.ts';
import { Frame } from './frame.tsx';

/**
 * Routes live in the fragment (`#/notes/…`): the page is one file that is served the same by app:// and by HTTP, and no
 * address of a record ever reaches a server's log. Pages are loaded when they are first visited.
 */
export const createAppRouter = () =>
  createHashRouter([
    {
      path: '/',
      Component: Frame,
      ErrorBoundary: CrashPage,
      HydrateFallback: () => null,
      children: [
        {
          // The boundary stands inside the frame: a page that stumbles leaves the rail and the search in place.
          ErrorBoundary: CrashPage,
          children: [...FEATURE_ROUTES, { path: '*', Component: NotFoundPage }] as RouteObject[],
        },
      ],
    },
  ]);
