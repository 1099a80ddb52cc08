import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, openCore } from '../../electron/core/open-core.ts';
import { ROOT } from './launch.ts';
import { type Client, clientOf } from './test-core.ts';

/** A core with an empty library, whose clock stands still until it is moved. */
export interface ClockedCore {
  readonly core: Core;
  readonly client: Client;
  readonly libraryDir: string;
  readonly minutes: (count: number) => void;
  readonly close: () => Promise<void>;
}

export async function openClockedCore(): Promise<ClockedCore> {
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-clocked-'));
  const libraryDir = join(folder, 'library');
  let clock = Date.parse('2026-11-02T09:01:00.000Z');
  const core = await openCore({
    stateDir: join(folder, 'state'),
    resourcesDir: join(ROOT, 'resources'),
    readerDir: '',
    now: () => new Date(clock),
    backgroundWork: false,
  });
  const client = clientOf(core);
  await client.library.create({ folder: libraryDir, name: 'Test', language: 'en', meName: 'Me' });
  return {
    core,
    client,
    libraryDir,
    minutes: (count) => {
      clock += count * 60_000;
    },
    close: async () => {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
