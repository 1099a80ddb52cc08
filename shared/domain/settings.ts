import { z } from 'zod';
import { idSchema } from '../base/ids.ts';

export const LANGUAGES = ['en', 'fa', 'zh', 'th'] as const;
export const uiLanguageSchema = z.enum(LANGUAGES);
export type UiLanguage = z.infer<typeof uiLanguageSchema>;
export const CALENDARS = ['gregory', 'persian', 'buddhist'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;

/** How this person's Heirloom looks on this machine; kept beside the libraries, never inside one. */
export const appSettingsSchema = z.strictObject({
  language: uiLanguageSchema.nullable(),
  theme: z.enum(THEMES),
  /** Null follows the language. */
  calendar: z.enum(CALENDARS).nullable(),
  /** Percent of the normal text size, 80 to 200. */
  textSize: z.int().min(80).max(200),
  railCollapsed: z.boolean(),
});
export type AppSettings = z.infer<typeof appSettingsSchema>;
export const DEFAULT_APP_SETTINGS: AppSettings = {
  language: null,
  theme: 'system',
  calendar: null,
  textSize: 100,
  railCollapsed: false,
};

/** What belongs to the open library on this machine. `meId`: which person the user is. */
export const librarySettingsSchema = z.strictObject({
  name: z.string().min(1).max(200),
  language: uiLanguageSchema,
  meId: idSchema.nullable(),
});
export type LibrarySettings = z.infer<typeof librarySettingsSchema>;
