import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { RecordKind } from '../../shared/domain/record.ts';
import { type PackageManifest, readManifest } from '../../shared/package-format/manifest.ts';
import { PATHS, PAYLOAD, parseMediaPath } from '../../shared/package-format/paths.ts';
import type { PackagedRecord } from '../../shared/package-format/record-line.ts';
import { jsonDepth } from '../../shared/package-format/stable-json.ts';
import { BadPackage, type PackageProblem } from './bad-package.ts';
import { checkBag, type FileTree } from './bag-check.ts';
import { LIMITS } from './limits.ts';
import { lineCutter, readRecordLine } from './read-records.ts';
import { type OpenZip, openZip, readWhole } from './read-zip.ts';

// One pass over a package, from the outside in: file, list of entries, bag, manifest, contents, records. `verify` runs
// it to find everything that is wrong; `open` runs the same pass, stops at the first thing, and keeps what it needs.

/** What a case is known by in the system it came from. */
export type CaseKey = { readonly id: string; readonly source: string; readonly externalKey: string };

export type CheckedPackage = {
  readonly problems: readonly PackageProblem[];
  readonly manifest: PackageManifest | null;
  readonly counts: Partial<Record<RecordKind, number>>;
  readonly records: number;
  readonly caseKeys: readonly CaseKey[];
  readonly questionTitles: ReadonlyMap<string, string>;
  readonly media: ReadonlyMap<string, string>;
};

export type CheckOptions = {
  /** Where to put the records and media, under names of ours; null keeps nothing. */
  readonly staging: string | null;
  readonly stopAtFirst: boolean;
  readonly onProgress?: ((done: number, total: number, stage: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Problems listed at most; a package with more is as bad as it gets. */
const PROBLEMS_MAX = 200;

type Run = {
  readonly options: CheckOptions;
  readonly zip: OpenZip;
  readonly problems: PackageProblem[];
  readonly counts: Partial<Record<RecordKind, number>>;
  readonly ids: Set<string>;
  readonly keys: Set<string>;
  readonly remarks: PackageProblem[];
  readonly caseKeys: CaseKey[];
  readonly questionTitles: Map<string, string>;
  readonly wantedMedia: Map<string, string>;
  readonly media: Map<string, string>;
};

function report(run: Run, problem: PackageProblem): void {
  if (run.options.stopAtFirst) throw new BadPackage(problem.code, problem.detail);
  if (run.problems.length < PROBLEMS_MAX) run.problems.push(problem);
}

async function readJson(run: Run, path: string): Promise<unknown> {
  const text = (await readWhole(run.zip, path, LIMITS.manifestBytes)).toString('utf8');
  if (jsonDepth(text) > LIMITS.jsonDepth) throw new BadPackage('manifest-invalid', 'nested too deep');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadPackage('manifest-invalid', (error as Error).message);
  }
}

async function findManifest(run: Run): Promise<PackageManifest> {
  const { entries } = run.zip;
  if (!entries.has(PATHS.bagit)) throw new BadPackage('not-a-bag', 'there is no bagit.txt');
  if (!entries.has(PATHS.manifest)) throw new BadPackage('manifest-missing', PATHS.manifest);
  const read = readManifest(await readJson(run, PATHS.manifest));
  if (read.state === 'too-new') throw new BadPackage('too-new', `format ${read.version}`);
  if (read.state === 'damaged') throw new BadPackage('manifest-invalid', read.detail);
  return read.manifest;
}

/** What our packages promise beyond being a bag. */
function checkShape(run: Run): void {
  const { entries } = run.zip;
  for (const path of [PATHS.payloadManifest, PATHS.tagManifest])
    if (!entries.has(path)) report(run, { code: 'bag-no-manifest', detail: path });
  if (entries.has('fetch.txt'))
    report(run, { code: 'bag-fetch', detail: 'a package holds everything it lists' });
  if (!entries.has(PATHS.records)) report(run, { code: 'records-missing', detail: PATHS.records });
  for (const path of [PATHS.bagInfo, PATHS.payloadManifest, PATHS.tagManifest]) {
    const size = entries.get(path)?.size ?? 0;
    if (size > LIMITS.manifestBytes) throw new BadPackage('manifest-too-large', path);
  }
}

/** Files beside the payload must be vouched for too, or a reader could be lured by one of them. */
async function checkTagFiles(run: Run): Promise<void> {
  const { zip } = run;
  if (!zip.entries.has(PATHS.tagManifest)) return;
  const text = (await readWhole(zip, PATHS.tagManifest, LIMITS.manifestBytes)).toString('utf8');
  const listed = new Set(text.split(/\r\n|\n|\r/).map((line) => line.replace(/^[0-9a-f]+\s+\*?/i, '')));
  // The signature signs this list, so it cannot stand in it.
  const free: readonly string[] = [PATHS.tagManifest, 'signature.json'];
  for (const path of zip.entries.keys())
    if (!path.startsWith(PAYLOAD) && !free.includes(path) && !listed.has(path))
      report(run, { code: 'file-unlisted', detail: path });
}

/** Records are read before their checksum is known; a wrong checksum is the better reason, so these wait for it. */
function remark(run: Run, problem: PackageProblem): void {
  if (run.remarks.length < PROBLEMS_MAX) run.remarks.push(problem);
}

function takeRecord(run: Run, line: Buffer, number: number): void {
  let packaged: PackagedRecord;
  try {
    packaged = readRecordLine(line, number);
  } catch (error) {
    if (!(error instanceof BadPackage)) throw error;
    remark(run, { code: error.code, detail: error.detail });
    return;
  }
  const { item } = packaged;
  const { id } = item.record;
  if (run.ids.has(id)) remark(run, { code: 'record-duplicate', detail: `line ${number}: ${id}` });
  run.ids.add(id);
  run.counts[item.kind] = (run.counts[item.kind] ?? 0) + 1;
  if (item.kind === 'question') run.questionTitles.set(id, item.record.title);
  if (item.kind === 'attachment') run.wantedMedia.set(item.record.sha256, id);
  if (item.kind !== 'case') return;
  const { source, externalKey } = item.record;
  const key = JSON.stringify([source, externalKey]);
  if (run.keys.has(key)) remark(run, { code: 'case-key-duplicate', detail: `line ${number}: ${key}` });
  run.keys.add(key);
  run.caseKeys.push({ id, source, externalKey });
}

async function writeTo(stream: WriteStream, chunk: Buffer): Promise<void> {
  if (stream.errored !== null) throw stream.errored;
  if (!stream.write(chunk)) await once(stream, 'drain');
}

/** Where the bytes of one payload file go on their way past the checker. Names on disk are numbers of ours. */
function targetFor(run: Run, path: string): string | null {
  const { staging } = run.options;
  if (staging === null) return null;
  if (path === PATHS.records) return join(staging, 'records.jsonl');
  return parseMediaPath(path) === null ? null : join(staging, `media-${run.media.size}`);
}

function treeOf(run: Run): FileTree {
  const { zip } = run;
  async function* read(path: string): AsyncGenerator<Buffer> {
    const target = targetFor(run, path);
    const cutter =
      path === PATHS.records ? lineCutter((line, number) => takeRecord(run, line, number)) : null;
    const media = parseMediaPath(path);
    if (media !== null) run.media.set(media.sha256, target ?? '');
    const stream = target === null ? null : createWriteStream(target, { flags: 'wx', mode: 0o600 });
    stream?.on('error', () => {});
    try {
      for await (const chunk of zip.read(path)) {
        cutter?.push(chunk);
        if (stream !== null) await writeTo(stream, chunk);
        yield chunk;
      }
      cutter?.end();
      if (stream !== null) {
        await new Promise<void>((done) => stream.end(done));
        if (stream.errored !== null) throw stream.errored;
      }
    } finally {
      stream?.destroy();
    }
  }
  return { paths: [...zip.entries.keys()], size: (path) => zip.entries.get(path)?.size ?? 0, read };
}

/** The listed checksum of a media file must be its name: that is what an attachment refers to it by. */
async function checkMedia(run: Run): Promise<void> {
  const { zip } = run;
  const text = zip.entries.has(PATHS.payloadManifest)
    ? (await readWhole(zip, PATHS.payloadManifest, LIMITS.manifestBytes)).toString('utf8')
    : '';
  for (const line of text.split('\n')) {
    const [, checksum, path] = /^([0-9a-f]{64})\s+(data\/media\/.+?)\r?$/i.exec(line) ?? [];
    if (checksum === undefined || path === undefined) continue;
    if (parseMediaPath(path)?.sha256 !== checksum.toLowerCase())
      report(run, { code: 'media-name', detail: path });
  }
  for (const path of zip.entries.keys())
    if (path.startsWith('data/media/') && parseMediaPath(path) === null)
      report(run, { code: 'media-name', detail: path });
  for (const [sha256, id] of run.wantedMedia)
    if (!run.media.has(sha256)) report(run, { code: 'media-missing', detail: `attachment ${id}` });
}

function checkCounts(run: Run, manifest: PackageManifest): void {
  const kinds = new Set([...Object.keys(manifest.counts), ...Object.keys(run.counts)]) as Set<RecordKind>;
  for (const kind of kinds) {
    const said = manifest.counts[kind] ?? 0;
    const found = run.counts[kind] ?? 0;
    if (said !== found)
      report(run, { code: 'manifest-mismatch', detail: `${kind}: ${said} declared, ${found} found` });
  }
  if (manifest.records !== run.ids.size)
    report(run, {
      code: 'manifest-mismatch',
      detail: `records: ${manifest.records} declared, ${run.ids.size} found`,
    });
}

async function inspect(run: Run): Promise<PackageManifest> {
  const { options } = run;
  const manifest = await findManifest(run);
  checkShape(run);
  await checkTagFiles(run);
  const bag = await checkBag(treeOf(run), {
    signal: options.signal,
    stopAtFirst: options.stopAtFirst,
    onProgress: (done, total) => options.onProgress?.(done, total, 'verifying'),
  });
  for (const problem of [...bag.errors, ...run.remarks]) report(run, problem);
  await checkMedia(run);
  // Counting what could not be read would only repeat what was said already.
  if (run.problems.length === 0) checkCounts(run, manifest);
  return manifest;
}

/** Checks the package at `path`. Rejects only when cancelled or when the disk fails; everything else is a problem found. */
export async function checkPackage(path: string, options: CheckOptions): Promise<CheckedPackage> {
  const problems: PackageProblem[] = [];
  const counts: CheckedPackage['counts'] = {};
  const ids = new Set<string>();
  const media = new Map<string, string>();
  const caseKeys: CaseKey[] = [];
  const questionTitles = new Map<string, string>();
  let manifest: PackageManifest | null = null;
  let zip: OpenZip | null = null;
  try {
    zip = await openZip(path);
    const run: Run = {
      options,
      zip,
      problems,
      counts,
      ids,
      media,
      caseKeys,
      questionTitles,
      keys: new Set(),
      remarks: [],
      wantedMedia: new Map(),
    };
    manifest = await inspect(run);
  } catch (error) {
    if (!(error instanceof BadPackage)) throw error;
    problems.push({ code: error.code, detail: error.detail });
  } finally {
    zip?.close();
  }
  return { problems, manifest, counts, records: ids.size, media, caseKeys, questionTitles };
}
