import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Change } from '../../shared/contract/changes.ts';
import type { Client } from './api.ts';
import type { ConnectionStore } from './connection-state.ts';

/** Which part of the contract holds a kind: its `get` calls answer for single ids. */
const NOUNS: Readonly<Record<string, string>> = {
  person: 'people',
  mentorship: 'mentorships',
  session: 'sessions',
  recording: 'recordings',
  note: 'notes',
  question: 'questions',
  answer: 'answers',
  case: 'cases',
  customer: 'customers',
  topic: 'topics',
  playbook: 'playbooks',
  review: 'reviews',
  feedback: 'feedback',
  link: 'links',
  attachment: 'attachments',
};

// These never change because a record did.
const APART = new Set([
  'settings',
  'jobs',
  'drafts',
  'changes',
  'uploads',
  'downloads',
  'exports',
  'imports',
]);

const partsOf = (key: QueryKey): { readonly path: readonly string[]; readonly input: unknown } => {
  const [path, options] = key as readonly [unknown, { readonly input?: unknown }?];
  return { path: Array.isArray(path) ? (path as readonly string[]) : [], input: options?.input };
};

/**
 * Does this change make that query old? Single records are spared when the change names other ids; lists, counts, links
 * and searches may show any record, so any record's change touches them.
 */
export const isTouched = (change: Pick<Change, 'kind' | 'ids'>, key: QueryKey): boolean => {
  const { path, input } = partsOf(key);
  const [noun = '', call = ''] = path;
  switch (change.kind) {
    case 'all':
    case 'library':
      return true;
    case 'settings':
      return noun === 'settings' || (noun === 'library' && call === 'status');
    case 'job':
      return (
        noun === 'jobs' ||
        (noun === 'library' && call === 'backups') ||
        (noun === 'exports' && call === 'log')
      );
    case 'draft':
      return noun === 'drafts' || noun === 'home';
    default: {
      if (APART.has(noun)) return false;
      if (noun === 'library') return call === 'stats';
      if (call !== 'get') return true;
      if (noun !== NOUNS[change.kind]) return false;
      const id = (input as { readonly id?: unknown } | undefined)?.id;
      return change.ids === null || (typeof id === 'string' && change.ids.includes(id));
    }
  }
};

/** What the frame stands on: which library is open, and how it looks. */
const isOfFrame = (key: QueryKey): boolean => {
  const [noun, call] = partsOf(key).path;
  return noun === 'settings' || (noun === 'library' && call === 'status');
};

const QUICK_MS = 40;
const BUSY_MS = 500;

/**
 * Collects changes and reads anew what they touch: at once for single saves, at most twice a second while an import
 * pours in thousands.
 */
export const createInvalidator = (
  queries: Pick<QueryClient, 'invalidateQueries' | 'resetQueries'>,
  now: () => number = () => performance.now(),
): ((change: Change) => void) => {
  let waiting: Change[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastFlush = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    timer = undefined;
    lastFlush = now();
    const batch = waiting;
    waiting = [];
    // Another library: what is on show belongs to the old one and must not stand a moment longer.
    // Which library is open stays known until the answer is there: the frame would fall, and all that is half done with it.
    if (batch.some((change) => change.kind === 'library')) {
      void queries.resetQueries({ predicate: (query) => !isOfFrame(query.queryKey) });
      void queries.invalidateQueries({ predicate: (query) => isOfFrame(query.queryKey) });
    } else
      void queries.invalidateQueries({
        predicate: (query) => batch.some((change) => isTouched(change, query.queryKey)),
      });
  };
  return (change) => {
    waiting.push(change);
    timer ??= setTimeout(flush, now() - lastFlush < BUSY_MS ? BUSY_MS : QUICK_MS);
  };
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/**
 * Keeps the one subscription to changes alive. After a gap (store restarted, server away) everything is read again,
 * because changes may have been missed. Answers how to stop.
 */
export const followChanges = (
  client: Pick<Client, 'changes'>,
  queries: QueryClient,
  connection: ConnectionStore,
  onChange?: (change: Change) => void,
): (() => void) => {
  const stop = new AbortController();
  const invalidate = createInvalidator(queries);
  const run = async (): Promise<void> => {
    let isFirst = true;
    while (!stop.signal.aborted) {
      try {
        const stream = await client.changes.watch({}, { signal: stop.signal });
        if (!isFirst) void queries.invalidateQueries();
        isFirst = false;
        for await (const change of stream) {
          invalidate(change);
          onChange?.(change);
        }
      } catch {
        // told by the connection's state; a failing subscription alone is no news for anybody
      }
      if (connection.get() === 'no-key' || connection.get() === 'failed') return;
      await pause(1_000, stop.signal);
    }
  };
  void run();
  return () => stop.abort();
};
