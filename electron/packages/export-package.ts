import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../shared/base/clock.ts';
import type { MakeId } from '../../shared/base/ids.ts';
import type { Audience } from '../../shared/domain/record.ts';
import type { AnyRecord, RecordOf } from '../../shared/domain/record-of.ts';
import { isNameSensitive, withhold } from '../../shared/package-format/content.ts';
import {
  PACKAGE_FORMAT,
  PACKAGE_FORMAT_VERSION,
  type PackageLeftOut,
  type PackageManifest,
} from '../../shared/package-format/manifest.ts';
import { mediaPathOf, PATHS } from '../../shared/package-format/paths.ts';
import { formatRecordLine } from '../../shared/package-format/record-line.ts';
import { stableJson } from '../../shared/package-format/stable-json.ts';
import { ANALYSER_VERSION } from '../../shared/text/analyser-version.ts';
import { prepared, type ReadDb, transact, type WriteDb } from '../data/handle.ts';
import { findRecord, itemOf } from '../data/records.ts';
import { readSetting } from '../data/repositories/settings.ts';
import { blobPath, hasBlob } from '../media/store-blob.ts';
import { writeZip } from '../media/write-zip.ts';
import { BAGIT_TXT, bagInfo, manifestText } from './bag-write.ts';
import { contentHash, historyOf, idFrom, revisionHashes, syncBase } from './content-hash.ts';
import { type BagEntry, entryWriter, fileEntry, filesBelow, hashFile, textEntry } from './package-files.ts';
import { packageSchemas } from './package-schemas.ts';
import type { ExportScope, ExportSelection } from './plan-export.ts';
import { readerFront, readerShards, toReaderRecord } from './reader-data.ts';
import { writeReaderIndex } from './reader-index.ts';
import { roCrate } from './ro-crate.ts';

export type ExportOptions = {
  readonly db: ReadDb;
  /** Null for a library that can only be read: the package is the same, the library just does not remember it. */
  readonly write: WriteDb | null;
  readonly mediaRoot: string;
  readonly selection: ExportSelection;
  readonly scope: ExportScope;
  readonly audience: Audience;
  readonly title: string;
  readonly licence: string;
  /** Both follow from the library and the selection when not given. */
  readonly packageId?: string;
  readonly version?: string;
  readonly outPath: string;
  /** Folder of the built reader: `index.html` and `reader/…`. */
  readonly readerDir: string;
  readonly now: Clock;
  readonly makeId: MakeId;
  readonly onProgress?: ((done: number, total: number, stage: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type ExportedPackage = {
  readonly bytes: number;
  readonly sha256: string;
  readonly records: number;
  readonly leftOutCount: number;
  readonly packageId: string;
};

/** Most left-out records named in the manifest, so that it stays far below its size limit. */
const LEFT_OUT_LISTED = 10_000;
const EPOCH = '1970-01-01T00:00:00.000Z';

type Gathered = {
  readonly entries: BagEntry[];
  readonly hashes: { readonly kind: string; readonly id: string; readonly hash: string }[];
  readonly items: AnyRecord[];
  readonly leftOut: PackageLeftOut[];
  readonly media: BagEntry[];
  readonly extensions: Map<string, string>;
  readonly mimes: Map<string, string>;
  readonly counts: Partial<Record<AnyRecord['kind'], number>>;
  createdAt: string;
};

/** Another package from the same library about the same thing is the same package, newer. */
function packageIdOf(db: ReadDb, scope: ExportScope, audience: Audience): string {
  const library = readSetting(db, 'libraryId') ?? readSetting(db, 'id') ?? '';
  return idFrom('package', String(library), scope.type, scope.type === 'all' ? '' : scope.id, audience);
}

function languagesOf(items: readonly AnyRecord[]): string[] {
  const found = new Set<string>();
  for (const { record } of items)
    if ('language' in record && record.language !== '') found.add(record.language);
  return [...found].sort();
}

/** The record as it may leave, or null when it went away since the plan was made. */
function leavingRecord(db: ReadDb, kind: AnyRecord['kind'], id: string): AnyRecord | null {
  const record = findRecord(db, kind, id);
  if (record === undefined || record.deletedAt !== null) return null;
  const { item } = withhold(itemOf(kind, record));
  if (item.kind !== 'case' || item.record.customerId === null) return item;
  const customer = findRecord(db, 'customer', item.record.customerId);
  if (customer === undefined || !isNameSensitive(itemOf('customer', customer))) return item;
  return { kind: 'case', record: { ...item.record, customerName: '' } };
}

async function gatherMedia(
  options: ExportOptions,
  gathered: Gathered,
  attachment: RecordOf<'attachment'>,
): Promise<boolean> {
  const { sha256, extension, mime } = attachment;
  if (gathered.extensions.has(sha256)) return true;
  const source = blobPath(options.mediaRoot, sha256);
  // A blob that no longer is what its name says would make the whole package invalid for whoever gets it.
  const intact =
    hasBlob(options.mediaRoot, sha256) && (await hashFile(source, options.signal)).sha256 === sha256;
  if (!intact) return false;
  const path = mediaPathOf(sha256, extension);
  gathered.media.push(await fileEntry(path, source, mime.startsWith('text/'), options.signal));
  gathered.extensions.set(sha256, extension);
  gathered.mimes.set(sha256, mime);
  return true;
}

async function gather(options: ExportOptions, folder: string): Promise<Gathered> {
  const { db, selection, onProgress, signal } = options;
  const gathered: Gathered = {
    entries: [],
    hashes: [],
    items: [],
    leftOut: [...selection.leftOut],
    media: [],
    extensions: new Map(),
    mimes: new Map(),
    counts: {},
    createdAt: EPOCH,
  };
  const lines = entryWriter(folder, PATHS.records);
  let done = 0;
  for (const { kind, id } of selection.ids) {
    if (done % 200 === 0) {
      // Other calls are waiting for the same process.
      await nextTurn();
      signal?.throwIfAborted();
      onProgress?.(done, selection.ids.length, 'reading');
    }
    done += 1;
    const item = leavingRecord(db, kind, id);
    if (item === null) continue;
    if (item.kind === 'attachment' && !(await gatherMedia(options, gathered, item.record))) {
      gathered.leftOut.push({ kind, id, title: item.record.fileName, reason: 'missing' });
      continue;
    }
    const hash = contentHash(item);
    await lines.write(`${formatRecordLine({ item, history: historyOf(db, item, hash) })}\n`);
    gathered.hashes.push({ kind, id, hash });
    gathered.items.push(item);
    gathered.counts[kind] = (gathered.counts[kind] ?? 0) + 1;
    if (item.record.updatedAt > gathered.createdAt) gathered.createdAt = item.record.updatedAt;
  }
  gathered.entries.push(await lines.end());
  return gathered;
}

function toManifest(options: ExportOptions, gathered: Gathered): PackageManifest {
  const { selection, scope, audience } = options;
  const included = new Set(gathered.hashes.map((one) => one.id));
  const stamp = gathered.createdAt.replace(/[-:TZ]/g, '').replace('.', '-');
  return {
    format: PACKAGE_FORMAT,
    formatVersion: PACKAGE_FORMAT_VERSION,
    packageId: options.packageId ?? packageIdOf(options.db, scope, audience),
    version: options.version ?? stamp,
    title: options.title,
    createdAt: gathered.createdAt,
    languages: languagesOf(gathered.items),
    audience,
    licence: options.licence,
    scope,
    analyserVersion: ANALYSER_VERSION,
    records: gathered.hashes.length,
    counts: gathered.counts,
    media: {
      files: gathered.media.length,
      bytes: gathered.media.reduce((sum, entry) => sum + entry.bytes, 0),
    },
    leftOutCount: gathered.leftOut.length,
    leftOut: gathered.leftOut.slice(0, LEFT_OUT_LISTED).map((one) => ({
      ...one,
      title: included.has(one.id) || selection.named.has(one.id) ? one.title.slice(0, 200) : '',
    })),
  };
}

async function readerEntries(
  options: ExportOptions,
  gathered: Gathered,
  manifest: PackageManifest,
  folder: string,
): Promise<BagEntry[]> {
  const entries: BagEntry[] = [];
  for (const path of await filesBelow(options.readerDir))
    entries.push(await fileEntry(`data/${path}`, join(options.readerDir, path), true, options.signal));
  const shards = readerShards(folder, 'records');
  for (const item of gathered.items) await shards.add(toReaderRecord(item));
  const records = await shards.end();
  const index = await writeReaderIndex(folder, gathered.items, {
    signal: options.signal,
    onProgress: (done) => options.onProgress?.(done, gathered.items.length, 'indexing'),
  });
  entries.push(...records, ...index);
  entries.push(
    await readerFront(folder, {
      manifest,
      recordShards: records.length,
      indexShards: index.length,
      extensions: gathered.extensions,
    }),
  );
  return entries;
}

const byPath = (a: BagEntry, b: BagEntry): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

function peopleWhoWrote(items: readonly AnyRecord[]): RecordOf<'person'>[] {
  const authors = new Set<string | null>();
  for (const item of items) {
    if (item.kind === 'note' || item.kind === 'answer') authors.add(item.record.authorId);
    if (item.kind === 'playbook') authors.add(item.record.ownerId);
  }
  const people: RecordOf<'person'>[] = [];
  for (const item of items)
    if (item.kind === 'person' && authors.has(item.record.id)) people.push(item.record);
  return people;
}

async function bagOf(
  options: ExportOptions,
  gathered: Gathered,
  manifest: PackageManifest,
  folder: string,
): Promise<BagEntry[]> {
  const payload = [...gathered.entries, ...gathered.media];
  payload.push(...(await readerEntries(options, gathered, manifest, folder)));
  for (const { path, text } of packageSchemas()) payload.push(await textEntry(folder, path, text));
  payload.push(await textEntry(folder, PATHS.manifest, `${stableJson(manifest)}\n`));
  payload.sort(byPath);
  const crate = roCrate({
    manifest,
    entries: payload,
    people: peopleWhoWrote(gathered.items),
    mimes: gathered.mimes,
  });
  payload.push(await textEntry(folder, PATHS.crate, `${JSON.stringify(crate, null, 1)}\n`));
  payload.sort(byPath);
  const tags = [
    await textEntry(folder, PATHS.bagit, BAGIT_TXT),
    await textEntry(
      folder,
      PATHS.bagInfo,
      bagInfo({
        day: manifest.createdAt.slice(0, 10),
        packageId: manifest.packageId,
        version: manifest.version,
        title: manifest.title,
        payloadBytes: payload.reduce((sum, entry) => sum + entry.bytes, 0),
        payloadFiles: payload.length,
      }),
    ),
    await textEntry(folder, PATHS.payloadManifest, manifestText(payload)),
  ].sort(byPath);
  const tagManifest = await textEntry(folder, PATHS.tagManifest, manifestText(tags));
  return [...payload, ...tags, tagManifest].sort(byPath);
}

/** What the next merge starts from. A hash we took over from somebody else stays: see `historyOf`. */
function remember(
  db: WriteDb,
  options: ExportOptions,
  gathered: Gathered,
  packed: { sha256: string },
  manifest: PackageManifest,
): void {
  const at = options.now();
  transact(db, () => {
    for (const { kind, id, hash } of gathered.hashes) {
      const base = syncBase(db, id);
      if (
        base !== null &&
        base !== hash &&
        ![...revisionHashes(db, kind as AnyRecord['kind'], id)].includes(base)
      )
        continue;
      prepared(
        db,
        `INSERT INTO sync_base (kind, record_id, hash, package_id, at) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (record_id) DO UPDATE SET hash = excluded.hash, package_id = excluded.package_id, at = excluded.at`,
      ).run(kind, id, hash, manifest.packageId, at);
    }
    prepared(
      db,
      "INSERT INTO package_log (id, direction, package_id, title, sha256, at, records) VALUES (?, 'out', ?, ?, ?, ?, ?)",
    ).run(options.makeId(), manifest.packageId, manifest.title, packed.sha256, at, manifest.records);
  });
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  if (folder === null) return;
  await folder.sync().catch(() => {});
  await folder.close();
}

/**
 * Writes the selection as a package to `outPath`, which appears complete or not at all. The same selection of the same
 * library gives the same bytes. Rejects with the signal's reason when cancelled and leaves nothing behind.
 */
export async function exportPackage(options: ExportOptions): Promise<ExportedPackage> {
  const { outPath, onProgress, signal } = options;
  const home = dirname(outPath);
  const folder = join(home, `.export-${randomUUID()}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const gathered = await gather(options, folder);
    const manifest = toManifest(options, gathered);
    const entries = await bagOf(options, gathered, manifest, folder);
    const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    onProgress?.(0, total, 'writing');
    const packed = await writeZip(join(folder, 'package.zip'), entries, {
      signal,
      onBytes: (written) => onProgress?.(Math.min(written, total), total, 'writing'),
    });
    signal?.throwIfAborted();
    await rename(join(folder, 'package.zip'), outPath);
    await syncFolder(home);
    if (options.write !== null) remember(options.write, options, gathered, packed, manifest);
    return {
      ...packed,
      records: manifest.records,
      leftOutCount: manifest.leftOutCount,
      packageId: manifest.packageId,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
