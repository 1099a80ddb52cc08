import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface TableColumn<Row> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end so that digits line up. */
  readonly align?: 'start' | 'end';
  readonly className?: string;
}

export interface TableProps<Row> {
  /** Says what the table holds; spoken, and shown when `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: ReadonlyArray<TableColumn<Row>>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly className?: string | undefined;
}

/** A plain table for a page of rows (previews, reports, data beside a chart). For thousands use VirtualList. */
export function Table<Row>({
  caption,
  showCaption = false,
  columns,
  rows,
  rowKey,
  className,
}: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section
      aria-label={caption}
      tabIndex={0}
      className={cx('overflow-x-auto rounded-lg border border-line', className)}
    >
      <table className="w-full border-collapse text-sm">
        <caption className={showCaption ? 'px-3 py-2 text-start text-xs text-ink-faint' : 'sr-only'}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cx(
                  'border-b border-line bg-canvas px-3 py-2 font-medium whitespace-nowrap text-ink-soft',
                  column.align === 'end' ? 'text-end' : 'text-start',
                )}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-b-0">
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={cx(
                    'px-3 py-2 align-middle',
                    column.align === 'end' ? 'tabular text-end' : 'text-start',
                    column.className,
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
