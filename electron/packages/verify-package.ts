import type { RecordKind } from '../../shared/domain/record.ts';
import type { PackageManifest } from '../../shared/package-format/manifest.ts';
import type { PackageProblem } from './bad-package.ts';
import { checkPackage } from './check-package.ts';

export type PackageReport = {
  readonly ok: boolean;
  readonly problems: readonly PackageProblem[];
  /** Null when the file is too broken to say what it is. */
  readonly manifest: PackageManifest | null;
  readonly counts: Partial<Record<RecordKind, number>>;
};

/** Checks a package from end to end and reports everything that is wrong with it (at most 200 lines). Writes nothing. */
export async function verifyPackage(
  path: string,
  options: {
    readonly onProgress?: (done: number, total: number, stage: string) => void;
    readonly signal?: AbortSignal;
  } = {},
): Promise<PackageReport> {
  const { problems, manifest, counts } = await checkPackage(path, {
    ...options,
    staging: null,
    stopAtFirst: false,
  });
  return { ok: problems.length === 0, problems, manifest, counts };
}
