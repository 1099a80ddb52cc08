import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type AppSettings, appSettingsSchema, DEFAULT_APP_SETTINGS } from '../../shared/domain/settings.ts';

/** Libraries opened before, newest first. */
const recentSchema = z
  .array(z.strictObject({ name: z.string(), folder: z.string(), openedAt: z.string() }))
  .max(20);
const fileSchema = z.object({
  settings: appSettingsSchema.partial().catch({}),
  recent: recentSchema.catch([]),
});
type Recent = z.infer<typeof recentSchema>;

export type AppSettingsFile = {
  readonly read: () => AppSettings;
  readonly save: (patch: Partial<AppSettings>) => AppSettings;
  readonly recent: () => Recent;
  readonly remember: (library: Recent[number]) => void;
};

/** The file beside the libraries that holds how this machine likes its Heirloom. A damaged one falls back to defaults: nothing in it is work. */
export function openAppSettings(stateDir: string): AppSettingsFile {
  const path = join(stateDir, 'settings.json');
  const load = (): z.infer<typeof fileSchema> => {
    try {
      return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      return { settings: {}, recent: [] };
    }
  };
  const store = (value: z.infer<typeof fileSchema>): void => {
    mkdirSync(stateDir, { recursive: true, mode: 0o700 });
    const temporary = `${path}.new`;
    const file = openSync(temporary, 'w', 0o600);
    try {
      writeSync(file, JSON.stringify(value, null, 2));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  };
  const read = (): AppSettings => ({ ...DEFAULT_APP_SETTINGS, ...load().settings });
  return {
    read,
    save: (patch) => {
      const known = load();
      store({ ...known, settings: { ...known.settings, ...patch } });
      return read();
    },
    recent: () => load().recent,
    remember: (library) => {
      const known = load();
      const others = known.recent.filter((one) => one.folder !== library.folder);
      store({ ...known, recent: [library, ...others].slice(0, 20) });
    },
  };
}
