import { type MouseEvent, useCallback, useSyncExternalStore } from 'react';
import { Transforms } from 'slate';
import { ReactEditor, type RenderElementProps, type RenderLeafProps, useSlateStatic } from 'slate-react';
import { ownDirection } from '../../../shared/richtext/direction.ts';
import type { Block, Link, Mention } from '../../../shared/richtext/document.ts';
import { isSafeUrl } from '../../../shared/richtext/document.ts';
import { toggleChecked } from '../commands/blocks.ts';
import { type BlockLayout, currentLayout, NO_LAYOUT } from '../core/layout.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useEditorText } from '../editor-text.ts';
import { BlockShell } from './block-shell.tsx';
import { CalloutTone } from './callout-tone.tsx';
import { subscribeToLayout } from './editor-signal.ts';
import { MentionChip } from './mention-chip.tsx';
import { CellElement, PartElement, RowElement, TableHead } from './part-elements.tsx';
import { PendingFiles, usePendingPlace } from './pending-files.tsx';
import { useRecords } from './records.ts';
import { markedUp } from './run.tsx';

export function renderElement(props: RenderElementProps) {
  const { element } = props;
  if (element.type === 'link') return <LinkElement {...props} element={element} />;
  if (element.type === 'mention') return <MentionElement {...props} element={element} />;
  if (element.type === 'row') return <RowElement {...props} element={element} />;
  if (element.type === 'cell') return <CellElement {...props} element={element} />;
  if (element.type === 'part') return <PartElement {...props} element={element} />;
  return <BlockElement {...props} element={element} />;
}

export const renderLeaf = ({ attributes, leaf, children }: RenderLeafProps) => (
  <span {...attributes}>{markedUp(leaf, children)}</span>
);

const asleep = () => () => undefined;

/**
 * What this block shows because of its neighbours. Only a block that depends on them listens: a numbered item, and a
 * line without a letter of its own; thousands of others cost nothing when a key is struck.
 */
function useBlockLayout(editor: RichTextSlate, block: Block): BlockLayout {
  const own = ownDirection(block);
  const depends = own === undefined || (block.type === 'list-item' && block.style === 'number');
  const subscribe = useCallback((wake: () => void) => subscribeToLayout(editor, wake), [editor]);
  const now = (): string => {
    if (!depends) return '';
    const layout = currentLayout(editor).get(block) ?? NO_LAYOUT;
    return `${layout.dir ?? ''}:${layout.number ?? ''}`;
  };
  const key = useSyncExternalStore(depends ? subscribe : asleep, now);
  if (!depends) return { dir: own, number: undefined };
  const [dir, number] = key.split(':');
  return {
    dir: dir === 'rtl' || dir === 'ltr' ? dir : undefined,
    number: number ? Number(number) : undefined,
  };
}

function BlockElement({ attributes, element, children }: RenderElementProps & { readonly element: Block }) {
  const editor = useSlateStatic() as RichTextSlate;
  const layout = useBlockLayout(editor, element);
  const pending = usePendingPlace(element.id);
  // Slate guesses a direction too; ours knows what the writer chose.
  const { dir: _guess, ...rest } = attributes;
  const control =
    element.type === 'list-item' && element.style === 'check' ? (
      <CheckBox editor={editor} block={element} />
    ) : element.type === 'callout' ? (
      <CalloutTone block={element} />
    ) : undefined;
  return (
    <>
      {pending ? <PendingFiles files={pending.before} /> : null}
      <BlockShell block={element} layout={layout} attributes={rest} control={control}>
        {element.type === 'table' ? <TableHead table={element}>{children}</TableHead> : children}
      </BlockShell>
      {pending ? <PendingFiles files={pending.after} /> : null}
    </>
  );
}

function CheckBox({
  editor,
  block,
}: {
  readonly editor: RichTextSlate;
  readonly block: Extract<Block, { type: 'list-item' }>;
}) {
  const t = useEditorText();
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      checked={block.checked ?? false}
      aria-label={t(block.checked ? 'check.done' : 'check.open')}
      onChange={() => {
        const [index] = ReactEditor.findPath(editor, block);
        if (index !== undefined) toggleChecked(editor, index);
      }}
    />
  );
}

function LinkElement({ attributes, element, children }: RenderElementProps & { readonly element: Link }) {
  const open = (event: MouseEvent) => {
    // A plain click puts the cursor into the words; going there takes Ctrl or Command, as in every editor.
    event.preventDefault();
    if ((event.ctrlKey || event.metaKey) && isSafeUrl(element.url))
      window.open(element.url, '_blank', 'noopener,noreferrer');
  };
  return (
    <a
      {...attributes}
      className="rt-link"
      href={isSafeUrl(element.url) ? element.url : undefined}
      title={element.url}
      onClick={open}
    >
      {children}
    </a>
  );
}

function MentionElement({
  attributes,
  element,
  children,
}: RenderElementProps & { readonly element: Mention }) {
  const desk = useRecords();
  const editor = useSlateStatic();
  const open = (event: MouseEvent) => {
    if (!desk.canOpen() || !(event.ctrlKey || event.metaKey)) {
      Transforms.select(editor, ReactEditor.findPath(editor, element));
      return;
    }
    event.preventDefault();
    desk.open(element.kind, element.id);
  };
  return (
    <span {...attributes} contentEditable={false} onClick={open} className="rt-mention-frame">
      <MentionChip mention={element} still />
      {children}
    </span>
  );
}
