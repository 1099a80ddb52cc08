import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  it.skipIf(process.platform !== 'linux')(
    'does not count when its process was killed and nobody has asked after it',
    async () => {
      // The child ends, and its parent, which has become another program, never asks how.
      const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      try {
        const pid = Number(
          await new Promise((resolve) => parent.stdout.once('data', (data) => resolve(String(data)))),
        );
        const state = (): string => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0] ?? '';
        while (state() !== 'Z') await new Promise((resolve) => setTimeout(resolve, 10));
        const start = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19];
        writeFileSync(
          join(folder, 'library.lock'),
          JSON.stringify({ pid, processStart: start, since: '', port: null }),
        );
        expect(lockHolder(folder)).toBeNull();
      } finally {
        parent.kill('SIGKILL');
      }
    },
  );

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
