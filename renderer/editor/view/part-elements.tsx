import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from 'react';
import { ReactEditor, type RenderElementProps, useSlateStatic } from 'slate-react';
import type { Cell, Part, Row } from '../../../shared/richtext/block-parts.ts';
import type { BlockOf } from '../../../shared/richtext/document.ts';
import { isLargeTable } from '../core/large-table.ts';
import { lineDirection } from '../core/layout.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { NamedPart } from './blocks/named-part.tsx';
import { TableCell, TableRow } from './blocks/table-block.tsx';
import { openTableWindow, type TableWindow } from './table-window.ts';

// What stands inside tables, judgements and decisions while writing. Slate draws a row again only when the row itself
// has changed; which row names the columns comes by context, as a key that stays the same while one types in it.

const HeadKey = createContext('');
const InHead = createContext(false);
/** Which rows of a very large table are drawn. */
const Rows = createContext<TableWindow | undefined>(undefined);

export function TableHead({
  table,
  children,
}: {
  readonly table: BlockOf<'table'>;
  readonly children: ReactNode;
}) {
  const editor = useSlateStatic() as RichTextSlate;
  const [first] = table.children;
  const key = table.header && first ? ReactEditor.findKey(editor, first).id : '';
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useTableWindow(editor, table, body);
  return (
    <HeadKey value={key}>
      <Rows value={rows}>
        <tbody ref={body}>{children}</tbody>
      </Rows>
    </HeadKey>
  );
}

function useTableWindow(
  editor: RichTextSlate,
  table: BlockOf<'table'>,
  body: { readonly current: HTMLTableSectionElement | null },
): TableWindow | undefined {
  const isLarge = isLargeTable(table);
  const opened = useRef<TableWindow>(undefined);
  if (!isLarge) opened.current = undefined;
  else opened.current ??= openTableWindow(editor, table);
  const rows = opened.current;
  useLayoutEffect(() => {
    rows?.hold(table);
  }, [rows, table]);
  useLayoutEffect(() => (body.current && rows ? rows.watch(body.current) : undefined), [rows, body]);
  return rows;
}

const asleep = () => () => undefined;

export function RowElement({
  attributes,
  element,
  children,
}: RenderElementProps & { readonly element: Row }) {
  const editor = useSlateStatic() as RichTextSlate;
  const key = ReactEditor.findKey(editor, element);
  const head = useContext(HeadKey) === key.id;
  const rows = useContext(Rows);
  const subscribe = useCallback((wake: () => void) => rows?.subscribe(key, wake) ?? asleep(), [rows, key]);
  const isDrawn = useSyncExternalStore(subscribe, () => rows?.isDrawn(key) ?? true);
  const { dir: _guess, ...rest } = attributes;
  return (
    <InHead value={head}>
      <TableRow attributes={rest} head={head} waits={isDrawn ? undefined : { height: rows?.heightOf(key) }}>
        {isDrawn ? children : null}
      </TableRow>
    </InHead>
  );
}

export function CellElement({
  attributes,
  element,
  children,
}: RenderElementProps & { readonly element: Cell }) {
  const head = useContext(InHead);
  const { dir: _guess, ...rest } = attributes;
  return (
    <TableCell attributes={rest} head={head} align={element.align} dir={lineDirection(element.children)}>
      {children}
    </TableCell>
  );
}

export function PartElement({
  attributes,
  element,
  children,
}: RenderElementProps & { readonly element: Part }) {
  const { dir: _guess, ...rest } = attributes;
  return (
    <NamedPart attributes={rest} part={element} hinted>
      {children}
    </NamedPart>
  );
}
