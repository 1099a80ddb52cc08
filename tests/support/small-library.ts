import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureIndex } from '../../electron/data/full-text.ts';
import { transact, type WriteDb } from '../../electron/data/handle.ts';
import { createDatabase } from '../../electron/data/open-database.ts';
import { findRecord, itemOf, saveRecord } from '../../electron/data/records.ts';
import { answerDefaults } from '../../shared/domain/answer.ts';
import { attachmentDefaults } from '../../shared/domain/attachment.ts';
import { caseDefaults } from '../../shared/domain/case.ts';
import { customerDefaults } from '../../shared/domain/customer.ts';
import { feedbackDefaults } from '../../shared/domain/feedback.ts';
import { linkDefaults } from '../../shared/domain/link.ts';
import { mentorshipDefaults } from '../../shared/domain/mentorship.ts';
import { noteDefaults } from '../../shared/domain/note.ts';
import { personDefaults } from '../../shared/domain/person.ts';
import { playbookDefaults } from '../../shared/domain/playbook.ts';
import { questionDefaults } from '../../shared/domain/question.ts';
import type { RecordKind } from '../../shared/domain/record.ts';
import { RECORD_SCHEMAS, type RecordOf } from '../../shared/domain/record-of.ts';
import { recordingDefaults } from '../../shared/domain/recording.ts';
import { reviewDefaults } from '../../shared/domain/review.ts';
import { sessionDefaults } from '../../shared/domain/session.ts';
import { topicDefaults } from '../../shared/domain/topic.ts';
import type { RichText } from '../../shared/richtext/document.ts';

// A library in a temporary folder, for tests of what stands on the store. Time and ids are counted, so that every run of
// a test makes the same records.

const DEFAULTS = {
  person: personDefaults,
  mentorship: mentorshipDefaults,
  session: sessionDefaults,
  recording: recordingDefaults,
  note: noteDefaults,
  question: questionDefaults,
  answer: answerDefaults,
  case: caseDefaults,
  customer: customerDefaults,
  topic: topicDefaults,
  playbook: playbookDefaults,
  review: reviewDefaults,
  feedback: feedbackDefaults,
  link: linkDefaults,
  attachment: attachmentDefaults,
};

/** An id that always means the same: `testId('pump')`. */
export function testId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function paragraphs(...texts: readonly string[]): RichText {
  return {
    version: 1,
    blocks: texts.map((text, index) => ({
      id: `block-${index}`,
      type: 'paragraph' as const,
      children: [{ text }],
    })),
  };
}

export type SmallLibrary = {
  readonly folder: string;
  readonly mediaRoot: string;
  readonly db: WriteDb;
  readonly now: () => string;
  readonly makeId: () => string;
  /** Adds a record called `name` in the test; the name makes its id. */
  readonly add: <K extends RecordKind>(kind: K, name: string, fields?: Partial<RecordOf<K>>) => RecordOf<K>;
  /** Saves a new version. */
  readonly change: <K extends RecordKind>(kind: K, id: string, fields: Partial<RecordOf<K>>) => RecordOf<K>;
  readonly find: <K extends RecordKind>(kind: K, name: string) => RecordOf<K> | undefined;
  readonly close: () => void;
};

let libraries = 0;

export function smallLibrary(seconds = 0): SmallLibrary {
  libraries += 1;
  const number = libraries;
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-test-'));
  const database = createDatabase(folder);
  const db = database.write as WriteDb;
  ensureIndex(db);
  let ticks = seconds;
  let made = 0;
  const now = (): string => {
    ticks += 1;
    return new Date(Date.UTC(2026, 0, 1) + ticks * 1000).toISOString();
  };
  const makeId = (): string => {
    made += 1;
    return testId(`made ${number} ${made}`);
  };
  const save = (kind: RecordKind, before: unknown, after: unknown): void => {
    const parsed = RECORD_SCHEMAS[kind].parse(after);
    transact(db, () =>
      saveRecord(db, before === null ? null : itemOf(kind, before as never), itemOf(kind, parsed as never), {
        makeId,
        authorId: null,
        reason: '',
      }),
    );
  };
  return {
    folder,
    mediaRoot: join(folder, 'media'),
    db,
    now,
    makeId,
    add: (kind, name, fields = {}) => {
      const at = now();
      const record = {
        ...DEFAULTS[kind],
        id: testId(name),
        createdAt: at,
        updatedAt: at,
        createdBy: null,
        version: 1,
        deletedAt: null,
        ...fields,
      } as unknown as RecordOf<typeof kind>;
      save(kind, null, record);
      return record;
    },
    change: (kind, id, fields) => {
      const before = findRecord(db, kind, id) as RecordOf<typeof kind>;
      const after = { ...before, ...fields, version: before.version + 1, updatedAt: now() };
      save(kind, before, after);
      return after;
    },
    find: (kind, name) => findRecord(db, kind, testId(name)),
    close: () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
