// Where Heirloom keeps what belongs to this person on this machine (settings, recent libraries): one folder for the desktop
// app, the browser shell and the command line, so that all three know the same libraries.
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `HEIRLOOM_STATE` wins (tests, portable use); else the place the operating system has for such files. */
export function stateFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  home: string = homedir(),
): string {
  if (env['HEIRLOOM_STATE']) return env['HEIRLOOM_STATE'];
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'heirloom');
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'heirloom');
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'heirloom');
}
