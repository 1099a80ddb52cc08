import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { library as contract, LibraryInfo } from '../../../shared/contract/library.ts';
import { RECORD_KINDS } from '../../../shared/domain/record.ts';
import { listBackups, type Problem, pruneBackups, restoreInto } from '../../backup/snapshot.ts';
import { prepared } from '../../data/handle.ts';
import { isLibraryFolder } from '../../data/open-database.ts';
import { countRecords } from '../../data/records.ts';
import { readSetting } from '../../data/repositories/settings.ts';
import { checkLibrary } from '../check.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import type { LibraryKeeper } from '../library-keeper.ts';
import { offThread } from '../off-thread.ts';
import { APP_VERSION } from '../version.ts';
import { readLibrarySettings } from './settings.ts';

export function libraryInfo(env: Environment): LibraryInfo {
  const { folder, read, readOnlyReason, write } = env.library();
  const settings = readLibrarySettings(read);
  return {
    id: readSetting(read, 'libraryId') as string,
    name: settings.name,
    language: settings.language,
    folder,
    schemaVersion: read.pragma('user_version', { simple: true }) as number,
    createdAt: readSetting(read, 'createdAt') as string,
    readOnly: write === null,
    readOnlyReason,
    sample: readSetting(read, 'sample') === true,
    lastBackupAt: listBackups(folder)[0]?.at ?? null,
  };
}

/** Bytes of all files directly in a folder and in its folders of blobs. */
function bytesUnder(folder: string): number {
  if (!existsSync(folder)) return 0;
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) sum += statSync(join(entry.parentPath, entry.name)).size;
  }
  return sum;
}

function indexBytes(env: Environment): number {
  try {
    const row = prepared(env.read(), "SELECT sum(pgsize) AS n FROM dbstat WHERE name LIKE 'search%'").get();
    return (row?.n as number | null) ?? 0;
  } catch {
    // Built without dbstat: not known is said as zero rather than guessed.
    return 0;
  }
}

export function libraryHandlers(env: Environment, keeper: LibraryKeeper): Handlers<typeof contract> {
  const startBackup = (): string =>
    env.jobs.start('backup', libraryInfo(env).name, async ({ progress, signal }) => {
      progress(0, null, 'verifying');
      const { folder } = env.library();
      const backup = await offThread({ type: 'backup', folder, now: env.now() }, signal);
      pruneBackups(folder);
      // Not `library`: that says another one is open.
      env.changes.tell('settings', null);
      return backup;
    });

  return {
    status: () => ({
      open: keeper.isOpen() ? libraryInfo(env) : null,
      recent: env.appSettings.recent().map((one) => ({ ...one, exists: isLibraryFolder(one.folder) })),
      defaultFolder: join(homedir(), 'Heirloom'),
      appVersion: APP_VERSION,
    }),
    create: async (wish) => {
      await keeper.create(wish);
      return libraryInfo(env);
    },
    open: async ({ folder }) => {
      await keeper.open(folder);
      return libraryInfo(env);
    },
    openSample: async ({ language }) => {
      await keeper.openSample(language);
      return libraryInfo(env);
    },
    close: async () => {
      await keeper.close();
      return {};
    },
    stats: () => {
      const { read, mediaRoot } = env.library();
      return {
        counts: Object.fromEntries(RECORD_KINDS.map((kind) => [kind, countRecords(read, kind)])),
        bytes:
          (read.pragma('page_count', { simple: true }) as number) *
          (read.pragma('page_size', { simple: true }) as number),
        indexBytes: indexBytes(env),
        mediaBytes: bytesUnder(mediaRoot),
      };
    },
    backups: () => listBackups(env.library().folder),
    startBackup: () => ({ jobId: startBackup() }),
    restoreBackup: ({ name, folder: wanted }) => {
      const { folder } = env.library();
      const target = wanted ?? `${folder}-restored-${env.now().slice(0, 19).replace(/[:T-]/g, '')}`;
      restoreInto(folder, name, target);
      return { folder: target };
    },
    startCheck: () => ({
      jobId: env.jobs.start('check', libraryInfo(env).name, async ({ progress, signal }) => {
        progress(0, null, 'verifying');
        const found = (await offThread({ type: 'check', folder: env.library().folder }, signal)) as Problem[];
        const problems = [...found, ...checkLibrary(env.read())];
        return { ok: problems.length === 0, problems };
      }),
    }),
  };
}
