import { Keyboard, Languages, Monitor, Moon, Settings, SquarePen, Sun } from 'lucide-react';
import type { AppSettings } from '../../shared/domain/settings.ts';
import { client } from '../client/index.ts';
import type { Command } from '../widgets/index.ts';
import { PLACES } from './places.tsx';

/** What the frame itself can do, for the palette. */
export const frameCommands = (open: {
  readonly capture: () => void;
  readonly shortcuts: () => void;
}): readonly Command[] => {
  const look = (app: Partial<AppSettings>) => () => void client.settings.save({ app });
  return [
    {
      id: 'capture',
      label: 'frame:command.capture',
      icon: <SquarePen aria-hidden="true" />,
      keys: 'mod+shift+n',
      run: open.capture,
    },
    ...PLACES.map(
      (place): Command => ({
        id: `go-${place.id}`,
        label: `frame:${place.label}`,
        icon: <place.icon aria-hidden="true" />,
        run: ({ go }) => go(place.path),
      }),
    ),
    {
      id: 'settings',
      label: 'frame:nav.settings',
      icon: <Settings aria-hidden="true" />,
      run: ({ go }) => go('/settings'),
    },
    {
      id: 'theme-light',
      label: 'frame:command.themeLight',
      icon: <Sun aria-hidden="true" />,
      run: look({ theme: 'light' }),
    },
    {
      id: 'theme-dark',
      label: 'frame:command.themeDark',
      icon: <Moon aria-hidden="true" />,
      run: look({ theme: 'dark' }),
    },
    {
      id: 'theme-system',
      label: 'frame:command.themeSystem',
      icon: <Monitor aria-hidden="true" />,
      run: look({ theme: 'system' }),
    },
    {
      id: 'language',
      label: 'frame:command.language',
      icon: <Languages aria-hidden="true" />,
      run: ({ go }) => go('/settings'),
    },
    {
      id: 'shortcuts',
      label: 'frame:command.shortcuts',
      icon: <Keyboard aria-hidden="true" />,
      keys: '?',
      run: open.shortcuts,
    },
  ];
};
