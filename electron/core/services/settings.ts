import type { settings as contract } from '../../../shared/contract/settings.ts';
import { type LibrarySettings, librarySettingsSchema } from '../../../shared/domain/settings.ts';
import { type ReadDb, transact } from '../../data/handle.ts';
import { readSetting, writeSetting } from '../../data/repositories/settings.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';

export const LIBRARY_SETTINGS = 'library';

export function readLibrarySettings(db: ReadDb): LibrarySettings {
  return librarySettingsSchema.parse(readSetting(db, LIBRARY_SETTINGS));
}

export function settingsHandlers(env: Environment, isOpen: () => boolean): Handlers<typeof contract> {
  const both = () => ({
    app: env.appSettings.read(),
    library: isOpen() ? readLibrarySettings(env.read()) : null,
  });
  return {
    get: both,
    save: ({ app, library }) => {
      if (app !== undefined) env.appSettings.save(app);
      if (library !== undefined) {
        const db = env.write();
        transact(db, () => writeSetting(db, LIBRARY_SETTINGS, { ...readLibrarySettings(db), ...library }));
      }
      env.changes.tell('settings', null);
      return both();
    },
  };
}
