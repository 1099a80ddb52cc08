export { useAttachmentAccess } from './attachment-access.ts';
export { type BinnableNoun, CONFIRM_ABOVE, ConfirmBin, type MoveToBin, useMoveToBin } from './bin.tsx';
export { CheckList, type CheckListProps } from './check-list.tsx';
export { ChooseToggle, type Choosing, ChosenBar, useChoosing } from './choosing.tsx';
export type { Command, CommandTools } from './command.ts';
export { ExportDocuments, type ExportDocumentsProps } from './export-documents.tsx';
export { FileDrop, type FileDropProps, hasExtension, useFileDrop } from './file-drop.tsx';
export { BinnedBanner, ConflictNotice, FormSaveState, PageSection, RecordPending } from './form-parts.tsx';
export { type HandedPackage, handOverPackage, takeHandedPackage } from './hand-over.ts';
export { HistoryOf, HistoryPanel } from './history-panel.tsx';
export { CheckStep, type CheckStepProps } from './import/check-step.tsx';
export {
  ColumnsStep,
  type ColumnsStepProps,
  ColumnTable,
  type ColumnTableProps,
  withTarget,
} from './import/columns-step.tsx';
export { type JobAddress, useJobAddress } from './import/job-address.ts';
export { PickStep, type PickStepProps, type PickTrouble } from './import/pick-step.tsx';
export { NotTaken, type NotTakenProps } from './import/report.tsx';
export { type ImportRunProps, RunStep, type RunStepProps } from './import/run-step.tsx';
export { type StagedUploads, useStagedUploads } from './import/staged-uploads.ts';
export { JobProgress } from './job-progress.tsx';
export { LinksPanel } from './links-panel.tsx';
export { useNewSession } from './new-session.ts';
export { loadMore, matchesWords, PAGE_ROWS, pagedItems, pagedOptions, useLoadAll } from './paged-list.ts';
export { PeoplePicker, PersonPicker } from './person-picker.tsx';
export type { PickedFile } from './picked-files.ts';
export { ProblemDetail, ProblemWords } from './problem-detail.tsx';
export { PlaybookTexts, RecordReadable, StepReadable } from './readable-text.tsx';
export { type DocumentNoun, RecordDocument, RecordText, useRecordAccess } from './record-document.tsx';
export {
  type FormFields,
  type FormNoun,
  type FormRecord,
  type RecordForm,
  useRecordForm,
} from './record-form.ts';
export { RecordIcon } from './record-icon.tsx';
export { PersonName, RecordLink, RecordLinkById } from './record-link.tsx';
export { hasPage, recordPath } from './record-path.ts';
export { RecordPicker } from './record-picker.tsx';
export { useRecordRef, useRecordRefs } from './record-refs.ts';
export { DoneHeading, type EndWords, JobEnded, RunStates, type RunStatesProps } from './run-states.tsx';
export { SaveState } from './save-state.tsx';
export { addTags, TagsField } from './tags-field.tsx';
export { TitleField } from './title-field.tsx';
export { TopicPicker, topicName } from './topic-picker.tsx';
export { useCreateAndOpen } from './use-create-and-open.ts';
export { useSidePanel } from './use-side-panel.ts';
export { Tally, Wizard, type WizardProps } from './wizard.tsx';
