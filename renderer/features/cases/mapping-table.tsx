import type { ColumnMap } from '../../../shared/contract/imports.ts';
import { CASE_TARGETS } from '../../../shared/domain/case.ts';
import { useT } from '../../i18n/index.ts';
import { cx, Select } from '../../ui/index.ts';
import { withTarget } from './column-words.ts';
import type { CasePreview } from './import-page.tsx';

const ROWS_SHOWN = 8;
// More of a cell than fits two lines would only push the table apart.
const CELL_SHOWN = 160;

export interface MappingTableProps {
  readonly preview: CasePreview;
  readonly mapping: readonly ColumnMap[];
  readonly onChange: (mapping: readonly ColumnMap[]) => void;
}

/** Columns that mean something come first, so that a file of forty shows them without scrolling. */
export const shownOrder = (mapping: readonly ColumnMap[]): readonly number[] => {
  const rank = (at: number): number => {
    const target = mapping[at]?.target;
    return target === 'field' || target === 'skip' ? 1 : 0;
  };
  return mapping.map((_, at) => at).sort((a, b) => rank(a) - rank(b) || a - b);
};

/** The first rows of the file, with what each column means above it. */
export function MappingTable({ preview, mapping, onChange }: MappingTableProps) {
  const t = useT('cases');
  // By the first guess, not by what is chosen since: a column must not run away from the hand that changes it.
  const places = shownOrder(preview.mapping);
  const options = CASE_TARGETS.map((id) => ({ id, label: t(`target.${id}`) }));
  const nameOf = (header: string, at: number): string => header.trim() || t('imp.noHeader', { at: at + 1 });
  const columns = places.flatMap((at) => {
    const one = mapping[at];
    return one ? [{ one, at }] : [];
  });
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-raised">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{t('imp.columns')}</caption>
        <thead>
          <tr>
            {columns.map(({ one, at }) => (
              <td
                key={one.column}
                className="min-w-44 border-b border-line bg-canvas px-2 pt-2 pb-2 align-bottom"
              >
                <Select
                  size="sm"
                  hideLabel
                  label={t('imp.columnFor', { header: nameOf(one.header, at) })}
                  value={one.target}
                  options={options}
                  onChange={(target) => onChange(withTarget(mapping, one.column, target))}
                />
              </td>
            ))}
          </tr>
          <tr>
            {columns.map(({ one, at }) => (
              <th
                key={one.column}
                scope="col"
                className="max-w-72 truncate border-b border-line px-3 py-2 text-start font-semibold"
              >
                <bdi>{nameOf(one.header, at)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.sample.slice(0, ROWS_SHOWN).map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity
            <tr key={row} className="border-b border-line last:border-b-0">
              {columns.map(({ one, at }) => (
                <td
                  key={one.column}
                  className={cx(
                    'max-w-72 px-3 py-1.5 align-top',
                    one.target === 'skip' && 'text-ink-faint line-through decoration-ink-faint/50',
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
