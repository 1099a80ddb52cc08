// A thread that reads documents for an import. Parsing is what takes long and what hostile files are made for: here it
// blocks nobody, and whoever started the thread ends it when a file takes too long or too much.
import { parentPort, workerData } from 'node:worker_threads';
import { firstLook } from './first-look.ts';
import { LinkTargets } from './names.ts';
import type { ReadAnswer, ReaderSettings, ToReader } from './parsed-note.ts';
import { readDocument, splitAnswer } from './read-document.ts';

const settings = workerData as ReaderSettings;
let targets = new LinkTargets({ notes: [], library: [], files: [], renamed: [] });
let turn: Promise<void> = Promise.resolve();

async function take(message: ToReader): Promise<void> {
  if (message.type === 'names') {
    targets = new LinkTargets(message.names);
    return;
  }
  const { task } = message;
  const answer: ReadAnswer =
    task.type === 'look'
      ? { type: 'look', index: task.index, characters: 0, look: firstLook(task.file, task.format) }
      : task.type === 'split'
        ? await splitAnswer(task, settings.folder)
        : await readDocument(task, settings, targets);
  parentPort?.postMessage(answer);
}

parentPort?.postMessage('started');
parentPort?.on('message', (message: ToReader) => {
  // One after the other, in order: whoever ends us knows by that which file we were at.
  turn = turn.then(() => take(message));
});
