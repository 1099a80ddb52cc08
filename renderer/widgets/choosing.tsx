import { ListChecks } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useT } from '../i18n/index.ts';
import { Button, IconToggle } from '../ui/index.ts';

const NONE: ReadonlySet<string> = new Set();

export interface Choosing {
  readonly isOn: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly start: () => void;
  readonly end: () => void;
  readonly toggle: (id: string) => void;
  /** What the list itself chose (Ctrl + A, Shift + click): choosing is on from then. */
  readonly choose: (ids: ReadonlySet<string>) => void;
}

/** Choosing several records of a list. While it is on, a press chooses instead of opening. */
export const useChoosing = (): Choosing => {
  const [isOn, setOn] = useState(false);
  const [chosen, setChosen] = useState(NONE);
  return {
    isOn,
    chosen,
    start: () => setOn(true),
    end: () => {
      setChosen(NONE);
      setOn(false);
    },
    toggle: (id) => {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      setChosen(next);
    },
    choose: (ids) => {
      setChosen(ids);
      if (ids.size > 0) setOn(true);
    },
  };
};

/** Begins and ends choosing, in the head of the list. */
export function ChooseToggle({ choosing }: { readonly choosing: Choosing }) {
  const t = useT('widgets');
  return (
    <IconToggle
      label={t(choosing.isOn ? 'chooseDone' : 'choose')}
      isSelected={choosing.isOn}
      onChange={(on) => (on ? choosing.start() : choosing.end())}
    >
      <ListChecks aria-hidden="true" />
    </IconToggle>
  );
}

export interface ChosenBarProps {
  readonly choosing: Choosing;
  /** "5 notes chosen". */
  readonly count: string;
  /** What can be done with them. */
  readonly children: ReactNode;
}

/** Below a list in which somebody chooses. */
export function ChosenBar({ choosing, count, children }: ChosenBarProps) {
  const t = useT('widgets');
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-4 py-2">
      <span role="status" className="tabular text-sm text-ink-soft">
        {count}
      </span>
      <div className="ms-auto flex gap-2">
        <Button size="sm" tone="quiet" onPress={choosing.end}>
          {t('chooseDone')}
        </Button>
        {children}
      </div>
    </div>
  );
}
