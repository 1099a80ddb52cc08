// A thread that writes one export. Building a large document takes seconds of pure computing, and the store's own thread
// must go on answering.
import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentFormat } from '../../shared/richtext/export-losses.ts';
import type { DocumentSet } from './document-set.ts';
import { type WrittenFile, writeSet } from './write-set.ts';

export type WriteTask = { readonly set: DocumentSet; readonly format: DocumentFormat; readonly path: string };
export type WriteAnswer =
  | { readonly ok: true; readonly file: WrittenFile }
  | { readonly ok: false; readonly message: string; readonly code: string };

const { set, format, path } = workerData as WriteTask;
let answer: WriteAnswer;
try {
  answer = { ok: true, file: await writeSet(set, format, path) };
} catch (error) {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  answer = { ok: false, message: error instanceof Error ? error.message : String(error), code };
}
parentPort?.postMessage(answer);
