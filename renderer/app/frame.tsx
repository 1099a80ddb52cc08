import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { RouterProvider as AriaRouterProvider } from 'react-aria-components';
import { Outlet, useHref, useLocation, useNavigate } from 'react-router';
import type { MenuAction } from '../../shared/contract/native.ts';
import { api, useConnection } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { handOverPackage } from '../widgets/index.ts';
import { Banners } from './banners.tsx';
import { frameCommands } from './frame-commands.tsx';
import { useLook } from './look.ts';
import { Palette } from './palette.tsx';
import { PLACES } from './places.tsx';
import { QuickCapture } from './quick-capture.tsx';
import { Rail } from './rail.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TopBar } from './top-bar.tsx';
import { useHotkeys } from './use-hotkeys.ts';
import { useNativeCommands } from './use-native-commands.ts';

const Welcome = lazy(() =>
  import('../features/welcome/index.ts').then((face) => ({ default: face.WelcomePage })),
);

type Sheet = 'palette' | 'capture' | 'shortcuts';

const MENU_PATHS: Partial<Record<MenuAction, string>> = {
  'new-note': '/notes?new',
  'new-question': '/questions?new',
  'new-session': '/sessions?new',
  'open-library': '/settings',
  import: '/cases/import',
  export: '/packages/export',
  settings: '/settings',
};

/** The window: rail, search, page, and what belongs to all pages. Without a library it is the front door. */
export function Frame() {
  const t = useT('frame');
  const navigate = useNavigate();
  const location = useLocation();
  const look = useLook();
  const connection = useConnection();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const { data: status } = useQuery(api.library.status.queryOptions({ input: {} }));
  const library = status?.open ?? null;
  const isOpen = library !== null;
  const main = useRef<HTMLElement>(null);

  const go = useCallback((path: string): void => void navigate(path), [navigate]);
  const toggle = (which: Sheet) => (open: boolean) => setSheet(open ? which : null);
  const show = (which: Sheet) => () => {
    if (isOpen) setSheet(which);
  };
  const commands = useMemo(
    () => frameCommands({ capture: () => setSheet('capture'), shortcuts: () => setSheet('shortcuts') }),
    [],
  );

  useHotkeys({
    'mod+k': show('palette'),
    'mod+shift+n': show('capture'),
    '?': show('shortcuts'),
    ...Object.fromEntries(PLACES.map((place, at) => [`alt+${at + 1}`, () => isOpen && go(place.path)])),
  });
  useNativeCommands((command) => {
    if (command.type === 'menu') {
      const { action } = command;
      const path = MENU_PATHS[action];
      if (path !== undefined) go(path);
      else if (action === 'search' || action === 'command-palette') show('palette')();
      else if (action === 'help') show('shortcuts')();
      else if (action === 'back') void navigate(-1);
      else if (action === 'forward') void navigate(1);
      else if (action === 'toggle-side-panel') window.dispatchEvent(new Event('heirloom:toggle-side-panel'));
    } else if (command.type === 'open-package') {
      // Without a library it waits until there is one to compare it with.
      handOverPackage({ uploadId: command.uploadId, name: command.name });
      void navigate('/packages/import');
    }
  });

  // A new page starts at its heading for the eye and at the main region for a screen reader.
  const page = location.pathname.split('/')[1];
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else if (document.activeElement === document.body || document.activeElement?.closest('nav'))
      main.current?.focus();
    document.title = [
      page === 'settings' ? 'nav.settings' : PLACES.find((place) => place.path === `/${page}`)?.label,
      library?.name,
    ]
      .flatMap((part, at) => (part === undefined ? [] : [at === 0 ? t(part as 'nav.home') : part]))
      .concat(t('app'))
      .join(' · ');
  }, [page, library?.name, t]);

  if (!status) {
    return (
      <div className="h-full bg-canvas">
        {connection === 'connecting' ? null : <Banners library={null} />}
      </div>
    );
  }
  return (
    <AriaRouterProvider navigate={go} useHref={useHref}>
      {isOpen ? (
        <div className="flex h-full bg-canvas">
          <a
            href="#main"
            onClick={(event) => {
              event.preventDefault(); // the fragment belongs to the router
              main.current?.focus();
            }}
            className="sr-only z-50 rounded-md bg-raised px-4 py-2 shadow-pop focus:not-sr-only focus:absolute focus:start-3 focus:top-3"
          >
            {t('skip')}
          </a>
          <Rail isCollapsed={look.railCollapsed} libraryName={library.name} />
          <div className="flex min-w-0 flex-1 flex-col">
            <Banners library={library} />
            <TopBar onSearch={show('palette')} onCapture={show('capture')} onHelp={show('shortcuts')} />
            <main
              ref={main}
              id="main"
              tabIndex={-1}
              className="relative flex min-h-0 flex-1 overflow-hidden rounded-ss-xl border-s border-t border-line bg-paper outline-none"
            >
              {/* Another library: no page keeps what it knew of the old one. */}
              <Outlet key={library.id} />
            </main>
          </div>
          <Palette
            isOpen={sheet === 'palette'}
            onOpenChange={toggle('palette')}
            commands={commands}
            go={go}
          />
          <QuickCapture isOpen={sheet === 'capture'} onOpenChange={toggle('capture')} go={go} />
          <ShortcutsDialog isOpen={sheet === 'shortcuts'} onOpenChange={toggle('shortcuts')} />
        </div>
      ) : (
        <div className="flex h-full flex-col bg-canvas">
          <Banners library={null} />
          <main className="min-h-0 flex-1 overflow-y-auto">
            <Suspense fallback={null}>
              <Welcome />
            </Suspense>
          </main>
        </div>
      )}
    </AriaRouterProvider>
  );
}
