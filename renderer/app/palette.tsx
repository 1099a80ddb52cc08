import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { api } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { cx, Dialog, Kbd, OneLine } from '../ui/index.ts';
import { type Command, RecordIcon, recordPath } from '../widgets/index.ts';
import { FEATURE_COMMANDS } from './feature-list.ts';
import { isMeant, matchCommands, type PaletteEntry, stepIndex } from './palette-entries.ts';

interface Row extends PaletteEntry {
  readonly icon: ReactNode;
  readonly hint?: ReactNode;
}

export interface PaletteProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly commands: readonly Command[];
  readonly go: (path: string) => void;
}

const MAX_COMMANDS_BESIDE_RECORDS = 5;

/** Every record and every command, one box away. */
export function Palette({ isOpen, onOpenChange, commands, go }: PaletteProps) {
  const t = useT('frame');
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={t('palette.title')} place="top" bare>
      <PaletteBody
        commands={commands}
        go={(path) => {
          onOpenChange(false);
          go(path);
        }}
        close={() => onOpenChange(false)}
      />
    </Dialog>
  );
}

function PaletteBody({
  commands,
  go,
  close,
}: {
  readonly commands: readonly Command[];
  readonly go: (path: string) => void;
  readonly close: () => void;
}) {
  const t = useT('frame');
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const words = useDeferredValue(query.trim());
  const { data: refs } = useQuery({
    ...api.search.suggest.queryOptions({ input: { query: words, limit: 8 } }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });

  const commandRows = [...commands, ...FEATURE_COMMANDS].map(
    (command): Row => ({
      id: `command ${command.id}`,
      group: 'commands',
      label: t(command.label),
      icon: command.icon,
      hint: command.keys ? <Kbd keys={command.keys} /> : undefined,
      run: () => {
        close();
        command.run({ go });
      },
    }),
  );
  const records = words === '' ? [] : (refs ?? []);
  const recordRows = records.map(
    (ref): Row => ({
      id: `record ${ref.kind} ${ref.id}`,
      group: 'records',
      label: ref.title || t('common:untitled'),
      icon: <RecordIcon kind={ref.kind} />,
      hint: <span className="text-xs text-ink-faint">{t(`common:kind.${ref.kind}`)}</span>,
      run: () => go(recordPath(ref.kind, ref.id)),
    }),
  );
  const matching = matchCommands(commandRows, words);
  const everywhere: Row[] =
    words === ''
      ? []
      : [
          {
            id: 'everywhere',
            group: 'search',
            label: t('palette.everywhere', { query: words }),
            icon: <Search aria-hidden="true" />,
            run: () => go(`/search?q=${encodeURIComponent(words)}`),
          },
        ];
  const meant = words === '' ? [] : matching.filter((row) => isMeant(row, words)).slice(0, 3);
  const others = matching.filter((row) => !meant.includes(row)).slice(0, MAX_COMMANDS_BESIDE_RECORDS);
  const rows: readonly Row[] = words === '' ? matching : [...meant, ...recordRows, ...everywhere, ...others];
  const active = rows[Math.min(at, rows.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return; // Enter chooses a Chinese character, not a row
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt(stepIndex(Math.min(at, rows.length - 1), event.key === 'ArrowDown' ? 1 : -1, rows.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      active?.run();
    }
  };

  const titles = { commands: t('palette.commands'), records: t('palette.records'), search: null } as const;
  return (
    <div className="flex max-h-[70vh] flex-col">
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden="true" className="size-5 shrink-0 text-ink-faint" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette is opened to be typed into
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={active ? `${listId} ${active.id}`.replaceAll(' ', '-') : undefined}
          aria-autocomplete="list"
          aria-label={t('palette.placeholder')}
          dir="auto"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={t('palette.placeholder')}
          className="h-14 w-full min-w-0 bg-transparent text-reading outline-none placeholder:text-ink-faint"
        />
      </div>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t('palette.title')}
        className="min-h-0 flex-1 overflow-y-auto p-1.5"
      >
        {rows.map((row, index) => {
          const title = row.group !== rows[index - 1]?.group ? titles[row.group] : null;
          return (
            <div key={row.id} role="presentation">
              {title ? (
                <div role="presentation" className="px-2.5 pt-2 pb-1 text-xs font-semibold text-ink-faint">
                  {title}
                </div>
              ) : null}
              <div
                id={`${listId} ${row.id}`.replaceAll(' ', '-')}
                role="option"
                aria-selected={row === active}
                tabIndex={-1}
                onPointerMove={() => setAt(index)}
                onClick={row.run}
                onKeyDown={undefined}
                className={cx(
                  'flex min-h-9 cursor-default items-center gap-3 rounded-md px-2.5 text-base [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-faint',
                  row === active && 'bg-brass-soft [&>svg]:text-brass',
                )}
              >
                {row.icon}
                <OneLine className="flex-1">{row.label}</OneLine>
                {row.hint}
              </div>
            </div>
          );
        })}
      </div>
      <p className="border-t border-line px-4 py-2 text-xs text-ink-faint">{t('palette.hint')}</p>
    </div>
  );
}
