import { createHashRouter, type RouteObject } from 'react-router';
import { routes as homeRoutes } from '../features/home/index.ts';
import { ComingPage, CrashPage, NotFoundPage } from './fallback-pages.tsx';
import { featureFor, KNOWN_SEGMENTS } from './feature-list.ts';
import { Frame } from './frame.tsx';

const FRAME = 'frame';

/**
 * Routes live in the fragment (`#/notes/…`): the page is one file that is served the same by app:// and by HTTP, and no
 * address of a record ever reaches a server's log. Features join when they are first visited.
 */
export const createAppRouter = () => {
  const patched = new Set<string>();
  return createHashRouter(
    [
      {
        id: FRAME,
        path: '/',
        Component: Frame,
        ErrorBoundary: CrashPage,
        HydrateFallback: () => null,
        children: [{ ErrorBoundary: CrashPage, children: [...homeRoutes] as RouteObject[] }],
      },
    ],
    {
      patchRoutesOnNavigation: async ({ path, patch }) => {
        const segment = path.replace(/^\/+/, '').split(/[/?#]/, 1)[0] ?? '';
        const found = await featureFor(segment);
        // What nobody knows is one route for all of it: as the pattern of a route, a made-up address could mean anything.
        const name = found?.folder ?? (KNOWN_SEGMENTS.has(segment) ? segment : '*');
        if (segment === '' || patched.has(name)) return;
        patched.add(name);
        const children: RouteObject[] = found
          ? [...found.feature.routes]
          : [
              name === '*'
                ? { path: '*', Component: NotFoundPage }
                : { path: `${segment}/*`, Component: ComingPage },
            ];
        // The boundary stands inside the frame: a page that stumbles leaves the rail and the search in place.
        patch(FRAME, [{ ErrorBoundary: CrashPage, children }]);
      },
    },
  );
};
