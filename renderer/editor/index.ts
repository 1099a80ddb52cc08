export { DamagedDocument, type DamagedDocumentProps } from './view/damaged-document.tsx';
export type { FoundRecord, RecordAccess, RecordKind } from './view/records.ts';
export { RichTextEditor, type RichTextEditorProps } from './view/rich-text-editor.tsx';
export { RichTextView, type RichTextViewProps } from './view/rich-text-view.tsx';
