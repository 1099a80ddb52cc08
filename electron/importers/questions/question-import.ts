import { setImmediate as breathe } from 'node:timers/promises';
import { beginBulk } from '../../data/bulk.ts';
import { BadFile } from '../bad-file.ts';
import { DateEvidence } from '../case-dates.ts';
import type { ImportResult } from '../case-reading.ts';
import type { TableImport } from '../import-control.ts';
import { closeJournal, undoImport } from '../import-journal.ts';
import { Pieces } from '../note-pieces.ts';
import { HEAD_BYTES, readFirstRows, readRows } from '../read-rows.ts';
import { readHead } from '../text-encoding.ts';
import type { QuestionColumn } from './question-columns.ts';
import { QuestionGroups } from './question-groups.ts';
import { QuestionWriter } from './question-writer.ts';

/** Bytes. All rows are in memory at once, because answers may stand anywhere. */
const LARGEST = 256 * 1024 * 1024;

export type QuestionImport = TableImport<QuestionColumn>;

/** The counts are of questions; those of answers stand beside them. */
export type QuestionImportResult = ImportResult & {
  answers: { created: number; updated: number; unchanged: number };
};

/**
 * Imports a table of questions and answers: one row a question with an answer (rows with the same question make one
 * question with several), or one row a post. A question is known by source and key (or its words), an answer by its
 * own key (or its words): a second import brings both up to date, and what people changed here stays. Cancelling (or
 * any error) takes back what was written and throws. Throws BadFile for a file that is none.
 */
export async function importQuestions(options: QuestionImport): Promise<QuestionImportResult> {
  const { db, path, reading, mapping, signal, dryRun } = options;
  signal.throwIfAborted();
  const head = readHead(path, HEAD_BYTES);
  if (head.size > LARGEST) throw new BadFile('too-large');
  readFirstRows(head, reading, 1);
  const writer = new QuestionWriter(options);
  const groups = new QuestionGroups(mapping, (problem, cells) => writer.reject(problem, cells));
  const dates = new DateEvidence();
  let rows = 0;
  for await (const batch of readRows(path, reading, signal)) {
    for (const row of batch.rows) {
      groups.take(row);
      for (const { column, header, target } of mapping) {
        if (target !== 'date' && target !== 'answerDate') continue;
        dates.look(row.cells[row.names === null ? column : row.names.indexOf(header)] ?? '');
      }
    }
    rows += batch.rows.length;
    options.onProgress(rows, null, 'reading');
    await breathe();
  }
  const questions = groups.finish();
  const endBulk = dryRun ? () => {} : beginBulk(db);
  try {
    const pieces = new Pieces(options, () => writer.endPiece(), questions.length);
    for (const draft of questions) await pieces.add(draft.text.length, () => writer.put(draft, dates));
    await pieces.flush();
    signal.throwIfAborted();
  } catch (error) {
    if (!dryRun) {
      const report = (done: number) => options.onProgress(done, null, 'undoing');
      await undoImport(db, writer.importId, report, () => breathe());
    }
    throw error;
  } finally {
    endBulk();
  }
  if (!dryRun) closeJournal(db, writer.importId);
  writer.result.rejected.sort((a, b) => a.row - b.row);
  return writer.result;
}
