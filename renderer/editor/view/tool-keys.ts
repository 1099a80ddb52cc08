import type { RichTextSlate } from '../core/slate-types.ts';
import { findKey } from '../find/find-keys.ts';
import { BLOCK_MENU_KEYS, blockMenuRequests } from './drag-handle.tsx';
import { FOCUS_KEYS, focusRequests } from './focus-mode.tsx';
import { isKey } from './keys.ts';
import { moveSectionAndSay } from './spoken.tsx';

/** Keys of the tools around the text; true when one was meant. While an input method composes, every key is its own. */
export function toolKey(editor: RichTextSlate, event: KeyboardEvent): boolean {
  if (editor.isComposing() || event.isComposing || event.keyCode === 229) return false;
  if (isKey(event, FOCUS_KEYS)) return focusRequests.ask(editor, 'toggle');
  if (isKey(event, BLOCK_MENU_KEYS)) return blockMenuRequests.ask(editor, 'open');
  if (isKey(event, 'alt+shift+arrowup')) return moveSectionAndSay(editor, -1);
  if (isKey(event, 'alt+shift+arrowdown')) return moveSectionAndSay(editor, 1);
  return findKey(editor, event);
}
