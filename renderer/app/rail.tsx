import { useMutation, useQuery } from '@tanstack/react-query';
import { PanelLeftClose, PanelLeftOpen, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { api } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { BrandMark, cx, IconButton, OneLine } from '../ui/index.ts';
import { recordPath } from '../widgets/index.ts';
import { PLACES } from './places.tsx';

interface RailLinkProps {
  readonly to: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly isCollapsed: boolean;
}

function RailLink({ to, label, icon, isCollapsed }: RailLinkProps) {
  return (
    <NavLink
      to={to}
      end={to === '/'}
      title={isCollapsed ? label : undefined}
      className={({ isActive }) =>
        cx(
          'flex min-h-[2.125rem] items-center gap-2.5 rounded-md px-2.5 text-base no-underline transition-colors duration-100 [&>svg]:size-[1.125rem] [&>svg]:shrink-0',
          isActive
            ? 'bg-brass-soft font-medium text-ink [&>svg]:text-brass'
            : 'text-ink-soft hover:bg-hover hover:text-ink',
          isCollapsed ? 'justify-center px-0' : 'max-md:justify-center max-md:px-0',
        )
      }
    >
      {icon}
      <span className={isCollapsed ? 'sr-only' : 'truncate max-md:sr-only'}>{label}</span>
    </NavLink>
  );
}

/** The places of the house. On narrow windows only the signs remain. */
export function Rail({
  isCollapsed,
  libraryName,
}: {
  readonly isCollapsed: boolean;
  readonly libraryName: string;
}) {
  const t = useT('frame');
  const collapse = useMutation(api.settings.save.mutationOptions());
  const { data: mentorships } = useQuery(
    api.mentorships.list.queryOptions({ input: { filter: { state: 'active' }, limit: 6 } }),
  );
  const toggle = isCollapsed ? t('nav.expand') : t('nav.collapse');
  return (
    <nav
      aria-label={t('nav.label')}
      className={cx(
        'flex h-full shrink-0 flex-col gap-0.5 overflow-y-auto px-2 pt-2 pb-3',
        isCollapsed ? 'w-14' : 'w-14 md:w-56',
      )}
    >
      <div
        className={cx(
          'flex min-h-11 items-center gap-2.5 pb-1',
          isCollapsed ? 'justify-center' : 'px-1.5 max-md:justify-center max-md:px-0',
        )}
      >
        <BrandMark className="size-7 shrink-0" />
        <bdi
          className={cx(
            'min-w-0 flex-1 truncate text-sm font-semibold',
            isCollapsed ? 'sr-only' : 'max-md:sr-only',
          )}
        >
          {libraryName}
        </bdi>
      </div>
      {PLACES.map((place) => (
        <div key={place.id} className="contents">
          <RailLink
            to={place.path}
            label={t(place.label)}
            icon={<place.icon aria-hidden="true" />}
            isCollapsed={isCollapsed}
          />
          {place.id === 'sessions' && !isCollapsed && mentorships && mentorships.items.length > 0 ? (
            <ul
              aria-label={t('nav.mentorships')}
              className="mb-1 ms-[1.15rem] border-s border-line ps-2 max-md:hidden"
            >
              {mentorships.items.map((item) => (
                <li key={item.id}>
                  <NavLink
                    to={recordPath('mentorship', item.id)}
                    className={({ isActive }) =>
                      cx(
                        'block rounded-md px-2 py-1 text-sm no-underline',
                        isActive ? 'bg-brass-soft text-ink' : 'text-ink-faint hover:bg-hover hover:text-ink',
                      )
                    }
                  >
                    <OneLine>{item.title}</OneLine>
                  </NavLink>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ))}
      <div className="flex-1" />
      <RailLink
        to="/settings"
        label={t('nav.settings')}
        icon={<Settings aria-hidden="true" />}
        isCollapsed={isCollapsed}
      />
      <div className={cx('flex max-md:hidden', isCollapsed ? 'justify-center' : 'px-0.5')}>
        <IconButton
          label={toggle}
          size="sm"
          onPress={() => collapse.mutate({ app: { railCollapsed: !isCollapsed } })}
          className="mt-1"
        >
          {isCollapsed ? (
            <PanelLeftOpen aria-hidden="true" className="mirror-rtl" />
          ) : (
            <PanelLeftClose aria-hidden="true" className="mirror-rtl" />
          )}
        </IconButton>
      </div>
    </nav>
  );
}
