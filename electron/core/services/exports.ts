import { safeFileName } from '../../../shared/base/file-names.ts';
import type { exports as contract, ExportPlan, ExportResult } from '../../../shared/contract/exports.ts';
import { prepared } from '../../data/handle.ts';
import { exportPackage } from '../../packages/export-package.ts';
import { type ExportSelection, planExport } from '../../packages/plan-export.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { documentExportHandlers } from './document-exports.ts';

/** Most left-out records a plan lists; the package's manifest lists all. */
const LEFT_OUT_MAX = 500;

function toPlan(selection: ExportSelection): ExportPlan {
  const { title, counts, total, mediaBytes, leftOut } = selection;
  return {
    title,
    counts,
    total,
    mediaBytes,
    leftOutCount: leftOut.length,
    leftOut: leftOut.slice(0, LEFT_OUT_MAX),
  };
}

/** A file name from the user's title: every letter of every script stays, signs that file systems mind become spaces. */
export function packageFileName(title: string): string {
  return `${safeFileName(title, 'heirloom')}.heirloom`;
}

export function exportHandlers(env: Environment): Handlers<typeof contract> {
  return {
    ...documentExportHandlers(env),
    plan: ({ scope, audience }) => toPlan(planExport(env.read(), { scope, audience })),
    start: ({ scope, audience, title, licence }) => {
      const library = env.library();
      const jobId = env.jobs.start(
        'export-package',
        title,
        async ({ progress, signal }): Promise<ExportResult> => {
          const selection = planExport(library.read, { scope, audience });
          const path = env.staging.newPath('heirloom');
          const { bytes, sha256, records, leftOutCount } = await exportPackage({
            db: library.read,
            write: library.write,
            mediaRoot: library.mediaRoot,
            selection,
            scope,
            audience,
            title,
            licence,
            outPath: path,
            readerDir: env.readerDir,
            now: env.now,
            makeId: env.makeId,
            onProgress: progress,
            signal,
          });
          const fileName = packageFileName(title);
          const downloadId = env.staging.offer({ path, fileName, mime: 'application/zip' });
          return { downloadId, fileName, bytes, sha256, records, leftOutCount };
        },
      );
      return { jobId };
    },
    log: () =>
      prepared(
        env.read(),
        'SELECT id, direction, package_id AS packageId, title, sha256, at, records FROM package_log ORDER BY at DESC, id DESC LIMIT 500',
      ).all() as never,
  };
}
