import { Trash2 } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { ReactEditor, useSlateStatic } from 'slate-react';
import type { BlockOf } from '../../../../shared/richtext/document.ts';
import { IconButton } from '../../../ui/index.ts';
import {
  chooseBlock,
  type Figure,
  isChosen,
  removeBlockById,
  subscribeToChoice,
} from '../../commands/figures.ts';
import type { RichTextSlate } from '../../core/slate-types.ts';
import { useAttachmentsText } from '../../editor-text.ts';
import type { SharedAttributes } from './shell-attributes.ts';

/** What the block of a picture, a file or a sound is given. `children`: its caption. */
export interface FigureBlockProps<Type extends Figure['type']> {
  readonly attributes: SharedAttributes;
  readonly block: BlockOf<Type>;
  readonly children: ReactNode;
}

/** What stands above the caption. While writing, a click chooses the figure, and its tools come out. */
export function Stage({
  block,
  writing,
  children,
  tools,
  className,
}: {
  readonly block: Figure;
  readonly writing: boolean;
  readonly children: ReactNode;
  readonly tools?: ReactNode;
  readonly className?: string;
}) {
  const look = className === undefined ? 'rt-stage' : `rt-stage ${className}`;
  if (!writing) return <div className={look}>{children}</div>;
  return (
    <WritingStage block={block} className={look} tools={tools}>
      {children}
    </WritingStage>
  );
}

function WritingStage({
  block,
  children,
  tools,
  className,
}: {
  readonly block: Figure;
  readonly children: ReactNode;
  readonly tools: ReactNode;
  readonly className: string;
}) {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useAttachmentsText();
  const chosen = useSyncExternalStore(
    (listener) => subscribeToChoice(editor, listener),
    () => isChosen(editor, block.id),
  );
  return (
    <div
      className={className}
      contentEditable={false}
      suppressContentEditableWarning
      data-chosen={chosen || undefined}
      onClick={(event) => {
        // React brings the clicks of a tool's popover here, too, though it stands elsewhere on the page.
        if (!event.currentTarget.contains(event.target as Node)) return;
        // Buttons, links and players of the figure do what they do; the rest of it chooses.
        if ((event.target as Element).closest('button, a, audio, [role="slider"]')) return;
        const [index] = ReactEditor.findPath(editor, block);
        if (index === undefined) return;
        event.preventDefault();
        ReactEditor.focus(editor);
        chooseBlock(editor, index);
      }}
    >
      {children}
      <div className="rt-figure-tools" role="group" aria-label={t('tools', { name: block.name })}>
        {tools}
        <IconButton
          size="sm"
          label={t(`remove.${block.type}`)}
          onPress={() => {
            removeBlockById(editor, block.id);
            ReactEditor.focus(editor);
          }}
        >
          <Trash2 aria-hidden="true" />
        </IconButton>
      </div>
      <span role="status" className="rt-spoken">
        {chosen ? t(`chosen.${block.type}`) : ''}
      </span>
    </div>
  );
}

/** True inside the editor: only there may Slate be asked anything. */
export const isWriting = (attributes: { readonly 'data-slate-node'?: 'element' }): boolean =>
  attributes['data-slate-node'] !== undefined;
