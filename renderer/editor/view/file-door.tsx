import { type ClipboardEvent, type DragEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Editor, Transforms } from 'slate';
import { ReactEditor, useSlateStatic } from 'slate-react';
import { cutWhole } from '../commands/cut.ts';
import { canInsertFiles, type FileWish, insertFiles, onFileWish } from '../commands/files.ts';
import { asBlock } from '../core/convert.ts';
import { type FilePlace, filesOf, type StoreFile } from '../core/file-queue.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { useAttachmentsText } from '../editor-text.ts';
import { useStopOnLeaving } from './pending-files.tsx';

/** What the picker offers first. What a file really is, is read from its bytes. */
const ACCEPTED: Readonly<Record<FileWish, string>> = {
  picture: 'image/png,image/jpeg,image/gif,image/webp,image/avif',
  sound: 'audio/*',
  file: '',
};

/** Tells the editor how files are kept. */
export function useFileStore(editor: RichTextSlate, storeFile: StoreFile | undefined): void {
  useLayoutEffect(() => {
    filesOf(editor).store = storeFile;
  }, [editor, storeFile]);
}

/** The picker of files behind “Picture”, “Sound” and “File”; draws nothing one could see. */
export function FilePicker() {
  const editor = useSlateStatic() as RichTextSlate;
  const t = useAttachmentsText();
  const input = useRef<HTMLInputElement>(null);
  const wished = useRef<FileWish>('file');
  useStopOnLeaving(editor);
  useEffect(
    () =>
      onFileWish(editor, (wish) => {
        if (!input.current) return;
        wished.current = wish;
        input.current.accept = ACCEPTED[wish];
        input.current.click();
      }),
    [editor],
  );
  return (
    <input
      ref={input}
      type="file"
      multiple
      hidden
      tabIndex={-1}
      aria-label={t('choose')}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        // Emptied, so that choosing the same file again is a choice too.
        event.target.value = '';
        insertFiles(editor, files, { asFile: wished.current === 'file' });
        ReactEditor.focus(editor);
      }}
    />
  );
}

/** Where dropped files would go: a line across the text at this height, in pixels from the top of the editor. */
interface DropMark {
  readonly top: number;
  readonly place: FilePlace;
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** What stands as a whole is cut as a whole: Slate would copy a figure and leave it standing. */
export function cutFigure(editor: RichTextSlate, event: ClipboardEvent): boolean {
  if (!cutWhole(editor, event.clipboardData)) return false;
  event.preventDefault();
  return true;
}

/** Takes files that are dropped on the text: shows between which blocks they would go, and puts them there. */
export function useFileDropOnText(editor: RichTextSlate) {
  const [mark, setMark] = useState<DropMark>();
  const takes = (event: DragEvent): boolean => carriesFiles(event) && canInsertFiles(editor);
  return {
    mark,
    handlers: {
      onDragOver: (event: DragEvent): boolean => {
        if (!takes(event)) return false;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        const next = markAt(editor, event);
        setMark((before) => (before?.top === next?.top ? before : next));
        return true;
      },
      onDragLeave: (event: DragEvent): boolean => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setMark(undefined);
        return false;
      },
      onDrop: (event: DragEvent): boolean => {
        setMark(undefined);
        if (!takes(event)) return false;
        event.preventDefault();
        const place = markAt(editor, event)?.place;
        const files = [...event.dataTransfer.files];
        if (!editor.selection) Transforms.select(editor, Editor.end(editor, []));
        insertFiles(editor, files, { at: place });
        return true;
      },
    },
  };
}

/** The edge of a block that is nearest to the pointer. */
function markAt(editor: RichTextSlate, event: DragEvent): DropMark | undefined {
  const text = ReactEditor.toDOMNode(editor, editor);
  const index = blockUnder(editor, event.target as Node, event.clientY);
  const block = asBlock(editor.children[index]);
  if (!block) return undefined;
  const rect = ReactEditor.toDOMNode(editor, block).getBoundingClientRect();
  const side = event.clientY < rect.top + rect.height / 2 ? 'before' : 'after';
  const frame = text.closest('.rt-editor')?.getBoundingClientRect();
  const top = Math.round((side === 'before' ? rect.top : rect.bottom) - (frame?.top ?? 0));
  return { top, place: { index, side } };
}

function blockUnder(editor: RichTextSlate, target: Node, y: number): number {
  const element = target instanceof Element ? target : target.parentElement;
  const node = element?.closest('[data-slate-node="element"]');
  if (node && ReactEditor.hasDOMNode(editor, node)) {
    const [index] = ReactEditor.findPath(editor, ReactEditor.toSlateNode(editor, node));
    if (index !== undefined) return index;
  }
  // Between two blocks, or in the empty room around the text: the first block that ends below the pointer.
  const below = editor.children.findIndex(
    (child) => ReactEditor.toDOMNode(editor, child).getBoundingClientRect().bottom >= y,
  );
  return below === -1 ? editor.children.length - 1 : below;
}

export function DropLine({ mark }: { readonly mark: DropMark | undefined }) {
  const t = useAttachmentsText();
  if (!mark) return null;
  return (
    <div className="rt-drop-line" style={{ top: mark.top }}>
      <span>{t('drop')}</span>
    </div>
  );
}
