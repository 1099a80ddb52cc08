import { setImmediate as breathe } from 'node:timers/promises';
import { beginBulk } from '../data/bulk.ts';
import { prepared, transact } from '../data/handle.ts';
import { itemOf, putRecord, saveRecord, toRecord } from '../data/records.ts';
import { type CaseDraft, type DraftPlan, planDrafts, toDraft } from './case-draft.ts';
import { mergeCase, toNewCase } from './case-merge.ts';
import type { ColumnMap, ImportResult, RawRow, RejectionReason } from './case-reading.ts';
import { countChanged, countRejected, emptyCounts, type TableImport } from './import-control.ts';
import { closeJournal, type JournalEntry, undoImport, writeJournal } from './import-journal.ts';
import { IMPORT_REASON, lastImported } from './last-imported.ts';
import { HEAD_BYTES, readFirstRows, readRows } from './read-rows.ts';
import { surveyRows } from './survey.ts';
import { readHead } from './text-encoding.ts';

/** Most rows written in one transaction, and the time (milliseconds) after which it ends early: others wait so long. */
const PIECE = 1_000;
const PIECE_TIME = 100;

export type CaseImport = TableImport<ColumnMap>;

/**
 * Imports a file of cases. The key of a case is the mapped key column (several are joined by `/`), or where there is
 * none a hash of the row's cells (skipped columns left out); equal rows without a key are numbered. Of two rows with
 * one key the first counts: an equal second one is `unchanged`, a different one is rejected as `duplicate-key`.
 * A case in the bin is brought up to date and stays there. Cancelling (or any error) takes back what was written and
 * throws. Throws BadFile for a file that is none.
 */
export async function importCases(options: CaseImport): Promise<ImportResult> {
  const { path, reading, mapping, signal } = options;
  signal.throwIfAborted();
  const head = readFirstRows(readHead(path, HEAD_BYTES), reading, 1);
  options.onProgress(0, null, 'reading');
  const survey = await surveyRows({
    path,
    reading,
    mapping,
    width: head.headers.length,
    signal,
    onProgress: (rows) => options.onProgress(rows, null, 'reading'),
  });
  const plan = planDrafts(head.headers, mapping, survey.orderOf, survey.mayMiss);
  const run = new CaseRun(options, plan, survey.rows);
  const endBulk = options.dryRun ? () => {} : beginBulk(options.db);
  try {
    for await (const batch of readRows(path, reading, signal)) {
      for (let from = 0; from < batch.rows.length; ) {
        signal.throwIfAborted();
        from += run.write(batch.rows.slice(from, from + PIECE));
        await breathe();
      }
    }
    signal.throwIfAborted();
  } catch (error) {
    await run.undo();
    throw error;
  } finally {
    endBulk();
  }
  run.finish();
  return run.result;
}

class CaseRun {
  readonly result = emptyCounts();
  private readonly options: CaseImport;
  private readonly plan: DraftPlan;
  private readonly total: number;
  private readonly importId: string;
  /** Prints of the rows already met, by key. */
  private readonly seen = new Map<string, number>();
  private readonly copies = new Map<string, number>();
  private done = 0;
  private piece = 0;

  constructor(options: CaseImport, plan: DraftPlan, total: number) {
    this.options = options;
    this.plan = plan;
    this.total = total;
    this.importId = options.makeId();
  }

  /** Writes one piece, or the beginning of it when time is up. Gives the number of rows dealt with. */
  write(rows: readonly RawRow[]): number {
    const { dryRun, db } = this.options;
    let dealt = 0;
    const journal: JournalEntry[] | null = dryRun ? null : [];
    const work = () => {
      const until = performance.now() + PIECE_TIME;
      for (const row of rows) {
        this.take(row, journal);
        dealt += 1;
        if (dealt % 50 === 0 && performance.now() > until) break;
      }
      if (journal !== null) writeJournal(db, this.importId, this.piece, journal);
    };
    if (dryRun) work();
    else transact(db, work);
    this.piece += 1;
    this.done += dealt;
    this.options.onProgress(this.done, this.total, dryRun ? 'comparing' : 'writing');
    return dealt;
  }

  finish(): void {
    if (!this.options.dryRun) closeJournal(this.options.db, this.importId);
  }

  async undo(): Promise<void> {
    if (this.options.dryRun || this.piece === 0) return;
    const report = (done: number) => this.options.onProgress(done, this.done, 'undoing');
    await undoImport(this.options.db, this.importId, report, () => breathe());
  }

  private take(row: RawRow, journal: JournalEntry[] | null): void {
    const made = toDraft(row, this.plan);
    if (made.draft === null) {
      this.reject(row, made.problem, made.detail);
      return;
    }
    const { draft } = made;
    if (!this.plan.hasKey) this.number(draft);
    const earlier = this.seen.get(draft.key);
    if (earlier !== undefined) {
      if (earlier === draft.print) this.result.unchanged += 1;
      else this.reject(row, 'duplicate-key', '');
      return;
    }
    this.seen.set(draft.key, draft.print);
    this.put(row, draft, journal);
  }

  /** Rows without a key that say the same are several cases, told apart by their order. */
  private number(draft: CaseDraft): void {
    const copy = (this.copies.get(draft.key) ?? 0) + 1;
    this.copies.set(draft.key, copy);
    if (copy > 1) draft.key = `${draft.key} #${copy}`;
  }

  private put(row: RawRow, draft: CaseDraft, journal: JournalEntry[] | null): void {
    const { db, source, makeId, now, authorId } = this.options;
    const stored = prepared(db, 'SELECT * FROM case_record WHERE source = ? AND external_key = ?').get(
      source,
      draft.key,
    );
    if (stored === undefined) {
      this.result.created += 1;
      if (journal === null) return;
      const record = toNewCase(draft, source, makeId(), now());
      putRecord(db, itemOf('case', record), { isNew: true });
      journal.push({ kind: 'case', id: record.id, before: 0 });
      countChanged(this.result, record.id);
      return;
    }
    const before = toRecord('case', stored);
    let after: ReturnType<typeof mergeCase>;
    try {
      after = mergeCase(before, draft, lastImported(db, 'case', before), now());
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.reject(row, 'too-many-fields', '');
      return;
    }
    if (after === null) {
      this.result.unchanged += 1;
      return;
    }
    this.result.updated += 1;
    if (journal === null) return;
    saveRecord(db, itemOf('case', before), itemOf('case', after), {
      makeId,
      authorId,
      reason: IMPORT_REASON,
    });
    journal.push({ kind: 'case', id: after.id, before: before.version });
    countChanged(this.result, after.id);
  }

  private reject({ row, cells }: RawRow, reason: RejectionReason, detail: string): void {
    countRejected(this.result, { row, reason, detail }, cells, this.options.onRejected);
  }
}
