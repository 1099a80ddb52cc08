import '../styles/rich-text.css';
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
import { hasSelectedText } from '../commands/blocks.ts';
import { isInsideLink } from '../commands/links.ts';
import { fromSlate, toSlate } from '../core/convert.ts';
import { createRichTextEditor } from '../core/create-editor.ts';
import { EmittedDocuments, isBindable, markBindable } from '../core/emitted-documents.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { FindBar } from '../find/find-bar.tsx';
import { OfferEditor } from '../outline/text-place.tsx';
import { catchUpSelection } from './catch-up-selection.ts';
import { DamagedDocument } from './damaged-document.tsx';
import { DragHandle } from './drag-handle.tsx';
import { announceValue } from './editor-signal.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import { FloatingToolbar } from './floating-toolbar.tsx';
import { FocusMode } from './focus-mode.tsx';
import { FrameContext } from './frame.tsx';
import { handleKey, type KeyMemory } from './key-handler.ts';
import { isKey } from './keys.ts';
import { LinkForm } from './link-form.tsx';
import { requestLink } from './link-request.ts';
import { PasteNote } from './paste-note.tsx';
import { type RecordAccess, RecordContext, useRecordDesk } from './records.ts';
import { RichTextView } from './rich-text-view.tsx';
import { spareSelectionWalk } from './selection-walk.ts';
import { renderChunk, renderElement, renderLeaf } from './slate-elements.tsx';
import { Spoken } from './spoken.tsx';
import { toolKey } from './tool-keys.ts';
import { type SearchRecords, Suggest, type SuggestAria, type SuggestState } from './use-suggest.tsx';
import { EditorFoot } from './word-count.tsx';

export interface RichTextEditorProps extends RecordAccess {
  /** The text. A document the editor gave out itself may come back late: it is not taken for a new one. */
  readonly document: RichText;
  readonly onChange: (document: RichText) => void;
  /** The writer has left the text, or the page is being hidden: save now what waits to be saved. */
  readonly onFlush?: (() => void) | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly ariaLabel: string;
  /** Finds records to mention; without it `@` and `#` are only letters. */
  readonly searchRecords?: SearchRecords | undefined;
  /** Shows below the text how many words it has and how long it takes to read. */
  readonly hasFoot?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Writes a document. Read-only, or with a document that could not be read, nothing is bound and nothing can change. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { document, readOnly, onOpenRecord, resolveTitle } = props;
  const bindable = useMemo(() => isBindable(document), [document]);
  if (!bindable) return <DamagedDocument raw={JSON.stringify(document, null, 2)} />;
  if (readOnly)
    return <RichTextView document={document} onOpenRecord={onOpenRecord} resolveTitle={resolveTitle} />;
  return <LiveEditor {...props} />;
}

function LiveEditor({
  document,
  onChange,
  onFlush,
  autoFocus,
  placeholder,
  ariaLabel,
  searchRecords,
  hasFoot,
  className,
  onOpenRecord,
  resolveTitle,
}: RichTextEditorProps) {
  const [editor] = useState(() => createRichTextEditor());
  const [initialValue] = useState(() => toSlate(document, editor.makeBlockId));
  const [emitted] = useState(() => new EmittedDocuments(document));
  const keyMemory = useRef<KeyMemory>({ tabLeaves: false });
  const suggest = useRef<SuggestState | undefined>(undefined);
  const [suggestAria, setSuggestAria] = useState<SuggestAria>();
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const desk = useRecordDesk({ onOpenRecord, resolveTitle });

  useEffect(() => {
    if (!emitted.isForeign(document)) return;
    emitted.remember(document);
    // One undo step: even a text replaced from outside by mistake can be had back.
    HistoryEditor.withNewBatch(editor, () =>
      Transforms.setChildren(editor, toSlate(document, editor.makeBlockId)),
    );
  }, [document, editor, emitted]);

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
        toToolbar(frame, nativeEvent) ||
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
  const above = useMemo(
    () => (
      <>
        <div className="rt-bars">
          <EditorToolbar canMention={canMention} />
          <FindBar />
        </div>
        <PasteNote />
      </>
    ),
    [canMention],
  );
  const beside = useMemo(
    () => (
      <>
        {hasFoot ? <EditorFoot /> : null}
        <DragHandle frame={frame} />
        <FocusMode frame={frame} />
        <Spoken />
        <OfferEditor />
      </>
    ),
    [frame, hasFoot],
  );

  return (
    <RecordContext value={desk}>
      <div ref={setFrame} className={className ? `rt-editor ${className}` : 'rt-editor'} onBlur={onBlur}>
        <Slate editor={editor} initialValue={initialValue} onValueChange={onValueChange}>
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
            onMouseDown={(event) => {
              if (event.target === event.currentTarget) focusEnd(editor, event);
            }}
          />
          {beside}
          <FrameContext value={frame}>
            <FloatingToolbar />
            <LinkForm />
            <Suggest state={suggest} searchRecords={searchRecords} onAria={setSuggestAria} />
          </FrameContext>
        </Slate>
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

/** Alt+F10 goes to the toolbar, as in other editors: Tab may belong to a list. */
function toToolbar(frame: HTMLElement | null, event: globalThis.KeyboardEvent): boolean {
  if (!isKey(event, 'alt+f10')) return false;
  frame?.querySelector<HTMLElement>('[role="toolbar"] button[tabindex="0"]')?.focus();
  return true;
}

/** A click into the empty space under the text means "go on writing", not nothing. */
function focusEnd(editor: RichTextSlate, event: { clientY: number; preventDefault: () => void }): void {
  const last = ReactEditor.toDOMNode(editor, editor).lastElementChild?.getBoundingClientRect();
  if (!last || event.clientY <= last.bottom) return;
  event.preventDefault();
  ReactEditor.focus(editor);
  Transforms.select(editor, Editor.end(editor, []));
}
