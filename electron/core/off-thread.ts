import { openThread } from '../threads/open-thread.ts';
import type { OffThreadAnswer, OffThreadTask } from './off-thread-worker.ts';

/** Runs a check or a backup on a thread of its own with a connection of its own, so that no call waits for it. */
export function offThread(task: OffThreadTask, signal?: AbortSignal): Promise<unknown> {
  const worker = openThread(import.meta.url, 'off-thread-worker', { workerData: task });
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      void worker.terminate();
      const error = new Error('cancelled');
      error.name = 'AbortError';
      reject(error);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    worker.once('message', (answer: OffThreadAnswer) => {
      signal?.removeEventListener('abort', cancel);
      if (answer.ok) resolve(answer.value);
      else reject(new Error(answer.message));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`the worker ended with code ${code}`));
    });
  });
}
