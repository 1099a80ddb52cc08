import { spawn } from 'node:child_process';

/** Asks the desktop to open an address. Does nothing where there is no desktop; never fails. */
export function openInBrowser(url: string): void {
  const { platform, env } = process;
  const command = platform === 'darwin' ? 'open' : platform === 'win32' ? 'explorer' : 'xdg-open';
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const child = spawn(command, [url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
