import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { personDefaults } from '../../shared/domain/person.ts';
import type { LibrarySettings, UiLanguage } from '../../shared/domain/settings.ts';
import { listBackups, makeBackup, pruneBackups } from '../backup/snapshot.ts';
import { ensureIndex } from '../data/full-text.ts';
import { type ReadDb, transact, type WriteDb } from '../data/handle.ts';
import { indexMarked } from '../data/index-later.ts';
import { takeLock } from '../data/lock.ts';
import {
  createDatabase,
  isLibraryFolder,
  type LibraryDatabase,
  openDatabase,
} from '../data/open-database.ts';
import { placeProblem } from '../data/place.ts';
import { rebuildIndex } from '../data/rebuild-index.ts';
import { itemOf, saveRecord } from '../data/records.ts';
import { readSetting, writeSetting } from '../data/repositories/settings.ts';
import { undoUnfinishedImports } from '../importers/import-journal.ts';
import { rule } from './core-error.ts';
import type { Environment, OpenLibrary } from './environment.ts';
import { offThread } from './off-thread.ts';
import { fillWithSample, readSample } from './sample.ts';
import { LIBRARY_SETTINGS, readLibrarySettings } from './services/settings.ts';
import { sweepMedia } from './sweep-media.ts';

export type LibraryKeeper = {
  readonly isOpen: () => boolean;
  readonly current: () => OpenLibrary | null;
  readonly open: (folder: string, options?: { readonly readOnly?: boolean }) => Promise<void>;
  readonly create: (wish: {
    readonly folder?: string | undefined;
    readonly name: string;
    readonly language: UiLanguage;
    readonly meName?: string | undefined;
  }) => Promise<void>;
  readonly openSample: (language: UiLanguage) => Promise<void>;
  /** Fills a new library folder with the sample (the command line's `init --sample`). */
  readonly createSample: (folder: string, language: UiLanguage) => Promise<void>;
  readonly close: () => Promise<void>;
};

const BACKUP_EVERY_MS = 24 * 60 * 60 * 1000;

/** Opens and closes the one library of this process, and does what is due at opening. */
export function createLibraryKeeper(
  env: Environment,
  options: { readonly port: number | null; readonly backgroundWork: boolean },
): LibraryKeeper {
  let current: OpenLibrary | null = null;

  const close = async (): Promise<void> => {
    if (current === null) return;
    await env.jobs.stopAll();
    current.close();
    current = null;
    env.changes.tell('library', null);
  };

  const adopt = (database: LibraryDatabase, unlock: () => void): void => {
    current = {
      folder: database.folder,
      mediaRoot: join(database.folder, 'media'),
      read: database.read,
      write: database.write,
      readOnlyReason: database.readOnlyReason,
      close: () => {
        // Folds the log into the file, so that a copied folder is whole.
        if (database.write !== null) database.write.pragma('wal_checkpoint(TRUNCATE)');
        database.close();
        unlock();
      },
    };
    const name = readLibrarySettings(database.read).name;
    env.appSettings.remember({ name, folder: database.folder, openedAt: env.now() });
    env.changes.tell('library', null);
    env.changes.tell('all', null);
  };

  const open: LibraryKeeper['open'] = async (wanted, how = {}) => {
    const folder = resolve(wanted);
    if (current?.folder === folder) return;
    await close();
    // Reading takes no lock: it disturbs nobody, and a folder that cannot be written could not hold one.
    let unlock: () => void = () => {};
    if (how.readOnly !== true && isLibraryFolder(folder))
      unlock = lockUnlessReadOnly(folder, env.now(), options.port);
    try {
      const database = openDatabase(folder, {
        ...how,
        beforeMigration: (db) => void makeBackup(db, folder, env.now()),
      });
      adopt(database, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
    // An import that died half-way is taken back before anybody sees the half.
    if (current !== null && current.write !== null) {
      undoUnfinishedImports(current.write);
      // Search being late with a long text is no reason not to open: on a full disk its owner could not even read it.
      try {
        indexMarked(current.write);
      } catch (error) {
        env.log(`index of long texts: ${error instanceof Error ? error.name : 'failed'}`);
      }
    }
    if (options.backgroundWork) startDueWork(env);
    else if (current?.write !== null && current !== null) bringIndexUpToDate(current.write);
  };

  const createIn = (
    folder: string,
    settings: LibrarySettings,
    sample: boolean,
    fill: (db: WriteDb) => LibrarySettings,
  ): void => {
    if (placeProblem(folder) !== null) throw rule('place', placeProblem(folder) ?? '');
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw rule('folder-not-empty', basename(folder));
    mkdirSync(folder, { recursive: true });
    const unlock = takeLock(folder, env.now(), options.port);
    try {
      const database = createDatabase(folder);
      const db = database.write as WriteDb;
      ensureIndex(db);
      transact(db, () => {
        writeSetting(db, 'libraryId', env.makeId());
        writeSetting(db, 'createdAt', env.now());
        if (sample) writeSetting(db, 'sample', true);
        writeSetting(db, LIBRARY_SETTINGS, fill(db) ?? settings);
      });
      mkdirSync(join(folder, 'media'), { recursive: true });
      adopt(database, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  };

  const createSample: LibraryKeeper['createSample'] = async (folder, language) => {
    await close();
    const sample = readSample(env.resourcesDir);
    createIn(resolve(folder), { name: sample.names[language], language, meId: null }, true, (db) => {
      fillWithSample(db, sample, env.now());
      return { name: sample.names[language], language, meId: sample.meId };
    });
  };

  return {
    isOpen: () => current !== null,
    current: () => current,
    open,
    close,
    createSample,
    create: async ({ folder, name, language, meName }) => {
      const target = resolve(folder ?? freeFolder(join(homedir(), 'Heirloom'), name));
      await close();
      createIn(target, { name, language, meId: null }, false, (db) => {
        if (meName === undefined || meName.trim() === '') return { name, language, meId: null };
        const id = env.makeId();
        const now = env.now();
        const record = {
          ...structuredClone(personDefaults),
          name: meName.trim(),
          id,
          createdAt: now,
          updatedAt: now,
          createdBy: id,
          version: 1,
          deletedAt: null,
        };
        saveRecord(db, null, itemOf('person', record as never), {
          makeId: env.makeId,
          authorId: id,
          reason: 'created',
        });
        return { name, language, meId: id };
      });
    },
    openSample: (language) => createSample(freeFolder(join(env.stateDir, 'samples'), 'sample'), language),
  };
}

function lockUnlessReadOnly(folder: string, now: string, port: number | null): () => void {
  try {
    return takeLock(folder, now, port);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // Cannot write here at all: the library opens for reading, which needs no lock.
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return () => {};
    throw error;
  }
}

/** A folder that does not exist yet: `Name`, `Name 2`, `Name 3` … with signs no file system minds. */
function freeFolder(parent: string, name: string): string {
  const safe =
    name
      .replace(/[^\p{L}\p{M}\p{N} _-]/gu, '')
      .trim()
      .slice(0, 60) || 'library';
  for (let number = 1; ; number += 1) {
    const folder = join(parent, number === 1 ? safe : `${safe} ${number}`);
    if (!existsSync(folder)) return folder;
  }
}

function bringIndexUpToDate(db: WriteDb): void {
  if (!ensureIndex(db).upToDate) rebuildIndex(db);
}

/** The first look after opening: index of an older analyser, a backup that is due, a quick check. Nobody waits for it. */
function startDueWork(env: Environment): void {
  const { folder, write, read } = env.library();
  if (write === null) return;
  if (!ensureIndex(write).upToDate) {
    env.jobs.start('reindex', readLibrarySettings(read).name, async ({ progress }) =>
      rebuildIndex(write, (done) => progress(done, null, 'indexing')),
    );
  }
  const last = listBackups(folder)[0]?.at;
  const due =
    last === undefined ? hasRecords(read) : Date.parse(env.now()) - Date.parse(last) > BACKUP_EVERY_MS;
  if (due && readSetting(read, 'sample') !== true) {
    env.jobs.start('backup', readLibrarySettings(read).name, async ({ signal, progress }) => {
      progress(0, null, 'verifying');
      const backup = await offThread({ type: 'backup', folder, now: env.now() }, signal);
      pruneBackups(folder);
      return backup;
    });
  }
  sweepInTime(env);
}

/** Quietly: there is nothing to see, and what could not be swept today is swept tomorrow. */
function sweepInTime(env: Environment): void {
  const { folder, mediaRoot, write } = env.library();
  if (write === null) return;
  sweepMedia(write, { folder, mediaRoot }, env.now()).catch((error: unknown) => {
    env.log(`sweep of media: ${error instanceof Error ? error.name : 'failed'}`);
  });
}

function hasRecords(db: ReadDb): boolean {
  return db.prepare('SELECT 1 FROM search_document LIMIT 1').get() !== undefined;
}
