// Written by tests/support/write-message-index.ts: one line for each file in messages/en. Do not edit.
import type aria from './messages/en/aria.json';
import type cases from './messages/en/cases.json';
import type cli from './messages/en/cli.json';
import type common from './messages/en/common.json';
import type editor from './messages/en/editor.json';
import type errors from './messages/en/errors.json';
import type form from './messages/en/form.json';
import type frame from './messages/en/frame.json';
import type home from './messages/en/home.json';
import type mentorships from './messages/en/mentorships.json';
import type menu from './messages/en/menu.json';
import type notes from './messages/en/notes.json';
import type people from './messages/en/people.json';
import type playbooks from './messages/en/playbooks.json';
import type questions from './messages/en/questions.json';
import type reader from './messages/en/reader.json';
import type search from './messages/en/search.json';
import type sessions from './messages/en/sessions.json';
import type settings from './messages/en/settings.json';
import type topics from './messages/en/topics.json';
import type welcome from './messages/en/welcome.json';
import type widgets from './messages/en/widgets.json';

export interface Messages {
  readonly aria: typeof aria;
  readonly cases: typeof cases;
  readonly cli: typeof cli;
  readonly common: typeof common;
  readonly editor: typeof editor;
  readonly errors: typeof errors;
  readonly form: typeof form;
  readonly frame: typeof frame;
  readonly home: typeof home;
  readonly mentorships: typeof mentorships;
  readonly menu: typeof menu;
  readonly notes: typeof notes;
  readonly people: typeof people;
  readonly playbooks: typeof playbooks;
  readonly questions: typeof questions;
  readonly reader: typeof reader;
  readonly search: typeof search;
  readonly sessions: typeof sessions;
  readonly settings: typeof settings;
  readonly topics: typeof topics;
  readonly welcome: typeof welcome;
  readonly widgets: typeof widgets;
}
