import type { RichTextSlate } from '../core/slate-types.ts';
import { isKey } from '../view/keys.ts';
import { type FindRequest, findRequests } from './find-request.ts';

/** `mod+alt+f` beside `mod+h`: on Apple machines Command+H hides the whole app. */
const KEYS: readonly (readonly [keys: string, request: FindRequest])[] = [
  ['mod+f', 'find'],
  ['mod+h', 'replace'],
  ['mod+alt+f', 'replace'],
  ['f3', 'next'],
  ['shift+f3', 'previous'],
];

/** Opens the find bar, or goes on with the last search; true when the key was one of its keys. */
export function findKey(editor: RichTextSlate, event: KeyboardEvent): boolean {
  const request = KEYS.find(([keys]) => isKey(event, keys))?.[1];
  return request !== undefined && findRequests.ask(editor, request);
}
