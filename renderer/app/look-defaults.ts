import type { AppSettings } from '../../shared/domain/settings.ts';

export type { AppSettings };

// The same as DEFAULT_APP_SETTINGS of the domain, without pulling its schemas into the first screen; a test compares them.
export const DEFAULT_LOOK: AppSettings = {
  language: null,
  theme: 'system',
  calendar: null,
  textSize: 100,
  railCollapsed: false,
};
