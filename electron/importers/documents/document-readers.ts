import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { openThread } from '../../threads/open-thread.ts';
import type { Names } from './names.ts';
import type { ReadAnswer, ReaderSettings, ReadTask, ToReader } from './parsed-note.ts';

// The threads that read for one import. A file that takes too long or too much memory costs its thread; the file is
// reported, a new thread goes on with the rest.

/** Milliseconds one file may take. */
const TIME_MAX = 20_000;
const MEMORY_MAX_MB = 1_024;
const THREADS_MAX = 4;
/** Tasks a thread has in hand: enough that it never waits, few enough that a dead one costs little. */
const AHEAD = 8;
/** Answers that may wait to be fetched. */
const WAITING_MAX = 64;
/** Starting a thread costs as much as reading this many small notes. */
const FILES_FOR_ANOTHER = 40;

type Reader = {
  readonly worker: Worker;
  /** In the order they were handed over; the first is being read. */
  readonly tasks: ReadTask[];
  /** Runs while a task is being read; not while the thread is still starting, which on a busy machine takes long. */
  timer: NodeJS.Timeout | null;
  started: boolean;
  gone: boolean;
};

export type DocumentReaders = {
  /** Tells all threads, present and to come, what there is to link to. */
  readonly setNames: (names: Names) => void;
  /** Answers as they come, in no order, every task once. What is not fetched holds the threads back. */
  readonly run: (tasks: readonly ReadTask[], signal: AbortSignal) => AsyncGenerator<readonly ReadAnswer[]>;
  readonly close: () => Promise<void>;
};

export function openReaders(
  settings: ReaderSettings,
  options: { readonly files: number; readonly timeMax?: number | undefined },
): DocumentReaders {
  const most = Math.min(THREADS_MAX, availableParallelism(), Math.ceil(options.files / FILES_FOR_ANOTHER));
  const timeMax = options.timeMax ?? TIME_MAX;
  const readers: Reader[] = [];
  let names: Names | null = null;
  let waiting: ReadAnswer[] = [];
  let failure: Error | null = null;
  let wake: () => void = () => {};

  const lost = (reader: Reader, problem: 'too-slow' | 'too-complex'): void => {
    if (reader.gone) return;
    reader.gone = true;
    if (reader.timer !== null) clearTimeout(reader.timer);
    readers.splice(readers.indexOf(reader), 1);
    void reader.worker.terminate();
    const [culprit, ...others] = reader.tasks;
    if (culprit !== undefined)
      waiting.push({ type: 'problem', index: culprit.index, characters: 0, problem, detail: '' });
    queue.unshift(...others);
    wake();
  };
  const watch = (reader: Reader): void => {
    if (reader.started && reader.tasks.length > 0)
      reader.timer ??= setTimeout(() => lost(reader, 'too-slow'), timeMax);
  };
  const open = (): Reader => {
    const worker = openThread(import.meta.url, 'document-worker', {
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX_MB },
    });
    const reader: Reader = { worker, tasks: [], timer: null, started: false, gone: false };
    worker.on('message', (answer: ReadAnswer | 'started') => {
      if (reader.timer !== null) clearTimeout(reader.timer);
      reader.timer = null;
      if (answer === 'started') {
        reader.started = true;
        watch(reader);
        return;
      }
      reader.tasks.shift();
      watch(reader);
      waiting.push(answer);
      wake();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return lost(reader, 'too-complex');
      failure = error;
      wake();
    });
    if (names !== null) send(worker, { type: 'names', names });
    readers.push(reader);
    return reader;
  };
  let queue: ReadTask[] = [];
  const feed = (): void => {
    while (queue.length > 0 && waiting.length < WAITING_MAX) {
      const idlest = readers.toSorted((a, b) => a.tasks.length - b.tasks.length)[0];
      const reader =
        idlest === undefined || (idlest.tasks.length > 0 && readers.length < most) ? open() : idlest;
      if (reader.tasks.length >= AHEAD) return;
      const task = queue.shift()!;
      reader.tasks.push(task);
      watch(reader);
      send(reader.worker, { type: 'task', task });
    }
  };

  async function* run(
    tasks: readonly ReadTask[],
    signal: AbortSignal,
  ): AsyncGenerator<readonly ReadAnswer[]> {
    queue = [...tasks];
    let left = tasks.length;
    const stop = (): void => wake();
    signal.addEventListener('abort', stop);
    try {
      while (left > 0) {
        signal.throwIfAborted();
        if (failure !== null) throw failure;
        feed();
        if (waiting.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        const answers = waiting;
        waiting = [];
        left -= answers.length;
        feed();
        yield answers;
      }
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  return {
    setNames: (next) => {
      names = next;
      for (const { worker } of readers) send(worker, { type: 'names', names });
    },
    run,
    close: async () => {
      await Promise.all(
        readers.map((reader) => {
          reader.gone = true;
          if (reader.timer !== null) clearTimeout(reader.timer);
          return reader.worker.terminate();
        }),
      );
    },
  };
}

function send(worker: Worker, message: ToReader): void {
  worker.postMessage(message);
}
