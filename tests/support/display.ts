// A display for Electron on machines without one: the display there is, or an Xvfb of our own that ends with the tests.
import { type ChildProcess, spawn } from 'node:child_process';
import { canInstallPackages, installPackages, onPath } from './chromium.ts';

export interface Display {
  readonly name: string;
  close(): void;
}

let shared: Promise<Display | { readonly unavailable: string }> | null = null;

/** One display per test process. */
export function display(): Promise<Display | { readonly unavailable: string }> {
  shared ??= findDisplay();
  return shared;
}

async function findDisplay(): Promise<Display | { readonly unavailable: string }> {
  const given = process.env['DISPLAY'];
  if (given) return { name: given, close: () => {} };
  if (process.platform !== 'linux') return { name: '', close: () => {} };
  if (!onPath('Xvfb') && (await canInstallPackages())) {
    await installPackages(['xvfb']).catch(() => {});
  }
  if (!onPath('Xvfb')) return { unavailable: 'there is no display and no Xvfb' };
  return startXvfb();
}

/** Xvfb picks a free number itself and writes it to descriptor 3. */
function startXvfb(): Promise<Display | { readonly unavailable: string }> {
  const child: ChildProcess = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x960x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  process.once('exit', () => child.kill());
  return new Promise((resolve) => {
    let text = '';
    child.once('error', () => resolve({ unavailable: 'Xvfb does not start' }));
    child.once('exit', () => resolve({ unavailable: 'Xvfb ended at once' }));
    child.stdio[3]?.on('data', (data: Buffer) => {
      text += data.toString();
      if (!text.includes('\n')) return;
      // Neither the process nor its pipe may keep a finished test run alive.
      child.unref();
      (child.stdio[3] as unknown as { unref?: () => void }).unref?.();
      resolve({ name: `:${text.trim()}`, close: () => child.kill() });
    });
  });
}
