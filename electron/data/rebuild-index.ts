import { RECORD_KINDS } from '../../shared/domain/record.ts';
import { indexRecord, makeEmptyIndex } from './full-text.ts';
import { transact, type WriteDb } from './handle.ts';
import { eachRecord, itemOf } from './records.ts';

/**
 * Writes the whole index anew from the records: after a change of the analyser, or when `check` finds it wrong.
 * One transaction, so a crash leaves the old index. `onProgress` gets the number of records done; throwing stops it.
 */
export function rebuildIndex(db: WriteDb, onProgress: (done: number) => void = () => {}): number {
  return transact(db, () => {
    db.exec('DELETE FROM search_document');
    makeEmptyIndex(db);
    let done = 0;
    for (const kind of RECORD_KINDS) {
      for (const record of eachRecord(db, kind)) {
        indexRecord(db, itemOf(kind, record), true);
        done += 1;
        if (done % 500 === 0) onProgress(done);
      }
    }
    onProgress(done);
    return done;
  });
}
