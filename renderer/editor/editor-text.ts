import { useT } from '../i18n/index.ts';

/** The words of the editor in the language of the interface: keys of the `editor` catalogue. */
export const useEditorText = () => useT('editor');
export type EditorText = ReturnType<typeof useEditorText>;
