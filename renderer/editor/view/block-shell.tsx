import type { ReactNode } from 'react';
import type { Block } from '../../../shared/richtext/document.ts';
import type { BlockLayout } from '../core/layout.ts';
import { AudioBlock } from './blocks/audio-block.tsx';
import { CalloutBlock } from './blocks/callout-block.tsx';
import { DecisionBlock } from './blocks/decision-block.tsx';
import { FileBlock } from './blocks/file-block.tsx';
import { ImageBlock } from './blocks/image-block.tsx';
import { JudgementBlock } from './blocks/judgement-block.tsx';
import { RecordBlock } from './blocks/record-block.tsx';
import type { SharedAttributes, ShellAttributes } from './blocks/shell-attributes.ts';
import { TableBlock } from './blocks/table-block.tsx';

interface BlockShellProps {
  readonly block: Block;
  readonly layout: BlockLayout;
  readonly attributes?: ShellAttributes;
  /** The box of a check-list item, the name of a callout; the editor gives a live one, the view a still one. */
  readonly control?: ReactNode;
  /** Shown to be read: nothing in it is there for writing. */
  readonly still?: boolean;
  readonly id?: string;
  /** Its words; for a table its rows, for a judgement or a decision its parts, for a picture its caption. */
  readonly children: ReactNode;
}

const persian = new Intl.NumberFormat('fa', { useGrouping: false });

/** The number of a list item in the digits of the line it stands in. */
const itemNumber = (value: number, rtl: boolean): string => (rtl ? persian.format(value) : String(value));

/** The element of a block, the same for writing and for reading: what one sees while writing is what others read. */
export function BlockShell({
  block,
  layout,
  attributes = {},
  control,
  still = false,
  id,
  children,
}: BlockShellProps) {
  const shared: SharedAttributes = {
    ...attributes,
    ...(id === undefined ? {} : { id }),
    ...(layout.dir ? { dir: layout.dir } : {}),
  };
  switch (block.type) {
    case 'heading': {
      // The page has the only h1; headings of a text begin below it.
      const Tag = `h${block.level + 1}` as 'h2';
      return (
        <Tag {...shared} className={`rt-heading rt-heading-${block.level}`}>
          {children}
        </Tag>
      );
    }
    case 'list-item': {
      const depth = Math.min(block.depth, 8);
      const number =
        layout.number === undefined ? undefined : itemNumber(layout.number, layout.dir === 'rtl');
      const mark = block.style === 'bullet' ? bullet(depth) : number === undefined ? undefined : `${number}.`;
      return (
        <div
          {...shared}
          className="rt-item"
          data-style={block.style}
          data-depth={depth}
          data-checked={block.checked}
        >
          <span className="rt-marker" contentEditable={false} data-mark={mark}>
            {block.style === 'check' ? control : null}
          </span>
          <div className="rt-words">{children}</div>
        </div>
      );
    }
    case 'quote':
      return (
        <blockquote {...shared} className="rt-quote">
          {children}
        </blockquote>
      );
    case 'code':
      return (
        <pre {...shared} dir="ltr" className="rt-code" data-language={block.language} spellCheck={false}>
          <code>{children}</code>
        </pre>
      );
    case 'divider':
      return (
        <div {...shared} className="rt-divider">
          {children}
          <hr contentEditable={false} />
        </div>
      );
    case 'callout':
      return (
        <CalloutBlock attributes={shared} tone={block.tone} control={control}>
          {children}
        </CalloutBlock>
      );
    case 'table':
      return (
        <TableBlock attributes={shared} block={block} still={still}>
          {children}
        </TableBlock>
      );
    case 'judgement':
      return <JudgementBlock attributes={shared}>{children}</JudgementBlock>;
    case 'decision':
      return <DecisionBlock attributes={shared}>{children}</DecisionBlock>;
    case 'image':
      return (
        <ImageBlock attributes={shared} block={block}>
          {children}
        </ImageBlock>
      );
    case 'file':
      return (
        <FileBlock attributes={shared} block={block}>
          {children}
        </FileBlock>
      );
    case 'audio':
      return (
        <AudioBlock attributes={shared} block={block}>
          {children}
        </AudioBlock>
      );
    case 'record':
      return (
        <RecordBlock attributes={shared} block={block} still={!still}>
          {children}
        </RecordBlock>
      );
    default:
      return (
        <p {...shared} className="rt-paragraph">
          {children}
        </p>
      );
  }
}

const bullet = (depth: number): string => ['•', '◦', '▪'][depth % 3] ?? '•';
