import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../shared/base/clock.ts';
import type { MakeId } from '../../shared/base/ids.ts';
import { decideQuestionState } from '../../shared/domain/question.ts';
import { LINE_MAX, TITLE_MAX } from '../../shared/domain/record.ts';
import type { AnyRecord } from '../../shared/domain/record-of.ts';
import { keepWithheld } from '../../shared/package-format/content.ts';
import { isFindable, recordTitle } from '../../shared/search/search-document.ts';
import { prepared, transact, type WriteDb } from '../data/handle.ts';
import { findRecord, itemOf, putRecord, saveRecord } from '../data/records.ts';
import { type FileType, sniffFile } from '../media/sniff.ts';
import { hasBlob, storeBlob } from '../media/store-blob.ts';
import { BadPackage } from './bad-package.ts';
import { idFrom, syncBase } from './content-hash.ts';
import { type Decision, decideFate, mapCaseIds } from './decide-fates.ts';
import type { OpenedPackage } from './open-package.ts';

export const CONFLICT_CHOICES = ['keep-mine', 'take-theirs', 'keep-both'] as const;
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];

export type ImportOptions = {
  readonly db: WriteDb;
  readonly mediaRoot: string;
  readonly opened: OpenedPackage;
  /** For every conflict that `choices` does not name. */
  readonly onConflict: ConflictChoice;
  readonly choices: readonly {
    readonly kind: string;
    readonly id: string;
    readonly choice: ConflictChoice;
  }[];
  readonly dryRun: boolean;
  /** Put behind the title of theirs when both are kept, e.g. ` (from Team B)`. */
  readonly copySuffix?: string;
  readonly now: Clock;
  readonly makeId: MakeId;
  /** Who imports, for the history of each record. */
  readonly authorId: string | null;
  readonly onProgress?: ((done: number, total: number, stage: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type PackageImportReport = {
  created: number;
  updated: number;
  unchanged: number;
  keptMine: number;
  keptBoth: number;
  dryRun: boolean;
};

type Act = 'create' | 'update' | 'none' | 'keep-mine' | 'keep-both';

function actOf(
  { fate, theirs }: Decision,
  choices: ReadonlyMap<string, ConflictChoice>,
  otherwise: ConflictChoice,
): Act {
  switch (fate) {
    case 'new':
      return 'create';
    case 'identical':
      return 'none';
    case 'updated-there':
      return 'update';
    case 'updated-here':
      return 'keep-mine';
    case 'conflict': {
      const choice = choices.get(theirs.record.id) ?? otherwise;
      return choice === 'take-theirs' ? 'update' : choice;
    }
  }
}

function count(report: PackageImportReport, act: Act): void {
  if (act === 'create') report.created += 1;
  else if (act === 'update') report.updated += 1;
  else if (act === 'none') report.unchanged += 1;
  else if (act === 'keep-mine') report.keptMine += 1;
  else report.keptBoth += 1;
}

/** Brings the package's files into the content store. Returns what each one is, told from its bytes, not from its name. */
async function storeMedia(options: ImportOptions): Promise<Map<string, FileType>> {
  const { opened, mediaRoot, onProgress, signal } = options;
  const types = new Map<string, FileType>();
  for (const [sha256, path] of opened.media) {
    signal?.throwIfAborted();
    onProgress?.(types.size, opened.media.size, 'media');
    types.set(sha256, await sniffFile(path));
    if (hasBlob(mediaRoot, sha256)) continue;
    const stored = await storeBlob(mediaRoot, path, { signal });
    if (stored.sha256 !== sha256) throw new BadPackage('media-name', sha256);
  }
  return types;
}

type Work = ImportOptions & {
  readonly types: ReadonlyMap<string, FileType>;
  readonly questions: Set<string>;
};

/** Theirs as the version that will stand here. */
function asOurs(work: Work, theirs: AnyRecord, ours: AnyRecord | null): AnyRecord {
  const full = ours === null ? theirs : keepWithheld(theirs, ours);
  const version = (ours?.record.version ?? 0) + 1;
  const record: Record<string, unknown> = { ...full.record, version, deletedAt: null };
  if (ours !== null) {
    record.createdAt = ours.record.createdAt;
    record.createdBy = ours.record.createdBy;
    // Lists go by this; what just came must not hide behind what it replaced.
    if (full.record.updatedAt <= ours.record.updatedAt) record.updatedAt = work.now();
  }
  // Version numbers are each library's own: what is published here is what just arrived.
  if (theirs.kind === 'playbook' && theirs.record.publishedVersion !== null)
    record.publishedVersion = version;
  if (theirs.kind === 'attachment') {
    const type = work.types.get(theirs.record.sha256);
    if (type !== undefined) Object.assign(record, { extension: type.extension, mime: type.mime });
  }
  return { kind: theirs.kind, record } as unknown as AnyRecord;
}

function withSuffix(text: string, suffix: string, max: number): string {
  return `${text.slice(0, max - suffix.length)}${suffix}`;
}

/** Theirs as a record of its own beside ours. Its id follows from both, so that doing it twice does it once. */
function asCopy(work: Work, { theirs, ours, hash }: Decision): AnyRecord {
  const suffix = work.copySuffix ?? ' (2)';
  const base = asOurs(work, ours === null ? theirs : keepWithheld(theirs, ours), null);
  const record: Record<string, unknown> = { ...base.record, id: idFrom('copy', theirs.record.id, hash) };
  for (const field of ['title', 'name'] as const)
    if (typeof record[field] === 'string' && (record[field] !== '' || field === 'name'))
      record[field] = withSuffix(record[field], suffix, TITLE_MAX);
  // Source and key are unique; the copy must not take the place of the case the source will update.
  if (base.kind === 'case')
    record.externalKey = withSuffix(base.record.externalKey, ` ${hash.slice(0, 8)}`, LINE_MAX);
  return { kind: base.kind, record } as unknown as AnyRecord;
}

function linkToCopy(work: Work, ours: AnyRecord, copy: AnyRecord): void {
  if (!isFindable(ours.kind) || !isFindable(copy.kind)) return;
  const now = work.now();
  const title = recordTitle(copy, {
    questionTitle: (id) => findRecord(work.db, 'question', id)?.title ?? '',
  });
  save(work, null, {
    kind: 'link',
    record: {
      id: idFrom('copy-link', ours.record.id, copy.record.id),
      createdAt: now,
      updatedAt: now,
      createdBy: work.authorId,
      version: 1,
      deletedAt: null,
      type: 'see-also',
      fromKind: ours.kind,
      fromId: ours.record.id,
      fromBlock: null,
      toKind: copy.kind,
      toId: copy.record.id,
      toBlock: null,
      toTitle: title.slice(0, LINE_MAX),
      note: '',
      judgedRight: null,
    },
  });
}

function save(work: Work, before: AnyRecord | null, after: AnyRecord): void {
  saveRecord(work.db, before, after, { makeId: work.makeId, authorId: work.authorId, reason: 'package' });
  if (after.kind === 'question') work.questions.add(after.record.id);
  if (after.kind === 'answer') work.questions.add(after.record.questionId);
}

function carryOut(work: Work, act: Act, decision: Decision): void {
  const { theirs, ours } = decision;
  if (act === 'create') save(work, null, asOurs(work, theirs, null));
  else if (act === 'update') save(work, ours, asOurs(work, theirs, ours));
  else if (act === 'keep-both' && ours !== null) {
    const copy = asCopy(work, decision);
    if (findRecord(work.db, copy.kind, copy.record.id) === undefined) {
      save(work, null, copy);
      linkToCopy(work, ours, copy);
    }
  }
  // Ours moved on from what they have: what we last agreed about stays as it was.
  if (decision.fate !== 'updated-here') noteBase(work, decision);
}

/** From here on, "theirs" means this: another import of the same package finds nothing new. */
function noteBase(work: Work, { theirs, hash }: Decision): void {
  if (syncBase(work.db, theirs.record.id) === hash) return;
  prepared(
    work.db,
    `INSERT INTO sync_base (kind, record_id, hash, package_id, at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (record_id) DO UPDATE SET hash = excluded.hash, package_id = excluded.package_id, at = excluded.at`,
  ).run(theirs.kind, theirs.record.id, hash, work.opened.manifest.packageId, work.now());
}

/** The state of a question follows from the answers that are here, which may be more or fewer than there. */
function settleQuestions(work: Work): void {
  for (const id of work.questions) {
    const question = findRecord(work.db, 'question', id);
    if (question === undefined) continue;
    const row = prepared(
      work.db,
      'SELECT count(*) AS n FROM answer WHERE question_id = ? AND deleted_at IS NULL',
    ).get(id);
    const state = decideQuestionState({ ...question, answerCount: row?.n as number });
    if (state !== question.state) putRecord(work.db, itemOf('question', { ...question, state }));
  }
}

function logImport(work: Work, changed: boolean): void {
  const { manifest, sha256 } = work.opened;
  const known = prepared(work.db, "SELECT 1 FROM package_log WHERE direction = 'in' AND sha256 = ?").get(
    sha256,
  );
  if (!changed && known !== undefined) return;
  prepared(
    work.db,
    "INSERT INTO package_log (id, direction, package_id, title, sha256, at, records) VALUES (?, 'in', ?, ?, ?, ?, ?)",
  ).run(work.makeId(), manifest.packageId, manifest.title, sha256, work.now(), manifest.records);
}

/**
 * Brings a package into the library: its files first (a file nobody refers to does no harm), then every record in one
 * transaction. Every text that is replaced stays as a revision. Throws BadPackage or the signal's reason, and then no
 * record has changed. A dry run counts and writes nothing.
 */
export async function applyImport(options: ImportOptions): Promise<PackageImportReport> {
  const { db, opened, dryRun, onProgress, signal } = options;
  const types = dryRun ? new Map<string, FileType>() : await storeMedia(options);
  await nextTurn();
  signal?.throwIfAborted();
  const work: Work = { ...options, types, questions: new Set() };
  const choices = new Map(options.choices.map((one) => [one.id, one.choice]));
  const report = { created: 0, updated: 0, unchanged: 0, keptMine: 0, keptBoth: 0, dryRun };
  const run = (): void => {
    const ids = mapCaseIds(db, opened.caseKeys);
    let done = 0;
    // Answers last: they are indexed under the title of their question, which must be there by then.
    for (const answers of [false, true]) {
      for (const packaged of opened.records()) {
        if ((packaged.item.kind === 'answer') !== answers) continue;
        const decision = decideFate(db, packaged, ids);
        const act = actOf(decision, choices, options.onConflict);
        count(report, act);
        if (!dryRun) carryOut(work, act, decision);
        done += 1;
        if (done % 100 === 0) onProgress?.(done, opened.total, 'writing');
        signal?.throwIfAborted();
      }
    }
    if (dryRun) return;
    settleQuestions(work);
    logImport(work, report.created + report.updated + report.keptBoth > 0);
    onProgress?.(opened.total, opened.total, 'writing');
  };
  if (dryRun) run();
  else transact(db, run);
  return report;
}
