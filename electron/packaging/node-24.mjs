// Our scripts need Node 22.18 or newer; the machine's own may be older. The pinned npm package `node` carries one, so a script
// that finds itself on an old Node starts itself again on that. Plain syntax only: this file must load on Node 20.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The pinned Node, or the running one when the package is absent (an installed copy of the command line, for example). */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const file of [
    join(ROOT, 'node_modules', '.bin', name),
    join(ROOT, 'node_modules', 'node', 'bin', name),
  ]) {
    if (existsSync(file)) return file;
  }
  return process.execPath;
}

/** 22.18 is the first that runs TypeScript as it is, which the browser shell and the command line are started from. */
function isNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

/** True when this Node is new enough; else runs the same script on the pinned one, ends as that ends, and answers false. */
export function onNewNode() {
  if (isNewEnough()) return true;
  const node = pinnedNode();
  if (node === process.execPath) {
    process.stderr.write('Heirloom needs Node 22.18 or newer. Run "npm ci" once: it brings its own.\n');
    process.exitCode = 1;
    return false;
  }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  // Ctrl-C reaches the child by the terminal; sent a second time, it would cut short what the child does to end cleanly.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
  return false;
}
