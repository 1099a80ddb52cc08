import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { cx } from './cx.ts';

export interface TabEntry {
  readonly id: string;
  readonly label: string;
  readonly count?: ReactNode;
  readonly content: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly TabEntry[];
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
  readonly className?: string | undefined;
}

/** Faces of one thing. Only the open one is mounted. */
export function Tabs({ label, tabs, selected, onSelect, className }: TabsProps) {
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect ? { onSelectionChange: (key) => onSelect(String(key)) } : {})}
      className={cx('flex min-h-0 flex-col', className)}
    >
      <TabList aria-label={label} className="flex gap-5 border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px flex cursor-default items-center gap-1.5 border-b-2 border-transparent py-2 text-base text-ink-soft outline-none select-none data-hovered:text-ink data-selected:border-brass-fill data-selected:font-medium data-selected:text-ink data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-focus"
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="tabular text-xs text-ink-faint">{tab.count}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="min-h-0 flex-1 pt-4 outline-none">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
