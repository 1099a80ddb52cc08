import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { contract } from '../../shared/contract/contract.ts';
import { openAppSettings } from './app-settings.ts';
import { createChanges } from './changes.ts';
import { CoreError } from './core-error.ts';
import type { Environment } from './environment.ts';
import { toRouter } from './handlers.ts';
import { createJobs } from './jobs.ts';
import { createLibraryKeeper, type LibraryKeeper } from './library-keeper.ts';
import { answerHandlers } from './services/answers.ts';
import { attachmentHandlers } from './services/attachments.ts';
import { caseHandlers } from './services/cases.ts';
import { changeHandlers } from './services/changes.ts';
import { customerHandlers } from './services/customers.ts';
import { draftHandlers } from './services/drafts.ts';
import { exportHandlers } from './services/exports.ts';
import { feedbackHandlers } from './services/feedback.ts';
import { homeHandlers } from './services/home.ts';
import { importHandlers } from './services/imports.ts';
import { jobHandlers } from './services/jobs.ts';
import { libraryHandlers } from './services/library.ts';
import { linkHandlers } from './services/links.ts';
import { mentorshipHandlers } from './services/mentorships.ts';
import { noteHandlers } from './services/notes.ts';
import { personHandlers } from './services/people.ts';
import { playbookHandlers } from './services/playbooks.ts';
import { questionHandlers } from './services/questions.ts';
import { recordingHandlers } from './services/recordings.ts';
import { recordHandlers } from './services/records.ts';
import { reviewHandlers } from './services/reviews.ts';
import { revisionHandlers } from './services/revisions.ts';
import { searchHandlers } from './services/search.ts';
import { sessionHandlers } from './services/sessions.ts';
import { readLibrarySettings, settingsHandlers } from './services/settings.ts';
import { topicHandlers } from './services/topics.ts';
import { downloadHandlers, uploadHandlers } from './services/uploads.ts';
import { createStaging } from './staging.ts';

export type CoreOptions = {
  /** Where this machine keeps its Heirloom settings; never inside a library. */
  readonly stateDir: string;
  readonly resourcesDir: string;
  /** The built reader that goes into every package. */
  readonly readerDir: string;
  readonly now?: () => Date;
  readonly makeId?: () => string;
  /** Port of the loopback server, written into the lock so that a second shell can say where the library is open. */
  readonly port?: number | null;
  /** False for the command line and tests: no backups or checks start by themselves. */
  readonly backgroundWork?: boolean;
  readonly log?: (line: string) => void;
};

export type Core = Awaited<ReturnType<typeof openCore>>;

/** The only place where everything is joined. One of these owns at most one open library. */
export async function openCore(options: CoreOptions) {
  const now = (): string => (options.now?.() ?? new Date()).toISOString();
  const makeId = options.makeId ?? uuidv7;
  mkdirSync(options.stateDir, { recursive: true, mode: 0o700 });
  const changes = createChanges();
  const jobs = createJobs({ now, makeId, changes });
  const staging = createStaging(
    join(tmpdir(), `heirloom-${process.pid}-${randomBytes(6).toString('hex')}`),
    makeId,
  );

  const library = () => {
    const open = keeper.current();
    if (open === null) throw new CoreError('NO_LIBRARY');
    return open;
  };
  const env: Environment = {
    now,
    makeId,
    log: options.log ?? (() => {}),
    stateDir: options.stateDir,
    resourcesDir: options.resourcesDir,
    readerDir: options.readerDir,
    appSettings: openAppSettings(options.stateDir),
    changes,
    jobs,
    staging,
    library,
    read: () => library().read,
    write: () => {
      const open = library();
      if (open.write === null) throw new CoreError('READ_ONLY', { reason: open.readOnlyReason });
      return open.write;
    },
    me: () => readLibrarySettings(library().read).meId,
    tell: (kind, ids) => changes.tell(kind, ids),
  };
  const keeper: LibraryKeeper = createLibraryKeeper(env, {
    port: options.port ?? null,
    backgroundWork: options.backgroundWork ?? true,
  });

  const router = toRouter(contract, {
    answers: answerHandlers(env),
    attachments: attachmentHandlers(env),
    cases: caseHandlers(env),
    changes: changeHandlers(env),
    customers: customerHandlers(env),
    downloads: downloadHandlers(env),
    drafts: draftHandlers(env),
    exports: exportHandlers(env),
    feedback: feedbackHandlers(env),
    home: homeHandlers(env),
    imports: importHandlers(env),
    jobs: jobHandlers(env),
    library: libraryHandlers(env, keeper),
    links: linkHandlers(env),
    mentorships: mentorshipHandlers(env),
    notes: noteHandlers(env),
    people: personHandlers(env),
    playbooks: playbookHandlers(env),
    questions: questionHandlers(env),
    recordings: recordingHandlers(env),
    records: recordHandlers(env),
    reviews: reviewHandlers(env),
    revisions: revisionHandlers(env),
    search: searchHandlers(env),
    sessions: sessionHandlers(env),
    settings: settingsHandlers(env, () => keeper.isOpen()),
    topics: topicHandlers(env),
    uploads: uploadHandlers(env),
  });

  return {
    router,
    /** Folder of content-addressed blobs of the open library. */
    mediaRoot: () => keeper.current()?.mediaRoot ?? null,
    downloadPath: (id: string) => staging.download(id),
    openLibrary: (folder: string, how: { readonly readOnly?: boolean } = {}) => keeper.open(folder, how),
    createSample: keeper.createSample,
    /** For carriers on the same machine that have the user's own path: a file where it lies, as an upload. */
    takePath: (path: string) => staging.takePath(path),
    finished: (jobId: string) => jobs.finished(jobId),
    close: async (): Promise<void> => {
      await jobs.stopAll();
      await keeper.close();
      staging.clear();
    },
  };
}
