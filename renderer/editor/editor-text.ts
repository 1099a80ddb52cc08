import { useT } from '../i18n/index.ts';

/** The words of the editor in the language of the interface: keys of the `editor` catalogue. */
export const useEditorText = () => useT('editor');
export type EditorText = ReturnType<typeof useEditorText>;

/** What blocks and their parts are called: keys of the `blocks` catalogue, which exports and the package reader use too. */
export const useBlockWords = () => useT('blocks');
export type BlockWords = ReturnType<typeof useBlockWords>;

/** Pictures, files, sounds and cards, and what is said while one puts them in: keys of the `attachments` catalogue. */
export const useAttachmentsText = () => useT('attachments');
export type AttachmentsText = ReturnType<typeof useAttachmentsText>;
