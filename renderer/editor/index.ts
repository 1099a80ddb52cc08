export type { StoredFile, StoreFile } from './core/file-queue.ts';
export { createDraftKeeper, type DraftState } from './drafts/draft-keeper.ts';
export {
  type DraftedDocument,
  type DraftedDocumentOptions,
  type PublishedText,
  type RestoreOffer,
  type StoredDraft,
  useDraftedDocument,
} from './drafts/use-drafted-document.ts';
export { Outline } from './outline/outline.tsx';
export { OfferedReading, TextPlaceProvider } from './outline/text-place.tsx';
export type { AttachmentAccess, AttachmentState } from './view/attachments.tsx';
export {
  type BlockLinks,
  BlockLinksProvider,
  LandOnReading,
  READING_PREFIX,
} from './view/block-links.tsx';
export { DamagedDocument, type DamagedDocumentProps } from './view/damaged-document.tsx';
export { DraftOffer, DraftStatus } from './view/draft-status.tsx';
export type { FoundRecord, RecordAccess, RecordFacts, RecordKind } from './view/records.ts';
export { RichTextDiffView, type RichTextDiffViewProps } from './view/rich-text-diff-view.tsx';
export { RichTextEditor, type RichTextEditorProps } from './view/rich-text-editor.tsx';
export { RichTextView, type RichTextViewProps } from './view/rich-text-view.tsx';
export type { SearchRecords } from './view/use-suggest.tsx';
export { WordCount } from './view/word-count.tsx';
