import { Check } from 'lucide-react';
import type { ReactElement, ReactNode, RefObject } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';
import { optionLook, popoverLook } from './list-box.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly isSelected?: boolean;
  readonly onAction: () => void;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

export interface MenuProps {
  /** Name of the menu for screen readers, when the trigger shows only an icon. */
  readonly label?: string;
  readonly trigger: ReactElement;
  readonly entries?: readonly MenuEntry[];
  readonly groups?: readonly MenuGroup[];
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.isDisabled ?? false}
      onAction={entry.onAction}
      className={cx(optionLook, entry.isDanger && 'text-bad')}
    >
      {entry.icon ? (
        <span className={cx('shrink-0 [&>svg]:size-4', !entry.isDanger && 'text-ink-faint')}>
          {entry.icon}
        </span>
      ) : null}
      <span className="flex-1">{entry.label}</span>
      {entry.isSelected ? <Check aria-hidden="true" className="size-4 text-brass" /> : null}
      {entry.keys ? <Kbd keys={entry.keys} /> : null}
    </MenuItem>
  );
}

/** Commands on something. Give `entries`, or `groups` separated by a rule. */
export function Menu({ label, trigger, entries, groups, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={cx(popoverLook, 'min-w-48')}>
        <Entries label={label} groups={groups ?? [{ id: 'all', entries: entries ?? [] }]} />
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuPopoverProps {
  readonly label: string;
  /** The element it opens beside; what opens it, and when, is the business of the page. */
  readonly triggerRef: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly groups: readonly MenuGroup[];
}

/** The same commands beside something that is no plain button: one can drag it as well, or a key opens it. */
export function MenuPopover({ label, groups, onOpenChange, ...rest }: MenuPopoverProps) {
  return (
    <Popover
      {...rest}
      onOpenChange={onOpenChange}
      placement="bottom start"
      offset={4}
      className={cx(popoverLook, 'min-w-48')}
    >
      <Entries label={label} groups={groups} onClose={() => onOpenChange(false)} />
    </Popover>
  );
}

interface EntriesProps {
  readonly label: string | undefined;
  readonly groups: readonly MenuGroup[];
  readonly onClose?: () => void;
}

function Entries({ label, groups, onClose }: EntriesProps) {
  return (
    <AriaMenu
      {...(label ? { 'aria-label': label } : {})}
      {...(onClose ? { onClose } : {})}
      className="max-h-[70vh] overflow-auto p-1 outline-none"
    >
      {groups.flatMap((group, at) => [
        ...(at > 0 ? [<Separator key={`rule-${group.id}`} className="mx-2 my-1 h-px bg-line" />] : []),
        group.title ? (
          <MenuSection key={group.id}>
            <Header className="px-2 pt-1.5 pb-1 text-xs text-ink-faint">{group.title}</Header>
            {group.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </MenuSection>
        ) : (
          group.entries.map((entry) => <Entry key={entry.id} entry={entry} />)
        ),
      ])}
    </AriaMenu>
  );
}
