import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

// One process owns a library. SQLite would let two write in turn, but each would keep its own caches, drafts and
// change events, and people would see each other's saves only by accident.

const LOCK_FILE = 'library.lock';

export type LockHolder = {
  readonly pid: number;
  /** When the process itself started, in the kernel's ticks: a pid alone may be somebody else's by now. */
  readonly processStart: string;
  readonly since: string;
  readonly port: number | null;
};

export class LibraryLocked extends Error {
  readonly holder: LockHolder;
  constructor(holder: LockHolder) {
    super(`library is open in process ${holder.pid}`);
    this.name = 'LibraryLocked';
    this.holder = holder;
  }
}

/** Start time of a process from /proc, or empty where there is none (macOS, Windows): then the pid alone decides. */
function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Killed, and nobody has asked yet how it ended: it holds nothing any more. In a container that may stay so for ever.
    if (fields[0] === 'Z' || fields[0] === 'X') return 'ended';
    return fields[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(holder: LockHolder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return holder.processStart === '' || processStart(holder.pid) === holder.processStart;
}

/** Who holds the library now, or null. A lock left by a process that died does not count. */
export function lockHolder(folder: string): LockHolder | null {
  try {
    const holder = JSON.parse(readFileSync(join(folder, LOCK_FILE), 'utf8')) as LockHolder;
    return typeof holder.pid === 'number' && isAlive(holder) ? holder : null;
  } catch {
    return null;
  }
}

/** Takes the lock or throws LibraryLocked. Returns the function that gives it back. */
export function takeLock(folder: string, now: string, port: number | null): () => void {
  const path = join(folder, LOCK_FILE);
  for (let attempt = 0; ; attempt += 1) {
    let file: number;
    try {
      file = openSync(path, 'wx', 0o600);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 3) throw error;
      const holder = lockHolder(folder);
      if (holder !== null) throw new LibraryLocked(holder);
      rmSync(path, { force: true });
      continue;
    }
    const own: LockHolder = { pid: process.pid, processStart: processStart(process.pid), since: now, port };
    writeSync(file, JSON.stringify(own));
    fsyncSync(file);
    closeSync(file);
    return () => rmSync(path, { force: true });
  }
}
