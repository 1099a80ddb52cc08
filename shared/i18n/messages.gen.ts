// Written by tests/support/write-message-index.ts: one line for each file in messages/en. Do not edit.
import type common from './messages/en/common.json';
import type editor from './messages/en/editor.json';
import type errors from './messages/en/errors.json';
import type frame from './messages/en/frame.json';
import type menu from './messages/en/menu.json';
import type widgets from './messages/en/widgets.json';

export interface Messages {
  readonly common: typeof common;
  readonly editor: typeof editor;
  readonly errors: typeof errors;
  readonly frame: typeof frame;
  readonly menu: typeof menu;
  readonly widgets: typeof widgets;
}
