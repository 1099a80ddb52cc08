import { answers } from './answers.ts';
import { attachments } from './attachments.ts';
import { cases } from './cases.ts';
import { changes } from './changes.ts';
import { customers } from './customers.ts';
import { drafts } from './drafts.ts';
import { exports } from './exports.ts';
import { feedback } from './feedback.ts';
import { home } from './home.ts';
import { imports } from './imports.ts';
import { jobs } from './jobs.ts';
import { library } from './library.ts';
import { links } from './links.ts';
import { mentorships } from './mentorships.ts';
import { notes } from './notes.ts';
import { people } from './people.ts';
import { playbooks } from './playbooks.ts';
import { questions } from './questions.ts';
import { recordings } from './recordings.ts';
import { records } from './records.ts';
import { reviews } from './reviews.ts';
import { revisions } from './revisions.ts';
import { search } from './search.ts';
import { sessions } from './sessions.ts';
import { settings } from './settings.ts';
import { topics } from './topics.ts';
import { downloads, uploads } from './uploads.ts';

/** Every call a page, a script or a test can make. One implementation, three carriers. */
export const contract = {
  answers,
  attachments,
  cases,
  changes,
  customers,
  downloads,
  drafts,
  exports,
  feedback,
  home,
  imports,
  jobs,
  library,
  links,
  mentorships,
  notes,
  people,
  playbooks,
  questions,
  recordings,
  records,
  reviews,
  revisions,
  search,
  sessions,
  settings,
  topics,
  uploads,
};
export type Contract = typeof contract;
