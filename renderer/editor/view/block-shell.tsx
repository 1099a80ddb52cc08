import type { ReactNode, Ref } from 'react';
import type { Block } from '../../../shared/richtext/document.ts';
import type { BlockLayout } from '../core/layout.ts';

/** What Slate wants on the outermost element of a block; empty in the read-only view. */
interface ShellAttributes {
  readonly ref?: Ref<never>;
  readonly 'data-slate-node'?: 'element';
  readonly 'data-slate-void'?: true;
}

interface BlockShellProps {
  readonly block: Block;
  readonly layout: BlockLayout;
  readonly attributes?: ShellAttributes;
  /** The box of a check-list item; the editor gives a live one, the view a still one. */
  readonly box?: ReactNode;
  readonly id?: string;
  readonly children: ReactNode;
}

const persian = new Intl.NumberFormat('fa', { useGrouping: false });

/** The number of a list item in the digits of the line it stands in. */
const itemNumber = (value: number, rtl: boolean): string => (rtl ? persian.format(value) : String(value));

/** The element of a block, the same for writing and for reading: what one sees while writing is what others read. */
export function BlockShell({ block, layout, attributes = {}, box, id, children }: BlockShellProps) {
  const shared = {
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
            {block.style === 'check' ? box : null}
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
    default:
      return (
        <p {...shared} className="rt-paragraph">
          {children}
        </p>
      );
  }
}

const bullet = (depth: number): string => ['•', '◦', '▪'][depth % 3] ?? '•';
