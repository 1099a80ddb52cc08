import { type Block, DOCUMENT_VERSION, type RichText } from './document.ts';

/** Builds a document from plain text: blank lines part paragraphs, single breaks stay inside one. `makeBlockId` must not repeat. */
export function fromPlainText(text: string, makeBlockId: () => string): RichText {
  const blocks: Block[] = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((part) => part.replace(/^\n+|\n+$/g, ''))
    .filter((part) => part !== '')
    .map((part) => ({ id: makeBlockId(), type: 'paragraph', children: [{ text: part }] }));
  return { version: DOCUMENT_VERSION, blocks };
}
