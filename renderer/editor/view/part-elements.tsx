import { createContext, type ReactNode, useContext } from 'react';
import { ReactEditor, type RenderElementProps, useSlateStatic } from 'slate-react';
import type { Cell, Part, Row } from '../../../shared/richtext/block-parts.ts';
import type { BlockOf } from '../../../shared/richtext/document.ts';
import { lineDirection } from '../core/layout.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { NamedPart } from './blocks/named-part.tsx';
import { TableCell, TableRow } from './blocks/table-block.tsx';

// What stands inside tables, judgements and decisions while writing. Slate draws a row again only when the row itself
// has changed; which row names the columns comes by context, as a key that stays the same while one types in it.

const HeadKey = createContext('');
const InHead = createContext(false);

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
  return (
    <HeadKey value={key}>
      <tbody>{children}</tbody>
    </HeadKey>
  );
}

export function RowElement({
  attributes,
  element,
  children,
}: RenderElementProps & { readonly element: Row }) {
  const editor = useSlateStatic() as RichTextSlate;
  const head = useContext(HeadKey) === ReactEditor.findKey(editor, element).id;
  const { dir: _guess, ...rest } = attributes;
  return (
    <InHead value={head}>
      <TableRow attributes={rest} head={head}>
        {children}
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
