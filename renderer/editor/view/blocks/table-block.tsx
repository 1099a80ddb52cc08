import '../../styles/table.css';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { CellAlignment } from '../../../../shared/richtext/block-parts.ts';
import type { Direction } from '../../../../shared/richtext/direction.ts';
import type { BlockOf } from '../../../../shared/richtext/document.ts';
import { columnWidths } from '../../core/column-widths.ts';
import { isLargeTable } from '../../core/large-table.ts';
import { useBlockWords } from '../../editor-text.ts';
import type { SharedAttributes, ShellAttributes } from './shell-attributes.ts';

interface TableBlockProps {
  readonly attributes: SharedAttributes;
  readonly block: BlockOf<'table'>;
  /** While writing, the cursor scrolls the box; only a reader needs a stop for the keyboard. */
  readonly still: boolean;
  /** Rows. */
  readonly children: ReactNode;
}

/** A table in a box of its own: a wide one scrolls in it, and never pushes the page to the side. */
export function TableBlock({ attributes, block, still, children }: TableBlockProps) {
  const words = useBlockWords();
  const box = useRef<HTMLDivElement>(null);
  const scrolls = useOverflow(box, still);
  const isLarge = isLargeTable(block);
  return (
    <div {...attributes} className="rt-table" data-large={isLarge ? true : undefined}>
      <div
        ref={box}
        className="rt-table-box"
        {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-label': words('name.table') } : {})}
        // Says what is true anyway, for checkers that look only at the element: the cursor goes in here and scrolls it.
        {...(still ? {} : { contentEditable: true, suppressContentEditableWarning: true })}
      >
        {isLarge ? <FixedTable block={block}>{children}</FixedTable> : <table>{children}</table>}
      </div>
    </div>
  );
}

/** Columns of a width of their own: else a browser reads through all cells at each change to see how wide they are. */
function FixedTable({ block, children }: Pick<TableBlockProps, 'block' | 'children'>) {
  const widths = columnWidths(block);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return (
    <table style={{ inlineSize: `${whole}em` }}>
      <colgroup>
        {widths.map((width, at) => (
          <col key={at} style={{ inlineSize: `${width}em` }} />
        ))}
      </colgroup>
      {children}
    </table>
  );
}

/** True while the content of the box is larger than the box. */
function useOverflow(box: { readonly current: HTMLElement | null }, watched: boolean): boolean {
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!watched || !element || typeof ResizeObserver === 'undefined') return undefined;
    const look = () =>
      setOverflows(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, watched]);
  return overflows;
}

interface RowProps {
  /** The row is too far from what one sees to be drawn: it only keeps its place. Its height in CSS pixels, if known. */
  readonly waits?: { readonly height: number | undefined } | undefined;
  readonly attributes?: ShellAttributes;
  /** Names the columns. */
  readonly head: boolean;
  readonly children: ReactNode;
}

export const TableRow = ({ attributes, head, waits, children }: RowProps) => (
  <tr
    {...attributes}
    {...(head ? { 'data-head': true } : {})}
    {...(waits ? { 'data-waiting': '' } : {})}
    style={waits?.height === undefined ? undefined : { blockSize: `${waits.height}px` }}
  >
    {children}
  </tr>
);

interface CellProps extends Omit<RowProps, 'waits'> {
  readonly align: CellAlignment | undefined;
  /** The way its words run; without letters it goes with the table. */
  readonly dir: Direction | undefined;
}

export function TableCell({ attributes, head, align, dir, children }: CellProps) {
  const shared = {
    ...attributes,
    ...(dir ? { dir } : {}),
    ...(align ? { 'data-align': align } : {}),
  };
  return head ? (
    <th {...shared} scope="col">
      {children}
    </th>
  ) : (
    <td {...shared}>{children}</td>
  );
}
