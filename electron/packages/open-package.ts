import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordKind } from '../../shared/domain/record.ts';
import type { PackageManifest } from '../../shared/package-format/manifest.ts';
import type { PackagedRecord } from '../../shared/package-format/record-line.ts';
import { BadPackage } from './bad-package.ts';
import { type CaseKey, checkPackage } from './check-package.ts';
import { hashFile } from './package-files.ts';
import { eachStagedRecord } from './read-records.ts';

export type OpenedPackage = {
  readonly manifest: PackageManifest;
  /** Of the whole file. */
  readonly sha256: string;
  readonly bytes: number;
  readonly counts: Partial<Record<RecordKind, number>>;
  readonly total: number;
  /** Every record, in order of id. Reads from disk: may be called again. */
  readonly records: () => Generator<PackagedRecord>;
  readonly caseKeys: readonly CaseKey[];
  /** Titles of the questions inside: what an answer is called by. */
  readonly questionTitles: ReadonlyMap<string, string>;
  /** Hash of each blob → where it waits. */
  readonly media: ReadonlyMap<string, string>;
  /** Removes everything that was staged. Call it whatever happened. */
  readonly discard: () => Promise<void>;
};

/**
 * Checks a package completely and stages what an import needs in a new folder below `stagingRoot`. Throws BadPackage at
 * the first thing that is wrong, or the signal's reason; then nothing is left behind.
 */
export async function openPackage(
  path: string,
  stagingRoot: string,
  options: {
    readonly onProgress?: ((done: number, total: number, stage: string) => void) | undefined;
    readonly signal?: AbortSignal | undefined;
  } = {},
): Promise<OpenedPackage> {
  const staging = join(stagingRoot, `package-${randomUUID()}`);
  await mkdir(staging, { recursive: true, mode: 0o700 });
  const discard = (): Promise<void> => rm(staging, { recursive: true, force: true });
  try {
    const checked = await checkPackage(path, { ...options, staging, stopAtFirst: true });
    const problem = checked.problems[0];
    if (problem !== undefined) throw new BadPackage(problem.code, problem.detail);
    if (checked.manifest === null) throw new BadPackage('manifest-missing');
    const { sha256, bytes } = await hashFile(path, options.signal);
    return {
      manifest: checked.manifest,
      sha256,
      bytes,
      counts: checked.counts,
      total: checked.records,
      records: () => eachStagedRecord(join(staging, 'records.jsonl')),
      caseKeys: checked.caseKeys,
      questionTitles: checked.questionTitles,
      media: checked.media,
      discard,
    };
  } catch (error) {
    await discard();
    throw error;
  }
}
