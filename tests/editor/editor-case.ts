import type { RichTextSlate } from '../../renderer/editor/core/slate-types.ts';

/** One behaviour of the editor: a text, what is done to it, what it becomes. See `notation.ts` for the lines. */
export interface EditorCase {
  /** What a person would say is being tested. */
  readonly says: string;
  readonly input: readonly string[];
  readonly run: (editor: RichTextSlate) => void;
  readonly output: readonly string[];
  /** Ids after the run, when they are the point: `block-N` came in with the text, `fresh-N` were made by the editor. */
  readonly ids?: readonly string[];
}

/** Keys struck one after the other. */
export function type(editor: RichTextSlate, text: string): void {
  for (const letter of text) {
    if (letter === '\n') editor.insertBreak();
    else editor.insertText(letter);
  }
}

/** What arrives when an input method commits: many letters at once, while Slate still says that it composes. */
export function compose(editor: RichTextSlate, text: string): void {
  const { isComposing } = editor;
  editor.isComposing = () => true;
  editor.insertText(text);
  editor.isComposing = isComposing;
}

/** A clipboard as a paste hands it over. */
export function clipboard(data: Readonly<Record<string, string>> = {}): DataTransfer {
  const held = new Map(Object.entries(data));
  return {
    getData: (kind: string) => held.get(kind) ?? '',
    setData: (kind: string, text: string) => void held.set(kind, text),
    get types() {
      return [...held.keys()];
    },
  } as unknown as DataTransfer;
}

export const paste = (editor: RichTextSlate, html: string, text = ''): void =>
  editor.insertData(clipboard({ 'text/html': html, 'text/plain': text }));
export const pasteText = (editor: RichTextSlate, text: string): void =>
  editor.insertData(clipboard({ 'text/plain': text }));
