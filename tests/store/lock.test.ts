import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LibraryLocked, lockHolder, takeLock } from '../../electron/data/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heirloom-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock of a library', () => {
  it('lets one in and tells the second who is there', () => {
    const give = takeLock(folder, '2026-01-01T00:00:00.000Z', 4321);
    expect(() => takeLock(folder, '2026-01-01T00:00:01.000Z', null)).toThrow(LibraryLocked);
    expect(lockHolder(folder)).toMatchObject({ pid: process.pid, port: 4321 });
    give();
    expect(lockHolder(folder)).toBeNull();
    takeLock(folder, '2026-01-01T00:00:02.000Z', null)();
  });

  it('does not count when its process is dead', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    const pid = child.pid as number;
    await new Promise((resolve) => child.once('exit', resolve));
    writeFileSync(
      join(folder, 'library.lock'),
      JSON.stringify({ pid, processStart: '', since: '', port: null }),
    );
    expect(lockHolder(folder)).toBeNull();
    takeLock(folder, '2026-01-01T00:00:00.000Z', null)();
  });

  it('does not count when another process has the pid by now', () => {
    // Our own pid, but started at another time: pids are used again.
    writeFileSync(
      join(folder, 'library.lock'),
      JSON.stringify({ pid: process.pid, processStart: '1', since: '', port: null }),
    );
    expect(lockHolder(folder)).toBeNull();
  });

  it.each(['', 'not json', '{}', '[]', 'null'])('does not count when it says nothing (%j)', (text) => {
    writeFileSync(join(folder, 'library.lock'), text);
    expect(lockHolder(folder)).toBeNull();
    takeLock(folder, '2026-01-01T00:00:00.000Z', null)();
  });
});
