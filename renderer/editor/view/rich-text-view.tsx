import '../styles/rich-text.css';
import '../styles/figures.css';
import { Fragment, memo, type ReactNode } from 'react';
import {
  type Block,
  type BlockOf,
  type Inline,
  isSafeUrl,
  type RichText,
} from '../../../shared/richtext/document.ts';
import { layoutOf, lineDirection, NO_LAYOUT } from '../core/layout.ts';
import { useEditorText } from '../editor-text.ts';
import { type AttachmentAccess, AttachmentProvider } from './attachments.tsx';
import { BlockShell } from './block-shell.tsx';
import { NamedPart } from './blocks/named-part.tsx';
import { TableCell, TableRow } from './blocks/table-block.tsx';
import { MentionChip } from './mention-chip.tsx';
import { type RecordAccess, RecordContext, useRecordDesk } from './records.ts';
import { markedUp } from './run.tsx';

export interface RichTextViewProps extends RecordAccess {
  readonly document: RichText;
  /** The files the text shows; without it each is its name. */
  readonly attachments?: AttachmentAccess | undefined;
  /** Prefix of the `id` of each block, so that a link can lead to a place in the text. */
  readonly idPrefix?: string;
  /** Shows only the first blocks: previews in lists. */
  readonly maxBlocks?: number;
  readonly className?: string;
}

/** A document to read: plain elements without an editor behind them, so that a list can show hundreds. */
export function RichTextView({
  document,
  idPrefix,
  maxBlocks,
  className,
  attachments,
  onOpenRecord,
  resolveTitle,
  resolveRecord,
}: RichTextViewProps) {
  const blocks = maxBlocks === undefined ? document.blocks : document.blocks.slice(0, maxBlocks);
  const desk = useRecordDesk({ onOpenRecord, resolveTitle, resolveRecord });
  const layout = layoutOf(document.blocks);
  return (
    <RecordContext value={desk}>
      <AttachmentProvider access={attachments}>
        <div className={className ? `rt ${className}` : 'rt'}>
          {groups(blocks).map((group) => {
            const rows = group.map((block) => (
              <ViewBlock
                key={block.id}
                block={block}
                dir={layout.get(block)?.dir}
                number={layout.get(block)?.number}
                {...(idPrefix === undefined ? {} : { id: idPrefix + block.id })}
              />
            ));
            const first = group[0];
            return first?.type === 'list-item' ? (
              <div key={first.id} role="list">
                {rows}
              </div>
            ) : (
              <Fragment key={first?.id}>{rows}</Fragment>
            );
          })}
        </div>
      </AttachmentProvider>
    </RecordContext>
  );
}

/** List items that touch are one list for a screen reader; everything else stands alone. */
function groups(blocks: readonly Block[]): Block[][] {
  const out: Block[][] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (block.type === 'list-item' && last?.[0]?.type === 'list-item') last.push(block);
    else out.push([block]);
  }
  return out;
}

interface ViewBlockProps {
  readonly block: Block;
  readonly dir: 'ltr' | 'rtl' | undefined;
  readonly number: number | undefined;
  readonly id?: string;
}

const ViewBlock = memo(function ViewBlock({ block, dir, number, id }: ViewBlockProps) {
  const t = useEditorText();
  const layout = dir === undefined && number === undefined ? NO_LAYOUT : { dir, number };
  const control =
    block.type === 'list-item' && block.style === 'check' ? (
      <input
        type="checkbox"
        checked={block.checked ?? false}
        disabled
        aria-label={t(block.checked ? 'check.done' : 'check.open')}
      />
    ) : undefined;
  const shell = (
    <BlockShell block={block} layout={layout} control={control} still {...(id === undefined ? {} : { id })}>
      <BlockContent block={block} />
    </BlockShell>
  );
  return block.type === 'list-item' ? (
    <div role="listitem" aria-level={block.depth + 1}>
      {shell}
    </div>
  ) : (
    shell
  );
});

/** What stands in a block: a line, the rows of a table, the parts of a judgement or a decision. */
function BlockContent({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'divider':
    case 'record':
      return null;
    case 'image':
    case 'file':
    case 'audio':
      return block.children.length > 0 ? inlines(block.children) : null;
    case 'table':
      return <TableRows block={block} />;
    case 'judgement':
    case 'decision':
      return block.children.map((part, index) => (
        <NamedPart key={index} part={part}>
          {inlines(part.children)}
        </NamedPart>
      ));
    default:
      return inlines(block.children);
  }
}

function TableRows({ block }: { readonly block: BlockOf<'table'> }) {
  const rows = block.children.map((row, at) => {
    const head = block.header && at === 0;
    return (
      <TableRow key={at} head={head}>
        {row.children.map((cell, index) => (
          <TableCell key={index} head={head} align={cell.align} dir={lineDirection(cell.children)}>
            {inlines(cell.children)}
          </TableCell>
        ))}
      </TableRow>
    );
  });
  return block.header ? (
    <>
      <thead>{rows.slice(0, 1)}</thead>
      <tbody>{rows.slice(1)}</tbody>
    </>
  ) : (
    <tbody>{rows}</tbody>
  );
}

function inlines(children: readonly Inline[]): ReactNode {
  if (children.length === 0) return <br />;
  return children.map((child, index) => {
    // Runs have no identity of their own; a view is redrawn as a whole when its block changes.
    if ('text' in child) return <Fragment key={index}>{markedUp(child, child.text)}</Fragment>;
    if (child.type === 'mention') return <MentionChip key={index} mention={child} />;
    const words = child.children.map((run, at) => <Fragment key={at}>{markedUp(run, run.text)}</Fragment>);
    return isSafeUrl(child.url) ? (
      <a key={index} className="rt-link" href={child.url} target="_blank" rel="noopener noreferrer">
        {words}
      </a>
    ) : (
      <Fragment key={index}>{words}</Fragment>
    );
  });
}
