import { rm } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import type { DocumentFormat } from '../../shared/richtext/export-losses.ts';
import { openThread } from '../threads/open-thread.ts';
import type { DocumentSet } from './document-set.ts';
import type { WrittenFile } from './write-set.ts';
import type { WriteAnswer, WriteTask } from './write-worker.ts';

/**
 * Writes the set on a thread of its own. Rejects when it is cancelled, when the disk is full (with the code of the
 * system) or when the set cannot be written; nothing is left at `path` then.
 */
export async function writeDocuments(
  set: DocumentSet,
  format: DocumentFormat,
  path: string,
  signal?: AbortSignal,
): Promise<WrittenFile> {
  signal?.throwIfAborted();
  const task: WriteTask = { set, format, path };
  const worker = openThread(import.meta.url, 'write-worker', { workerData: task });
  try {
    return await answerOf(worker, signal);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function answerOf(worker: Worker, signal: AbortSignal | undefined): Promise<WrittenFile> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      const error = new Error('cancelled');
      error.name = 'AbortError';
      // Only when it has stopped may its file be removed.
      void worker.terminate().then(() => reject(error));
    };
    signal?.addEventListener('abort', cancel, { once: true });
    const done = (): void => signal?.removeEventListener('abort', cancel);
    worker.once('message', (answer: WriteAnswer) => {
      done();
      if (answer.ok) resolve(answer.file);
      else reject(Object.assign(new Error(answer.message), answer.code === '' ? {} : { code: answer.code }));
    });
    worker.once('error', (error) => {
      done();
      reject(error);
    });
    worker.once('exit', (code) => {
      if (signal?.aborted !== true) reject(new Error(`the writer ended with code ${code}`));
    });
  });
}
