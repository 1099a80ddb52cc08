import type { ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button, cx, Select } from '../../ui/index.ts';

const ROWS_SHOWN = 8;
// More of a cell than fits two lines would only push the table apart.
const CELL_SHOWN = 160;

export interface ColumnsStepProps {
  readonly fileName: string;
  /** "File 2 of 3", or empty. */
  readonly ofMany?: string;
  /** What the file is and where it comes from. */
  readonly above: ReactNode;
  readonly hint: string;
  readonly canGoOn: boolean;
  readonly onNext: () => void;
  readonly onOther: () => void;
  /** The table of columns, and what there is to say of them. */
  readonly children: ReactNode;
}

/** The step between choosing a table and looking what would come of it: what each of its columns means. */
export function ColumnsStep(props: ColumnsStepProps) {
  const t = useT('imports');
  return (
    <div className="flex flex-col gap-7">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <bdi className="text-lg font-semibold break-all">{props.fileName}</bdi>
        {props.ofMany ? <span className="text-sm text-ink-faint">{props.ofMany}</span> : null}
      </div>
      {props.above}
      <section aria-label={t('columns')} className="flex flex-col gap-3">
        <div>
          <h3 className="text-base font-semibold">{t('columns')}</h3>
          <p className="text-sm text-ink-soft">{props.hint}</p>
        </div>
        {props.children}
      </section>
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" size="lg" isDisabled={!props.canGoOn} onPress={props.onNext}>
          {t('columns.see')}
        </Button>
        <Button size="lg" tone="quiet" onPress={props.onOther}>
          {t('columns.other')}
        </Button>
      </div>
    </div>
  );
}

/** One column of a table: its place in a row, its heading in the file, and where it goes. */
export interface ColumnChoice<Target extends string> {
  readonly column: number;
  readonly header: string;
  readonly target: Target;
}

export interface ColumnTableProps<Target extends string> {
  /** What was guessed: it decides the order. */
  readonly guessed: readonly ColumnChoice<Target>[];
  readonly chosen: readonly ColumnChoice<Target>[];
  /** Columns that go there stand behind all others, so that a file of forty shows what matters without scrolling. */
  readonly lastTargets: readonly Target[];
  readonly options: readonly { readonly id: Target; readonly label: string }[];
  readonly selectLabel: (header: string) => string;
  /** The first rows of the file. */
  readonly sample: readonly (readonly string[])[];
  readonly onChoose: (column: number, target: Target) => void;
}

/** The first rows of a file, with what each column means above it. */
export function ColumnTable<Target extends string>({
  guessed,
  chosen,
  lastTargets,
  options,
  selectLabel,
  sample,
  onChoose,
}: ColumnTableProps<Target>) {
  const t = useT('imports');
  // By the guess, not by what is chosen since: a column must not run away from the hand that changes it.
  const isLast = (at: number): number => Number(lastTargets.some((one) => one === guessed[at]?.target));
  const columns = chosen
    .map((one, at) => ({ ...one, at, name: one.header.trim() || t('noHeader', { at: at + 1 }) }))
    .sort((a, b) => isLast(a.at) - isLast(b.at) || a.at - b.at);
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-raised">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{t('columns')}</caption>
        <thead>
          <tr>
            {columns.map(({ column, name, target }) => (
              <td key={column} className="min-w-44 border-b border-line bg-canvas p-2 align-bottom">
                <Select
                  size="sm"
                  hideLabel
                  label={selectLabel(name)}
                  value={target}
                  options={options}
                  onChange={(next) => onChoose(column, next)}
                />
              </td>
            ))}
          </tr>
          <tr>
            {columns.map(({ column, name }) => (
              <th
                key={column}
                scope="col"
                className="max-w-72 truncate border-b border-line px-3 py-2 text-start font-semibold"
              >
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, ROWS_SHOWN).map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity
            <tr key={row} className="border-b border-line last:border-b-0">
              {columns.map(({ column, at, target }) => (
                <td
                  key={column}
                  className={cx(
                    'max-w-72 px-3 py-1.5 align-top',
                    target === 'skip' && 'text-ink-faint line-through decoration-ink-faint/50',
                  )}
                >
                  <span className="line-clamp-2 break-words">
                    <bdi>{(cells[at] ?? '').slice(0, CELL_SHOWN)}</bdi>
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The columns with one of them sent elsewhere. */
export const withTarget = <Column extends { readonly column: number; readonly target: string }>(
  columns: readonly Column[],
  column: number,
  target: Column['target'],
): readonly Column[] => columns.map((one) => (one.column === column ? { ...one, target } : one));
