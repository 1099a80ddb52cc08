import '../styles/rich-text.css';
import '../styles/figures.css';
import '../styles/editor.css';
import '../styles/tools.css';
import {
  type FocusEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Editor, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import { Editable, ReactEditor, Slate } from 'slate-react';
import type { RichText } from '../../../shared/richtext/document.ts';
import { hasSelectedText, isStanding } from '../commands/blocks.ts';
import { isInsideLink } from '../commands/links.ts';
import { allowCards } from '../commands/record-card.ts';
import { asBlock, fromSlate, toSlate } from '../core/convert.ts';
import { createRichTextEditor } from '../core/create-editor.ts';
import { EmittedDocuments, isBindable, markBindable } from '../core/emitted-documents.ts';
import { replaceText } from '../core/replace-text.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { insertParagraphAfter } from '../core/with-enter.ts';
import { FindBar } from '../find/find-bar.tsx';
import { OfferEditor } from '../outline/text-place.tsx';
import { type AttachmentAccess, AttachmentProvider } from './attachments.tsx';
import { BlockBar } from './block-bar.tsx';
import { LandOnBlock } from './block-links.tsx';
import { catchUpSelectedWords, catchUpSelection } from './catch-up-selection.ts';
import { DamagedDocument } from './damaged-document.tsx';
import { DragHandle } from './drag-handle.tsx';
import { announceValue } from './editor-signal.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import { cutFigure, DropLine, FilePicker, useFileDropOnText, useFileStore } from './file-door.tsx';
import { FloatingToolbar } from './floating-toolbar.tsx';
import { FocusMode } from './focus-mode.tsx';
import { FrameContext } from './frame.tsx';
import { handleKey, type KeyMemory } from './key-handler.ts';
import { isKey } from './keys.ts';
import { openGradually, renderChunk, useDrawTheRest } from './late-chunks.tsx';
import { LinkForm } from './link-form.tsx';
import { requestLink } from './link-request.ts';
import { ListStartForm } from './list-start.tsx';
import { PasteNote } from './paste-note.tsx';
import { LostPendingFiles, PendingProvider } from './pending-files.tsx';
import { type RecordAccess, RecordContext, useRecordDesk } from './records.ts';
import { RichTextView } from './rich-text-view.tsx';
import { spareSelectionWalk } from './selection-walk.ts';
import { renderElement, renderLeaf } from './slate-elements.tsx';
import { Spoken } from './spoken.tsx';
import { withDrawnSelection } from './table-window.ts';
import { toToolbar } from './to-toolbar.ts';
import { toolKey } from './tool-keys.ts';
import { type SearchRecords, Suggest, type SuggestAria, type SuggestState } from './use-suggest.tsx';
import { EditorFoot } from './word-count.tsx';

export interface RichTextEditorProps extends RecordAccess {
  /** The text. A document the editor gave out itself may come back late: it is not taken for a new one. */
  readonly document: RichText;
  /** Goes up when `document` is no echo but was put there on purpose, even if it was written here before. */
  readonly epoch?: number | undefined;
  readonly onChange: (document: RichText) => void;
  /** The writer has left the text, or the page is being hidden: save now what waits to be saved. */
  readonly onFlush?: (() => void) | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly ariaLabel: string;
  /** Finds records to mention; without it `@` and `#` are only letters. */
  readonly searchRecords?: SearchRecords | undefined;
  /** Keeps and shows files; without it none can be put in, and those in the text are their names. */
  readonly attachments?: AttachmentAccess | undefined;
  /** Shows below the text how many words it has and how long it takes to read. */
  readonly hasFoot?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Writes a document. Read-only, or with a document that could not be read, nothing is bound and nothing can change. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { document, readOnly, attachments, onOpenRecord, resolveTitle, resolveRecord } = props;
  const bindable = useMemo(() => isBindable(document), [document]);
  if (!bindable) return <DamagedDocument raw={JSON.stringify(document, null, 2)} />;
  if (readOnly)
    return <RichTextView {...{ document, attachments, onOpenRecord, resolveTitle, resolveRecord }} />;
  return <LiveEditor {...props} />;
}

function LiveEditor({
  document,
  epoch,
  onChange,
  onFlush,
  autoFocus,
  placeholder,
  ariaLabel,
  searchRecords,
  hasFoot,
  className,
  attachments,
  onOpenRecord,
  resolveTitle,
  resolveRecord,
}: RichTextEditorProps) {
  const [editor] = useState(() => {
    const made = withDrawnSelection(createRichTextEditor());
    openGradually(made);
    return made;
  });
  useDrawTheRest(editor);
  const [initialValue] = useState(() => toSlate(document, editor.makeBlockId));
  const [emitted] = useState(() => new EmittedDocuments(document));
  const keyMemory = useRef<KeyMemory>({ tabLeaves: false });
  const suggest = useRef<SuggestState | undefined>(undefined);
  const [suggestAria, setSuggestAria] = useState<SuggestAria>();
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const desk = useRecordDesk({ onOpenRecord, resolveTitle, resolveRecord });
  useFileStore(editor, attachments?.storeFile);
  const drop = useFileDropOnText(editor);

  const seenEpoch = useRef(epoch);
  useEffect(() => {
    const isMeant = seenEpoch.current !== epoch;
    seenEpoch.current = epoch;
    if (isMeant ? emitted.isLatest(document) : !emitted.isForeign(document)) return;
    emitted.remember(document);
    // One undo step: even a text replaced from outside by mistake can be had back.
    HistoryEditor.withNewBatch(editor, () => replaceText(editor, toSlate(document, editor.makeBlockId)));
  }, [document, epoch, editor, emitted]);

  const onValueChange = useCallback(
    (value: Parameters<typeof fromSlate>[0]) => {
      announceValue(editor);
      const next = fromSlate(value);
      if (emitted.isLatest(next)) return;
      emitted.remember(next);
      markBindable(next);
      onChange(next);
    },
    [editor, emitted, onChange],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const { nativeEvent } = event;
      if (isCommandKey(nativeEvent)) catchUpSelection(editor);
      const taken =
        (!editor.isComposing() && !nativeEvent.isComposing && suggest.current?.onKey(nativeEvent)) ||
        toolKey(editor, nativeEvent) ||
        openLink(editor, nativeEvent) ||
        (isKey(nativeEvent, 'alt+f10') && toToolbar(frame)) ||
        handleKey(editor, nativeEvent, keyMemory.current);
      if (!taken) return;
      event.preventDefault();
      event.stopPropagation();
    },
    [editor, frame],
  );

  const onBlur = useCallback(
    (event: FocusEvent) => {
      // Moving to our own toolbar is not leaving.
      if (!frame?.contains(event.relatedTarget as Node | null)) onFlush?.();
    },
    [frame, onFlush],
  );

  // Drawn once, not at every key, which comes back in as a new document: what they show they learn by themselves.
  const canMention = searchRecords !== undefined;
  allowCards(editor, canMention);
  const above = useMemo(
    () => (
      <>
        <div className="rt-bars">
          <EditorToolbar canMention={canMention} />
          <FindBar />
          <PasteNote />
        </div>
      </>
    ),
    [canMention],
  );
  const beside = useMemo(
    () => (
      <>
        {hasFoot ? <EditorFoot /> : null}
        <DragHandle frame={frame} />
        <FocusMode frame={frame} label={ariaLabel} />
        <Spoken />
        <OfferEditor />
        <LandOnBlock />
        <FilePicker />
        <LostPendingFiles />
      </>
    ),
    [frame, hasFoot, ariaLabel],
  );

  return (
    <RecordContext value={desk}>
      <div ref={setFrame} className={className ? `rt-editor ${className}` : 'rt-editor'} onBlur={onBlur}>
        <AttachmentProvider access={attachments}>
          <Slate editor={editor} initialValue={initialValue} onValueChange={onValueChange}>
            <PendingProvider>
              {above}
              <Editable
                ref={spareSelectionWalk}
                className="rt rt-editable"
                aria-label={ariaLabel}
                autoFocus={autoFocus ?? false}
                placeholder={placeholder}
                renderElement={renderElement}
                renderLeaf={renderLeaf}
                renderChunk={renderChunk}
                spellCheck
                aria-autocomplete={searchRecords ? 'list' : undefined}
                {...suggestAria}
                onKeyDown={onKeyDown}
                onCompositionStart={() => catchUpSelectedWords(editor)}
                {...drop.handlers}
                onCut={(event) => cutFigure(editor, event)}
                onMouseDown={(event) => {
                  if (event.target === event.currentTarget) focusEnd(editor, event);
                }}
              />
              {beside}
              <DropLine mark={drop.mark} />
              <FrameContext value={frame}>
                <BlockBar />
                <FloatingToolbar />
                <LinkForm />
                <ListStartForm />
                <Suggest state={suggest} searchRecords={searchRecords} onAria={setSuggestAria} />
              </FrameContext>
            </PendingProvider>
          </Slate>
        </AttachmentProvider>
      </div>
    </RecordContext>
  );
}

const isCommandKey = (event: globalThis.KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab';

/** Ctrl+K links selected words. With nothing selected the key is the command palette's. */
function openLink(editor: RichTextSlate, event: globalThis.KeyboardEvent): boolean {
  if (!isKey(event, 'mod+k') || !(hasSelectedText(editor) || isInsideLink(editor))) return false;
  requestLink(editor);
  return true;
}

/** A click into the empty space under the text means "go on writing", not nothing. */
function focusEnd(editor: RichTextSlate, event: { clientY: number; preventDefault: () => void }): void {
  const last = ReactEditor.toDOMNode(editor, editor).lastElementChild?.getBoundingClientRect();
  if (!last || event.clientY <= last.bottom) return;
  event.preventDefault();
  ReactEditor.focus(editor);
  const index = editor.children.length - 1;
  const block = asBlock(editor.children[index]);
  // Under a table or a picture there is no line yet to go on in.
  if (block && isStanding(block.type)) insertParagraphAfter(editor, [block, [index]]);
  else Transforms.select(editor, Editor.end(editor, []));
}
