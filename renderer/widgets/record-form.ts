import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Answer } from '../../shared/domain/answer.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { Customer } from '../../shared/domain/customer.ts';
import type { Feedback } from '../../shared/domain/feedback.ts';
import type { Link } from '../../shared/domain/link.ts';
import type { Mentorship } from '../../shared/domain/mentorship.ts';
import type { Note } from '../../shared/domain/note.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Playbook, Section } from '../../shared/domain/playbook.ts';
import { mergeSections } from '../../shared/domain/playbook-merge.ts';
import type { Question } from '../../shared/domain/question.ts';
import type { Recording } from '../../shared/domain/recording.ts';
import type { Review } from '../../shared/domain/review.ts';
import type { Session } from '../../shared/domain/session.ts';
import type { Topic } from '../../shared/domain/topic.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { type MergeConflict, mergeDocuments } from '../../shared/richtext/merge.ts';
import { api, client, onBeforeClose, toProblem } from '../client/index.ts';
import {
  type Conflict,
  createRecordSaver,
  type FieldMerge,
  type RecordSaver,
  type SaveStateName,
  type Versioned,
} from './record-saver.ts';

/** The records a form can edit, by the part of the contract that keeps them. */
interface FormRecords {
  people: Person;
  mentorships: Mentorship;
  sessions: Session;
  recordings: Recording;
  notes: Note;
  questions: Question;
  answers: Answer;
  cases: Case;
  customers: Customer;
  topics: Topic;
  playbooks: Playbook;
  reviews: Review;
  feedback: Feedback;
  links: Link;
}
export type FormNoun = keyof FormRecords;
export type FormRecord<N extends FormNoun> = FormRecords[N];
export type FormFields<N extends FormNoun> = Partial<
  Omit<FormRecords[N], 'id' | 'createdAt' | 'updatedAt' | 'createdBy' | 'version' | 'deletedAt'>
>;

export interface RecordForm<N extends FormNoun> {
  /** With everything typed so far. Undefined while it is being read. */
  readonly record: FormRecord<N> | undefined;
  readonly state: SaveStateName;
  /** Why saving failed (see `useProblemText`), else null. */
  readonly error: unknown;
  /** Why the record could not be read (NOT_FOUND, …), else null. */
  readonly loadError: unknown;
  readonly conflict: Conflict<FormRecord<N>> | null;
  /** Changes fields; they are saved by themselves a moment later. See RecordSaver for `how`. */
  readonly set: (
    fields: FormFields<N>,
    how?: { readonly base?: FormFields<N>; readonly reason?: string },
  ) => void;
  /** The blocks of a text that were changed here and in another window since it was last asked. */
  readonly takeConflicts: (
    field: string,
    isWanted?: (conflict: MergeConflict) => boolean,
  ) => readonly MergeConflict[];
  readonly flush: () => Promise<void>;
  readonly settle: (winner: 'mine' | 'theirs') => void;
  /** The state at this very moment, for code that has just awaited `flush()`. */
  readonly now: () => {
    readonly record: FormRecord<N> | null;
    readonly state: SaveStateName;
    readonly error: unknown;
  };
}

interface Held {
  readonly saver: RecordSaver<Versioned>;
  users: number;
  readonly forget: () => void;
}

// By query client, so that tests (and a library opened anew) never meet the records of another.
const held = new WeakMap<QueryClient, Map<string, Held>>();

const HEALING = new Set(['DISCONNECTED', 'DISK_FULL']);

interface AnyCalls {
  readonly get: (input: { id: string }) => Promise<Versioned>;
  readonly save: (input: {
    id: string;
    expectedVersion: number;
    fields: Record<string, unknown>;
    reason?: string;
    writer: string;
  }) => Promise<Versioned>;
}

const saverOf = (queries: QueryClient, noun: FormNoun, id: string): Held => {
  let map = held.get(queries);
  if (!map) {
    map = new Map();
    held.set(queries, map);
  }
  const name = `${noun} ${id}`;
  const found = map.get(name);
  if (found) return found;
  const calls = client[noun] as unknown as AnyCalls;
  const queryKey = api[noun].get.queryKey({ input: { id } });
  const saver = createRecordSaver<Versioned>({
    load: () => calls.get({ id }),
    save: (expectedVersion, fields, reason) =>
      calls.save({
        id,
        expectedVersion,
        fields: { ...fields },
        writer: WRITER,
        ...(reason === '' ? {} : { reason }),
      }),
    merge: mergeField,
    adopt: (record) => {
      const known = queries.getQueryData(queryKey) as Versioned | undefined;
      if (!known || known.version < record.version) queries.setQueryData(queryKey, record as never);
    },
    isStale: (error) => toProblem(error).code === 'STALE',
    mayHeal: (error) => HEALING.has(toProblem(error).code),
  });
  const stop = onBeforeClose(saver.flush, () => {
    const { state } = saver.view();
    return state === 'failed' || state === 'conflict';
  });
  const entry: Held = {
    saver,
    users: 0,
    forget: () => {
      stop();
      map.delete(name);
    },
  };
  map.set(name, entry);
  return entry;
};

/** This load of the page, as the author of drafts: another window has another, so neither settles the other's. */
export const WRITER = globalThis.crypto.randomUUID();

/** Texts are joined block by block; of anything else that both changed, a person chooses. */
const mergeField = (
  field: string,
  before: unknown,
  mine: unknown,
  theirs: unknown,
): FieldMerge | undefined => {
  if (field === 'sections') {
    const { sections, conflicts } = mergeSections(
      before as Section[],
      mine as Section[],
      theirs as Section[],
    );
    return { value: sections, conflicts };
  }
  if (field !== 'document' && field !== 'notes') return undefined;
  const { document, conflicts } = mergeDocuments(before as RichText, mine as RichText, theirs as RichText);
  return { value: document, conflicts };
};

/**
 * A record that saves itself: `const form = useRecordForm('people', id); form.set({ role })`. Show `form.state` with
 * SaveState and, while `form.conflict` is set, a ConflictNotice. What could not be saved is kept for as long as the window
 * lives, also when the page is left and visited again.
 */
export const useRecordForm = <N extends FormNoun>(noun: N, id: string): RecordForm<N> => {
  const queries = useQueryClient();
  const entry = useMemo(() => saverOf(queries, noun, id), [queries, noun, id]);
  const saver = entry.saver as unknown as RecordSaver<FormRecord<N>>;
  // The cast keeps one hook for all nouns: each noun's `get` has the same input and answers its own record.
  const { data, error: loadError } = useQuery(
    api[noun].get.queryOptions({ input: { id } }) as unknown as {
      queryKey: readonly unknown[];
      queryFn: () => Promise<Versioned>;
    },
  );
  useEffect(() => {
    if (data) saver.take(data as unknown as FormRecord<N>);
  }, [data, saver]);
  useEffect(() => {
    entry.users += 1;
    return () => {
      entry.users -= 1;
      void entry.saver.flush().then(() => {
        // Later, because React mounts twice in development and pages come and go quickly.
        setTimeout(() => {
          if (entry.users === 0 && entry.saver.isClean()) entry.forget();
        }, 1_000);
      });
    };
  }, [entry]);
  const view = useSyncExternalStore(saver.subscribe, saver.view);
  const set = useCallback<RecordForm<N>['set']>(
    (fields, how) => saver.set(fields as never, how as never),
    [saver],
  );
  return {
    record: view.record ?? undefined,
    state: view.state,
    error: view.error,
    loadError: view.record ? null : loadError,
    conflict: view.conflict,
    set,
    takeConflicts: saver.takeConflicts as RecordForm<N>['takeConflicts'],
    flush: saver.flush,
    settle: saver.settle,
    now: saver.view,
  };
};
